package dev.firstday.report.cloudformation;

import static java.util.Map.entry;

import dev.firstday.engine.plan.Change;
import dev.firstday.report.cloudformation.CloudFormationExport.Reason;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which resource of CloudFormation each write becomes, by service and operation; the step does not
 * matter.
 */
final class ResourceMapping {
  private static final Map<String, Function<Map<String, Object>, CloudFormationResource>> TABLE =
      Map.ofEntries(
          entry("s3api:CreateBucket", S3Resources::bucket),
          entry("s3api:PutPublicAccessBlock", S3Resources::publicAccessBlock),
          entry("s3api:PutBucketVersioning", S3Resources::versioning),
          entry("s3api:PutBucketEncryption", S3Resources::encryption),
          entry("s3api:PutBucketLifecycleConfiguration", S3Resources::lifecycle),
          entry("s3api:PutBucketPolicy", S3Resources::policy),
          entry("iam:CreateRole", IamResources::role),
          entry("iam:PutRolePolicy", IamResources::rolePolicy),
          entry("iam:CreateServiceLinkedRole", IamResources::serviceLinkedRole),
          entry("iam:CreateGroup", IamResources::group),
          entry("iam:AttachGroupPolicy", IamResources::groupPolicy),
          entry("iam:CreateUser", IamResources::user),
          entry("iam:AddUserToGroup", IamResources::membership),
          // AWS::IAM::VirtualMFADevice creates one whose seed cannot be read.
          entry("iam:CreateVirtualMFADevice", impossible(Reason.PERSON)),
          entry("iam:EnableMFADevice", impossible(Reason.PERSON)),
          entry("iam:CreateLoginProfile", impossible(Reason.PERSON)),
          entry("cloudtrail:CreateTrail", MonitoringResources::trail),
          entry("cloudtrail:StartLogging", request -> new CloudFormationResource.Included()),
          entry("logs:CreateLogGroup", MonitoringResources::logGroup),
          entry("logs:PutRetentionPolicy", MonitoringResources::retention),
          entry("logs:PutMetricFilter", MonitoringResources::metricFilter),
          entry("cloudwatch:PutMetricAlarm", MonitoringResources::alarm),
          entry("sns:Subscribe", MonitoringResources::subscription),
          entry("events:PutRule", MonitoringResources::rule),
          entry("events:PutTargets", MonitoringResources::targets),
          entry("configservice:PutConfigurationRecorder", SecurityResources::recorder),
          entry("configservice:PutDeliveryChannel", SecurityResources::deliveryChannel),
          entry("configservice:PutConfigRule", SecurityResources::configRule),
          entry(
              "configservice:StartConfigurationRecorder",
              request -> new CloudFormationResource.Included()),
          entry("guardduty:CreateDetector", SecurityResources::detector),
          entry("accessanalyzer:CreateAnalyzer", SecurityResources::analyzer),
          entry("budgets:CreateBudget", CostResources::budget),
          entry("ce:CreateAnomalyMonitor", CostResources::anomalyMonitor),
          entry("ce:CreateAnomalySubscription", CostResources::anomalySubscription),
          // AWS::EC2::FlowLog wants the id of a VPC.
          entry("ec2:CreateFlowLogs", impossible(Reason.ACCOUNT)));

  private ResourceMapping() {}

  /** The resources that a change is; mostly one. */
  static List<CloudFormationResource> resources(Change change) {
    String write = change.service() + ":" + change.operation();
    return write.equals("sns:CreateTopic")
        ? MonitoringResources.topic(change.request())
        : List.of(TABLE.getOrDefault(write, impossible(Reason.NO_TYPE)).apply(change.request()));
  }

  private static Function<Map<String, Object>, CloudFormationResource> impossible(Reason reason) {
    return request -> new CloudFormationResource.Impossible(reason);
  }
}
