package dev.firstday.practice.workloads;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** The part of EC2 that is about networks and their flow logs. */
public final class PracticeFlowLogs {
  private PracticeFlowLogs() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .inRegion(DescribeVpcsRequest.class, PracticeFlowLogs::describeVpcs)
        .inRegion(DescribeFlowLogsRequest.class, PracticeFlowLogs::describeFlowLogs)
        .on(CreateFlowLogsRequest.class, PracticeFlowLogs::createFlowLogs)
        .inRegion(DeleteFlowLogsRequest.class, PracticeFlowLogs::deleteFlowLogs);
  }

  private static AwsResponse.Builder describeVpcs(Workload here, DescribeVpcsRequest request) {
    PagedItems<Vpc> page =
        PracticeEc2.page(here.vpcs.values(), request.maxResults(), request.nextToken());
    return DescribeVpcsResponse.builder().vpcs(page.items()).nextToken(page.next());
  }

  private static AwsResponse.Builder describeFlowLogs(
      Workload here, DescribeFlowLogsRequest request) {
    List<String> ids = request.flowLogIds();
    List<FlowLog> logs =
        here.flowLogs.values().stream()
            .filter(log -> ids.isEmpty() || ids.contains(log.flowLogId()))
            .filter(
                log ->
                    request.filter().stream()
                        .filter(filter -> filter.name().equals("resource-id"))
                        .allMatch(filter -> filter.values().contains(log.resourceId())))
            .toList();
    PagedItems<FlowLog> page = PracticeEc2.page(logs, request.maxResults(), request.nextToken());
    return DescribeFlowLogsResponse.builder().flowLogs(page.items()).nextToken(page.next());
  }

  private static AwsResponse.Builder createFlowLogs(
      PracticeState model, String region, CreateFlowLogsRequest request) {
    if (model.roles.assumed(request.deliverLogsPermissionArn()).isEmpty()) {
      throw error(400, "InvalidParameter", "Unable to assume given IAM role");
    }
    Workload here = model.workloads.in(region);
    List<String> ids = new ArrayList<>();
    List<UnsuccessfulItem> unsuccessful = new ArrayList<>();
    for (String resource : request.resourceIds()) {
      refusal(here, request, resource)
          .ifPresentOrElse(
              unsuccessful::add,
              () -> {
                FlowLog log = flowLog(model, request, resource);
                here.flowLogs.put(log.flowLogId(), log);
                ids.add(log.flowLogId());
              });
    }
    return CreateFlowLogsResponse.builder().flowLogIds(ids).unsuccessful(unsuccessful);
  }

  private static Optional<UnsuccessfulItem> refusal(
      Workload here, CreateFlowLogsRequest request, String resource) {
    if (!here.vpcs.containsKey(resource)) {
      String message = "The vpc ID '%s' does not exist".formatted(resource);
      return Optional.of(unsuccessful(resource, "InvalidVpcID.NotFound", message));
    }
    return here.flowLogs.values().stream()
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

  private static FlowLog flowLog(
      PracticeState model, CreateFlowLogsRequest request, String resource) {
    int hash = Objects.hash(resource, request.logGroupName());
    return FlowLog.builder()
        .flowLogId("fl-%017x".formatted(hash & 0xffffffffL))
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
        .build();
  }

  private static AwsResponse.Builder deleteFlowLogs(Workload here, DeleteFlowLogsRequest request) {
    List<UnsuccessfulItem> unsuccessful =
        request.flowLogIds().stream()
            .filter(id -> here.flowLogs.remove(id) == null)
            .map(id -> unsuccessful(id, "InvalidFlowLogId.NotFound", "No such flow log."))
            .toList();
    return DeleteFlowLogsResponse.builder().unsuccessful(unsuccessful);
  }

  private static UnsuccessfulItem unsuccessful(String resource, String code, String message) {
    return UnsuccessfulItem.builder()
        .resourceId(resource)
        .error(error -> error.code(code).message(message))
        .build();
  }
}
