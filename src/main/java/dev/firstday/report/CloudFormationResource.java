package dev.firstday.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a write becomes in CloudFormation: a resource, properties of an earlier one, nothing because
 * CloudFormation does it by itself, or not possible. Keyed by service and operation; the step does
 * not matter.
 */
sealed interface CloudFormationResource {
  /**
   * A resource.
   *
   * @param name the name by which other requests refer to it; empty if none does
   * @param keep whether it stays when the stack is deleted, because it holds data
   */
  record Own(String type, String name, boolean keep, Map<String, Object> properties)
      implements CloudFormationResource {}

  /** Properties of the resource of a type that has this name. */
  record NestedProperties(String type, String name, Map<String, Object> properties)
      implements CloudFormationResource {}

  /** CloudFormation does it by itself. */
  record Included() implements CloudFormationResource {}

  /** It can't be in a template. */
  record Impossible(CloudFormationExport.Reason reason) implements CloudFormationResource {}

  /** Plans of GuardDuty that CloudFormation knows; others keep what AWS turns on by itself. */
  Set<String> FEATURES =
      Set.of(
          "EBS_MALWARE_PROTECTION",
          "EKS_AUDIT_LOGS",
          "EKS_RUNTIME_MONITORING",
          "LAMBDA_NETWORK_LOGS",
          "RDS_LOGIN_EVENTS",
          "RUNTIME_MONITORING",
          "S3_DATA_EVENTS");

  String BUCKET = "AWS::S3::Bucket";
  String LOG_GROUP = "AWS::Logs::LogGroup";
  String ROLE = "AWS::IAM::Role";
  String GROUP = "AWS::IAM::Group";
  String USER = "AWS::IAM::User";
  String TOPIC = "AWS::SNS::Topic";
  String LINKED_ROLE = "AWS::IAM::ServiceLinkedRole";
  String RULE = "AWS::Events::Rule";

  /** The resources that a write is; mostly one. */
  static List<CloudFormationResource> of(String key, Map<String, Object> request) {
    return switch (key) {
      case "s3api:CreateBucket" -> List.of(bucket(request));
      case "s3api:PutPublicAccessBlock" ->
          List.of(bucketPart(request, pick(request, "PublicAccessBlockConfiguration")));
      case "s3api:PutBucketVersioning" ->
          List.of(bucketPart(request, pick(request, "VersioningConfiguration")));
      case "s3api:PutBucketEncryption" -> List.of(bucketPart(request, encryption(request)));
      case "s3api:PutBucketLifecycleConfiguration" ->
          List.of(bucketPart(request, lifecycle(request)));
      case "s3api:PutBucketPolicy" ->
          List.of(
              own(
                  "AWS::S3::BucketPolicy",
                  map(
                      "Bucket",
                      request.get("Bucket"),
                      "PolicyDocument",
                      parsed(request, "Policy"))));
      case "logs:CreateLogGroup" ->
          List.of(
              new Own(
                  LOG_GROUP,
                  text(request, "logGroupName"),
                  true,
                  map(
                      "LogGroupName",
                      request.get("logGroupName"),
                      "Tags",
                      tags(request.get("tags")))));
      case "logs:PutRetentionPolicy" ->
          List.of(
              new NestedProperties(
                  LOG_GROUP,
                  text(request, "logGroupName"),
                  map("RetentionInDays", request.get("retentionInDays"))));
      case "logs:PutMetricFilter" -> List.of(own("AWS::Logs::MetricFilter", upper(request)));
      case "cloudwatch:PutMetricAlarm" -> List.of(own("AWS::CloudWatch::Alarm", request));
      case "iam:CreateRole" -> List.of(role(request));
      case "iam:PutRolePolicy" ->
          List.of(
              new NestedProperties(
                  ROLE,
                  text(request, "RoleName"),
                  map(
                      "Policies",
                      List.of(
                          map(
                              "PolicyName",
                              request.get("PolicyName"),
                              "PolicyDocument",
                              parsed(request, "PolicyDocument"))))));
      case "iam:CreateGroup" ->
          List.of(
              new Own(
                  GROUP,
                  text(request, "GroupName"),
                  false,
                  map("GroupName", request.get("GroupName"))));
      case "iam:AttachGroupPolicy" ->
          List.of(
              new NestedProperties(
                  GROUP,
                  text(request, "GroupName"),
                  map("ManagedPolicyArns", List.of(request.get("PolicyArn")))));
      case "iam:CreateServiceLinkedRole" ->
          List.of(
              new Own(
                  LINKED_ROLE, "aws-service-role/" + request.get("AWSServiceName"), true, request));
      case "cloudtrail:CreateTrail" -> List.of(trail(request));
      case "sns:CreateTopic" -> topic(request);
      case "sns:Subscribe" -> List.of(own("AWS::SNS::Subscription", subscription(request)));
      case "events:PutRule" -> List.of(rule(request));
      case "events:PutTargets" ->
          List.of(
              new NestedProperties(
                  RULE, text(request, "Rule"), map("Targets", request.get("Targets"))));
      case "configservice:PutConfigurationRecorder" ->
          List.of(
              own(
                  "AWS::Config::ConfigurationRecorder",
                  renamed(inner(request, "ConfigurationRecorder"), "RoleARN")));
      case "configservice:PutDeliveryChannel" ->
          List.of(own("AWS::Config::DeliveryChannel", upper(inner(request, "DeliveryChannel"))));
      case "configservice:PutConfigRule" ->
          List.of(own("AWS::Config::ConfigRule", configRule(inner(request, "ConfigRule"))));
      case "guardduty:CreateDetector" ->
          List.of(own("AWS::GuardDuty::Detector", detector(request)));
      case "accessanalyzer:CreateAnalyzer" ->
          List.of(
              own(
                  "AWS::AccessAnalyzer::Analyzer",
                  with(upper(request), "Tags", tags(request.get("tags")))));
      case "budgets:CreateBudget" ->
          List.of(
              own("AWS::Budgets::Budget", pick(request, "Budget", "NotificationsWithSubscribers")));
      case "ce:CreateAnomalyMonitor" ->
          List.of(
              own(
                  "AWS::CE::AnomalyMonitor",
                  with(
                      inner(request, "AnomalyMonitor"),
                      "ResourceTags",
                      request.get("ResourceTags"))));
      case "ce:CreateAnomalySubscription" -> List.of(anomalySubscription(request));
      case "cloudtrail:StartLogging", "configservice:StartConfigurationRecorder" ->
          List.of(new Included());
      case "iam:CreateUser" ->
          List.of(
              new Own(
                  USER,
                  text(request, "UserName"),
                  false,
                  map("UserName", request.get("UserName"), "Tags", request.get("Tags"))));
      case "iam:AddUserToGroup" -> List.of(membership(request));
      // AWS::IAM::VirtualMFADevice creates one whose seed cannot be read.
      case "iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:CreateLoginProfile" ->
          List.of(new Impossible(CloudFormationExport.Reason.PERSON));
      // AWS::EC2::FlowLog wants the id of a VPC.
      case "ec2:CreateFlowLogs" -> List.of(new Impossible(CloudFormationExport.Reason.ACCOUNT));
      default -> List.of(new Impossible(CloudFormationExport.Reason.NO_TYPE));
    };
  }

