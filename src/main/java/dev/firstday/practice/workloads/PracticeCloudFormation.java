package dev.firstday.practice.workloads;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.Workload;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionResponse;

/** CloudFormation. */
public final class PracticeCloudFormation {
  private static final String WRONG = "ValidationError";

  private PracticeCloudFormation() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .inRegion(DescribeStacksRequest.class, PracticeCloudFormation::describeStacks)
        .inRegion(UpdateTerminationProtectionRequest.class, PracticeCloudFormation::protect);
  }

  private static AwsResponse.Builder describeStacks(Workload here, DescribeStacksRequest request) {
    Collection<Stack> stacks =
        request.stackName() == null
            ? here.stacks.values()
            : List.of(stack(here, request.stackName()));
    PagedItems<Stack> page =
        PagedItems.of(stacks, null, request.nextToken(), WRONG, "Invalid token");
    return DescribeStacksResponse.builder().stacks(page.items()).nextToken(page.next());
  }

  private static AwsResponse.Builder protect(
      Workload here, UpdateTerminationProtectionRequest request) {
    Stack stack =
        stack(here, request.stackName()).toBuilder()
            .enableTerminationProtection(request.enableTerminationProtection())
            .build();
    here.stacks.put(request.stackName(), stack);
    return UpdateTerminationProtectionResponse.builder().stackId(stack.stackId());
  }

  private static Stack stack(Workload here, String name) {
    return Optional.ofNullable(here.stacks.get(name))
        .orElseThrow(() -> error(400, WRONG, "Stack with id %s does not exist", name));
  }
}
