package dev.firstday.report.cloudformation;

import static dev.firstday.report.cloudformation.CloudFormationResource.BUCKET;
import static dev.firstday.report.cloudformation.CloudFormationResource.GROUP;
import static dev.firstday.report.cloudformation.CloudFormationResource.LINKED_ROLE;
import static dev.firstday.report.cloudformation.CloudFormationResource.LOG_GROUP;
import static dev.firstday.report.cloudformation.CloudFormationResource.ROLE;
import static dev.firstday.report.cloudformation.CloudFormationResource.RULE;
import static dev.firstday.report.cloudformation.CloudFormationResource.TOPIC;
import static dev.firstday.report.cloudformation.CloudFormationResource.USER;
import static dev.firstday.report.cloudformation.ResourceProperties.inner;
import static dev.firstday.report.cloudformation.ResourceProperties.parsed;
import static dev.firstday.report.cloudformation.ResourceProperties.pick;
import static dev.firstday.report.cloudformation.ResourceProperties.text;
import static dev.firstday.report.cloudformation.ResourceProperties.upper;
import static dev.firstday.report.cloudformation.ResourceProperties.with;

import dev.firstday.engine.plan.Change;
import dev.firstday.report.cloudformation.CloudFormationExport.Reason;
import dev.firstday.report.cloudformation.CloudFormationResource.Impossible;
import dev.firstday.report.cloudformation.CloudFormationResource.Included;
import dev.firstday.report.cloudformation.CloudFormationResource.NestedProperties;
import dev.firstday.report.cloudformation.CloudFormationResource.Own;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Which resource of CloudFormation each write becomes, by service and operation; the step does not
 * matter.
 */
final class ResourceMapping {
  /** Makes the properties of a resource from a request. */
  private interface Properties extends UnaryOperator<Map<String, Object>> {}

  private static final Map<String, Function<Map<String, Object>, CloudFormationResource>> TABLE =
      Map.ofEntries(
          kept("s3api:CreateBucket", BUCKET, "Bucket", RequestProperties::bucket),
          part(
              "s3api:PutPublicAccessBlock",
              BUCKET,
              "Bucket",
              r -> pick(r, "PublicAccessBlockConfiguration")),
          part(
              "s3api:PutBucketVersioning",
              BUCKET,
              "Bucket",
              r -> pick(r, "VersioningConfiguration")),
          part("s3api:PutBucketEncryption", BUCKET, "Bucket", RequestProperties::encryption),
          part(
              "s3api:PutBucketLifecycleConfiguration",
              BUCKET,
              "Bucket",
              RequestProperties::lifecycle),
          unnamed(
              "s3api:PutBucketPolicy", "AWS::S3::BucketPolicy", RequestProperties::bucketPolicy),
          own(
              "iam:CreateRole",
              ROLE,
              "RoleName",
              r -> with(r, RequestProperties.TRUST, parsed(r, RequestProperties.TRUST))),
          part("iam:PutRolePolicy", ROLE, "RoleName", RequestProperties::rolePolicy),
          Map.entry(
              "iam:CreateServiceLinkedRole",
              r -> new Own(LINKED_ROLE, "aws-service-role/" + r.get("AWSServiceName"), true, r)),
          own("iam:CreateGroup", GROUP, "GroupName", r -> pick(r, "GroupName")),
          part("iam:AttachGroupPolicy", GROUP, "GroupName", RequestProperties::groupPolicy),
          own("iam:CreateUser", USER, "UserName", r -> pick(r, "UserName", "Tags")),
          unnamed(
              "iam:AddUserToGroup", "AWS::IAM::UserToGroupAddition", RequestProperties::membership),
          // AWS::IAM::VirtualMFADevice creates one whose seed cannot be read.
          impossible("iam:CreateVirtualMFADevice", Reason.PERSON),
          impossible("iam:EnableMFADevice", Reason.PERSON),
          impossible("iam:CreateLoginProfile", Reason.PERSON),
          unnamed("cloudtrail:CreateTrail", "AWS::CloudTrail::Trail", RequestProperties::trail),
          Map.entry("cloudtrail:StartLogging", r -> new Included()),
          kept("logs:CreateLogGroup", LOG_GROUP, "logGroupName", RequestProperties::logGroup),
          part(
              "logs:PutRetentionPolicy",
              LOG_GROUP,
              "logGroupName",
              r -> upper(pick(r, "retentionInDays"))),
          unnamed("logs:PutMetricFilter", "AWS::Logs::MetricFilter", ResourceProperties::upper),
          unnamed("cloudwatch:PutMetricAlarm", "AWS::CloudWatch::Alarm", r -> r),
          own("sns:CreateTopic", TOPIC, "Name", RequestProperties::topic),
          unnamed("sns:Subscribe", "AWS::SNS::Subscription", RequestProperties::subscription),
          own("events:PutRule", RULE, "Name", RequestProperties::rule),
          part("events:PutTargets", RULE, "Rule", r -> pick(r, "Targets")),
          unnamed(
              "configservice:PutConfigurationRecorder",
              "AWS::Config::ConfigurationRecorder",
              r -> upper(inner(r, "ConfigurationRecorder"))),
          unnamed(
              "configservice:PutDeliveryChannel",
              "AWS::Config::DeliveryChannel",
              r -> upper(inner(r, "DeliveryChannel"))),
          unnamed(
              "configservice:PutConfigRule",
              "AWS::Config::ConfigRule",
              RequestProperties::configRule),
          Map.entry("configservice:StartConfigurationRecorder", r -> new Included()),
          unnamed(
              "guardduty:CreateDetector", "AWS::GuardDuty::Detector", RequestProperties::detector),
          unnamed(
              "accessanalyzer:CreateAnalyzer",
              "AWS::AccessAnalyzer::Analyzer",
              RequestProperties::analyzer),
          unnamed(
              "budgets:CreateBudget",
              "AWS::Budgets::Budget",
              r -> pick(r, "Budget", "NotificationsWithSubscribers")),
          unnamed(
              "ce:CreateAnomalyMonitor",
              "AWS::CE::AnomalyMonitor",
              RequestProperties::anomalyMonitor),
          unnamed(
              "ce:CreateAnomalySubscription",
              "AWS::CE::AnomalySubscription",
              RequestProperties::anomalySubscription),
          // AWS::EC2::FlowLog wants the id of a VPC.
          impossible("ec2:CreateFlowLogs", Reason.ACCOUNT));

