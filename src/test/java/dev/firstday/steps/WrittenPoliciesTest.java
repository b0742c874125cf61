package dev.firstday.steps;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.engine.plan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamPolicy;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/**
 * Every policy that firstday writes to a bucket, topic or role: who may do what to what, and under
 * which conditions.
 */
class WrittenPoliciesTest {
  private static final String HERE = "123456789012-ap-northeast-1";

  /** What is written, by change; HERE stands for the account and Region in a bucket's name. */
  private static final String STATEMENTS =
      """
      alerts/topic: Allow cloudwatch.amazonaws.com SNS:Publish on arn:aws:sns:ap-northeast-1:123456789012:firstday-alerts if ArnLike aws:SourceArn arn:aws:cloudwatch:ap-northeast-1:123456789012:alarm:* StringEquals aws:SourceAccount 123456789012
      alerts/topic: Allow events.amazonaws.com SNS:Publish on arn:aws:sns:ap-northeast-1:123456789012:firstday-alerts if ArnLike aws:SourceArn arn:aws:events:ap-northeast-1:123456789012:rule/* StringEquals aws:SourceAccount 123456789012
      config-recorder/bucket/policy: Allow config.amazonaws.com s3:GetBucketAcl on arn:aws:s3:::firstday-config-HERE if StringEquals aws:SourceAccount 123456789012
      config-recorder/bucket/policy: Allow config.amazonaws.com s3:ListBucket on arn:aws:s3:::firstday-config-HERE if StringEquals aws:SourceAccount 123456789012
      config-recorder/bucket/policy: Allow config.amazonaws.com s3:PutObject on arn:aws:s3:::firstday-config-HERE/AWSLogs/123456789012/Config/* if StringEquals aws:SourceAccount 123456789012 StringEquals s3:x-amz-acl bucket-owner-full-control
      config-recorder/bucket/policy: Deny * s3:* on arn:aws:s3:::firstday-config-HERE arn:aws:s3:::firstday-config-HERE/* if Bool aws:SecureTransport false
      events/role/policy: Allow - events:PutEvents on arn:aws:events:ap-northeast-1:123456789012:event-bus/default if
      events/role: Allow events.amazonaws.com sts:AssumeRole on - if ArnLike aws:SourceArn arn:aws:events:*:123456789012:rule/firstday-* StringEquals aws:SourceAccount 123456789012
      service-logs/role/policy: Allow - logs:CreateLogStream logs:DescribeLogStreams logs:PutLogEvents on arn:aws:logs:*:123456789012:log-group:firstday-flow-logs arn:aws:logs:*:123456789012:log-group:firstday-flow-logs:* if
      service-logs/role/policy: Allow - logs:DescribeLogGroups on * if
      service-logs/role: Allow vpc-flow-logs.amazonaws.com sts:AssumeRole on - if ArnLike aws:SourceArn arn:aws:ec2:*:123456789012:vpc-flow-log/* StringEquals aws:SourceAccount 123456789012
      trail/access-logs/policy: Allow logging.s3.amazonaws.com s3:PutObject on arn:aws:s3:::firstday-access-logs-HERE/* if StringEquals aws:SourceAccount 123456789012 StringEquals aws:SourceArn arn:aws:s3:::tanaka-works-logs
      trail/access-logs/policy: Deny * s3:* on arn:aws:s3:::firstday-access-logs-HERE arn:aws:s3:::firstday-access-logs-HERE/* if Bool aws:SecureTransport false
      trail/bucket/policy: Allow cloudtrail.amazonaws.com s3:GetBucketAcl on arn:aws:s3:::firstday-trail-HERE if StringEquals aws:SourceArn arn:aws:cloudtrail:ap-northeast-1:123456789012:trail/firstday
      trail/bucket/policy: Allow cloudtrail.amazonaws.com s3:PutObject on arn:aws:s3:::firstday-trail-HERE/AWSLogs/123456789012/* if StringEquals aws:SourceArn arn:aws:cloudtrail:ap-northeast-1:123456789012:trail/firstday StringEquals s3:x-amz-acl bucket-owner-full-control
      trail/bucket/policy: Deny * s3:* on arn:aws:s3:::firstday-trail-HERE arn:aws:s3:::firstday-trail-HERE/* if Bool aws:SecureTransport false
      trail/role/policy: Allow - logs:CreateLogStream logs:PutLogEvents on arn:aws:logs:ap-northeast-1:123456789012:log-group:firstday-trail:log-stream:123456789012_CloudTrail_ap-northeast-1* if
      trail/role: Allow cloudtrail.amazonaws.com sts:AssumeRole on - if
      """;

