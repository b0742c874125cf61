package dev.firstday.aws.permissions;

import static dev.firstday.aws.permissions.Scope.on;

import dev.firstday.aws.operations.Operation;
import java.util.List;
import java.util.function.Function;

/**
 * The page that says how narrow the policies of {@link Permissions} are: what each action may be
 * used on.
 *
 * <p>What firstday makes has a name that begins with {@code firstday}. Roles, groups, users and
 * buckets, through which somebody could become an administrator or read what is not his, are
 * narrowed to names. What else somebody made, and a step completes, may have any name: there the
 * kind of thing is all that can be said. Regions and account are left open: a policy of an account
 * never reaches into another by itself.
 */
public final class Scopes {
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
          on("cloudtrail:*:*:trail/*")
              .named(with("trail/", PolicyResources::trails))
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
          on("iam::*:role/*")
              .named(with("role/", PolicyResources::roles))
              .trusting(AdministratorTrust.SERVICE_ROLES)
              .allow(
                  "iam:CreateRole",
                  "iam:DeleteRole",
                  "iam:DeleteRolePolicy",
                  "iam:PutRolePolicy",
                  "iam:TagRole",
                  "iam:UpdateAssumeRolePolicy"),
          passing("firstday-trail", "cloudtrail", "cloudtrail.amazonaws.com"),
          passing("firstday-flow-logs", "ec2", "vpc-flow-logs.amazonaws.com"),
          passing("firstday-events", "events", "events.amazonaws.com"),
          // A recorder that somebody made has a role that somebody made.
          passing("*", "configservice", "config.amazonaws.com")
              .named(with("role/", PolicyResources::recorderRoles)),
          serviceLinked("accessanalyzer", "access-analyzer.amazonaws.com"),
          serviceLinked("guardduty", "guardduty.amazonaws.com"),
          serviceLinked("iam", "config.amazonaws.com"),
          on("iam::*:role/aws-service-role/config.amazonaws.com/*")
              .allow("iam:DeleteServiceLinkedRole"),
          on("iam::*:group/*")
              .named(PolicyResources::groupArns)
              .trusting(AdministratorTrust.GROUP)
              .allow(
                  "iam:AddUserToGroup",
                  "iam:CreateGroup",
                  "iam:DeleteGroup",
                  "iam:RemoveUserFromGroup"),
          on("iam::*:group/*")
              .named(PolicyResources::groupArns)
              .when(
                  "ArnEquals",
                  "iam:PolicyARN",
                  "arn:" + Scope.PARTITION + ":iam::aws:policy/AdministratorAccess")
              .allow("iam:AttachGroupPolicy", "iam:DetachGroupPolicy"),
          on("iam::*:user/*")
              .named(PolicyResources::userArns)
              .trusting(AdministratorTrust.USER)
              .allow(
                  "iam:CreateLoginProfile",
                  "iam:CreateUser",
                  "iam:DeactivateMFADevice",
                  "iam:DeleteLoginProfile",
                  "iam:DeleteUser",
                  "iam:EnableMFADevice",
                  "iam:TagUser",
                  "iam:UpdateLoginProfile"),
          // Anybody's key may be the one that nobody has used for long.
          on("iam::*:user/*").allow("iam:UpdateAccessKey"),
          on("iam::*:mfa/*")
              .named(PolicyResources::deviceArns)
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
              .named(PolicyResources::buckets)
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

  private Scopes() {}

  /**
   * The scopes of an action that an operation needs; none if it can't be narrowed.
   *
   * @param operation the call that needs it
   */
  public static List<Scope> of(String action, Operation<?, ?> operation) {
    return ALL.stream()
        .filter(scope -> scope.actions().contains(action))
        .filter(scope -> scope.operations().test(operation))
        .toList();
  }

  private static Function<PolicyResources, List<String>> with(
      String kind, Function<PolicyResources, List<String>> names) {
    return named -> names.apply(named).stream().map(name -> kind + name).toList();
  }

  private static Scope passing(String role, String caller, String service) {
    return on("iam::*:role/*")
        .named(with("role/", named -> List.of(role)))
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
