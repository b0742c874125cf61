package dev.firstday.practice.watch;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.DescribeParametersRequest;
import software.amazon.awssdk.services.ssm.model.DescribeParametersResponse;
import software.amazon.awssdk.services.ssm.model.InvalidNextTokenException;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;

/** Systems Manager's parameters. */
public final class PracticeSsm implements SsmClient {
  private final PracticeCall practiceCall;

  public PracticeSsm(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public DescribeParametersResponse describeParameters(DescribeParametersRequest request) {
    return practiceCall.answer(
        "DescribeParameters",
        request,
        model -> {
          List<ParameterMetadata> parameters =
              practiceCall.workload(model).parameters.values().stream()
                  .filter(
                      one ->
                          request.parameterFilters().stream()
                              .filter(filter -> filter.key().equals("Type"))
                              .allMatch(filter -> filter.values().contains(one.typeAsString())))
                  .toList();
          PagedItems<ParameterMetadata> page =
              PagedItems.of(
                  parameters, request.maxResults(), request.nextToken(), this::invalidToken);
          return DescribeParametersResponse.builder()
              .parameters(page.items())
              .nextToken(page.next());
        });
  }

  private AwsServiceException invalidToken() {
    return practiceCall.error(
        InvalidNextTokenException.builder(), 400, "InvalidNextToken", "Invalid token");
  }
}