  /** What somebody's own bucket and topic get beside what they had. */
  private static final String ADDED =
      """
      alerts/policy: Allow cloudwatch.amazonaws.com SNS:Publish on arn:aws:sns:ap-northeast-1:123456789012:firstday-alerts if ArnLike aws:SourceArn arn:aws:cloudwatch:ap-northeast-1:123456789012:alarm:* StringEquals aws:SourceAccount 123456789012
      alerts/policy: Allow events.amazonaws.com SNS:Publish on arn:aws:sns:ap-northeast-1:123456789012:firstday-alerts if ArnLike aws:SourceArn arn:aws:events:ap-northeast-1:123456789012:rule/* StringEquals aws:SourceAccount 123456789012
      trail/bucket/policy: Deny * s3:* on arn:aws:s3:::tanaka-works-logs arn:aws:s3:::tanaka-works-logs/* if Bool aws:SecureTransport false
      """;

  /** CloudTrail can't assume a role that asks for the source; only CloudTrail can assume it. */
  private static final Set<String> WITHOUT_SOURCE = Set.of("trail/role");

  /** The policy documents in a request, under the names that AWS gives them. */
  private static List<String> policies(Map<?, ?> request) {
    List<String> found = new ArrayList<>();
    if ("Policy".equals(request.get("AttributeName"))) {
      found.add((String) request.get("AttributeValue"));
    }
    request.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> map) {
            found.addAll(policies(map));
          } else if (Set.of("Policy", "PolicyDocument", "AssumeRolePolicyDocument").contains(key)) {
            found.add((String) value);
          } else if (value instanceof String text && text.contains("\"Statement\"")) {
            assertEquals("AttributeValue", key, "a policy where none was looked for");
          }
        });
    return found;
  }

  private static String line(String change, IamStatement statement) {
    return "%s: %s %s %s on %s if %s"
        .formatted(
            change,
            statement.effect().value(),
            some(statement.principals().stream().map(IamPrincipal::id).toList()),
            some(statement.actions().stream().map(action -> action.value()).toList()),
            some(statement.resources().stream().map(resource -> resource.value()).toList()),
            statement.conditions().stream()
                .map(c -> c.operator().value() + " " + c.key().value() + " " + c.value())
                .sorted()
                .collect(joining(" ")))
        .replace(HERE, "HERE")
        .strip();
  }

  private static String some(List<String> values) {
    return values.isEmpty() ? "-" : String.join(" ", values);
  }

  /** Every statement that is written in an account, by its line. */
  private static Map<String, IamStatement> written(Situation there) {
    Map<String, IamStatement> written = new TreeMap<>();
    Bench bench = there.bench();
    for (Steps.Registered step : Steps.ALL) {
      for (Change change : bench.assess(step.id()).changes()) {
        for (String policy : policies(change.request())) {
          assertTrue(policy.contains("\"Statement\":["), () -> "no list: " + policy);
          IamPolicy.fromJson(policy)
              .statements()
              .forEach(statement -> written.put(line(change.id(), statement), statement));
        }
      }
    }
    return written;
  }

  @Test
  void what_is_written_is_just_this() {
    Set<String> lines = new TreeSet<>(written(Situation.open().getFirst()).keySet());
    written(Situation.open().get(3)).keySet().stream()
        .filter(line -> line.startsWith("trail/access-logs/"))
        .forEach(lines::add);
    assertEquals(new TreeSet<>(STATEMENTS.lines().toList()), lines);
  }

  @Test
  void what_somebody_had_is_added_to_by_just_this() {
    for (Situation there : Situation.open().subList(1, 4)) {
      Set<String> lines = new TreeSet<>();
      written(there)
          .forEach(
              (line, statement) -> {
                if (statement.sid() != null && statement.sid().startsWith("Firstday")) {
                  lines.add(line);
                }
              });
      Set<String> allowed = new TreeSet<>(STATEMENTS.lines().toList());
      allowed.addAll(ADDED.lines().toList());
      assertTrue(lines.containsAll(ADDED.lines().toList()), () -> there + " " + lines);
      assertTrue(allowed.containsAll(lines), () -> there + " " + lines);
    }
  }

  @Test
  void nobody_gets_in_unbidden() {
    for (Situation there : Situation.open()) {
      written(there)
          .forEach(
              (line, statement) -> {
                boolean ours = statement.sid() == null || statement.sid().startsWith("Firstday");
                if (ours && statement.effect().equals(IamEffect.ALLOW)) {
                  guarded(line, statement);
                }
              });
    }
  }

  private static void guarded(String line, IamStatement statement) {
    assertTrue(statement.principals().stream().noneMatch(who -> who.id().contains("*")), line);
    assertTrue(statement.actions().stream().noneMatch(a -> a.value().contains("*")), line);
    boolean source =
        statement.conditions().stream()
            .anyMatch(c -> c.key().value().startsWith("aws:Source") && !c.value().equals("*"));
    boolean excused = WITHOUT_SOURCE.stream().anyMatch(change -> line.startsWith(change + ":"));
    assertTrue(statement.principals().isEmpty() || source || excused, line);
  }
}
