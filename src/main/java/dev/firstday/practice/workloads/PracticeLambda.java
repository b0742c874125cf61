package dev.firstday.practice.workloads;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.Workload;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;

/** Lambda. */
public final class PracticeLambda {
  private PracticeLambda() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers.inRegion(ListFunctionsRequest.class, PracticeLambda::listFunctions);
  }

  /** AWS gives 50 at the most, whatever is asked for. */
  private static AwsResponse.Builder listFunctions(Workload here, ListFunctionsRequest request) {
    PagedItems<FunctionConfiguration> page =
        PagedItems.of(
            here.functions.values(),
            50,
            request.marker(),
            "InvalidParameterValueException",
            "Invalid marker");
    return ListFunctionsResponse.builder().functions(page.items()).nextMarker(page.next());
  }
}
