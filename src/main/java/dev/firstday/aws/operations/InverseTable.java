package dev.firstday.aws.operations;

import static dev.firstday.aws.operations.Inverse.by;
import static dev.firstday.aws.operations.Inverses.answered;
import static dev.firstday.aws.operations.Inverses.arn;
import static dev.firstday.aws.operations.Inverses.before;
import static dev.firstday.aws.operations.Inverses.either;
import static dev.firstday.aws.operations.Inverses.exactly;
import static dev.firstday.aws.operations.Inverses.fewerStatements;
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
import static dev.firstday.aws.operations.Inverses.turned;

import java.util.List;
import java.util.Map;

/** The ways back of each write; one that is not here has none. */
final class InverseTable {
  private static final String RECOVERY =
      "/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled";

  /** By the name of the write, as {@code iam:CreateUser}. */
  static final Map<String, List<Inverse>> ALL =
      Map.ofEntries(
          write(
              "accessanalyzer:CreateAnalyzer",
              by("DeleteAnalyzer").and("/analyzerName", named("/analyzerName"))),
          write(
              "account:PutAlternateContact",
              by("DeleteAlternateContact").same("/AlternateContactType")),
          write("account:PutContactInformation", contact()),
          write(
              "budgets:CreateBudget",
              by("DeleteBudget")
                  .same("/AccountId")
                  .and("/BudgetName", named("/Budget/BudgetName"))),
          write(
              "budgets:CreateNotification",
              by("DeleteNotification").same("/AccountId", "/BudgetName", "/Notification")),
          write(
              "budgets:CreateSubscriber",
              by("DeleteSubscriber")
                  .same("/AccountId", "/BudgetName", "/Notification", "/Subscriber")),
          write(
              "ce:CreateAnomalyMonitor",
              by("DeleteAnomalyMonitor")
                  .and(
                      "/MonitorArn",
                      answered("arn:aws[a-z-]*:ce::\\d{12}:anomalymonitor/[\\w-]+"))),
          write(
              "ce:CreateAnomalySubscription",
              by("DeleteAnomalySubscription")
                  .and(
                      "/SubscriptionArn",
                      answered("arn:aws[a-z-]*:ce::\\d{12}:anomalysubscription/[\\w-]+"))),
          write(
              "ce:UpdateAnomalySubscription",
              by("UpdateAnomalySubscription")
                  .same("/SubscriptionArn")
                  .and("/Subscribers", before("/Subscribers"))),
          write(
              "cloudformation:UpdateTerminationProtection",
              by("UpdateTerminationProtection")
                  .same("/StackName")
                  .and(
                      "/EnableTerminationProtection",
                      turned("/EnableTerminationProtection", false))),
          write("cloudtrail:CreateTrail", by("DeleteTrail").and("/Name", named("/Name"))),
          write(
              "cloudtrail:PutEventSelectors",
              by("PutEventSelectors")
                  .same("/TrailName")
                  .and("/EventSelectors", before("/EventSelectors"))
                  .and("/AdvancedEventSelectors", before("/AdvancedEventSelectors"))),
          write("cloudtrail:StartLogging", by("StopLogging").same("/Name")),
          write("cloudtrail:UpdateTrail", trail()),
          write(
              "cloudwatch:PutMetricAlarm",
              by("DeleteAlarms").and("/AlarmNames", oneOf("/AlarmName")),
              alarm()),
          write(
              "configservice:PutConfigRule",
              by("DeleteConfigRule").and("/ConfigRuleName", named("/ConfigRule/ConfigRuleName"))),
          write(
              "configservice:PutConfigurationRecorder",
              by("DeleteConfigurationRecorder")
                  .and("/ConfigurationRecorderName", from("/ConfigurationRecorder/name")),
              recorder()),
          write(
              "configservice:PutDeliveryChannel",
              by("DeleteDeliveryChannel")
                  .and("/DeliveryChannelName", from("/DeliveryChannel/name"))),
          write(
              "configservice:StartConfigurationRecorder",
              by("StopConfigurationRecorder").same("/ConfigurationRecorderName")),
          write(
              "dynamodb:UpdateContinuousBackups",
              by("UpdateContinuousBackups")
                  .same("/TableName")
                  .and(RECOVERY, turned(RECOVERY, false))),
          write(
              "dynamodb:UpdateTable",
              by("UpdateTable")
                  .same("/TableName")
                  .and("/DeletionProtectionEnabled", turned("/DeletionProtectionEnabled", false))),
          write(
              "ec2:CreateFlowLogs",
              by("DeleteFlowLogs").and("/FlowLogIds", oneAnswered("fl-[0-9a-f]{8,32}"))),
          write("ec2:EnableEbsEncryptionByDefault", by("DisableEbsEncryptionByDefault")),
          write(
              "ec2:ModifyInstanceAttribute",
              by("ModifyInstanceAttribute")
                  .same("/InstanceId")
                  .and(
                      "/DisableApiTermination/Value",
                      turned("/DisableApiTermination/Value", false))),
          write(
              "ec2:ModifyInstanceMetadataDefaults",
              by("ModifyInstanceMetadataDefaults")
                  .and("/HttpTokens", before("/HttpTokens"))
                  .and("/HttpPutResponseHopLimit", before("/HttpPutResponseHopLimit"))),
          write(
              "elbv2:ModifyLoadBalancerAttributes",
              by("ModifyLoadBalancerAttributes")
                  .same("/LoadBalancerArn")
                  .and(
                      "/Attributes",
                      exactly(
                          List.of(
                              Map.of("Key", "deletion_protection.enabled", "Value", "false"))))),
          write(
              "events:PutRule",
              by("DeleteRule").and("/Name", named("/Name")),
              by("PutRule")
                  .and("/Name", named("/Name"))
                  .restoring("/Description", "/EventPattern", "/State")),
          write(
              "events:PutTargets",
              by("RemoveTargets").and("/Rule", named("/Rule")).and("/Ids", oneOf("/Targets/0/Id")),
              by("PutTargets")
                  .same("/Rule")
                  .and("/Targets", itemsOf("/Targets", "InputTransformer", "Input", "InputPath"))),
          write(
              "guardduty:CreateDetector",
              by("DeleteDetector").and("/DetectorId", answered("[0-9a-f]{32}"))),
          write(
              "guardduty:UpdateDetector",
              by("UpdateDetector")
                  .same("/DetectorId")
                  .and("/Enable", turned("/Enable", false))
                  .and("/Features", before("/Features"))),
          write("iam:AddUserToGroup", by("RemoveUserFromGroup").same("/GroupName", "/UserName")),
          write("iam:AttachGroupPolicy", by("DetachGroupPolicy").same("/GroupName", "/PolicyArn")),
          write("iam:CreateGroup", by("DeleteGroup").same("/GroupName")),
          write("iam:CreateLoginProfile", by("DeleteLoginProfile").same("/UserName")),
          write("iam:CreateRole", by("DeleteRole").and("/RoleName", named("/RoleName"))),
          write(
              "iam:CreateServiceLinkedRole",
              by("DeleteServiceLinkedRole").and("/RoleName", serviceLinkedRole())),
          write("iam:CreateUser", by("DeleteUser").same("/UserName")),
          write(
              "iam:CreateVirtualMFADevice",
              by("DeleteVirtualMFADevice")
                  .and("/SerialNumber", arn("iam", false, "mfa/", "/VirtualMFADeviceName"))),
          write(
              "iam:EnableMFADevice", by("DeactivateMFADevice").same("/SerialNumber", "/UserName")),
          write(
              "iam:PutRolePolicy",
              by("DeleteRolePolicy")
                  .and("/RoleName", named("/RoleName"))
                  .and("/PolicyName", named("/PolicyName")),
              by("PutRolePolicy")
                  .same("/RoleName", "/PolicyName")
                  .and("/PolicyDocument", fewerStatements("/PolicyDocument"))),
          write(
              "iam:UpdateAssumeRolePolicy",
              by("UpdateAssumeRolePolicy")
                  .same("/RoleName")
                  .and("/PolicyDocument", fewerStatements("/PolicyDocument"))),
          write(
              "iam:UpdateAccessKey",
              by("UpdateAccessKey")
                  .same("/UserName", "/AccessKeyId")
                  .and("/Status", turned("/Status", "Active"))),
          write(
              "iam:UpdateAccountPasswordPolicy",
              by("DeleteAccountPasswordPolicy"),
              passwordPolicy()),
          write(
              "logs:CreateLogGroup",
              by("DeleteLogGroup")
                  .and("/logGroupName", named("/logGroupName"))
                  .holding(
                      "DescribeLogGroups",
                      "logGroupNamePrefix",
                      "/logGroupName",
                      "/logGroups/0/storedBytes")),
          write(
              "logs:PutRetentionPolicy",
              by("DeleteRetentionPolicy").same("/logGroupName"),
              by("PutRetentionPolicy")
                  .same("/logGroupName")
                  .and("/retentionInDays", lower("/retentionInDays"))),
          write(
              "logs:PutMetricFilter",
              by("DeleteMetricFilter")
                  .same("/logGroupName")
                  .and("/filterName", named("/filterName")),
              by("PutMetricFilter")
                  .same("/logGroupName")
                  .and("/filterName", named("/filterName"))
                  .restoring("/filterPattern", "/metricTransformations")),
          write(
              "rds:ModifyDBCluster",
              by("ModifyDBCluster")
                  .same("/DBClusterIdentifier", "/ApplyImmediately")
                  .and("/DeletionProtection", turned("/DeletionProtection", false))),
          write(
              "rds:ModifyDBInstance",
              by("ModifyDBInstance")
                  .same("/DBInstanceIdentifier", "/ApplyImmediately")
                  .and("/DeletionProtection", turned("/DeletionProtection", false))
                  .and("/BackupRetentionPeriod", lower("/BackupRetentionPeriod"))),
          write(
              "s3api:CreateBucket",
              by("DeleteBucket")
                  .same("/Bucket")
                  .holding(
                      "ListObjectVersions",
                      "Bucket",
                      "/Bucket",
                      "/Versions/0/Key",
                      "/DeleteMarkers/0/Key")),
          write(
              "s3api:PutBucketLifecycleConfiguration",
              by("DeleteBucketLifecycle").same("/Bucket"),
              lifecycle()),
          write(
              "s3api:PutBucketLogging",
              by("PutBucketLogging")
                  .same("/Bucket")
                  .and("/BucketLoggingStatus", exactly(Map.of()))),
          write(
              "s3api:PutBucketPolicy",
              by("DeleteBucketPolicy").same("/Bucket"),
              by("PutBucketPolicy").same("/Bucket").and("/Policy", fewerStatements("/Policy"))),
          write(
              "s3api:PutBucketVersioning",
              by("PutBucketVersioning")
                  .same("/Bucket")
                  .and("/VersioningConfiguration/Status", exactly("Suspended"))),
          write(
              "s3api:PutPublicAccessBlock",
              by("DeletePublicAccessBlock").same("/Bucket"),
              by("PutPublicAccessBlock")
                  .same("/Bucket")
                  .restoring("/PublicAccessBlockConfiguration")),
          write(
              "s3control:PutPublicAccessBlock",
              by("DeletePublicAccessBlock").same("/AccountId"),
              by("PutPublicAccessBlock")
                  .same("/AccountId")
                  .restoring("/PublicAccessBlockConfiguration")),
          write(
              "sns:CreateTopic", by("DeleteTopic").and("/TopicArn", arn("sns", true, "", "/Name"))),
          write(
              "sns:SetTopicAttributes",
              by("SetTopicAttributes")
                  .same("/TopicArn")
                  .and("/AttributeName", exactly("Policy"))
                  .and("/AttributeValue", fewerStatements("/AttributeValue"))),
          write("sns:Subscribe", by("Unsubscribe").and("/SubscriptionArn", subscription())));

