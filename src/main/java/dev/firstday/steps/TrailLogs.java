package dev.firstday.steps;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.Reads;
import dev.firstday.engine.Answers;
import dev.firstday.engine.Assessment;
import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Effect;
import dev.firstday.engine.Note;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.Tag;

/**
 * The log group that a trail writes to, and the role with which CloudTrail does so.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html">Role
 *     policy document for CloudTrail to use CloudWatch Logs</a>
 */
final class TrailLogs {
  /**
   * The log group of a trail that has none yet: what watches it can be planned before it is there.
   */
  static final String GROUP = "firstday-trail";

  /** The id of the change that creates it. */
  static final String CREATE_GROUP = "trail/log-group";

  private static final String ROLE = "firstday-trail";
  private static final Duration A_WHILE = Duration.ofSeconds(30);

  private static final GetRolePolicyRequest GET_POLICY =
      GetRolePolicyRequest.builder().roleName(ROLE).policyName(ROLE).build();
  private static final GetRoleRequest GET_ROLE = GetRoleRequest.builder().roleName(ROLE).build();

  private final Account account;
  private final Answers answers;
  private final Assessment.Builder found;
  private final String region;

  TrailLogs(Account account, Answers answers, Assessment.Builder found, String region) {
    this.account = account;
    this.answers = answers;
    this.found = found;
    this.region = region;
  }

  /** Begins to read what {@link #own} will want. */
  void ahead() {
    account.ahead(Reads.DESCRIBE_LOG_GROUPS, group(GROUP), region);
    account.ahead(Reads.GET_ROLE, GET_ROLE);
  }

  /** Begins to read what our role may do, where it is there. */
  void policyAhead() {
    account.ahead(Reads.GET_ROLE_POLICY, GET_POLICY);
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
    return "arn:%s:iam::%s:role/%s"
        .formatted(account.identity().partition(), account.identity().accountId(), ROLE);
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
              .filter(group -> group.logGroupName().equals(name))
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
              .shownBy(Reads.DESCRIBE_LOG_GROUPS, read, "/logGroups/0/logGroupName")
              .undoneUnlessItHoldsData(
                  DeleteLogGroupRequest.builder().logGroupName(name).build(),
                  "aws logs delete-log-group --log-group-name %s --region %s"
                      .formatted(name, region),
                  Reads.DESCRIBE_LOG_GROUPS,
                  read,
                  "/logGroups/0/storedBytes")
              .because(Effect.CREATE, Note.of("log-group", name)));
    }
    Optional<Integer> days = there.map(LogGroup::retentionInDays);
    if (days.isPresent()) {
      found.ok(Note.of("log-group-good", name, days.get()));
      return true;
    }
    if (there.isPresent()) {
      found.missing(Note.of("no-retention", name));
      if (LandingZone.keeps(name, found)) {
        return true;
      }
    }
    retention(name, read);
    return true;
  }

  private void retention(String name, DescribeLogGroupsRequest read) {
    PutRetentionPolicyRequest put =
        PutRetentionPolicyRequest.builder()
            .logGroupName(name)
            .retentionInDays(answers.integer("log-retention-days"))
            .build();
    ChangeBuilder change =
        account
            .change("trail/log-group/retention", put, region)
            .shownBy(Reads.DESCRIBE_LOG_GROUPS, read, "/logGroups/0/retentionInDays")
            .waitingFor(A_WHILE, "ResourceNotFoundException", "OperationAbortedException");
    if (!name.equals(GROUP)) {
      change.undoneBy(
          Effect.CHANGE, DeleteRetentionPolicyRequest.builder().logGroupName(name).build());
    }
    found.change(change.because(Effect.CHANGE, Note.of("retention", name, put.retentionInDays())));
  }

  private boolean role() {
    try {
      GetRoleRequest read = GET_ROLE;
      boolean there = account.find(Reads.GET_ROLE, read, "NoSuchEntity").isPresent();
      if (!there) {
        CreateRoleRequest create =
            CreateRoleRequest.builder()
                .roleName(ROLE)
                .description("Lets CloudTrail write to the log group " + GROUP)
                // CloudTrail can't assume a role that asks for aws:SourceArn here.
                .assumeRolePolicyDocument(Policies.trust("cloudtrail.amazonaws.com"))
                .tags(Tag.builder().key("CreatedBy").value("firstday").build())
                .build();
        found.change(
            account
                .change("trail/role", create)
                .shownBy(Reads.GET_ROLE, read, "/Role/AssumeRolePolicyDocument")
                .undoneBy(Effect.DELETE, DeleteRoleRequest.builder().roleName(ROLE).build())
                .because(Effect.CREATE, Note.of("role", ROLE)));
      }
      rolePolicy(there);
      return true;
    } catch (CallFailed e) {
      found.unseen(e.problem());
      return false;
    }
  }

  private void rolePolicy(boolean roleThere) throws CallFailed {
    GetRolePolicyRequest read = GET_POLICY;
    IamStatement wanted =
        IamStatement.builder()
            .effect(IamEffect.ALLOW)
            .addAction("logs:CreateLogStream")
            .addAction("logs:PutLogEvents")
            .addResource(
                "%s:log-stream:%s_CloudTrail_%s*"
                    .formatted(groupArn(), account.identity().accountId(), region))
            .build();
    boolean good =
        roleThere
            && account
                .find(Reads.GET_ROLE_POLICY, read, "NoSuchEntity")
                // IAM gives it back percent-encoded.
                .map(policy -> URLDecoder.decode(policy.policyDocument(), StandardCharsets.UTF_8))
                .filter(policy -> Policies.read(Optional.of(policy)).covers(wanted))
                .isPresent();
    if (good) {
      return;
    }
    if (roleThere) {
      found.missing(Note.of("role-policy-missing", ROLE));
    }
    found.change(
        account
            .change(
                "trail/role/policy",
                PutRolePolicyRequest.builder()
                    .roleName(ROLE)
                    .policyName(ROLE)
                    .policyDocument(Policies.of(List.of(wanted)))
                    .build())
            .shownBy(Reads.GET_ROLE_POLICY, read, "/PolicyDocument")
            .undoneBy(
                Effect.DELETE,
                DeleteRolePolicyRequest.builder().roleName(ROLE).policyName(ROLE).build())
            .waitingFor(A_WHILE, "NoSuchEntity")
            .because(Effect.CREATE, Note.of("role-policy", ROLE)));
  }
}
