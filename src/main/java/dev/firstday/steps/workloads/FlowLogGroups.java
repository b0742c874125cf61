package dev.firstday.steps.workloads;

import dev.firstday.aws.AccountRegion;
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
record FlowLogGroups(int retentionDays) {
  private static final String NAME = FlowLogs.NAME;
  private static final Duration A_WHILE = Duration.ofMinutes(1);

  /** Begins to read what {@link #own} will want. */
  void prefetch(AccountRegion region) {
    group(region, NAME).prefetch();
  }

  /** Says where flow logs of networks are kept for too few days, and where that is not judged. */
  void kept(AccountRegion region, List<Network> networks, Assessment.Builder found)
      throws CallFailed {
    Map<String, Integer> tooFew = new LinkedHashMap<>();
    for (Network network : networks) {
      for (String elsewhere : network.elsewhere()) {
        found.info(Note.of("flow-log-elsewhere", network.vpcId(), elsewhere));
      }
      Map<String, Integer> here = new LinkedHashMap<>();
      for (String name : network.groups()) {
        tooFewDays(group(region, name)).ifPresent(days -> here.put(name, days));
      }
      // One that is kept for long enough serves.
      if (network.elsewhere().isEmpty() && here.size() == network.groups().size()) {
        tooFew.putAll(here);
      }
    }
    tooFew.forEach(
        (name, days) -> found.missing(Note.of("short-retention", name, days, LogRetention.DAYS)));
  }

  private static CloudWatchLogGroup group(AccountRegion region, String name) {
    return new CloudWatchLogGroup(
        region.account(), "service-logs/" + region.region() + "/log-group", name, region.region());
  }

  /** After how many days a log group deletes events, where they are too few. */
  private static Optional<Integer> tooFewDays(CloudWatchLogGroup group) throws CallFailed {
    return group.find().map(LogGroup::retentionInDays).filter(days -> !LogRetention.enough(days));
  }

  /** Plans that our log group keeps events for long enough. */
  void lengthen(AccountRegion region, Assessment.Builder found) throws CallFailed {
    CloudWatchLogGroup group = group(region, NAME);
    if (tooFewDays(group).isPresent()) {
      found.change(retention(group));
    }
  }

  /** What makes our log group of a Region, or lets it keep events for long enough. */
  List<Change> own(AccountRegion region) throws CallFailed {
    CloudWatchLogGroup group = group(region, NAME);
    Optional<LogGroup> present = group.find();
    List<Change> changes = new ArrayList<>();
    if (present.isEmpty()) {
      changes.add(group.create(Note.of("log-group", NAME, region.region())));
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
