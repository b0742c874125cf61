package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Effect;
import dev.firstday.steps.resources.LandingZone;
import dev.firstday.steps.resources.LogRetention;
import dev.firstday.steps.resources.Policies;
import dev.firstday.steps.resources.ServiceRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;

/**
 * The log group that a trail writes to, and the role with which CloudTrail does so.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html">Role
 *     policy document for CloudTrail to use CloudWatch Logs</a>
 */
public final class TrailLogs {
  /**
   * The log group of a trail that has none yet: what watches it can be planned before it is there.
   */
  public static final String GROUP = "firstday-trail";

  /** The id of the change that creates it. */
  static final String CREATE_GROUP = "trail/log-group";

  public static final String ROLE = "firstday-trail";
  private static final Duration A_WHILE = Duration.ofSeconds(30);

  private final Account account;
  private final Answers answers;
  private final Assessment.Builder found;
  private final String region;
  private final ServiceRole role;

  TrailLogs(Account account, Answers answers, Assessment.Builder found, String region) {
    this.account = account;
    this.answers = answers;
    this.found = found;
    this.region = region;
    this.role = serviceRole();
  }

  /** Begins to read what {@link #own} will want. */
  void prefetch() {
    account.prefetch(Reads.DESCRIBE_LOG_GROUPS, group(GROUP), region);
    role.prefetch();
  }

  /** Begins to read what our role may do, where it is there. */
  void policyAhead() {
    role.policyAhead();
  }

  /** Whether a trail writes to our log group with our role. */
  boolean areOf(Trail trail) {
    return trail.cloudWatchLogsLogGroupArn().equals(groupArn() + ":*")
        && roleArn().equals(trail.cloudWatchLogsRoleArn());
  }

  private static DescribeLogGroupsRequest group(String name) {
    return DescribeLogGroupsRequest.builder().logGroupNamePrefix(name).build();
  }

  /** Our log group's ARN, without the {@code :*} that CloudTrail wants at its end. */
  String groupArn() {
    return "arn:%s:logs:%s:%s:log-group:%s"
        .formatted(account.identity().partition(), region, account.identity().accountId(), GROUP);
  }

  /** Our role's ARN. */
  String roleArn() {
    return role.arn();
  }

  /**
   * Our log group and our role, for a trail that has none.
   *
   * @return whether they could be seen if they are there
   */
  boolean own() {
    boolean group = group(GROUP, true);
    return role() && group;
  }

  /** Those of a trail that has some. */
  void of(Trail trail) {
    // arn:aws:logs:REGION:ACCOUNT:log-group:NAME:*
    String[] arn = trail.cloudWatchLogsLogGroupArn().split(":");
    if (arn.length < 7 || !arn[4].equals(account.identity().accountId())) {
      found.info(Note.of("log-group-elsewhere", trail.cloudWatchLogsLogGroupArn()));
      return;
    }
    group(arn[6], false);
    if (roleArn().equals(trail.cloudWatchLogsRoleArn())) {
      role();
    }
  }

  private boolean group(String name, boolean wanted) {
    DescribeLogGroupsRequest read = group(name);
    Optional<LogGroup> there;
    try {
      there =
          account.pages(Reads.DESCRIBE_LOG_GROUPS, read, region).stream()
              .flatMap(page -> page.logGroups().stream())
              .filter(group -> name.equals(group.logGroupName()))
              .findFirst();
    } catch (CallFailed e) {
      found.unseen(e.problem());
      return false;
    }
    if (there.isEmpty()) {
      if (!wanted) {
        found.missing(Note.of("log-group-missing", name));
        if (LandingZone.keeps(name, found)) {
          return true;
        }
      }
      CreateLogGroupRequest create =
          CreateLogGroupRequest.builder()
              .logGroupName(name)
              .tags(Map.of("CreatedBy", "firstday"))
              .build();
      found.change(
          account
              .change(CREATE_GROUP, create, region)
              .verifiedBy(Reads.DESCRIBE_LOG_GROUPS, read, "/logGroups/0/logGroupName")
              .undoneUnlessItHoldsData(
                  DeleteLogGroupRequest.builder().logGroupName(name).build(),
                  "aws logs delete-log-group --log-group-name %s --region %s"
                      .formatted(name, region),
                  Reads.DESCRIBE_LOG_GROUPS,
                  read,
                  "/logGroups/0/storedBytes")
              .build(Effect.CREATE, Note.of("log-group", name)));
    }
    Optional<Integer> days = there.map(LogGroup::retentionInDays);
    if (there.isPresent() && judged(name, days)) {
      return true;
    }
    retention(name, days, read);
    return true;
  }

  /** Says how long a log group keeps events; false if a change of ours can and has to mend it. */
  private boolean judged(String name, Optional<Integer> days) {
    if (days.isEmpty() && !name.equals(GROUP)) {
      found.ok(Note.of("log-group-for-ever", name));
      return true;
    }
    if (days.filter(LogRetention::enough).isPresent()) {
      found.ok(Note.of("log-group-good", name, days.get()));
      return true;
    }
    found.missing(
        days.map(some -> Note.of("short-retention", name, some, LogRetention.DAYS))
            .orElseGet(() -> Note.of("no-retention", name)));
    return LandingZone.keeps(name, found);
  }

  private void retention(String name, Optional<Integer> before, DescribeLogGroupsRequest read) {
    PutRetentionPolicyRequest put = LogRetention.put(name, answers.integer("log-retention-days"));
    ChangeBuilder change =
        account
            .change("trail/log-group/retention", put, region)
            .verifiedBy(Reads.DESCRIBE_LOG_GROUPS, read, "/logGroups/0/retentionInDays")
            .waitingFor(A_WHILE, "ResourceNotFoundException", "OperationAbortedException");
    // A group of ours goes as a whole, or keeps its expiry.
    if (!name.equals(GROUP)) {
      before.ifPresent(days -> change.undoneBy(Effect.CHANGE, LogRetention.put(name, days)));
    }
    found.change(change.build(Effect.CHANGE, Note.of("retention", name, put.retentionInDays())));
  }

  private boolean role() {
    try {
      role.look().say(found);
      return true;
    } catch (CallFailed e) {
      found.unseen(e.problem());
      return false;
    }
  }

  private ServiceRole serviceRole() {
    return new ServiceRole(
        account,
        "trail/role",
        ROLE,
        "Lets CloudTrail write to the log group " + GROUP,
        // AWS documents no condition for this role, and CloudTrail can't assume it with one.
        Policies.trust("cloudtrail.amazonaws.com"),
        List.of(
            IamStatement.builder()
                .effect(IamEffect.ALLOW)
                .addAction("logs:CreateLogStream")
                .addAction("logs:PutLogEvents")
                .addResource(
                    "%s:log-stream:%s_CloudTrail_%s*"
                        .formatted(groupArn(), account.identity().accountId(), region))
                .build()));
  }
}