  private static Own own(String type, Map<String, Object> properties) {
    return new Own(type, "", false, properties);
  }

  private static NestedProperties bucketPart(
      Map<String, Object> request, Map<String, Object> properties) {
    return new NestedProperties(BUCKET, text(request, "Bucket"), properties);
  }

  private static Own bucket(Map<String, Object> request) {
    Map<String, Object> properties = map("BucketName", request.get("Bucket"));
    Optional.ofNullable(request.get("ObjectOwnership"))
        .ifPresent(
            ownership ->
                properties.put(
                    "OwnershipControls", map("Rules", List.of(map("ObjectOwnership", ownership)))));
    if (Optional.ofNullable(request.get("CreateBucketConfiguration")).orElse(Map.of())
            instanceof Map<?, ?> configuration
        && configuration.get("Tags") != null) {
      properties.put("Tags", configuration.get("Tags"));
    }
    return new Own(BUCKET, text(request, "Bucket"), true, properties);
  }

  private static Map<String, Object> encryption(Map<String, Object> request) {
    List<Object> rules = new ArrayList<>();
    for (Map<String, Object> rule :
        list(inner(request, "ServerSideEncryptionConfiguration").get("Rules"))) {
      rules.add(
          map("ServerSideEncryptionByDefault", rule.get("ApplyServerSideEncryptionByDefault")));
    }
    return map("BucketEncryption", map("ServerSideEncryptionConfiguration", rules));
  }

  private static Map<String, Object> lifecycle(Map<String, Object> request) {
    List<Object> rules = new ArrayList<>();
    for (Map<String, Object> rule : list(inner(request, "LifecycleConfiguration").get("Rules"))) {
      Map<String, Object> made = map("Id", rule.get("ID"), "Status", rule.get("Status"));
      if (rule.get("Expiration") instanceof Map<?, ?> expiration) {
        made.put("ExpirationInDays", expiration.get("Days"));
      }
      made.put("NoncurrentVersionExpiration", rule.get("NoncurrentVersionExpiration"));
      made.put("AbortIncompleteMultipartUpload", rule.get("AbortIncompleteMultipartUpload"));
      rules.add(made);
    }
    return map("LifecycleConfiguration", map("Rules", rules));
  }

  private static Own role(Map<String, Object> request) {
    return new Own(
        ROLE,
        text(request, "RoleName"),
        false,
        with(request, "AssumeRolePolicyDocument", parsed(request, "AssumeRolePolicyDocument")));
  }

  private static Own membership(Map<String, Object> request) {
    return own(
        "AWS::IAM::UserToGroupAddition",
        map(
            "GroupName",
            map(CloudFormation.REF_TO, GROUP + " " + request.get("GroupName")),
            "Users",
            List.of(map(CloudFormation.REF_TO, USER + " " + request.get("UserName")))));
  }

