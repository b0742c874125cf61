package dev.firstday.practice.workloads;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** ECS. */
public final class PracticeEcs {
  private PracticeEcs() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .inRegion(ListTaskDefinitionsRequest.class, PracticeEcs::listTaskDefinitions)
        .inRegion(DescribeTaskDefinitionRequest.class, PracticeEcs::describeTaskDefinition);
  }

  /** Only the newest first, and only by family and revision: as the step asks. */
  private static AwsResponse.Builder listTaskDefinitions(
      Workload here, ListTaskDefinitionsRequest request) {
    List<String> arns =
        here.tasks.values().stream()
            .sorted(
                Comparator.comparing(TaskDefinition::family)
                    .thenComparing(TaskDefinition::revision)
                    .reversed())
            .map(TaskDefinition::taskDefinitionArn)
            .toList();
    PagedItems<String> page =
        PagedItems.of(
            arns,
            request.maxResults(),
            request.nextToken(),
            "InvalidParameterException",
            "Invalid token");
    return ListTaskDefinitionsResponse.builder()
        .taskDefinitionArns(page.items())
        .nextToken(page.next());
  }

  private static AwsResponse.Builder describeTaskDefinition(
      Workload here, DescribeTaskDefinitionRequest request) {
    return DescribeTaskDefinitionResponse.builder()
        .taskDefinition(
            Optional.ofNullable(here.tasks.get(request.taskDefinition()))
                .orElseThrow(
                    () -> error(400, "ClientException", "Unable to describe task definition.")));
  }
}
