package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.steps.resources.CloudWatchLogGroup;
import dev.firstday.steps.resources.LogRetention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** The log groups that flow logs are delivered to: ours, and those made by hand. */
final class FlowLogGroups {
  private static final String NAME = FlowLogs.NAME;
  private static final Duration A_WHILE = Duration.ofMinutes(1);

  private final Account account;
  private final int retentionDays;

  FlowLogGroups(Account account, int retentionDays) {
    this.account = account;
    this.retentionDays = retentionDays;
  }

  /** Begins to read what {@link #own} will want. */
  void prefetch(String region) {
    group(region, NAME).prefetch();
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
        days(group(region, name))
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

  private CloudWatchLogGroup group(String region, String name) {
    return new CloudWatchLogGroup(account, "service-logs/" + region + "/log-group", name, region);
  }

  /** After how many days a log group deletes events; empty if it keeps them, or is not there. */
  private static Optional<Integer> days(CloudWatchLogGroup group) throws CallFailed {
    return group.find().map(LogGroup::retentionInDays);
  }

  /** Plans that our log group keeps events for long enough. */
  void lengthen(String region, Assessment.Builder found) throws CallFailed {
    CloudWatchLogGroup group = group(region, NAME);
    if (days(group).filter(days -> !LogRetention.enough(days)).isPresent()) {
      found.change(retention(group));
    }
  }

  /** What makes our log group of a Region, or lets it keep events for long enough. */
  List<Change> own(String region) throws CallFailed {
    CloudWatchLogGroup group = group(region, NAME);
    Optional<LogGroup> present = group.find();
    List<Change> changes = new ArrayList<>();
    if (present.isEmpty()) {
      changes.add(group.create(Note.of("log-group", NAME, region)));
    }
    if (present.map(LogGroup::retentionInDays).filter(LogRetention::enough).isEmpty()) {
      changes.add(retention(group));
    }
    return changes;
  }

  private Change retention(CloudWatchLogGroup group) {
    // The group goes as a whole, or keeps its expiry.
    return group
        .retention(retentionDays)
        .waitingFor(A_WHILE, "ResourceNotFoundException", "OperationAbortedException")
        .build(Effect.CHANGE, Note.of("retention", NAME, retentionDays));
  }
}
