package dev.firstday.report.cloudformation;

import static dev.firstday.report.cloudformation.CloudFormationResource.GROUP;
import static dev.firstday.report.cloudformation.CloudFormationResource.TOPIC;
import static dev.firstday.report.cloudformation.CloudFormationResource.USER;
import static dev.firstday.report.cloudformation.ResourceProperties.inner;
import static dev.firstday.report.cloudformation.ResourceProperties.list;
import static dev.firstday.report.cloudformation.ResourceProperties.map;
import static dev.firstday.report.cloudformation.ResourceProperties.parsed;
import static dev.firstday.report.cloudformation.ResourceProperties.pick;
import static dev.firstday.report.cloudformation.ResourceProperties.reference;
import static dev.firstday.report.cloudformation.ResourceProperties.tags;
import static dev.firstday.report.cloudformation.ResourceProperties.text;
import static dev.firstday.report.cloudformation.ResourceProperties.upper;
import static dev.firstday.report.cloudformation.ResourceProperties.with;

import dev.firstday.report.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The properties that CloudFormation names or nests in another way than the API does. */
final class RequestProperties {
  static final String TRUST = "AssumeRolePolicyDocument";
  private static final String TAGS = "ResourceTags";

  /** Plans of GuardDuty that CloudFormation knows; others keep what AWS turns on by itself. */
  private static final Set<String> FEATURES =
      Set.of(
          "EBS_MALWARE_PROTECTION",
          "EKS_AUDIT_LOGS",
          "EKS_RUNTIME_MONITORING",
          "LAMBDA_NETWORK_LOGS",
          "RDS_LOGIN_EVENTS",
          "RUNTIME_MONITORING",
          "S3_DATA_EVENTS");

  private RequestProperties() {}

  // --- Amazon S3 ---

  static Map<String, Object> bucket(Map<String, Object> request) {
    Map<String, Object> properties = map("BucketName", request.get("Bucket"));
    if (request.get("ObjectOwnership") != null) {
      properties.put("OwnershipControls", map("Rules", List.of(pick(request, "ObjectOwnership"))));
    }
    properties.putAll(pick(inner(request, "CreateBucketConfiguration"), "Tags"));
    return properties;
  }

  static Map<String, Object> encryption(Map<String, Object> request) {
    List<Map<String, Object>> rules =
        list(inner(request, "ServerSideEncryptionConfiguration").get("Rules")).stream()
            .map(
                rule ->
                    map(
                        "ServerSideEncryptionByDefault",
                        rule.get("ApplyServerSideEncryptionByDefault")))
            .toList();
    return map("BucketEncryption", map("ServerSideEncryptionConfiguration", rules));
  }

  static Map<String, Object> lifecycle(Map<String, Object> request) {
    List<Map<String, Object>> rules =
        list(inner(request, "LifecycleConfiguration").get("Rules")).stream()
            .map(RequestProperties::lifecycleRule)
            .toList();
    return map("LifecycleConfiguration", map("Rules", rules));
  }

  private static Map<String, Object> lifecycleRule(Map<String, Object> rule) {
    Map<String, Object> properties = map("Id", rule.get("ID"), "Status", rule.get("Status"));
    if (rule.get("Expiration") instanceof Map<?, ?> expiration) {
      properties.put("ExpirationInDays", expiration.get("Days"));
    }
    properties.putAll(pick(rule, "NoncurrentVersionExpiration", "AbortIncompleteMultipartUpload"));
    return properties;
  }

  static Map<String, Object> bucketPolicy(Map<String, Object> request) {
    return with(pick(request, "Bucket"), "PolicyDocument", parsed(request, "Policy"));
  }

  // --- IAM ---

  static Map<String, Object> rolePolicy(Map<String, Object> request) {
    Map<String, Object> policy =
        with(pick(request, "PolicyName"), "PolicyDocument", parsed(request, "PolicyDocument"));
    return map("Policies", List.of(policy));
  }

  static Map<String, Object> groupPolicy(Map<String, Object> request) {
    return map("ManagedPolicyArns", List.of(Objects.requireNonNull(request.get("PolicyArn"))));
  }

  static Map<String, Object> membership(Map<String, Object> request) {
    List<Object> users = List.of(reference(USER, request.get("UserName")));
    return map("GroupName", reference(GROUP, request.get("GroupName")), "Users", users);
  }

  // --- CloudTrail, CloudWatch Logs, EventBridge and SNS ---

  static Map<String, Object> trail(Map<String, Object> request) {
    Map<String, Object> properties = new LinkedHashMap<>(request);
    properties.put("TrailName", properties.remove("Name"));
    properties.put("Tags", properties.remove("TagsList"));
    properties.put("IsLogging", true);
    return properties;
  }

  static Map<String, Object> logGroup(Map<String, Object> request) {
    return map("LogGroupName", request.get("logGroupName"), "Tags", tags(request.get("tags")));
  }

  static Map<String, Object> topic(Map<String, Object> request) {
    return map("TopicName", request.get("Name"), "Tags", request.get("Tags"));
  }

  static Map<String, Object> topicPolicy(Map<String, Object> request) {
    List<Object> topics = List.of(reference(TOPIC, request.get("Name")));
    Object policy = parsed(inner(request, "Attributes"), "Policy");
    return map("Topics", topics, "PolicyDocument", policy);
  }

  static Map<String, Object> subscription(Map<String, Object> request) {
    String arn = text(request, "TopicArn");
    return with(
        pick(request, "Protocol", "Endpoint"),
        "TopicArn",
        reference(TOPIC, arn.substring(arn.lastIndexOf(':') + 1)));
  }

  static Map<String, Object> rule(Map<String, Object> request) {
    Map<String, Object> properties = with(request, "EventPattern", parsed(request, "EventPattern"));
    properties.remove("Tags");
    return properties;
  }

  // --- AWS Config, GuardDuty and IAM Access Analyzer ---

  static Map<String, Object> configRule(Map<String, Object> request) {
    Map<String, Object> rule = inner(request, "ConfigRule");
    return rule.get("InputParameters") instanceof String
        ? with(rule, "InputParameters", parsed(rule, "InputParameters"))
        : rule;
  }

  static Map<String, Object> detector(Map<String, Object> request) {
    List<Map<String, Object>> known =
        list(request.get("Features")).stream()
            .filter(feature -> FEATURES.contains(text(feature, "Name")))
            .toList();
    return with(with(request, "Tags", tags(request.get("Tags"))), "Features", known);
  }

  static Map<String, Object> analyzer(Map<String, Object> request) {
    return with(upper(request), "Tags", tags(request.get("tags")));
  }

  // --- Cost Anomaly Detection ---

  static Map<String, Object> anomalyMonitor(Map<String, Object> request) {
    return with(inner(request, "AnomalyMonitor"), TAGS, request.get(TAGS));
  }

  static Map<String, Object> anomalySubscription(Map<String, Object> request) {
    Map<String, Object> subscription = inner(request, "AnomalySubscription");
    // CloudFormation takes the expression as JSON text.
    String threshold = Json.compact(subscription.get("ThresholdExpression"));
    return with(with(subscription, "ThresholdExpression", threshold), TAGS, request.get(TAGS));
  }
}
