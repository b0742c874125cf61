package dev.firstday.steps.workloads;

import dev.firstday.aws.AccountRegion;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.LandingZone;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.LogDestinationType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TrafficType;
import software.amazon.awssdk.services.ec2.model.Vpc;

/**
 * A network, and where the flow logs that record what it rejects are delivered.
 *
 * @param vpcId its id
 * @param logged whether a flow log records what it rejects
 * @param failing why the flow log that it has can't deliver
 * @param name its name, which is a tag; empty if it has none
 * @param groups the log groups that flow logs of it are delivered to
 * @param elsewhere what else they are delivered to, by the API's name for it
 */
record Network(
    String vpcId,
    boolean logged,
    Optional<String> failing,
    String name,
    List<String> groups,
    List<String> elsewhere) {

  /** The networks of a Region. */
  static List<Network> all(AccountRegion here) throws CallFailed {
    here.query(Reads.DESCRIBE_FLOW_LOGS).prefetch();
    List<Vpc> vpcs = here.query(Reads.DESCRIBE_VPCS).all(DescribeVpcsResponse::vpcs, Vpc::vpcId);
    Map<String, List<FlowLog>> logs =
        here.query(Reads.DESCRIBE_FLOW_LOGS).all(DescribeFlowLogsResponse::flowLogs).stream()
            .filter(log -> "ACTIVE".equals(log.flowLogStatus()))
            // One of accepted traffic only does not show who knocks.
            .filter(log -> log.trafficType() != TrafficType.ACCEPT)
            .filter(log -> log.resourceId() != null)
            .collect(Collectors.groupingBy(FlowLog::resourceId));
    return vpcs.stream().map(vpc -> of(vpc, logs.getOrDefault(vpc.vpcId(), List.of()))).toList();
  }

  private static Network of(Vpc vpc, List<FlowLog> logs) {
    Map<Boolean, List<FlowLog>> byFailure =
        logs.stream()
            .collect(Collectors.partitioningBy(log -> "FAILED".equals(log.deliverLogsStatus())));
    List<FlowLog> delivered = byFailure.getOrDefault(false, List.of());
    return new Network(
        vpc.vpcId(),
        !delivered.isEmpty(),
        byFailure.getOrDefault(true, List.of()).stream()
            .map(log -> String.valueOf(log.deliverLogsErrorMessage()))
            .findFirst(),
        vpc.tags().stream()
            .filter(tag -> "Name".equals(tag.key()))
            .map(Tag::value)
            .findFirst()
            .orElse(""),
        delivered.stream().map(FlowLog::logGroupName).filter(Objects::nonNull).distinct().toList(),
        delivered.stream()
            .filter(log -> log.logDestinationType() != null)
            .filter(log -> log.logDestinationType() != LogDestinationType.CLOUD_WATCH_LOGS)
            .map(FlowLog::logDestinationTypeAsString)
            .distinct()
            .toList());
  }

  /** Whether it has no flow log and may get one of ours. */
  boolean lacksOne() {
    return !logged && failing.isEmpty() && LandingZone.of(name).isEmpty();
  }
}
