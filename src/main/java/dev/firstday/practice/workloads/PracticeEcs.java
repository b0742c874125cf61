package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** ECS. */
public final class PracticeEcs implements EcsClient {
  private final PracticeCall practiceCall;

  public PracticeEcs(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  /** Only the newest first, and only by family and revision: as the step asks. */
  @Override
  public ListTaskDefinitionsResponse listTaskDefinitions(ListTaskDefinitionsRequest request) {
    return practiceCall.answer(
        "ListTaskDefinitions",
        request,
        model -> {
          List<String> arns =
              practiceCall.workload(model).tasks.values().stream()
                  .sorted(
                      Comparator.comparing(TaskDefinition::family)
                          .thenComparing(TaskDefinition::revision)
                          .reversed())
                  .map(TaskDefinition::taskDefinitionArn)
                  .toList();
          PagedItems<String> page =
              PagedItems.of(arns, request.maxResults(), request.nextToken(), this::invalidToken);
          return ListTaskDefinitionsResponse.builder()
              .taskDefinitionArns(page.items())
              .nextToken(page.next());
        });
  }

  @Override
  public DescribeTaskDefinitionResponse describeTaskDefinition(
      DescribeTaskDefinitionRequest request) {
    return practiceCall.answer(
        "DescribeTaskDefinition",
        request,
        model ->
            DescribeTaskDefinitionResponse.builder()
                .taskDefinition(
                    Optional.ofNullable(
                            model
                                .workloads
                                .in(practiceCall.region())
                                .tasks
                                .get(request.taskDefinition()))
                        .orElseThrow(
                            () ->
                                practiceCall.error(
                                    ClientException.builder(),
                                    400,
                                    "ClientException",
                                    "Unable to describe task definition."))));
  }

  private AwsServiceException invalidToken() {
    return practiceCall.error(
        InvalidParameterException.builder(), 400, "InvalidParameterException", "Invalid token");
  }
}
