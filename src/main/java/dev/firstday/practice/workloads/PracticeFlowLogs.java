package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** The part of EC2 that is about networks and their flow logs. */
abstract class PracticeFlowLogs implements Ec2Client {
  final PracticeCall practiceCall;

  PracticeFlowLogs(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public DescribeVpcsResponse describeVpcs(DescribeVpcsRequest request) {
    return practiceCall.answer(
        "DescribeVpcs",
        request,
        model -> {
          PagedItems<Vpc> page =
              page(here(model).vpcs.values(), request.maxResults(), request.nextToken());
          return DescribeVpcsResponse.builder().vpcs(page.items()).nextToken(page.next());
        });
  }

  @Override
  public DescribeFlowLogsResponse describeFlowLogs(DescribeFlowLogsRequest request) {
    return practiceCall.answer(
        "DescribeFlowLogs",
        request,
        model -> {
          List<FlowLog> logs =
              here(model).flowLogs.values().stream()
                  .filter(
                      log ->
                          request.flowLogIds().isEmpty()
                              || request.flowLogIds().contains(log.flowLogId()))
                  .filter(
                      log ->
                          request.filter().stream()
                              .filter(filter -> filter.name().equals("resource-id"))
                              .allMatch(filter -> filter.values().contains(log.resourceId())))
                  .toList();
          PagedItems<FlowLog> page = page(logs, request.maxResults(), request.nextToken());
          return DescribeFlowLogsResponse.builder().flowLogs(page.items()).nextToken(page.next());
        });
  }

  @Override
  public CreateFlowLogsResponse createFlowLogs(CreateFlowLogsRequest request) {
    return practiceCall.answer(
        "CreateFlowLogs",
        request,
        model -> {
          if (model.roles.assumed(request.deliverLogsPermissionArn()).isEmpty()) {
            throw error("InvalidParameter", "Unable to assume given IAM role");
          }
          List<String> ids = new ArrayList<>();
          List<UnsuccessfulItem> unsuccessful = new ArrayList<>();
          for (String resource : request.resourceIds()) {
            refusal(model, request, resource)
                .ifPresentOrElse(
                    unsuccessful::add, () -> ids.add(create(model, request, resource)));
          }
          return CreateFlowLogsResponse.builder().flowLogIds(ids).unsuccessful(unsuccessful);
        });
  }

  private Optional<UnsuccessfulItem> refusal(
      PracticeState model, CreateFlowLogsRequest request, String resource) {
    if (!here(model).vpcs.containsKey(resource)) {
      return Optional.of(
          unsuccessful(
              resource,
              "InvalidVpcID.NotFound",
              "The vpc ID '%s' does not exist".formatted(resource)));
    }
    return here(model).flowLogs.values().stream()
        .filter(log -> log.resourceId().equals(resource))
        .filter(log -> log.trafficType() == request.trafficType())
        .filter(log -> Objects.equals(log.logGroupName(), request.logGroupName()))
        .findFirst()
        .map(
            log ->
                unsuccessful(
                    resource,
                    "FlowLogAlreadyExists",
                    "There is an existing Flow Log with the same configuration and log"
                        + " destination."));
  }

  private String create(PracticeState model, CreateFlowLogsRequest request, String resource) {
    String id = "fl-%017x".formatted(Objects.hash(resource, request.logGroupName()) & 0xffffffffL);
    here(model)
        .flowLogs
        .put(
            id,
            FlowLog.builder()
                .flowLogId(id)
                .creationTime(model.opened)
                .flowLogStatus("ACTIVE")
                .deliverLogsStatus("SUCCESS")
                .deliverLogsPermissionArn(request.deliverLogsPermissionArn())
                .logGroupName(request.logGroupName())
                .logDestinationType(request.logDestinationType())
                .maxAggregationInterval(request.maxAggregationInterval())
                .resourceId(resource)
                .trafficType(request.trafficType())
                .tags(
                    request.tagSpecifications().stream()
                        .flatMap(specification -> specification.tags().stream())
                        .toList())
                .build());
    return id;
  }

  @Override
  public DeleteFlowLogsResponse deleteFlowLogs(DeleteFlowLogsRequest request) {
    return practiceCall.answer(
        "DeleteFlowLogs",
        request,
        model -> {
          List<UnsuccessfulItem> unsuccessful =
              request.flowLogIds().stream()
                  .filter(id -> here(model).flowLogs.remove(id) == null)
                  .map(id -> unsuccessful(id, "InvalidFlowLogId.NotFound", "No such flow log."))
                  .toList();
          return DeleteFlowLogsResponse.builder().unsuccessful(unsuccessful);
        });
  }

  private static UnsuccessfulItem unsuccessful(String resource, String code, String message) {
    return UnsuccessfulItem.builder()
        .resourceId(resource)
        .error(error -> error.code(code).message(message))
        .build();
  }

  /** What runs in this Region. */
  Workload here(PracticeState model) {
    return practiceCall.workload(model);
  }

  <T> PagedItems<T> page(Collection<T> all, Integer size, String token) {
    return PagedItems.of(
        List.copyOf(all), size, token, () -> error("InvalidNextToken", "The token is not valid."));
  }

  AwsServiceException error(String code, String message) {
    return practiceCall.error(Ec2Exception.builder(), 400, code, message);
  }
}
