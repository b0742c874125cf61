package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.References;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.steps.resources.Policies;
import dev.firstday.steps.resources.ServiceRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.policybuilder.iam.IamConditionOperator;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.FlowLogsResourceType;
import software.amazon.awssdk.services.ec2.model.LogDestinationType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.TrafficType;
import software.amazon.awssdk.services.ec2.model.Vpc;

/**
 * The flow logs of the networks of a Region, and the changes that give each network one: rejected
 * traffic to a log group, with a role that lets the service write to this group only.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html">IAM role
 *     for publishing flow logs to CloudWatch Logs</a>
 */
public final class FlowLogs {
  public static final String NAME = "firstday-flow-logs";
  private static final String SERVICE = "vpc-flow-logs.amazonaws.com";
  private static final Duration A_WHILE = Duration.ofMinutes(1);
  private static final int AGGREGATION_SECONDS = 600;

  private final Account account;
  private final FlowLogGroups groups;
  private boolean rolePlanned;

  FlowLogs(Account account, int retentionDays) {
    this.account = account;
    this.groups = new FlowLogGroups(account, retentionDays);
  }

  /**
   * A network.
   *
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
      List<String> elsewhere) {}

  /** Begins to read what the changes will want. */
  void aheadFor(List<String> regions) {
    regions.forEach(groups::prefetch);
    if (!regions.isEmpty()) {
      serviceRole().prefetch();
    }
  }

  /** The networks of a Region. */
  List<Network> networks(String region) throws CallFailed {
    account.prefetch(Reads.DESCRIBE_FLOW_LOGS, DescribeFlowLogsRequest.builder().build(), region);
    List<Vpc> vpcs =
        account.pages(Reads.DESCRIBE_VPCS, DescribeVpcsRequest.builder().build(), region).stream()
            .flatMap(page -> page.vpcs().stream())
            .toList();
    Map<String, List<FlowLog>> logs =
        account
            .pages(Reads.DESCRIBE_FLOW_LOGS, DescribeFlowLogsRequest.builder().build(), region)
            .stream()
            .flatMap(page -> page.flowLogs().stream())
            .filter(log -> "ACTIVE".equals(log.flowLogStatus()))
            // One of accepted traffic only does not show who knocks.
            .filter(log -> log.trafficType() != TrafficType.ACCEPT)
            .filter(log -> log.resourceId() != null)
            .collect(Collectors.groupingBy(FlowLog::resourceId));
    return Account.requiredInEach(Reads.DESCRIBE_VPCS, vpcs, Vpc::vpcId).stream()
        .map(vpc -> network(vpc, logs.getOrDefault(vpc.vpcId(), List.of())))
        .toList();
  }

  private static Network network(Vpc vpc, List<FlowLog> logs) {
    List<FlowLog> delivered =
        logs.stream().filter(log -> !"FAILED".equals(log.deliverLogsStatus())).toList();
    Optional<String> failing =
        logs.stream()
            .filter(log -> "FAILED".equals(log.deliverLogsStatus()))
            .map(log -> String.valueOf(log.deliverLogsErrorMessage()))
            .findFirst();
    String name =
        vpc.tags().stream()
            .filter(tag -> "Name".equals(tag.key()))
            .map(Tag::value)
            .findFirst()
            .orElse("");
    return new Network(
        vpc.vpcId(),
        !delivered.isEmpty(),
        failing,
        name,
        delivered.stream().map(FlowLog::logGroupName).filter(Objects::nonNull).distinct().toList(),
        delivered.stream()
            .filter(log -> log.logDestinationType() != null)
            .filter(log -> log.logDestinationType() != LogDestinationType.CLOUD_WATCH_LOGS)
            .map(FlowLog::logDestinationTypeAsString)
            .distinct()
            .toList());
  }

  /** The log groups that they are delivered to. */
  FlowLogGroups groups() {
    return groups;
  }

  /** Plans what gives networks of a Region a flow log. */
  void plan(String region, List<String> vpcs, Assessment.Builder found) throws CallFailed {
    List<Change> group = groups.own(region);
    // One role serves every Region.
    Optional<ServiceRole.ObservedRole> role =
        rolePlanned ? Optional.empty() : Optional.of(serviceRole().look());
    rolePlanned = true;
    group.forEach(found::change);
    role.ifPresent(one -> one.say(found));
    vpcs.forEach(vpc -> found.change(flowLog(region, vpc)));
  }

  private ServiceRole serviceRole() {
    return new ServiceRole(
        account,
        "service-logs/role",
        NAME,
        "Lets VPC flow logs write to the log group " + NAME,
        trust(),
        List.of(write(), list()));
  }

  private IamStatement trust() {
    String id = account.identity().accountId();
    return Policies.trust(SERVICE).toBuilder()
        .addCondition(IamConditionOperator.STRING_EQUALS, "aws:SourceAccount", id)
        .addCondition(
            IamConditionOperator.ARN_LIKE,
            "aws:SourceArn",
            "arn:%s:ec2:*:%s:vpc-flow-log/*".formatted(account.identity().partition(), id))
        .build();
  }

  private IamStatement write() {
    String group =
        "arn:%s:logs:*:%s:log-group:%s"
            .formatted(account.identity().partition(), account.identity().accountId(), NAME);
    return IamStatement.builder()
        .effect(IamEffect.ALLOW)
        .addAction("logs:CreateLogStream")
        .addAction("logs:DescribeLogStreams")
        .addAction("logs:PutLogEvents")
        .addResource(group)
        .addResource(group + ":*")
        .build();
  }

  /** The service looks for the group in the list of all. */
  private static IamStatement list() {
    return IamStatement.builder()
        .effect(IamEffect.ALLOW)
        .addAction("logs:DescribeLogGroups")
        .addResource("*")
        .build();
  }

  private Change flowLog(String region, String vpc) {
    String id = "service-logs/" + region + "/" + vpc;
    CreateFlowLogsRequest create = rejectedTrafficOf(vpc);
    Note why = Note.of("flow-log", vpc, region);
    Change plain = account.change(id, create, region).build(Effect.CREATE, why);
    return account
        .change(id, create, region)
        .verifiedBy(
            Reads.DESCRIBE_FLOW_LOGS,
            DescribeFlowLogsRequest.builder()
                .filter(Filter.builder().name("resource-id").values(vpc).build())
                .build(),
            "/FlowLogs/*/FlowLogId")
        .undoneBy(
            Effect.DELETE,
            DeleteFlowLogsRequest.builder()
                .flowLogIds(References.to(plain, "/FlowLogIds/0"))
                .build())
        // What EC2 says of a role that it does not know yet.
        .waitingFor(A_WHILE, "InvalidParameter")
        .build(Effect.CREATE, why);
  }

  private CreateFlowLogsRequest rejectedTrafficOf(String vpc) {
    return CreateFlowLogsRequest.builder()
        .resourceType(FlowLogsResourceType.VPC)
        .resourceIds(vpc)
        .trafficType(TrafficType.REJECT)
        .logDestinationType(LogDestinationType.CLOUD_WATCH_LOGS)
        .logGroupName(NAME)
        .deliverLogsPermissionArn(serviceRole().arn())
        .maxAggregationInterval(AGGREGATION_SECONDS)
        .tagSpecifications(
            TagSpecification.builder()
                .resourceType(ResourceType.VPC_FLOW_LOG)
                .tags(Tag.builder().key("CreatedBy").value("firstday").build())
                .build())
        .build();
  }
}
