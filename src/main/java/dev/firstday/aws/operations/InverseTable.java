package dev.firstday.aws.operations;

import static dev.firstday.aws.operations.Inverse.back;
import static dev.firstday.aws.operations.Inverse.undo;
import static dev.firstday.aws.operations.Inverses.answered;
import static dev.firstday.aws.operations.Inverses.arn;
import static dev.firstday.aws.operations.Inverses.either;
import static dev.firstday.aws.operations.Inverses.exactly;
import static dev.firstday.aws.operations.Inverses.from;
import static dev.firstday.aws.operations.Inverses.itemsOf;
import static dev.firstday.aws.operations.Inverses.lower;
import static dev.firstday.aws.operations.Inverses.named;
import static dev.firstday.aws.operations.Inverses.oneAnswered;
import static dev.firstday.aws.operations.Inverses.oneOf;
import static dev.firstday.aws.operations.Inverses.perhaps;
import static dev.firstday.aws.operations.Inverses.rules;
import static dev.firstday.aws.operations.Inverses.serviceLinkedRole;
import static dev.firstday.aws.operations.Inverses.subscription;
import static dev.firstday.aws.operations.Inverses.topics;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways back of each write; one that is not here has none. */
final class InverseTable {
  private static final String RECOVERY =
      "/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled";

