package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.AccountRegion;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.steps.resources.Policies;
import dev.firstday.steps.resources.ServiceRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.policybuilder.iam.IamConditionOperator;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.FlowLogsResourceType;
import software.amazon.awssdk.services.ec2.model.LogDestinationType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.TrafficType;

/**
 * The changes that give networks a flow log each: rejected traffic to a log group, with a role that
 * lets the service write to this group only.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html">IAM role
 *     for publishing flow logs to CloudWatch Logs</a>
 */
public final class FlowLogs {
  public static final String NAME = "firstday-flow-logs";
  private static final String SERVICE = "vpc-flow-logs.amazonaws.com";
  private static final Duration A_WHILE = Duration.ofMinutes(1);
  private static final int AGGREGATION_SECONDS = 600;

  private final ServiceRole role;
  private final FlowLogGroups groups;
  private boolean rolePlanned;

  FlowLogs(Account account, FlowLogGroups groups) {
    this.groups = groups;
    this.role =
        new ServiceRole(
            account,
            "service-logs/role",
            NAME,
            "Lets VPC flow logs write to the log group " + NAME,
            trust(account),
            permissions(account.arn("logs", "*", "log-group:" + NAME)));
  }

  /** Begins to read what the changes will want. */
  void prefetch(List<AccountRegion> regions) {
    regions.forEach(groups::prefetch);
    if (!regions.isEmpty()) {
      role.prefetch();
    }
  }

  /** Plans what gives networks of a Region a flow log. */
  void plan(AccountRegion region, List<String> vpcs, Assessment.Builder found) throws CallFailed {
    List<Change> group = groups.own(region);
    // One role serves every Region.
    Optional<ServiceRole.ObservedRole> observed =
        rolePlanned ? Optional.empty() : Optional.of(role.look());
    rolePlanned = true;
    group.forEach(found::change);
    observed.ifPresent(one -> one.say(found));
    vpcs.forEach(vpc -> found.change(flowLog(region, vpc)));
  }

  private static IamStatement trust(Account account) {
    return Policies.trust(SERVICE).toBuilder()
        .addCondition(
            IamConditionOperator.STRING_EQUALS, "aws:SourceAccount", account.identity().accountId())
        .addCondition(
            IamConditionOperator.ARN_LIKE,
            "aws:SourceArn",
            account.arn("ec2", "*", "vpc-flow-log/*"))
        .build();
  }

  private static List<IamStatement> permissions(String group) {
    return List.of(
        Policies.permit(
            List.of("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"),
            group,
            group + ":*"),
        // The service looks for the group in the list of all.
        Policies.permit(List.of("logs:DescribeLogGroups"), "*"));
  }

  private Change flowLog(AccountRegion region, String vpc) {
    Filter ofVpc = Filter.builder().name("resource-id").values(vpc).build();
    Query<?> read = region.query(Reads.DESCRIBE_FLOW_LOGS, logs -> logs.filter(ofVpc));
    return read.change("service-logs/" + region.region() + "/" + vpc, rejectedTrafficOf(vpc))
        .verifiedBy(read, "/FlowLogs/*/FlowLogId")
        // What EC2 says of a role that it does not know yet.
        .waitingFor(A_WHILE, "InvalidParameter")
        .create(Note.of("flow-log", vpc, region.region()));
  }

  private CreateFlowLogsRequest.Builder rejectedTrafficOf(String vpc) {
    Tag ours = Tag.builder().key("CreatedBy").value("firstday").build();
    return CreateFlowLogsRequest.builder()
        .resourceType(FlowLogsResourceType.VPC)
        .resourceIds(vpc)
        .trafficType(TrafficType.REJECT)
        .logDestinationType(LogDestinationType.CLOUD_WATCH_LOGS)
        .logGroupName(NAME)
        .deliverLogsPermissionArn(role.arn())
        .maxAggregationInterval(AGGREGATION_SECONDS)
        .tagSpecifications(
            TagSpecification.builder().resourceType(ResourceType.VPC_FLOW_LOG).tags(ours).build());
  }
}
