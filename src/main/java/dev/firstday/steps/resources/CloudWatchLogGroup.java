package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/**
 * A log group of a Region, by its name.
 *
 * @param id the id of the change that creates it
 */
public record CloudWatchLogGroup(Account account, String id, String name, String region) {
  /** Begins to read what {@link #find} will want. */
  public void prefetch() {
    read().prefetch();
  }

  private Query<DescribeLogGroupsResponse> read() {
    return account
        .query(Reads.DESCRIBE_LOG_GROUPS, groups -> groups.logGroupNamePrefix(name))
        .in(region);
  }

  /** The log group as it stands; empty if it is not there. */
  public Optional<LogGroup> find() throws CallFailed {
    return read().all(DescribeLogGroupsResponse::logGroups).stream()
        .filter(group -> name.equals(group.logGroupName()))
        .findFirst();
  }

  /** Creates the log group; an undo deletes it only as long as it is empty. */
  public Change create(Note why) {
    return read()
        .change(
            id,
            CreateLogGroupRequest.builder()
                .logGroupName(name)
                .tags(Map.of("CreatedBy", "firstday")))
        .verifiedBy(read(), "/logGroups/0/logGroupName")
        .undoneUnlessItHoldsData(
            DeleteLogGroupRequest.builder().logGroupName(name),
            "aws logs delete-log-group --log-group-name %s --region %s".formatted(name, region),
            read(),
            "/logGroups/0/storedBytes")
        .build(Effect.CREATE, why);
  }

  /** Sets after how many days the log group deletes events. */
  public ChangeBuilder retention(int days) {
    return account
        .change(id + "/retention", LogRetention.put(name, days), region)
        .verifiedBy(read(), "/logGroups/0/retentionInDays");
  }
}