  private static Own trail(Map<String, Object> request) {
    Map<String, Object> properties = new LinkedHashMap<>(request);
    properties.put("TrailName", properties.remove("Name"));
    properties.put("Tags", properties.remove("TagsList"));
    properties.put("IsLogging", true);
    return own("AWS::CloudTrail::Trail", properties);
  }

  private static List<CloudFormationResource> topic(Map<String, Object> request) {
    List<CloudFormationResource> made = new ArrayList<>();
    made.add(
        new Own(
            TOPIC,
            text(request, "Name"),
            false,
            map("TopicName", request.get("Name"), "Tags", request.get("Tags"))));
    Map<String, Object> attributes = inner(request, "Attributes");
    if (attributes.get("Policy") != null) {
      made.add(
          own(
              "AWS::SNS::TopicPolicy",
              map(
                  "Topics",
                  List.of(map(CloudFormation.REF_TO, TOPIC + " " + request.get("Name"))),
                  "PolicyDocument",
                  parsed(attributes, "Policy"))));
    }
    return made;
  }

  private static Map<String, Object> subscription(Map<String, Object> request) {
    String arn = text(request, "TopicArn");
    return map(
        "Protocol",
        request.get("Protocol"),
        "Endpoint",
        request.get("Endpoint"),
        "TopicArn",
        map(CloudFormation.REF_TO, TOPIC + " " + arn.substring(arn.lastIndexOf(':') + 1)));
  }

  private static Own rule(Map<String, Object> request) {
    Map<String, Object> properties = with(request, "EventPattern", parsed(request, "EventPattern"));
    properties.remove("Tags");
    return new Own(RULE, text(request, "Name"), false, properties);
  }

  private static Map<String, Object> configRule(Map<String, Object> rule) {
    Map<String, Object> properties = new LinkedHashMap<>(rule);
    if (properties.get("InputParameters") instanceof String) {
      properties.put("InputParameters", parsed(rule, "InputParameters"));
    }
    return properties;
  }

  private static Own anomalySubscription(Map<String, Object> request) {
    Map<String, Object> subscription = new LinkedHashMap<>(inner(request, "AnomalySubscription"));
    subscription.put("ThresholdExpression", Json.compact(subscription.get("ThresholdExpression")));
    subscription.put("ResourceTags", request.get("ResourceTags"));
    return own("AWS::CE::AnomalySubscription", subscription);
  }

  private static Map<String, Object> detector(Map<String, Object> request) {
    Map<String, Object> properties = with(request, "Tags", tags(request.get("Tags")));
    properties.put(
        "Features",
        list(request.get("Features")).stream()
            .filter(feature -> FEATURES.contains(text(feature, "Name")))
            .toList());
    return properties;
  }

  private static Map<String, Object> renamed(Map<String, Object> recorder, String role) {
    Map<String, Object> properties = upper(recorder);
    Object arn = properties.remove("RoleARN");
    properties.put(role, arn);
    return properties;
  }

  private static Object parsed(Map<String, Object> data, String key) {
    return Json.parsed(text(data, key));
  }

  private static String text(Map<String, Object> data, String key) {
    return String.valueOf(data.get(key));
  }

  @SuppressWarnings("unchecked") // Requests are maps of texts.
  private static Map<String, Object> inner(Map<String, Object> data, String key) {
    return data.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  @SuppressWarnings("unchecked") // Requests are maps of texts.
  private static List<Map<String, Object>> list(Object data) {
    return data instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
  }

  private static Object tags(Object tags) {
    List<Object> list = new ArrayList<>();
    if (tags instanceof Map<?, ?> map) {
      map.forEach((key, value) -> list.add(map("Key", key, "Value", value)));
    }
    return list;
  }

  private static Map<String, Object> pick(Map<String, Object> data, String... keys) {
    Map<String, Object> picked = new LinkedHashMap<>();
    for (String key : keys) {
      Optional.ofNullable(data.get(key)).ifPresent(value -> picked.put(key, value));
    }
    return picked;
  }

  private static Map<String, Object> with(Map<String, Object> data, String key, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(data);
    copy.put(key, value);
    return copy;
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  /**
   * Some members begin with a lower-case letter in the API and with an upper-case one in
   * CloudFormation.
   */
  private static Map<String, Object> upper(Map<String, Object> data) {
    Map<String, Object> upper = new LinkedHashMap<>();
    data.forEach(
        (key, value) -> {
          if (!key.equals("tags")) {
            upper.put(Character.toUpperCase(key.charAt(0)) + key.substring(1), upperIn(value));
          }
        });
    return upper;
  }

  @SuppressWarnings("unchecked") // Requests are maps of texts.
  private static Object upperIn(Object value) {
    return switch (value) {
      case Map<?, ?> map -> upper((Map<String, Object>) map);
      case List<?> list -> list.stream().map(CloudFormationResource::upperIn).toList();
      default -> value;
    };
  }
}
