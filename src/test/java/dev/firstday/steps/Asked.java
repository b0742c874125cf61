package dev.firstday.steps;

import dev.firstday.engine.plan.Change;
import java.util.HashMap;
import java.util.Map;

/**
 * What IAM is asked for a call: may this action be done to this resource.
 *
 * @param action the IAM action
 * @param resource the ARN of what it is done to
 * @param context what is known of the call besides
 */
record Asked(String action, String resource, Map<String, String> context) {
  static final String ACCOUNT = "123456789012";

  Asked with(String key, String value) {
    Map<String, String> more = new HashMap<>(context);
    more.put(key, value);
    return new Asked(action, resource, more);
  }

  /** What IAM is asked for a change. */
  static Asked by(Change change, String action) {
    Asked asked = new Asked(action, arn(change, action), Map.of("aws:ResourceAccount", ACCOUNT));
    return switch (action) {
      case "iam:PassRole" -> asked.with("iam:PassedToService", passedTo(change.service()));
      case "iam:CreateServiceLinkedRole" -> asked.with("iam:AWSServiceName", linked(change));
      case "iam:AttachGroupPolicy", "iam:DetachGroupPolicy" ->
          asked.with("iam:PolicyARN", text(change, "PolicyArn"));
      case "ec2:CreateTags" -> asked.with("ec2:CreateAction", change.operation());
      default -> asked;
    };
  }

  private static String passedTo(String service) {
    return switch (service) {
      case "ec2" -> "vpc-flow-logs.amazonaws.com";
      case "configservice" -> "config.amazonaws.com";
      default -> service + ".amazonaws.com";
    };
  }

  private static String linked(Change change) {
    return switch (change.service()) {
      case "accessanalyzer" -> "access-analyzer.amazonaws.com";
      case "guardduty" -> "guardduty.amazonaws.com";
      default -> text(change, "AWSServiceName");
    };
  }

  private static String arn(Change change, String action) {
    return switch (action.substring(0, action.indexOf(':'))) {
      case "access-analyzer" ->
          in(change, "access-analyzer", "analyzer/" + text(change, "analyzerName"));
      case "budgets" -> "arn:aws:budgets::" + ACCOUNT + ":budget/" + budget(change);
      case "ce" -> ce(change, action);
      case "cloudformation" ->
          in(change, "cloudformation", "stack/" + text(change, "StackName") + "/id");
      case "cloudtrail" -> in(change, "cloudtrail", "trail/" + last(text(change, "Name")));
      case "cloudwatch" -> in(change, "cloudwatch", "alarm:" + alarm(change));
      case "config" -> in(change, "config", config(change, action));
      case "dynamodb" -> in(change, "dynamodb", "table/" + text(change, "TableName"));
      case "ec2" -> ec2(change, action);
      case "elasticloadbalancing" -> text(change, "LoadBalancerArn");
      case "events" ->
          in(
              change,
              "events",
              "rule/" + text(change, text(change, "Rule").isEmpty() ? "Name" : "Rule"));
      case "guardduty" -> in(change, "guardduty", "detector/d1");
      case "iam" -> iam(change, action);
      case "logs" ->
          action.endsWith("LogDelivery")
              ? "*"
              : in(change, "logs", "log-group:" + text(change, "logGroupName"));
      case "rds" ->
          in(
              change,
              "rds",
              change.operation().contains("Cluster")
                  ? "cluster:" + text(change, "DBClusterIdentifier")
                  : "db:" + text(change, "DBInstanceIdentifier"));
      case "s3" ->
          change.service().equals("s3control") ? "*" : "arn:aws:s3:::" + text(change, "Bucket");
      case "sns" -> sns(change);
      case "account" -> "arn:aws:account::" + ACCOUNT + ":account";
      default -> throw new AssertionError("say what " + action + " is done to");
    };
  }

  private static String in(Change change, String service, String rest) {
    return "arn:aws:" + service + ":" + change.region() + ":" + ACCOUNT + ":" + rest;
  }