  /** By the name of the write, as {@code iam:CreateUser}. */
  static final Map<String, List<Inverse>> ALL =
      Stream.of(
              undo("accessanalyzer:CreateAnalyzer", "DeleteAnalyzer").ours("/analyzerName"),
              undo("account:PutAlternateContact", "DeleteAlternateContact")
                  .same("/AlternateContactType"),
              contact(),
              undo("budgets:CreateBudget", "DeleteBudget")
                  .same("/AccountId")
                  .and("/BudgetName", named("/Budget/BudgetName")),
              undo("budgets:CreateNotification", "DeleteNotification")
                  .same("/AccountId", "/BudgetName", "/Notification"),
              undo("budgets:CreateSubscriber", "DeleteSubscriber")
                  .same("/AccountId", "/BudgetName", "/Notification", "/Subscriber"),
              undo("ce:CreateAnomalyMonitor", "DeleteAnomalyMonitor")
                  .and(
                      "/MonitorArn", answered("arn:aws[a-z-]*:ce::\\d{12}:anomalymonitor/[\\w-]+")),
              undo("ce:CreateAnomalySubscription", "DeleteAnomalySubscription")
                  .and(
                      "/SubscriptionArn",
                      answered("arn:aws[a-z-]*:ce::\\d{12}:anomalysubscription/[\\w-]+")),
              back("ce:UpdateAnomalySubscription").same("/SubscriptionArn").before("/Subscribers"),
              back("cloudformation:UpdateTerminationProtection")
                  .same("/StackName")
                  .turned(false, "/EnableTerminationProtection"),
              undo("cloudtrail:CreateTrail", "DeleteTrail").ours("/Name"),
              back("cloudtrail:PutEventSelectors")
                  .same("/TrailName")
                  .before("/EventSelectors", "/AdvancedEventSelectors"),
              undo("cloudtrail:StartLogging", "StopLogging").same("/Name"),
              trail(),
              undo("cloudwatch:PutMetricAlarm", "DeleteAlarms")
                  .and("/AlarmNames", oneOf("/AlarmName")),
              alarm(),
              undo("configservice:PutConfigRule", "DeleteConfigRule")
                  .and("/ConfigRuleName", named("/ConfigRule/ConfigRuleName")),
              undo("configservice:PutConfigurationRecorder", "DeleteConfigurationRecorder")
                  .and("/ConfigurationRecorderName", from("/ConfigurationRecorder/name")),
              recorder(),
              undo("configservice:PutDeliveryChannel", "DeleteDeliveryChannel")
                  .and("/DeliveryChannelName", from("/DeliveryChannel/name")),
              undo("configservice:StartConfigurationRecorder", "StopConfigurationRecorder")
                  .same("/ConfigurationRecorderName"),
              back("dynamodb:UpdateContinuousBackups").same("/TableName").turned(false, RECOVERY),
              back("dynamodb:UpdateTable")
                  .same("/TableName")
                  .turned(false, "/DeletionProtectionEnabled"),
              undo("ec2:CreateFlowLogs", "DeleteFlowLogs")
                  .and("/FlowLogIds", oneAnswered("fl-[0-9a-f]{8,32}")),
              undo("ec2:EnableEbsEncryptionByDefault", "DisableEbsEncryptionByDefault"),
              back("ec2:ModifyInstanceAttribute")
                  .same("/InstanceId")
                  .turned(false, "/DisableApiTermination/Value"),
              back("ec2:ModifyInstanceMetadataDefaults")
                  .before("/HttpTokens", "/HttpPutResponseHopLimit"),
              back("elbv2:ModifyLoadBalancerAttributes")
                  .same("/LoadBalancerArn")
                  .and(
                      "/Attributes",
                      exactly(
                          List.of(Map.of("Key", "deletion_protection.enabled", "Value", "false")))),
              undo("events:PutRule", "DeleteRule").ours("/Name"),
              back("events:PutRule")
                  .ours("/Name")
                  .restoring("/Description", "/EventPattern", "/State"),
              undo("events:PutTargets", "RemoveTargets")
                  .ours("/Rule")
                  .and("/Ids", oneOf("/Targets/0/Id")),
              back("events:PutTargets")
                  .same("/Rule")
                  .and("/Targets", itemsOf("/Targets", "InputTransformer", "Input", "InputPath")),
              undo("guardduty:CreateDetector", "DeleteDetector")
                  .and("/DetectorId", answered("[0-9a-f]{32}")),
              back("guardduty:UpdateDetector")
                  .same("/DetectorId")
                  .turned(false, "/Enable")
                  .before("/Features"),
              undo("iam:AddUserToGroup", "RemoveUserFromGroup").same("/GroupName", "/UserName"),
              undo("iam:AttachGroupPolicy", "DetachGroupPolicy").same("/GroupName", "/PolicyArn"),
              undo("iam:CreateAccountAlias", "DeleteAccountAlias").same("/AccountAlias"),
              undo("iam:CreateGroup", "DeleteGroup").same("/GroupName"),
              undo("iam:CreateLoginProfile", "DeleteLoginProfile").same("/UserName"),
              undo("iam:CreateRole", "DeleteRole").ours("/RoleName"),
              undo("iam:CreateServiceLinkedRole", "DeleteServiceLinkedRole")
                  .and("/RoleName", serviceLinkedRole()),
              undo("iam:CreateUser", "DeleteUser").same("/UserName"),
              undo("iam:CreateVirtualMFADevice", "DeleteVirtualMFADevice")
                  .and("/SerialNumber", arn("iam", false, "mfa/", "/VirtualMFADeviceName")),
              undo("iam:EnableMFADevice", "DeactivateMFADevice").same("/SerialNumber", "/UserName"),
              undo("iam:PutRolePolicy", "DeleteRolePolicy").ours("/RoleName", "/PolicyName"),
              back("iam:PutRolePolicy")
                  .same("/RoleName", "/PolicyName")
                  .fewerStatements("/PolicyDocument"),
              back("iam:UpdateAssumeRolePolicy")
                  .same("/RoleName")
                  .fewerStatements("/PolicyDocument"),
              back("iam:UpdateAccessKey")
                  .same("/UserName", "/AccessKeyId")
                  .turned("Active", "/Status"),
              undo("iam:UpdateAccountPasswordPolicy", "DeleteAccountPasswordPolicy"),
              passwordPolicy(),
              undo("logs:CreateLogGroup", "DeleteLogGroup")
                  .ours("/logGroupName")
                  .holding(
                      "DescribeLogGroups",
                      "logGroupNamePrefix",
                      "/logGroupName",
                      "/logGroups/0/storedBytes"),
              undo("logs:PutRetentionPolicy", "DeleteRetentionPolicy").same("/logGroupName"),
              back("logs:PutRetentionPolicy")
                  .same("/logGroupName")
                  .and("/retentionInDays", lower("/retentionInDays")),
              undo("logs:PutMetricFilter", "DeleteMetricFilter")
                  .same("/logGroupName")
                  .ours("/filterName"),
              back("logs:PutMetricFilter")
                  .same("/logGroupName")
                  .ours("/filterName")
                  .restoring("/filterPattern", "/metricTransformations"),
              back("rds:ModifyDBCluster")
                  .same("/DBClusterIdentifier", "/ApplyImmediately")
                  .turned(false, "/DeletionProtection"),
              back("rds:ModifyDBInstance")
                  .same("/DBInstanceIdentifier", "/ApplyImmediately")
                  .turned(false, "/DeletionProtection")
                  .and("/BackupRetentionPeriod", lower("/BackupRetentionPeriod")),
              undo("s3api:CreateBucket", "DeleteBucket")
                  .same("/Bucket")
                  .holding(
                      "ListObjectVersions",
                      "Bucket",
                      "/Bucket",
                      "/Versions/0/Key",
                      "/DeleteMarkers/0/Key"),
              undo("s3api:PutBucketLifecycleConfiguration", "DeleteBucketLifecycle")
                  .same("/Bucket"),
              lifecycle(),
              back("s3api:PutBucketLogging")
                  .same("/Bucket")
                  .and("/BucketLoggingStatus", exactly(Map.of())),
              undo("s3api:PutBucketPolicy", "DeleteBucketPolicy").same("/Bucket"),
              back("s3api:PutBucketPolicy").same("/Bucket").fewerStatements("/Policy"),
              back("s3api:PutBucketVersioning")
                  .same("/Bucket")
                  .and("/VersioningConfiguration/Status", exactly("Suspended")),
              undo("s3api:PutPublicAccessBlock", "DeletePublicAccessBlock").same("/Bucket"),
              back("s3api:PutPublicAccessBlock")
                  .same("/Bucket")
                  .restoring("/PublicAccessBlockConfiguration"),
              undo("s3control:PutPublicAccessBlock", "DeletePublicAccessBlock").same("/AccountId"),
              back("s3control:PutPublicAccessBlock")
                  .same("/AccountId")
                  .restoring("/PublicAccessBlockConfiguration"),
              undo("sns:CreateTopic", "DeleteTopic")
                  .and("/TopicArn", arn("sns", true, "", "/Name")),
              back("sns:SetTopicAttributes")
                  .same("/TopicArn")
                  .and("/AttributeName", exactly("Policy"))
                  .fewerStatements("/AttributeValue"),
              undo("sns:Subscribe", "Unsubscribe").and("/SubscriptionArn", subscription()))
          .collect(Collectors.groupingBy(Inverse::write));

