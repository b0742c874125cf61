package dev.firstday.practice.iam;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerStatus;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ConflictException;
import software.amazon.awssdk.services.accessanalyzer.model.CreateAnalyzerRequest;
import software.amazon.awssdk.services.accessanalyzer.model.CreateAnalyzerResponse;
import software.amazon.awssdk.services.accessanalyzer.model.DeleteAnalyzerRequest;
import software.amazon.awssdk.services.accessanalyzer.model.DeleteAnalyzerResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ResourceNotFoundException;
import software.amazon.awssdk.services.accessanalyzer.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.accessanalyzer.model.ValidationException;

/** IAM Access Analyzer. */
public final class PracticeAccessAnalyzer implements AccessAnalyzerClient {
  private final PracticeCall practiceCall;

  public PracticeAccessAnalyzer(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private Map<String, AnalyzerSummary> here(PracticeState model) {
    return practiceCall.workload(model).analyzers;
  }

  @Override
  public ListAnalyzersResponse listAnalyzers(ListAnalyzersRequest request) {
    return practiceCall.answer(
        "ListAnalyzers",
        request,
        model -> {
          PagedItems<AnalyzerSummary> page =
              PagedItems.of(
                  here(model).values().stream()
                      .filter(one -> request.type() == null || request.type() == one.type())
                      .toList(),
                  request.maxResults(),
                  request.nextToken(),
                  () ->
                      practiceCall.error(
                          ValidationException.builder(),
                          400,
                          "ValidationException",
                          "Invalid token"));
          return ListAnalyzersResponse.builder().analyzers(page.items()).nextToken(page.next());
        });
  }

  @Override
  public CreateAnalyzerResponse createAnalyzer(CreateAnalyzerRequest request) {
    return practiceCall.answer(
        "CreateAnalyzer",
        request,
        model -> {
          requireRoom(model, request);
          String arn =
              "arn:aws:access-analyzer:%s:%s:analyzer/%s"
                  .formatted(
                      practiceCall.region(), PracticeState.ACCOUNT_ID, request.analyzerName());
          here(model).put(request.analyzerName(), created(request, arn, model.opened));
          return CreateAnalyzerResponse.builder().arn(arn);
        });
  }

  private void requireRoom(PracticeState model, CreateAnalyzerRequest request) {
    if (here(model).containsKey(request.analyzerName())) {
      throw practiceCall.error(
          ConflictException.builder(),
          409,
          "ConflictException",
          "Analyzer with name %s already exists".formatted(request.analyzerName()));
    }
    if (here(model).values().stream().anyMatch(one -> one.type() == request.type())) {
      throw practiceCall.error(
          ServiceQuotaExceededException.builder(),
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

  @Override
  public DeleteAnalyzerResponse deleteAnalyzer(DeleteAnalyzerRequest request) {
    return practiceCall.answer(
        "DeleteAnalyzer",
        request,
        model -> {
          if (here(model).remove(request.analyzerName()) == null) {
            throw practiceCall.error(
                ResourceNotFoundException.builder(),
                404,
                "ResourceNotFoundException",
                "No analyzer with name %s".formatted(request.analyzerName()));
          }
          return DeleteAnalyzerResponse.builder();
        });
  }
}
