package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.PartLook;
import dev.firstday.engine.plan.Effect;
import dev.firstday.steps.resources.CloudWatchLogGroup;
import dev.firstday.steps.resources.LandingZone;
import dev.firstday.steps.resources.LogRetention;
import dev.firstday.steps.resources.Policies;
import dev.firstday.steps.resources.ServiceRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/**
 * The log group that a trail writes to, and the role with which CloudTrail does so.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html">Role
 *     policy document for CloudTrail to use CloudWatch Logs</a>
 */
public record TrailLogs(Account account, Answers answers, Assessment.Builder found, String region) {
  /**
   * The log group of a trail that has none yet: what watches it can be planned before it is there.
   */
  public static final String GROUP = "firstday-trail";

  /** The id of the change that creates it. */
  static final String CREATE_GROUP = "trail/log-group";

  public static final String ROLE = "firstday-trail";

  /** Begins to read what {@link #own} will want. */
  void prefetch() {
    group(GROUP).prefetch();
    role().prefetch();
  }

  /** Begins to read what our role may do, where it is there. */
  void policyAhead() {
    role().policyAhead();
  }

  /** Whether a trail writes to our log group with our role. */
  boolean areOf(Trail trail) {
    return trail.cloudWatchLogsLogGroupArn().equals(groupArn() + ":*")
        && roleArn().equals(trail.cloudWatchLogsRoleArn());
  }

  private CloudWatchLogGroup group(String name) {
    return new CloudWatchLogGroup(account, CREATE_GROUP, name, region);
  }

  /** Our log group's ARN, without the {@code :*} that CloudTrail wants at its end. */
  String groupArn() {
    return account.identity().arnOf("logs", region, "log-group:" + GROUP);
  }

  String roleArn() {
    return role().arn();
  }

  private ServiceRole role() {
    String streams = account.identity().accountId() + "_CloudTrail_" + region + "*";
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
                .addResource(groupArn() + ":log-stream:" + streams)
                .build()));
  }

  /**
   * Our log group and our role, for a trail that has none.
   *
   * @return whether they could be seen if they are there
   */
  boolean own() {
    boolean group = PartLook.at(found, () -> assess(group(GROUP), group(GROUP).find(), true));
    return PartLook.at(found, () -> role().look().say(found)) && group;
  }

  /** Those of a trail that has some. */
  void of(Trail trail) {
    // arn:aws:logs:REGION:ACCOUNT:log-group:NAME:*
    String[] arn = trail.cloudWatchLogsLogGroupArn().split(":", -1);
    if (arn.length < 7 || !arn[4].equals(account.identity().accountId())) {
      found.info(Note.of("log-group-elsewhere", trail.cloudWatchLogsLogGroupArn()));
      return;
    }
    PartLook.at(found, () -> assess(group(arn[6]), group(arn[6]).find(), false));
    if (roleArn().equals(trail.cloudWatchLogsRoleArn())) {
      PartLook.at(found, () -> role().look().say(found));
    }
  }

  /**
   * Says how a log group stands, and plans what it lacks.
   *
   * @param wanted whether it is no fault that it is not there yet
   */
  private void assess(CloudWatchLogGroup group, Optional<LogGroup> present, boolean wanted) {
    String name = group.name();
    Optional<Integer> days = present.map(LogGroup::retentionInDays);
    if (present.isEmpty()) {
      if (!wanted) {
        found.missing(Note.of("log-group-missing", name));
        if (LandingZone.keeps(name, found)) {
          return;
        }
      }
      found.change(group.create(Note.of("log-group", name)));
      retention(group, days);
    } else if (days.isEmpty() && !name.equals(GROUP)) {
      found.ok(Note.of("log-group-for-ever", name));
    } else if (days.filter(LogRetention::enough).isPresent()) {
      found.ok(Note.of("log-group-good", name, days.get()));
    } else {
      found.missing(
          days.map(some -> Note.of("short-retention", name, some, LogRetention.DAYS))
              .orElseGet(() -> Note.of("no-retention", name)));
      if (!LandingZone.keeps(name, found)) {
        retention(group, days);
      }
    }
  }

  private void retention(CloudWatchLogGroup group, Optional<Integer> before) {
    String name = group.name();
    int days = answers.integer("log-retention-days");
    ChangeBuilder change =
        group
            .retention(days)
            .waitingFor(
                Duration.ofSeconds(30), "ResourceNotFoundException", "OperationAbortedException");
    // A group of ours goes as a whole, or keeps its expiry.
    if (!name.equals(GROUP)) {
      before.ifPresent(old -> change.undoneBy(Effect.CHANGE, LogRetention.put(name, old)));
    }
    found.change(change.build(Effect.CHANGE, Note.of("retention", name, days)));
  }
}