  private InverseTable() {}

  /** A put replaces the whole contact: everything but the number is what the write has. */
  private static Inverse contact() {
    Inverse back =
        back("account:PutContactInformation").restoring("/ContactInformation/PhoneNumber");
    for (String member :
        List.of(
            "AddressLine1",
            "AddressLine2",
            "AddressLine3",
            "City",
            "CompanyName",
            "CountryCode",
            "DistrictOrCounty",
            "FullName",
            "PostalCode",
            "StateOrRegion",
            "WebsiteUrl")) {
      back = back.same("/ContactInformation/" + member);
    }
    return back;
  }

  private static Inverse trail() {
    return back("cloudtrail:UpdateTrail")
        .same("/Name")
        .turned(false, "/IsMultiRegionTrail")
        .before("/IncludeGlobalServiceEvents")
        .turned(false, "/EnableLogFileValidation")
        .turned("", "/CloudWatchLogsLogGroupArn", "/CloudWatchLogsRoleArn");
  }

  private static Inverse alarm() {
    return back("cloudwatch:PutMetricAlarm")
        .ours("/AlarmName")
        .and("/AlarmActions", perhaps(either(topics(), itemsOf("/AlarmActions"))))
        .and("/OKActions", perhaps(either(topics(), itemsOf("/OKActions"))))
        .and("/InsufficientDataActions", perhaps(topics()))
        .restoring(
            "/AlarmDescription",
            "/ActionsEnabled",
            "/Namespace",
            "/MetricName",
            "/Dimensions",
            "/Statistic",
            "/Period",
            "/Unit",
            "/EvaluationPeriods",
            "/DatapointsToAlarm",
            "/Threshold",
            "/ComparisonOperator",
            "/TreatMissingData");
  }

  private static Inverse recorder() {
    return back("configservice:PutConfigurationRecorder")
        .same("/ConfigurationRecorder/name", "/ConfigurationRecorder/roleARN")
        .restoring("/ConfigurationRecorder/recordingGroup", "/ConfigurationRecorder/recordingMode");
  }

  private static Inverse passwordPolicy() {
    return back("iam:UpdateAccountPasswordPolicy")
        .restoring(
            "/AllowUsersToChangePassword",
            "/HardExpiry",
            "/MaxPasswordAge",
            "/MinimumPasswordLength",
            "/PasswordReusePrevention",
            "/RequireLowercaseCharacters",
            "/RequireNumbers",
            "/RequireSymbols",
            "/RequireUppercaseCharacters");
  }

  /** Rules that the write has, too; the one of our name it may have replaced. */
  private static Inverse lifecycle() {
    return back("s3api:PutBucketLifecycleConfiguration")
        .same("/Bucket")
        .and(
            "/LifecycleConfiguration/Rules",
            rules("/LifecycleConfiguration/Rules", "firstday-expire"));
  }
}
