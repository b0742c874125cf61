package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import java.util.List;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;

/** Lambda. */
public final class PracticeLambda implements LambdaClient {
  private final PracticeCall practiceCall;

  public PracticeLambda(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public ListFunctionsResponse listFunctions(ListFunctionsRequest request) {
    return practiceCall.answer(
        "ListFunctions",
        request,
        model -> {
          // AWS gives 50 at the most, whatever is asked for.
          PagedItems<FunctionConfiguration> page =
              PagedItems.of(
                  List.copyOf(practiceCall.workload(model).functions.values()),
                  50,
                  request.marker(),
                  () ->
                      practiceCall.error(
                          InvalidParameterValueException.builder(),
                          400,
                          "InvalidParameterValueException",
                          "Invalid marker"));
          return ListFunctionsResponse.builder().functions(page.items()).nextMarker(page.next());
        });
  }
}
