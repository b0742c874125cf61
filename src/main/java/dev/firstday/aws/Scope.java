package dev.firstday.aws;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What some actions may be used on: the page that says how narrow the policies of {@link
 * Permissions} are.
 *
 * <p>What firstday makes has a name that begins with {@code firstday}. What somebody else made, and
 * a step completes, may have any name: there the kind of thing is all that can be said. Regions and
 * account are left open: a policy of an account never reaches into another by itself.
 *
 * @param actions the IAM actions
 * @param resources ARNs, with {@code *} for the partition's place
 * @param condition what else must hold; empty if nothing
 * @param operations the calls it holds for
 */
record Scope(
    Set<String> actions,
    List<String> resources,
    Map<String, Map<String, String>> condition,
    Predicate<Operation<?, ?>> operations) {

  private static final List<Scope> ALL =
      List.of(
          on("access-analyzer:*:*:analyzer/firstday-*")
              .allow(
                  "access-analyzer:CreateAnalyzer",
                  "access-analyzer:DeleteAnalyzer",
                  "access-analyzer:TagResource"),
          on("budgets::*:budget/*").allow("budgets:ModifyBudget"),
          on("budgets::*:budget/firstday-*").allow("budgets:TagResource"),
          on("ce::*:anomalymonitor/*").allow("ce:DeleteAnomalyMonitor"),
          on("ce::*:anomalysubscription/*")
              .allow("ce:DeleteAnomalySubscription", "ce:UpdateAnomalySubscription"),
          on("ce::*:anomalymonitor/*", "ce::*:anomalysubscription/*").allow("ce:TagResource"),
          on("cloudformation:*:*:stack/*/*").allow("cloudformation:UpdateTerminationProtection"),
          on("cloudtrail:*:*:trail/firstday")
              .allow("cloudtrail:CreateTrail", "cloudtrail:DeleteTrail", "cloudtrail:AddTags"),
          on("cloudtrail:*:*:trail/*")
              .allow(
                  "cloudtrail:PutEventSelectors",
                  "cloudtrail:StartLogging",
                  "cloudtrail:StopLogging",
                  "cloudtrail:UpdateTrail"),
          on("cloudwatch:*:*:alarm:firstday-*")
              .allow(
                  "cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms", "cloudwatch:TagResource"),
          // A rule's ARN has an id that AWS gives.
          on("config:*:*:config-rule/*")
              .allow("config:DeleteConfigRule", "config:PutConfigRule", "config:TagResource"),
          on("config:*:*:configuration-recorder/*/*")
              .allow(
                  "config:DeleteConfigurationRecorder",
                  "config:PutConfigurationRecorder",
                  "config:StartConfigurationRecorder",
                  "config:StopConfigurationRecorder"),
          on("dynamodb:*:*:table/*")
              .allow("dynamodb:UpdateContinuousBackups", "dynamodb:UpdateTable"),
          on("ec2:*:*:vpc/*", "ec2:*:*:vpc-flow-log/*").allow("ec2:CreateFlowLogs"),
          on("ec2:*:*:vpc-flow-log/*").allow("ec2:DeleteFlowLogs"),
          on("ec2:*:*:vpc-flow-log/*")
              .when("StringEquals", "ec2:CreateAction", "CreateFlowLogs")
              .allow("ec2:CreateTags"),
          on("ec2:*:*:instance/*").allow("ec2:ModifyInstanceAttribute"),
          on("elasticloadbalancing:*:*:loadbalancer/*")
              .allow("elasticloadbalancing:ModifyLoadBalancerAttributes"),
          on("events:*:*:rule/firstday-*")
              .allow("events:PutRule", "events:DeleteRule", "events:TagResource"),
          on("events:*:*:rule/*").allow("events:PutTargets", "events:RemoveTargets"),
          on("guardduty:*:*:detector/*")
              .allow(
                  "guardduty:DeleteDetector", "guardduty:UpdateDetector", "guardduty:TagResource"),
          on("iam::*:role/firstday-*")
              .allow(
                  "iam:CreateRole",
                  "iam:DeleteRole",
                  "iam:DeleteRolePolicy",
                  "iam:PutRolePolicy",
                  "iam:TagRole",
                  "iam:UpdateAssumeRolePolicy"),
          passing("iam::*:role/firstday-*", "cloudtrail", "cloudtrail.amazonaws.com"),
          passing("iam::*:role/firstday-*", "ec2", "vpc-flow-logs.amazonaws.com"),
          passing("iam::*:role/firstday-*", "events", "events.amazonaws.com"),
          // A recorder that somebody made has a role that somebody made.
          passing("iam::*:role/*", "configservice", "config.amazonaws.com"),
          serviceLinked("accessanalyzer", "access-analyzer.amazonaws.com"),
          serviceLinked("guardduty", "guardduty.amazonaws.com"),
          serviceLinked("iam", "config.amazonaws.com"),
          on("iam::*:role/aws-service-role/config.amazonaws.com/*")
              .allow("iam:DeleteServiceLinkedRole"),
          // Groups, users and devices have the names that a person gave.
          on("iam::*:group/*")
              .allow(
                  "iam:AddUserToGroup",
                  "iam:AttachGroupPolicy",
                  "iam:CreateGroup",
                  "iam:DeleteGroup",
                  "iam:DetachGroupPolicy",
                  "iam:RemoveUserFromGroup"),
          on("iam::*:user/*")
              .allow(
                  "iam:CreateLoginProfile",
                  "iam:CreateUser",
                  "iam:DeactivateMFADevice",
                  "iam:DeleteLoginProfile",
                  "iam:DeleteUser",
                  "iam:EnableMFADevice",
                  "iam:TagUser",
                  "iam:UpdateAccessKey",
                  "iam:UpdateLoginProfile"),
          on("iam::*:mfa/*")
              .allow(
                  "iam:CreateVirtualMFADevice", "iam:DeleteVirtualMFADevice", "iam:TagMFADevice"),
          on("logs:*:*:log-group:firstday-*")
              .allow("logs:CreateLogGroup", "logs:DeleteLogGroup", "logs:TagResource"),
          on("logs:*:*:log-group:*")
              .allow(
                  "logs:DeleteMetricFilter",
                  "logs:DeleteRetentionPolicy",
                  "logs:PutMetricFilter",
                  "logs:PutRetentionPolicy"),
          on("rds:*:*:cluster:*").allow("rds:ModifyDBCluster"),
          on("rds:*:*:db:*").allow("rds:ModifyDBInstance"),
          on("s3:::firstday-*").allow("s3:CreateBucket", "s3:DeleteBucket", "s3:TagResource"),
          // A bucket's ARN names no account, and another account may have opened its own to us.
          on("s3:::*")
              .when("StringEquals", "aws:ResourceAccount", "${aws:PrincipalAccount}")
              .allow(
                  "s3:DeleteBucketPolicy",
                  "s3:PutBucketLogging",
                  "s3:PutBucketPolicy",
                  "s3:PutBucketPublicAccessBlock",
                  "s3:PutBucketVersioning",
                  "s3:PutEncryptionConfiguration",
                  "s3:PutLifecycleConfiguration"),
          on("sns:*:*:firstday-alerts")
              .allow(
                  "sns:CreateTopic",
                  "sns:DeleteTopic",
                  "sns:SetTopicAttributes",
                  "sns:Subscribe",
                  "sns:TagResource",
                  "sns:Unsubscribe"));

  /**
   * The scopes of an action that an operation needs; none if it can't be narrowed.
   *
   * @param operation the call that needs it
   */
  static List<Scope> of(String action, Operation<?, ?> operation) {
    return ALL.stream()
        .filter(scope -> scope.actions().contains(action))
        .filter(scope -> scope.operations().test(operation))
        .toList();
  }

  /** The scope as the rest of a policy's statement. */
  Map<String, Object> statement(String partition) {
    Map<String, Object> rest = new LinkedHashMap<>();
    List<String> arns = resources.stream().map(arn -> "arn:" + partition + ":" + arn).toList();
    rest.put("Resource", arns.size() == 1 ? arns.getFirst() : arns);
    if (!condition.isEmpty()) {
      rest.put("Condition", condition);
    }
    return rest;
  }

  private static Scope on(String... resources) {
    return new Scope(Set.of(), Arrays.asList(resources), Map.of(), operation -> true);
  }

  private Scope when(String test, String key, String value) {
    return new Scope(actions, resources, Map.of(test, Map.of(key, value)), operations);
  }

  private Scope in(String service) {
    return new Scope(
        actions, resources, condition, operation -> operation.service().equals(service));
  }

  private Scope allow(String... some) {
    return new Scope(Set.of(some), resources, condition, operations);
  }

  private static Scope passing(String roles, String caller, String service) {
    return on(roles)
        .when("StringEquals", "iam:PassedToService", service)
        .in(caller)
        .allow("iam:PassRole");
  }

  private static Scope serviceLinked(String caller, String service) {
    return on("iam::*:role/aws-service-role/" + service + "/*")
        .when("StringEquals", "iam:AWSServiceName", service)
        .in(caller)
        .allow("iam:CreateServiceLinkedRole");
  }
}
