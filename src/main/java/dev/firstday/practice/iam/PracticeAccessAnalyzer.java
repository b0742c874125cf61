package dev.firstday.practice.iam;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerStatus;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.CreateAnalyzerRequest;
import software.amazon.awssdk.services.accessanalyzer.model.CreateAnalyzerResponse;
import software.amazon.awssdk.services.accessanalyzer.model.DeleteAnalyzerRequest;
import software.amazon.awssdk.services.accessanalyzer.model.DeleteAnalyzerResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;

/** IAM Access Analyzer. */
public final class PracticeAccessAnalyzer {
  private PracticeAccessAnalyzer() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(ListAnalyzersRequest.class, PracticeAccessAnalyzer::listAnalyzers)
        .on(CreateAnalyzerRequest.class, PracticeAccessAnalyzer::createAnalyzer)
        .on(DeleteAnalyzerRequest.class, PracticeAccessAnalyzer::deleteAnalyzer);
  }

  private static Map<String, AnalyzerSummary> here(PracticeState model, String region) {
    return model.workloads.in(region).analyzers;
  }

  private static AwsResponse.Builder listAnalyzers(
      PracticeState model, String region, ListAnalyzersRequest request) {
    PagedItems<AnalyzerSummary> page =
        PagedItems.of(
            here(model, region).values().stream()
                .filter(one -> request.type() == null || request.type() == one.type())
                .toList(),
            request.maxResults(),
            request.nextToken(),
            () -> error(400, "ValidationException", "Invalid token"));
    return ListAnalyzersResponse.builder().analyzers(page.items()).nextToken(page.next());
  }

  private static AwsResponse.Builder createAnalyzer(
      PracticeState model, String region, CreateAnalyzerRequest request) {
    requireRoom(model, region, request);
    String arn =
        "arn:aws:access-analyzer:%s:%s:analyzer/%s"
            .formatted(region, PracticeState.ACCOUNT_ID, request.analyzerName());
    here(model, region).put(request.analyzerName(), created(request, arn, model.opened));
    return CreateAnalyzerResponse.builder().arn(arn);
  }

  private static void requireRoom(
      PracticeState model, String region, CreateAnalyzerRequest request) {
    if (here(model, region).containsKey(request.analyzerName())) {
      throw error(
          409, "ConflictException", "Analyzer with name %s already exists", request.analyzerName());
    }
    if (here(model, region).values().stream().anyMatch(one -> one.type() == request.type())) {
      throw error(
          402,
          "ServiceQuotaExceededException",
          "You have reached the maximum number of analyzers of this type.");
    }
  }

  private static AnalyzerSummary created(CreateAnalyzerRequest request, String arn, Instant now) {
    return AnalyzerSummary.builder()
        .name(request.analyzerName())
        .arn(arn)
        .type(request.type())
        .status(AnalyzerStatus.ACTIVE)
        .createdAt(now)
        .tags(request.tags())
        .build();
  }

  private static AwsResponse.Builder deleteAnalyzer(
      PracticeState model, String region, DeleteAnalyzerRequest request) {
    if (here(model, region).remove(request.analyzerName()) == null) {
      throw error(
          404, "ResourceNotFoundException", "No analyzer with name %s", request.analyzerName());
    }
    return DeleteAnalyzerResponse.builder();
  }
}