  private static String last(String nameOrArn) {
    return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
  }

  private static String text(Change change, String member) {
    Object value = change.request().get(member);
    return value instanceof String text ? text : "";
  }

  private static String nested(Change change, String member, String name) {
    return String.valueOf(((Map<?, ?>) change.request().get(member)).get(name));
  }

  private static String budget(Change change) {
    return change.operation().equals("CreateBudget")
        ? nested(change, "Budget", "BudgetName")
        : text(change, "BudgetName");
  }

  private static String ce(Change change, String action) {
    if (action.contains("CreateAnomaly")) {
      return "*";
    }
    String kind = change.operation().contains("Monitor") ? "anomalymonitor" : "anomalysubscription";
    return "arn:aws:ce::" + ACCOUNT + ":" + kind + "/0000";
  }

  private static String alarm(Change change) {
    return change.operation().equals("DeleteAlarms")
        ? String.valueOf(((Iterable<?>) change.request().get("AlarmNames")).iterator().next())
        : text(change, "AlarmName");
  }

  private static String config(Change change, String action) {
    if (action.contains("DeliveryChannel")) {
      return "delivery-channel";
    }
    return change.operation().contains("Rule")
        ? "config-rule/config-rule-abcdef"
        : "configuration-recorder/default/abc";
  }

  private static String ec2(Change change, String action) {
    return switch (action) {
      case "ec2:CreateFlowLogs", "ec2:DeleteFlowLogs", "ec2:CreateTags" ->
          in(change, "ec2", "vpc-flow-log/fl-1");
      case "ec2:ModifyInstanceAttribute" ->
          in(change, "ec2", "instance/" + text(change, "InstanceId"));
      default -> "*";
    };
  }

  private static String iam(Change change, String action) {
    String path =
        switch (action) {
          case "iam:PassRole" -> "role/" + passed(change);
          case "iam:CreateServiceLinkedRole" ->
              "role/aws-service-role/" + linked(change) + "/AWSServiceRoleForX";
          case "iam:DeleteServiceLinkedRole" ->
              "role/aws-service-role/config.amazonaws.com/" + text(change, "RoleName");
          case "iam:UpdateAccessKey" -> "user/" + text(change, "UserName");
          case "iam:UpdateAccountPasswordPolicy", "iam:DeleteAccountPasswordPolicy" -> "";
          case "iam:CreateVirtualMFADevice", "iam:DeleteVirtualMFADevice", "iam:TagMFADevice" ->
              "mfa/" + last(text(change, "VirtualMFADeviceName") + text(change, "SerialNumber"));
          default ->
              !text(change, "GroupName").isEmpty()
                  ? "group/" + text(change, "GroupName")
                  : !text(change, "UserName").isEmpty()
                      ? "user/" + text(change, "UserName")
                      : "role/" + text(change, "RoleName");
        };
    return path.isEmpty() ? "*" : "arn:aws:iam::" + ACCOUNT + ":" + path;
  }

  /** The role that goes with a request; one of ours where none does, and IAM is not asked. */
  private static String passed(Change change) {
    String arn =
        switch (change.service()) {
          case "cloudtrail" -> text(change, "CloudWatchLogsRoleArn");
          case "ec2" -> text(change, "DeliverLogsPermissionArn");
          case "configservice" -> nested(change, "ConfigurationRecorder", "roleARN");
          default -> "";
        };
    return arn.isEmpty() ? own(change) : arn.substring(arn.indexOf(":role/") + 6);
  }

  private static String own(Change change) {
    return switch (change.service()) {
      case "cloudtrail" -> "firstday-trail";
      case "ec2" -> "firstday-flow-logs";
      default -> "firstday-events";
    };
  }

  private static String sns(Change change) {
    String topic = text(change, "TopicArn");
    return topic.isEmpty() ? in(change, "sns", "firstday-alerts") : topic;
  }
}