  private InverseTable() {}

  private static Map.Entry<String, List<Inverse>> write(String key, Inverse... ways) {
    return Map.entry(key, List.of(ways));
  }

  /** A put replaces the whole contact: everything but the number is what the write has. */
  private static Inverse contact() {
    Inverse back = by("PutContactInformation").restoring("/ContactInformation/PhoneNumber");
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
    return by("UpdateTrail")
        .same("/Name")
        .and("/IsMultiRegionTrail", turned("/IsMultiRegionTrail", false))
        .and("/IncludeGlobalServiceEvents", before("/IncludeGlobalServiceEvents"))
        .and("/EnableLogFileValidation", turned("/EnableLogFileValidation", false))
        .and("/CloudWatchLogsLogGroupArn", turned("/CloudWatchLogsLogGroupArn", ""))
        .and("/CloudWatchLogsRoleArn", turned("/CloudWatchLogsRoleArn", ""));
  }

  private static Inverse alarm() {
    return by("PutMetricAlarm")
        .and("/AlarmName", named("/AlarmName"))
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
    return by("PutConfigurationRecorder")
        .same("/ConfigurationRecorder/name", "/ConfigurationRecorder/roleARN")
        .restoring("/ConfigurationRecorder/recordingGroup", "/ConfigurationRecorder/recordingMode");
  }

  private static Inverse passwordPolicy() {
    return by("UpdateAccountPasswordPolicy")
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
    return by("PutBucketLifecycleConfiguration")
        .same("/Bucket")
        .and(
            "/LifecycleConfiguration/Rules",
            rules("/LifecycleConfiguration/Rules", "firstday-expire"));
  }
}
