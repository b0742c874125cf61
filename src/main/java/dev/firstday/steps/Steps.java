package dev.firstday.steps;

import dev.firstday.aws.Account;
import dev.firstday.engine.Step;
import dev.firstday.engine.assess.BoundStep;
import dev.firstday.steps.guards.AccessAnalyzerStep;
import dev.firstday.steps.guards.EbsEncryptionStep;
import dev.firstday.steps.guards.Imdsv2Step;
import dev.firstday.steps.guards.S3PublicAccessBlockStep;
import dev.firstday.steps.money.BudgetStep;
import dev.firstday.steps.money.CostAnomalyStep;
import dev.firstday.steps.people.AdminGroupStep;
import dev.firstday.steps.people.PasswordPolicyStep;
import dev.firstday.steps.people.SealRootStep;
import dev.firstday.steps.people.UserMfaStep;
import dev.firstday.steps.root.AlternateContactsStep;
import dev.firstday.steps.root.ContactPhoneStep;
import dev.firstday.steps.root.GoverningLawStep;
import dev.firstday.steps.root.RootAccessKeysStep;
import dev.firstday.steps.root.RootMfaStep;
import dev.firstday.steps.root.SecurityQuestionsStep;
import dev.firstday.steps.watch.GuardDutyStep;
import dev.firstday.steps.watch.HealthEventsStep;
import dev.firstday.steps.watch.MonitoringStep;
import dev.firstday.steps.watch.TrailStep;
import dev.firstday.steps.watch.config.ConfigRecorderStep;
import dev.firstday.steps.watch.config.ConfigRulesStep;
import dev.firstday.steps.workloads.BackupsStep;
import dev.firstday.steps.workloads.DeletionProtectionStep;
import dev.firstday.steps.workloads.SecretsStep;
import dev.firstday.steps.workloads.ServiceLogsStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The registry: every step that has a class, with what it may call. A step that only a person can
 * do is not here; its entry in {@code wizard-steps.yaml} is all there is of it.
 */
public final class Steps {
  private Steps() {}

  /**
   * A registered step.
   *
   * @param id its id in {@code wizard-steps.yaml}
   * @param step the step
   * @param reads keys of the reads it makes
   * @param writes keys of the writes it plans, of those that undo them, and of the reads that only
   *     these need
   */
  public record Registered(
      String id, Step<Account> step, List<String> reads, List<String> writes) {}

