package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.steps.resources.LogRetention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;

/** The log groups that flow logs are delivered to: ours, and those made by hand. */
final class FlowLogGroups {
  private static final String NAME = FlowLogs.NAME;
  private static final Duration A_WHILE = Duration.ofMinutes(1);

  private static final DescribeLogGroupsRequest GROUP =
      DescribeLogGroupsRequest.builder().logGroupNamePrefix(NAME).build();

  private final Account account;
  private final int retentionDays;

  FlowLogGroups(Account account, int retentionDays) {
    this.account = account;
    this.retentionDays = retentionDays;
  }

  /** Begins to read what {@link #own} will want. */
  void prefetch(String region) {
    account.prefetch(Reads.DESCRIBE_LOG_GROUPS, GROUP, region);
  }

  /** Says where flow logs of networks are kept for too few days, and where that is not judged. */
  void kept(String region, List<FlowLogs.Network> networks, Assessment.Builder found)
      throws CallFailed {
    Map<String, Integer> tooFew = new LinkedHashMap<>();
    for (FlowLogs.Network network : networks) {
      for (String elsewhere : network.elsewhere()) {
        found.info(Note.of("flow-log-elsewhere", network.vpcId(), elsewhere));
      }
      Map<String, Integer> here = new LinkedHashMap<>();
      for (String name : network.groups()) {
        days(region, name)
            .filter(days -> !LogRetention.enough(days))
            .ifPresent(days -> here.put(name, days));
      }
      // One that is kept for long enough serves.
      if (network.elsewhere().isEmpty() && here.size() == network.groups().size()) {
        tooFew.putAll(here);
      }
    }
    tooFew.forEach(
        (name, days) -> found.missing(Note.of("short-retention", name, days, LogRetention.DAYS)));
  }

  /** After how many days a log group deletes events; empty if it keeps them, or is not there. */
  private Optional<Integer> days(String region, String name) throws CallFailed {
    DescribeLogGroupsRequest read =
        DescribeLogGroupsRequest.builder().logGroupNamePrefix(name).build();
    return account.pages(Reads.DESCRIBE_LOG_GROUPS, read, region).stream()
        .flatMap(page -> page.logGroups().stream())
        .filter(group -> name.equals(group.logGroupName()))
        .findFirst()
        .map(LogGroup::retentionInDays);
  }

  /** Plans that our log group keeps events for long enough. */
  void lengthen(String region, Assessment.Builder found) throws CallFailed {
    if (days(region, NAME).filter(days -> !LogRetention.enough(days)).isPresent()) {
      found.change(retention(region));
    }
  }

  /** What makes our log group of a Region, or lets it keep events for long enough. */
  List<Change> own(String region) throws CallFailed {
    Optional<LogGroup> group =
        account.pages(Reads.DESCRIBE_LOG_GROUPS, GROUP, region).stream()
            .flatMap(page -> page.logGroups().stream())
            .filter(one -> NAME.equals(one.logGroupName()))
            .findFirst();
    List<Change> changes = new ArrayList<>();
    if (group.isEmpty()) {
      changes.add(create(region));
    }
    if (group.map(LogGroup::retentionInDays).filter(LogRetention::enough).isEmpty()) {
      changes.add(retention(region));
    }
    return changes;
  }

  private Change create(String region) {
    CreateLogGroupRequest create =
        CreateLogGroupRequest.builder()
            .logGroupName(NAME)
            .tags(Map.of("CreatedBy", "firstday"))
            .build();
    return account
        .change("service-logs/" + region + "/log-group", create, region)
        .verifiedBy(Reads.DESCRIBE_LOG_GROUPS, GROUP, "/logGroups/0/logGroupName")
        .undoneUnlessItHoldsData(
            DeleteLogGroupRequest.builder().logGroupName(NAME).build(),
            "aws logs delete-log-group --log-group-name %s --region %s".formatted(NAME, region),
            Reads.DESCRIBE_LOG_GROUPS,
            GROUP,
            "/logGroups/0/storedBytes")
        .build(Effect.CREATE, Note.of("log-group", NAME, region));
  }

  private Change retention(String region) {
    PutRetentionPolicyRequest put = LogRetention.put(NAME, retentionDays);
    return account
        .change("service-logs/" + region + "/log-group/retention", put, region)
        .verifiedBy(Reads.DESCRIBE_LOG_GROUPS, GROUP, "/logGroups/0/retentionInDays")
        // The group goes as a whole, or keeps its expiry.
        .waitingFor(A_WHILE, "ResourceNotFoundException", "OperationAbortedException")
        .build(Effect.CHANGE, Note.of("retention", NAME, retentionDays));
  }
}
