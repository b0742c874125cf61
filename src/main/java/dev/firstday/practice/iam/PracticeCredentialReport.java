package dev.firstday.practice.iam;

import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.CredentialReportNotPresentException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotReadyException;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ReportFormatType;
import software.amazon.awssdk.services.iam.model.ReportStateType;

/** The part of IAM that is about the credential report. */
record PracticeCredentialReport(PracticeCall practiceCall) {
  GenerateCredentialReportResponse generateCredentialReport(
      GenerateCredentialReportRequest request) {
    return practiceCall.answer(
        "GenerateCredentialReport",
        request,
        model ->
            GenerateCredentialReportResponse.builder()
                .state(
                    model.people.generate(model)
                        ? ReportStateType.STARTED
                        : ReportStateType.COMPLETE));
  }

  GetCredentialReportResponse getCredentialReport(GetCredentialReportRequest request) {
    return practiceCall.answer(
        "GetCredentialReport",
        request,
        model -> {
          People.CredentialReportRecord report = finished(model);
          return GetCredentialReportResponse.builder()
              .content(SdkBytes.fromString(report.csv, StandardCharsets.UTF_8))
              .reportFormat(ReportFormatType.TEXT_CSV)
              .generatedTime(report.generated);
        });
  }

  /** It takes one more call until a report is finished. */
  private People.CredentialReportRecord finished(PracticeState model) {
    People.CredentialReportRecord report = model.people.report().orElseThrow(this::notPresent);
    if (!report.ready) {
      report.ready = true;
      throw practiceCall.error(
          CredentialReportNotReadyException.builder(),
          404,
          "ReportInProgress",
          "Credential report generation is in progress");
    }
    return report;
  }

  private AwsServiceException notPresent() {
    return practiceCall.error(
        CredentialReportNotPresentException.builder(),
        410,
        "ReportNotPresent",
        "Credential report not present");
  }
}
