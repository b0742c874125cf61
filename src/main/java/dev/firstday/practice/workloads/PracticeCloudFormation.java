package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionResponse;

/** CloudFormation. */
public final class PracticeCloudFormation implements CloudFormationClient {
  private final PracticeCall practiceCall;

  public PracticeCloudFormation(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
    return practiceCall.answer(
        "DescribeStacks",
        request,
        model -> {
          List<Stack> stacks =
              here(model).values().stream()
                  .filter(
                      stack ->
                          request.stackName() == null
                              || request.stackName().equals(stack.stackName()))
                  .toList();
          if (request.stackName() != null && stacks.isEmpty()) {
            throw noSuchStack(request.stackName());
          }
          PagedItems<Stack> page =
              PagedItems.of(stacks, null, request.nextToken(), () -> error("Invalid token"));
          return DescribeStacksResponse.builder().stacks(page.items()).nextToken(page.next());
        });
  }

  @Override
  public UpdateTerminationProtectionResponse updateTerminationProtection(
      UpdateTerminationProtectionRequest request) {
    return practiceCall.answer(
        "UpdateTerminationProtection",
        request,
        model -> {
          Stack stack = here(model).get(request.stackName());
          if (stack == null) {
            throw noSuchStack(request.stackName());
          }
          here(model)
              .put(
                  request.stackName(),
                  stack.toBuilder()
                      .enableTerminationProtection(request.enableTerminationProtection())
                      .build());
          return UpdateTerminationProtectionResponse.builder().stackId(stack.stackId());
        });
  }

  private Map<String, Stack> here(PracticeState model) {
    return practiceCall.workload(model).stacks;
  }

  private AwsServiceException noSuchStack(String name) {
    return error("Stack with id %s does not exist".formatted(name));
  }

  private AwsServiceException error(String message) {
    return practiceCall.error(CloudFormationException.builder(), 400, "ValidationError", message);
  }
}