  /** Every step that has a class. */
  public static final List<Registered> ALL =
      List.of(
          new Registered(
              "root-mfa",
              new RootMfaStep(),
              List.of("iam:GetAccountSummary", "iam:ListVirtualMFADevices"),
              List.of()),
          new Registered(
              "root-access-keys",
              new RootAccessKeysStep(),
              List.of("iam:GetAccountSummary"),
              List.of()),
          new Registered(
              "alternate-contacts",
              new AlternateContactsStep(),
              List.of("account:GetAlternateContact", "account:GetContactInformation"),
              List.of("account:PutAlternateContact", "account:DeleteAlternateContact")),
          new Registered("security-questions", new SecurityQuestionsStep(), List.of(), List.of()),
          new Registered(
              "contact-phone",
              new ContactPhoneStep(),
              List.of("account:GetContactInformation"),
              List.of("account:PutContactInformation")),
          new Registered(
              "governing-law",
              new GoverningLawStep(),
              List.of(
                  "account:GetContactInformation",
                  "account:GetAccountInformation",
                  "taxsettings:ListTaxRegistrations",
                  "artifact:ListCustomerAgreements"),
              List.of()),
          new Registered(
              "budget",
              new BudgetStep(),
              List.of(
                  "budgets:DescribeBudgets",
                  "budgets:DescribeNotificationsForBudget",
                  "budgets:DescribeSubscribersForNotification"),
              List.of(
                  "budgets:CreateBudget",
                  "budgets:CreateNotification",
                  "budgets:CreateSubscriber",
                  "budgets:DeleteBudget",
                  "budgets:DeleteNotification",
                  "budgets:DeleteSubscriber",
                  "budgets:DescribeBudget")),
          new Registered(
              "cost-anomaly",
              new CostAnomalyStep(),
              List.of("ce:GetAnomalyMonitors", "ce:GetAnomalySubscriptions"),
              List.of(
                  "ce:CreateAnomalyMonitor",
                  "ce:CreateAnomalySubscription",
                  "ce:UpdateAnomalySubscription",
                  "ce:DeleteAnomalyMonitor",
                  "ce:DeleteAnomalySubscription")),
          new Registered(
              "trail",
              new TrailStep(),
              List.of(
                  "cloudtrail:DescribeTrails",
                  "cloudtrail:GetEventSelectors",
                  "cloudtrail:GetTrailStatus",
                  "cloudtrail:ListTrails",
                  "iam:GetRole",
                  "iam:GetRolePolicy",
                  "logs:DescribeLogGroups",
                  "s3api:GetBucketEncryption",
                  "s3api:GetBucketLifecycleConfiguration",
                  "s3api:GetBucketLogging",
                  "s3api:GetBucketPolicy",
                  "s3api:GetBucketVersioning",
                  "s3api:GetPublicAccessBlock",
                  "s3api:ListBuckets"),
              List.of(
                  "cloudtrail:CreateTrail",
                  "cloudtrail:DeleteTrail",
                  "cloudtrail:PutEventSelectors",
                  "cloudtrail:StartLogging",
                  "cloudtrail:StopLogging",
                  "cloudtrail:UpdateTrail",
                  "iam:CreateRole",
                  "iam:DeleteRole",
                  "iam:DeleteRolePolicy",
                  "iam:PutRolePolicy",
                  "iam:UpdateAssumeRolePolicy",
                  "logs:CreateLogGroup",
                  "logs:DeleteLogGroup",
                  "logs:PutRetentionPolicy",
                  "s3api:CreateBucket",
                  "s3api:DeleteBucket",
                  "s3api:DeleteBucketLifecycle",
                  "s3api:DeleteBucketPolicy",
                  "s3api:DeletePublicAccessBlock",
                  "s3api:ListObjectVersions",
                  "s3api:PutBucketEncryption",
                  "s3api:PutBucketLifecycleConfiguration",
                  "s3api:PutBucketLogging",
                  "s3api:PutBucketPolicy",
                  "s3api:PutBucketVersioning",
                  "s3api:PutPublicAccessBlock")),
          new Registered(
              "monitoring",
              new MonitoringStep(),
              List.of(
                  "cloudtrail:DescribeTrails",
                  "cloudtrail:GetEventSelectors",
                  "cloudtrail:GetTrailStatus",
                  "cloudtrail:ListTrails",
                  "cloudwatch:DescribeAlarms",
                  "logs:DescribeMetricFilters",
                  "sns:GetTopicAttributes",
                  "sns:ListSubscriptionsByTopic"),
              List.of(
                  "cloudwatch:DeleteAlarms",
                  "cloudwatch:PutMetricAlarm",
                  "logs:DeleteMetricFilter",
                  "logs:PutMetricFilter",
                  "sns:CreateTopic",
                  "sns:DeleteTopic",
                  "sns:SetTopicAttributes",
                  "sns:Subscribe",
                  "sns:Unsubscribe")),
          new Registered(
              "health-events",
              new HealthEventsStep(),
              List.of(
                  "ec2:DescribeRegions",
                  "events:ListRules",
                  "events:ListTargetsByRule",
                  "iam:GetRole",
                  "iam:GetRolePolicy",
                  "sns:GetTopicAttributes",
                  "sns:ListSubscriptionsByTopic"),
              List.of(
                  "events:DeleteRule",
                  "events:PutRule",
                  "events:PutTargets",
                  "events:RemoveTargets",
                  "iam:CreateRole",
                  "iam:DeleteRole",
                  "iam:DeleteRolePolicy",
                  "iam:PutRolePolicy",
                  "iam:UpdateAssumeRolePolicy",
                  "sns:CreateTopic",
                  "sns:DeleteTopic",
                  "sns:SetTopicAttributes",
                  "sns:Subscribe",
                  "sns:Unsubscribe")),
          new Registered(
              "config-recorder",
              new ConfigRecorderStep(),
              List.of(
                  "configservice:DescribeConfigurationRecorderStatus",
                  "configservice:DescribeConfigurationRecorders",
                  "configservice:DescribeDeliveryChannels",
                  "ec2:DescribeRegions",
                  "iam:GetRole",
                  "s3api:GetBucketEncryption",
                  "s3api:GetBucketLifecycleConfiguration",
                  "s3api:GetBucketPolicy",
                  "s3api:GetBucketVersioning",
                  "s3api:GetPublicAccessBlock",
                  "s3api:ListBuckets"),
              List.of(
                  "configservice:DeleteConfigurationRecorder",
                  "configservice:DeleteDeliveryChannel",
                  "configservice:PutConfigurationRecorder",
                  "configservice:PutDeliveryChannel",
                  "configservice:StartConfigurationRecorder",
                  "configservice:StopConfigurationRecorder",
                  "iam:CreateServiceLinkedRole",
                  "iam:DeleteServiceLinkedRole",
                  "s3api:CreateBucket",
                  "s3api:DeleteBucket",
                  "s3api:ListObjectVersions",
                  "s3api:PutBucketEncryption",
                  "s3api:PutBucketLifecycleConfiguration",
                  "s3api:PutBucketPolicy",
                  "s3api:PutBucketVersioning",
                  "s3api:PutPublicAccessBlock")),
          new Registered(
              "config-rules",
              new ConfigRulesStep(),
              List.of(
                  "configservice:DescribeComplianceByConfigRule",
                  "configservice:DescribeConfigRules",
                  "configservice:DescribeConfigurationRecorderStatus",
                  "ec2:DescribeRegions"),
              List.of("configservice:DeleteConfigRule", "configservice:PutConfigRule")),
          new Registered(
              "guardduty",
              new GuardDutyStep(),
              List.of(
                  "ec2:DescribeRegions",
                  "events:ListRules",
                  "events:ListTargetsByRule",
                  "guardduty:GetAdministratorAccount",
                  "guardduty:GetDetector",
                  "guardduty:ListDetectors",
                  "iam:GetRole",
                  "iam:GetRolePolicy",
                  "sns:GetTopicAttributes",
                  "sns:ListSubscriptionsByTopic"),
              List.of(
                  "events:DeleteRule",
                  "events:PutRule",
                  "events:PutTargets",
                  "events:RemoveTargets",
                  "guardduty:CreateDetector",
                  "guardduty:DeleteDetector",
                  "guardduty:UpdateDetector",
                  "iam:CreateRole",
                  "iam:DeleteRole",
                  "iam:DeleteRolePolicy",
                  "iam:PutRolePolicy",
                  "iam:UpdateAssumeRolePolicy",
                  "sns:CreateTopic",
                  "sns:DeleteTopic",
                  "sns:SetTopicAttributes",
                  "sns:Subscribe",
                  "sns:Unsubscribe")),
          new Registered(
              "password-policy",
              new PasswordPolicyStep(),
              List.of("iam:GetAccountPasswordPolicy"),
              List.of("iam:UpdateAccountPasswordPolicy", "iam:DeleteAccountPasswordPolicy")),
          new Registered(
              "admin-group",
              new AdminGroupStep(),
              List.of(
                  "iam:ListEntitiesForPolicy",
                  "iam:GetGroup",
                  "iam:ListMFADevices",
                  "iam:GetRole",
                  "sso-admin:ListInstances",
                  "sso-admin:ListPermissionSetsProvisionedToAccount",
                  "sso-admin:ListManagedPoliciesInPermissionSet",
                  "sso-admin:ListAccountAssignments",
                  "iam:GetUser",
                  "iam:GetLoginProfile",
                  "iam:ListVirtualMFADevices"),
              List.of(
                  "iam:CreateGroup",
                  "iam:DeleteGroup",
                  "iam:AttachGroupPolicy",
                  "iam:DetachGroupPolicy",
                  "iam:CreateUser",
                  "iam:DeleteUser",
                  "iam:AddUserToGroup",
                  "iam:RemoveUserFromGroup",
                  "iam:CreateLoginProfile",
                  "iam:UpdateLoginProfile",
                  "iam:DeleteLoginProfile",
                  "iam:CreateVirtualMFADevice",
                  "iam:DeleteVirtualMFADevice",
                  "iam:EnableMFADevice",
                  "iam:DeactivateMFADevice")),
          new Registered(
              "user-mfa",
              new UserMfaStep(),
              List.of(
                  "iam:ListUsers",
                  "iam:GenerateCredentialReport",
                  "iam:GetCredentialReport",
                  "iam:ListEntitiesForPolicy",
                  "iam:GetGroup",
                  "iam:GetLoginProfile",
                  "iam:ListMFADevices",
                  "iam:ListAccessKeys",
                  "iam:GetAccessKeyLastUsed"),
              List.of("iam:UpdateAccessKey")),
          new Registered(
              "seal-root",
              new SealRootStep(),
              List.of(
                  "iam:GetAccountSummary",
                  "iam:ListEntitiesForPolicy",
                  "iam:GetGroup",
                  "iam:GenerateCredentialReport",
                  "iam:GetCredentialReport"),
              List.of()),
          new Registered(
              "secrets",
              new SecretsStep(),
              List.of(
                  "ec2:DescribeRegions",
                  "lambda:ListFunctions",
                  "ecs:ListTaskDefinitions",
                  "ecs:DescribeTaskDefinition",
                  "ssm:DescribeParameters",
                  "ec2:DescribeInstances",
                  "ec2:DescribeInstanceAttribute"),
              List.of()),
          new Registered(
              "service-logs",
              new ServiceLogsStep(),
              List.of(
                  "ec2:DescribeRegions",
                  "ec2:DescribeVpcs",
                  "ec2:DescribeFlowLogs",
                  "logs:DescribeLogGroups",
                  "iam:GetRole",
                  "iam:GetRolePolicy",
                  "elbv2:DescribeLoadBalancers",
                  "elbv2:DescribeLoadBalancerAttributes",
                  "elb:DescribeLoadBalancers",
                  "elb:DescribeLoadBalancerAttributes",
                  "cloudfront:ListDistributions",
                  "cloudfront:GetDistributionConfig",
                  "logs:DescribeDeliveries",
                  "logs:DescribeDeliverySources"),
              List.of(
                  "logs:CreateLogGroup",
                  "logs:DeleteLogGroup",
                  "logs:PutRetentionPolicy",
                  "iam:CreateRole",
                  "iam:DeleteRole",
                  "iam:PutRolePolicy",
                  "iam:UpdateAssumeRolePolicy",
                  "iam:DeleteRolePolicy",
                  "ec2:CreateFlowLogs",
                  "ec2:DeleteFlowLogs")),
          new Registered(
              "backups",
              new BackupsStep(),
              List.of(
                  "ec2:DescribeRegions",
                  "rds:DescribeDBInstances",
                  "rds:DescribeDBClusters",
                  "dynamodb:ListTables",
                  "dynamodb:DescribeContinuousBackups",
                  "dynamodb:DescribeTable",
                  "efs:DescribeFileSystems",
                  "efs:DescribeBackupPolicy",
                  "ec2:DescribeVolumes",
                  "backup:ListProtectedResources",
                  "backup:ListBackupPlans",
                  "backup:ListBackupSelections"),
              List.of("rds:ModifyDBInstance", "dynamodb:UpdateContinuousBackups")),
          new Registered(
              "deletion-protection",
              new DeletionProtectionStep(),
              List.of(
                  "ec2:DescribeRegions",
                  "rds:DescribeDBInstances",
                  "rds:DescribeDBClusters",
                  "dynamodb:ListTables",
                  "dynamodb:DescribeTable",
                  "elbv2:DescribeLoadBalancers",
                  "elbv2:DescribeLoadBalancerAttributes",
                  "ec2:DescribeInstances",
                  "ec2:DescribeInstanceAttribute",
                  "cloudformation:DescribeStacks"),
              List.of(
                  "rds:ModifyDBInstance",
                  "rds:ModifyDBCluster",
                  "dynamodb:UpdateTable",
                  "elbv2:ModifyLoadBalancerAttributes",
                  "ec2:ModifyInstanceAttribute",
                  "cloudformation:UpdateTerminationProtection")),
          new Registered(
              "s3-public-access-block",
              new S3PublicAccessBlockStep(),
              List.of("s3control:GetPublicAccessBlock"),
              List.of("s3control:PutPublicAccessBlock", "s3control:DeletePublicAccessBlock")),
          new Registered(
              "ebs-encryption",
              new EbsEncryptionStep(),
              List.of("ec2:DescribeRegions", "ec2:GetEbsEncryptionByDefault"),
              List.of("ec2:EnableEbsEncryptionByDefault", "ec2:DisableEbsEncryptionByDefault")),
          new Registered(
              "imdsv2",
              new Imdsv2Step(),
              List.of("ec2:DescribeRegions", "ec2:GetInstanceMetadataDefaults"),
              List.of("ec2:ModifyInstanceMetadataDefaults")),
          new Registered(
              "access-analyzer",
              new AccessAnalyzerStep(),
              List.of("ec2:DescribeRegions", "accessanalyzer:ListAnalyzers"),
              List.of("accessanalyzer:CreateAnalyzer", "accessanalyzer:DeleteAnalyzer")));

  /** The ids of all registered steps. */
  public static Set<String> ids() {
    return ALL.stream().map(Registered::id).collect(Collectors.toUnmodifiableSet());
  }

  public static Optional<Registered> find(String id) {
    return ALL.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  /** All registered steps, bound to an account. */
  public static Map<String, BoundStep> of(Account account) {
    Map<String, BoundStep> bound = new LinkedHashMap<>();
    ALL.forEach(step -> bound.put(step.id(), new Bound(step.step(), account)));
    return bound;
  }
}
