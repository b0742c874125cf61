package dev.firstday.practice.watch;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.ssm.model.DescribeParametersRequest;
import software.amazon.awssdk.services.ssm.model.DescribeParametersResponse;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;

/** Systems Manager's parameters. */
public final class PracticeSsm {
  private PracticeSsm() {}

  /** Adds what answers this call. */
  public static void handlers(Handlers handlers) {
    handlers.on(DescribeParametersRequest.class, PracticeSsm::describe);
  }

  private static AwsResponse.Builder describe(
      PracticeState model, String region, DescribeParametersRequest request) {
    List<ParameterMetadata> parameters =
        model.workloads.in(region).parameters.values().stream()
            .filter(
                one ->
                    request.parameterFilters().stream()
                        .filter(filter -> filter.key().equals("Type"))
                        .allMatch(filter -> filter.values().contains(one.typeAsString())))
            .toList();
    PagedItems<ParameterMetadata> page =
        PagedItems.of(
            parameters,
            request.maxResults(),
            request.nextToken(),
            () -> error(400, "InvalidNextToken", "Invalid token"));
    return DescribeParametersResponse.builder().parameters(page.items()).nextToken(page.next());
  }
}
