package dev.firstday.practice.iam;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeState;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ReportFormatType;
import software.amazon.awssdk.services.iam.model.ReportStateType;

/** The part of IAM that is about the credential report. */
public final class PracticeCredentialReport {
  private PracticeCredentialReport() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(
            GenerateCredentialReportRequest.class,
            (model, request) ->
                GenerateCredentialReportResponse.builder()
                    .state(
                        model.people.generate(model)
                            ? ReportStateType.STARTED
                            : ReportStateType.COMPLETE))
        .on(GetCredentialReportRequest.class, PracticeCredentialReport::getCredentialReport);
  }

  private static AwsResponse.Builder getCredentialReport(
      PracticeState model, GetCredentialReportRequest request) {
    People.CredentialReportRecord report = finished(model);
    return GetCredentialReportResponse.builder()
        .content(SdkBytes.fromString(report.csv, StandardCharsets.UTF_8))
        .reportFormat(ReportFormatType.TEXT_CSV)
        .generatedTime(report.generated);
  }

  /** It takes one more call until a report is finished. */
  private static People.CredentialReportRecord finished(PracticeState model) {
    People.CredentialReportRecord report =
        model.people.report().orElseThrow(PracticeCredentialReport::notPresent);
    if (!report.ready) {
      report.ready = true;
      throw error(404, "ReportInProgress", "Credential report generation is in progress");
    }
    return report;
  }

  private static AwsServiceException notPresent() {
    return error(410, "ReportNotPresent", "Credential report not present");
  }
}