  private ResourceMapping() {}

  /** The resources that a change is; mostly one. */
  static List<CloudFormationResource> resources(Change change) {
    Map<String, Object> request = change.request();
    String write = change.service() + ":" + change.operation();
    CloudFormationResource resource =
        TABLE.getOrDefault(write, r -> new Impossible(Reason.NO_TYPE)).apply(request);
    // The policy of a topic is a resource of its own.
    return write.equals("sns:CreateTopic") && inner(request, "Attributes").get("Policy") != null
        ? List.of(
            resource, Own.unnamed("AWS::SNS::TopicPolicy", RequestProperties.topicPolicy(request)))
        : List.of(resource);
  }

  /** A resource that other requests name by what the request has under a key. */
  private static Map.Entry<String, Function<Map<String, Object>, CloudFormationResource>> own(
      String write, String type, String name, Properties properties) {
    return Map.entry(write, r -> new Own(type, text(r, name), false, properties.apply(r)));
  }

  /** The same, where it holds data. */
  private static Map.Entry<String, Function<Map<String, Object>, CloudFormationResource>> kept(
      String write, String type, String name, Properties properties) {
    return Map.entry(write, r -> new Own(type, text(r, name), true, properties.apply(r)));
  }

  private static Map.Entry<String, Function<Map<String, Object>, CloudFormationResource>> unnamed(
      String write, String type, Properties properties) {
    return Map.entry(write, r -> Own.unnamed(type, properties.apply(r)));
  }

  /** Properties of a resource that the request names under a key. */
  private static Map.Entry<String, Function<Map<String, Object>, CloudFormationResource>> part(
      String write, String type, String name, Properties properties) {
    return Map.entry(write, r -> new NestedProperties(type, text(r, name), properties.apply(r)));
  }

  private static Map.Entry<String, Function<Map<String, Object>, CloudFormationResource>>
      impossible(String write, Reason reason) {
    return Map.entry(write, r -> new Impossible(reason));
  }
}
