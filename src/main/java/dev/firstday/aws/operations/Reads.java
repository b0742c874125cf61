package dev.firstday.aws.operations;

import static dev.firstday.aws.operations.Operation.of;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.GetAccountInformationRequest;
import software.amazon.awssdk.services.account.model.GetAccountInformationResponse;
import software.amazon.awssdk.services.account.model.GetAlternateContactRequest;
import software.amazon.awssdk.services.account.model.GetAlternateContactResponse;
import software.amazon.awssdk.services.account.model.GetContactInformationRequest;
import software.amazon.awssdk.services.account.model.GetContactInformationResponse;
import software.amazon.awssdk.services.artifact.ArtifactClient;
import software.amazon.awssdk.services.artifact.model.ListCustomerAgreementsRequest;
import software.amazon.awssdk.services.artifact.model.ListCustomerAgreementsResponse;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.ListBackupPlansRequest;
import software.amazon.awssdk.services.backup.model.ListBackupPlansResponse;
import software.amazon.awssdk.services.backup.model.ListBackupSelectionsRequest;
import software.amazon.awssdk.services.backup.model.ListBackupSelectionsResponse;
import software.amazon.awssdk.services.backup.model.ListProtectedResourcesRequest;
import software.amazon.awssdk.services.backup.model.ListProtectedResourcesResponse;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetRequest;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetResponse;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsRequest;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsResponse;
import software.amazon.awssdk.services.budgets.model.DescribeNotificationsForBudgetRequest;
import software.amazon.awssdk.services.budgets.model.DescribeNotificationsForBudgetResponse;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationRequest;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationResponse;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigRequest;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsResponse;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.ListTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.ListTrailsResponse;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliveriesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliveriesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliverySourcesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliverySourcesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.DescribeComplianceByConfigRuleRequest;
import software.amazon.awssdk.services.config.model.DescribeComplianceByConfigRuleResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersResponse;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsRequest;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsResponse;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalyMonitorsRequest;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalyMonitorsResponse;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalySubscriptionsRequest;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalySubscriptionsResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultResponse;
import software.amazon.awssdk.services.ec2.model.GetInstanceMetadataDefaultsRequest;
import software.amazon.awssdk.services.ec2.model.GetInstanceMetadataDefaultsResponse;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.DescribeBackupPolicyRequest;
import software.amazon.awssdk.services.efs.model.DescribeBackupPolicyResponse;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsRequest;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsResponse;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.freetier.FreeTierClient;
import software.amazon.awssdk.services.freetier.model.GetAccountPlanStateRequest;
import software.amazon.awssdk.services.freetier.model.GetAccountPlanStateResponse;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.GetAdministratorAccountRequest;
import software.amazon.awssdk.services.guardduty.model.GetAdministratorAccountResponse;
import software.amazon.awssdk.services.guardduty.model.GetDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.GetDetectorResponse;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsRequest;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsResponse;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.DescribeParametersRequest;
import software.amazon.awssdk.services.ssm.model.DescribeParametersResponse;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.ssoadmin.model.ListAccountAssignmentsRequest;
import software.amazon.awssdk.services.ssoadmin.model.ListAccountAssignmentsResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListInstancesRequest;
import software.amazon.awssdk.services.ssoadmin.model.ListInstancesResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListManagedPoliciesInPermissionSetRequest;
import software.amazon.awssdk.services.ssoadmin.model.ListManagedPoliciesInPermissionSetResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListPermissionSetsProvisionedToAccountRequest;
import software.amazon.awssdk.services.ssoadmin.model.ListPermissionSetsProvisionedToAccountResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.taxsettings.TaxSettingsClient;
import software.amazon.awssdk.services.taxsettings.model.ListTaxRegistrationsRequest;
import software.amazon.awssdk.services.taxsettings.model.ListTaxRegistrationsResponse;

/** Everything firstday can read: the twin of {@link Writes}. What is not here is not called. */
public final class Reads {
  private Reads() {}

  public static final Operation<ListAnalyzersRequest, ListAnalyzersResponse> LIST_ANALYZERS =
      of(
              "accessanalyzer",
              "ListAnalyzers",
              ListAnalyzersRequest::builder,
              Clients::accessAnalyzer,
              AccessAnalyzerClient::listAnalyzers,
              "access-analyzer:ListAnalyzers")
          .paged("nextToken", "nextToken");

  public static final Operation<GetAccountInformationRequest, GetAccountInformationResponse>
      GET_ACCOUNT_INFORMATION =
          of(
              "account",
              "GetAccountInformation",
              GetAccountInformationRequest::builder,
              Clients::account,
              AccountClient::getAccountInformation,
              "account:GetAccountInformation");

  public static final Operation<GetAlternateContactRequest, GetAlternateContactResponse>
      GET_ALTERNATE_CONTACT =
          of(
              "account",
              "GetAlternateContact",
              GetAlternateContactRequest::builder,
              Clients::account,
              AccountClient::getAlternateContact,
              "account:GetAlternateContact");

  public static final Operation<GetContactInformationRequest, GetContactInformationResponse>
      GET_CONTACT_INFORMATION =
          of(
              "account",
              "GetContactInformation",
              GetContactInformationRequest::builder,
              Clients::account,
              AccountClient::getContactInformation,
              "account:GetContactInformation");

  public static final Operation<ListCustomerAgreementsRequest, ListCustomerAgreementsResponse>
      LIST_CUSTOMER_AGREEMENTS =
          of(
                  "artifact",
                  "ListCustomerAgreements",
                  ListCustomerAgreementsRequest::builder,
                  Clients::artifact,
                  ArtifactClient::listCustomerAgreements,
                  "artifact:ListCustomerAgreements")
              .paged("nextToken", "nextToken");

  public static final Operation<ListBackupPlansRequest, ListBackupPlansResponse> LIST_BACKUP_PLANS =
      of(
              "backup",
              "ListBackupPlans",
              ListBackupPlansRequest::builder,
              Clients::backup,
              BackupClient::listBackupPlans,
              "backup:ListBackupPlans")
          .paged("NextToken", "NextToken");

  public static final Operation<ListBackupSelectionsRequest, ListBackupSelectionsResponse>
      LIST_BACKUP_SELECTIONS =
          of(
                  "backup",
                  "ListBackupSelections",
                  ListBackupSelectionsRequest::builder,
                  Clients::backup,
                  BackupClient::listBackupSelections,
                  "backup:ListBackupSelections")
              .paged("NextToken", "NextToken");

  public static final Operation<ListProtectedResourcesRequest, ListProtectedResourcesResponse>
      LIST_PROTECTED_RESOURCES =
          of(
                  "backup",
                  "ListProtectedResources",
                  ListProtectedResourcesRequest::builder,
                  Clients::backup,
                  BackupClient::listProtectedResources,
                  "backup:ListProtectedResources")
              .paged("NextToken", "NextToken");

  public static final Operation<DescribeBudgetRequest, DescribeBudgetResponse> DESCRIBE_BUDGET =
      of(
          "budgets",
          "DescribeBudget",
          DescribeBudgetRequest::builder,
          Clients::budgets,
          BudgetsClient::describeBudget,
          "budgets:ViewBudget");

  public static final Operation<DescribeBudgetsRequest, DescribeBudgetsResponse> DESCRIBE_BUDGETS =
      of(
              "budgets",
              "DescribeBudgets",
              DescribeBudgetsRequest::builder,
              Clients::budgets,
              BudgetsClient::describeBudgets,
              "budgets:ViewBudget")
          .paged("NextToken", "NextToken");

  public static final Operation<
          DescribeNotificationsForBudgetRequest, DescribeNotificationsForBudgetResponse>
      DESCRIBE_NOTIFICATIONS_FOR_BUDGET =
          of(
                  "budgets",
                  "DescribeNotificationsForBudget",
                  DescribeNotificationsForBudgetRequest::builder,
                  Clients::budgets,
                  BudgetsClient::describeNotificationsForBudget,
                  "budgets:ViewBudget")
              .paged("NextToken", "NextToken");

  public static final Operation<
          DescribeSubscribersForNotificationRequest, DescribeSubscribersForNotificationResponse>
      DESCRIBE_SUBSCRIBERS_FOR_NOTIFICATION =
          of(
                  "budgets",
                  "DescribeSubscribersForNotification",
                  DescribeSubscribersForNotificationRequest::builder,
                  Clients::budgets,
                  BudgetsClient::describeSubscribersForNotification,
                  "budgets:ViewBudget")
              .paged("NextToken", "NextToken");

  public static final Operation<GetAnomalyMonitorsRequest, GetAnomalyMonitorsResponse>
      GET_ANOMALY_MONITORS =
          of(
                  "ce",
                  "GetAnomalyMonitors",
                  GetAnomalyMonitorsRequest::builder,
                  Clients::costExplorer,
                  CostExplorerClient::getAnomalyMonitors,
                  "ce:GetAnomalyMonitors")
              .paged("NextPageToken", "NextPageToken");

  public static final Operation<GetAnomalySubscriptionsRequest, GetAnomalySubscriptionsResponse>
      GET_ANOMALY_SUBSCRIPTIONS =
          of(
                  "ce",
                  "GetAnomalySubscriptions",
                  GetAnomalySubscriptionsRequest::builder,
                  Clients::costExplorer,
                  CostExplorerClient::getAnomalySubscriptions,
                  "ce:GetAnomalySubscriptions")
              .paged("NextPageToken", "NextPageToken");

  public static final Operation<DescribeStacksRequest, DescribeStacksResponse> DESCRIBE_STACKS =
      of(
              "cloudformation",
              "DescribeStacks",
              DescribeStacksRequest::builder,
              Clients::cloudFormation,
              CloudFormationClient::describeStacks,
              "cloudformation:DescribeStacks")
          .paged("NextToken", "NextToken");

  public static final Operation<GetDistributionConfigRequest, GetDistributionConfigResponse>
      GET_DISTRIBUTION_CONFIG =
          of(
              "cloudfront",
              "GetDistributionConfig",
              GetDistributionConfigRequest::builder,
              Clients::cloudFront,
              CloudFrontClient::getDistributionConfig,
              "cloudfront:GetDistributionConfig");

  public static final Operation<ListDistributionsRequest, ListDistributionsResponse>
      LIST_DISTRIBUTIONS =
          of(
                  "cloudfront",
                  "ListDistributions",
                  ListDistributionsRequest::builder,
                  Clients::cloudFront,
                  CloudFrontClient::listDistributions,
                  "cloudfront:ListDistributions")
              .paged("Marker", "DistributionList/NextMarker");

  public static final Operation<DescribeTrailsRequest, DescribeTrailsResponse> DESCRIBE_TRAILS =
      of(
          "cloudtrail",
          "DescribeTrails",
          DescribeTrailsRequest::builder,
          Clients::cloudTrail,
          CloudTrailClient::describeTrails,
          "cloudtrail:DescribeTrails");

  public static final Operation<GetEventSelectorsRequest, GetEventSelectorsResponse>
      GET_EVENT_SELECTORS =
          of(
              "cloudtrail",
              "GetEventSelectors",
              GetEventSelectorsRequest::builder,
              Clients::cloudTrail,
              CloudTrailClient::getEventSelectors,
              "cloudtrail:GetEventSelectors");

  public static final Operation<GetTrailStatusRequest, GetTrailStatusResponse> GET_TRAIL_STATUS =
      of(
          "cloudtrail",
          "GetTrailStatus",
          GetTrailStatusRequest::builder,
          Clients::cloudTrail,
          CloudTrailClient::getTrailStatus,
          "cloudtrail:GetTrailStatus");

  public static final Operation<ListTrailsRequest, ListTrailsResponse> LIST_TRAILS =
      of(
              "cloudtrail",
              "ListTrails",
              ListTrailsRequest::builder,
              Clients::cloudTrail,
              CloudTrailClient::listTrails,
              "cloudtrail:ListTrails")
          .paged("NextToken", "NextToken");

  public static final Operation<DescribeAlarmsRequest, DescribeAlarmsResponse> DESCRIBE_ALARMS =
      of(
              "cloudwatch",
              "DescribeAlarms",
              DescribeAlarmsRequest::builder,
              Clients::cloudWatch,
              CloudWatchClient::describeAlarms,
              "cloudwatch:DescribeAlarms")
          .paged("NextToken", "NextToken");

  public static final Operation<
          DescribeComplianceByConfigRuleRequest, DescribeComplianceByConfigRuleResponse>
      DESCRIBE_COMPLIANCE_BY_CONFIG_RULE =
          of(
                  "configservice",
                  "DescribeComplianceByConfigRule",
                  DescribeComplianceByConfigRuleRequest::builder,
                  Clients::config,
                  ConfigClient::describeComplianceByConfigRule,
                  "config:DescribeComplianceByConfigRule")
              .paged("NextToken", "NextToken");

  public static final Operation<DescribeConfigRulesRequest, DescribeConfigRulesResponse>
      DESCRIBE_CONFIG_RULES =
          of(
                  "configservice",
                  "DescribeConfigRules",
                  DescribeConfigRulesRequest::builder,
                  Clients::config,
                  ConfigClient::describeConfigRules,
                  "config:DescribeConfigRules")
              .paged("NextToken", "NextToken");

  public static final Operation<
          DescribeConfigurationRecorderStatusRequest, DescribeConfigurationRecorderStatusResponse>
      DESCRIBE_CONFIGURATION_RECORDER_STATUS =
          of(
              "configservice",
              "DescribeConfigurationRecorderStatus",
              DescribeConfigurationRecorderStatusRequest::builder,
              Clients::config,
              ConfigClient::describeConfigurationRecorderStatus,
              "config:DescribeConfigurationRecorderStatus");

  public static final Operation<
          DescribeConfigurationRecordersRequest, DescribeConfigurationRecordersResponse>
      DESCRIBE_CONFIGURATION_RECORDERS =
          of(
              "configservice",
              "DescribeConfigurationRecorders",
              DescribeConfigurationRecordersRequest::builder,
              Clients::config,
              ConfigClient::describeConfigurationRecorders,
              "config:DescribeConfigurationRecorders");

  public static final Operation<DescribeDeliveryChannelsRequest, DescribeDeliveryChannelsResponse>
      DESCRIBE_DELIVERY_CHANNELS =
          of(
              "configservice",
              "DescribeDeliveryChannels",
              DescribeDeliveryChannelsRequest::builder,
              Clients::config,
              ConfigClient::describeDeliveryChannels,
              "config:DescribeDeliveryChannels");

  public static final Operation<DescribeContinuousBackupsRequest, DescribeContinuousBackupsResponse>
      DESCRIBE_CONTINUOUS_BACKUPS =
          of(
              "dynamodb",
              "DescribeContinuousBackups",
              DescribeContinuousBackupsRequest::builder,
              Clients::dynamoDb,
              DynamoDbClient::describeContinuousBackups,
              "dynamodb:DescribeContinuousBackups");

  public static final Operation<DescribeTableRequest, DescribeTableResponse> DESCRIBE_TABLE =
      of(
          "dynamodb",
          "DescribeTable",
          DescribeTableRequest::builder,
          Clients::dynamoDb,
          DynamoDbClient::describeTable,
          "dynamodb:DescribeTable");

  public static final Operation<ListTablesRequest, ListTablesResponse> LIST_TABLES =
      of(
              "dynamodb",
              "ListTables",
              ListTablesRequest::builder,
              Clients::dynamoDb,
              DynamoDbClient::listTables,
              "dynamodb:ListTables")
          .paged("ExclusiveStartTableName", "LastEvaluatedTableName");

  public static final Operation<DescribeFlowLogsRequest, DescribeFlowLogsResponse>
      DESCRIBE_FLOW_LOGS =
          of(
                  "ec2",
                  "DescribeFlowLogs",
                  DescribeFlowLogsRequest::builder,
                  Clients::ec2,
                  Ec2Client::describeFlowLogs,
                  "ec2:DescribeFlowLogs")
              .paged("NextToken", "NextToken");

  public static final Operation<DescribeInstanceAttributeRequest, DescribeInstanceAttributeResponse>
      DESCRIBE_INSTANCE_ATTRIBUTE =
          of(
              "ec2",
              "DescribeInstanceAttribute",
              DescribeInstanceAttributeRequest::builder,
              Clients::ec2,
              Ec2Client::describeInstanceAttribute,
              "ec2:DescribeInstanceAttribute");

  public static final Operation<DescribeInstancesRequest, DescribeInstancesResponse>
      DESCRIBE_INSTANCES =
          of(
                  "ec2",
                  "DescribeInstances",
                  DescribeInstancesRequest::builder,
                  Clients::ec2,
                  Ec2Client::describeInstances,
                  "ec2:DescribeInstances")
              .paged("NextToken", "NextToken");

  public static final Operation<DescribeRegionsRequest, DescribeRegionsResponse> DESCRIBE_REGIONS =
      of(
          "ec2",
          "DescribeRegions",
          DescribeRegionsRequest::builder,
          Clients::ec2,
          Ec2Client::describeRegions,
          "ec2:DescribeRegions");

  public static final Operation<DescribeVolumesRequest, DescribeVolumesResponse> DESCRIBE_VOLUMES =
      of(
              "ec2",
              "DescribeVolumes",
              DescribeVolumesRequest::builder,
              Clients::ec2,
              Ec2Client::describeVolumes,
              "ec2:DescribeVolumes")
          .paged("NextToken", "NextToken");

  public static final Operation<DescribeVpcsRequest, DescribeVpcsResponse> DESCRIBE_VPCS =
      of(
              "ec2",
              "DescribeVpcs",
              DescribeVpcsRequest::builder,
              Clients::ec2,
              Ec2Client::describeVpcs,
              "ec2:DescribeVpcs")
          .paged("NextToken", "NextToken");

  public static final Operation<GetEbsEncryptionByDefaultRequest, GetEbsEncryptionByDefaultResponse>
      GET_EBS_ENCRYPTION_BY_DEFAULT =
          of(
              "ec2",
              "GetEbsEncryptionByDefault",
              GetEbsEncryptionByDefaultRequest::builder,
              Clients::ec2,
              Ec2Client::getEbsEncryptionByDefault,
              "ec2:GetEbsEncryptionByDefault");

  public static final Operation<
          GetInstanceMetadataDefaultsRequest, GetInstanceMetadataDefaultsResponse>
      GET_INSTANCE_METADATA_DEFAULTS =
          of(
              "ec2",
              "GetInstanceMetadataDefaults",
              GetInstanceMetadataDefaultsRequest::builder,
              Clients::ec2,
              Ec2Client::getInstanceMetadataDefaults,
              "ec2:GetInstanceMetadataDefaults");

  public static final Operation<DescribeTaskDefinitionRequest, DescribeTaskDefinitionResponse>
      DESCRIBE_TASK_DEFINITION =
          of(
              "ecs",
              "DescribeTaskDefinition",
              DescribeTaskDefinitionRequest::builder,
              Clients::ecs,
              EcsClient::describeTaskDefinition,
              "ecs:DescribeTaskDefinition");

  public static final Operation<ListTaskDefinitionsRequest, ListTaskDefinitionsResponse>
      LIST_TASK_DEFINITIONS =
          of(
                  "ecs",
                  "ListTaskDefinitions",
                  ListTaskDefinitionsRequest::builder,
                  Clients::ecs,
                  EcsClient::listTaskDefinitions,
                  "ecs:ListTaskDefinitions")
              .paged("nextToken", "nextToken");

  public static final Operation<DescribeBackupPolicyRequest, DescribeBackupPolicyResponse>
      DESCRIBE_BACKUP_POLICY =
          of(
              "efs",
              "DescribeBackupPolicy",
              DescribeBackupPolicyRequest::builder,
              Clients::efs,
              EfsClient::describeBackupPolicy,
              "elasticfilesystem:DescribeBackupPolicy");

  public static final Operation<DescribeFileSystemsRequest, DescribeFileSystemsResponse>
      DESCRIBE_FILE_SYSTEMS =
          of(
                  "efs",
                  "DescribeFileSystems",
                  DescribeFileSystemsRequest::builder,
                  Clients::efs,
                  EfsClient::describeFileSystems,
                  "elasticfilesystem:DescribeFileSystems")
              .paged("Marker", "NextMarker");

  public static final Operation<
          software.amazon.awssdk.services.elasticloadbalancing.model
              .DescribeLoadBalancerAttributesRequest,
          software.amazon.awssdk.services.elasticloadbalancing.model
              .DescribeLoadBalancerAttributesResponse>
      DESCRIBE_CLASSIC_LOAD_BALANCER_ATTRIBUTES =
          of(
              "elb",
              "DescribeLoadBalancerAttributes",
              software.amazon.awssdk.services.elasticloadbalancing.model
                      .DescribeLoadBalancerAttributesRequest
                  ::builder,
              Clients::classicLoadBalancing,
              ElasticLoadBalancingClient::describeLoadBalancerAttributes,
              "elasticloadbalancing:DescribeLoadBalancerAttributes");

  public static final Operation<
          software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersRequest,
          software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse>
      DESCRIBE_CLASSIC_LOAD_BALANCERS =
          of(
                  "elb",
                  "DescribeLoadBalancers",
                  software.amazon.awssdk.services.elasticloadbalancing.model
                          .DescribeLoadBalancersRequest
                      ::builder,
                  Clients::classicLoadBalancing,
                  ElasticLoadBalancingClient::describeLoadBalancers,
                  "elasticloadbalancing:DescribeLoadBalancers")
              .paged("Marker", "NextMarker");

  public static final Operation<
          DescribeLoadBalancerAttributesRequest, DescribeLoadBalancerAttributesResponse>
      DESCRIBE_LOAD_BALANCER_ATTRIBUTES =
          of(
              "elbv2",
              "DescribeLoadBalancerAttributes",
              DescribeLoadBalancerAttributesRequest::builder,
              Clients::loadBalancing,
              ElasticLoadBalancingV2Client::describeLoadBalancerAttributes,
              "elasticloadbalancing:DescribeLoadBalancerAttributes");

  public static final Operation<DescribeLoadBalancersRequest, DescribeLoadBalancersResponse>
      DESCRIBE_LOAD_BALANCERS =
          of(
                  "elbv2",
                  "DescribeLoadBalancers",
                  DescribeLoadBalancersRequest::builder,
                  Clients::loadBalancing,
                  ElasticLoadBalancingV2Client::describeLoadBalancers,
                  "elasticloadbalancing:DescribeLoadBalancers")
              .paged("Marker", "NextMarker");

  public static final Operation<ListRulesRequest, ListRulesResponse> LIST_RULES =
      of(
              "events",
              "ListRules",
              ListRulesRequest::builder,
              Clients::events,
              EventBridgeClient::listRules,
              "events:ListRules")
          .paged("NextToken", "NextToken");

  public static final Operation<ListTargetsByRuleRequest, ListTargetsByRuleResponse>
      LIST_TARGETS_BY_RULE =
          of(
                  "events",
                  "ListTargetsByRule",
                  ListTargetsByRuleRequest::builder,
                  Clients::events,
                  EventBridgeClient::listTargetsByRule,
                  "events:ListTargetsByRule")
              .paged("NextToken", "NextToken");

  public static final Operation<GetAccountPlanStateRequest, GetAccountPlanStateResponse>
      GET_ACCOUNT_PLAN_STATE =
          of(
              "freetier",
              "GetAccountPlanState",
              GetAccountPlanStateRequest::builder,
              Clients::freeTier,
              FreeTierClient::getAccountPlanState,
              "freetier:GetAccountPlanState");

  public static final Operation<GetAdministratorAccountRequest, GetAdministratorAccountResponse>
      GET_ADMINISTRATOR_ACCOUNT =
          of(
              "guardduty",
              "GetAdministratorAccount",
              GetAdministratorAccountRequest::builder,
              Clients::guardDuty,
              GuardDutyClient::getAdministratorAccount,
              "guardduty:GetAdministratorAccount");

  public static final Operation<GetDetectorRequest, GetDetectorResponse> GET_DETECTOR =
      of(
          "guardduty",
          "GetDetector",
          GetDetectorRequest::builder,
          Clients::guardDuty,
          GuardDutyClient::getDetector,
          "guardduty:GetDetector");

  public static final Operation<ListDetectorsRequest, ListDetectorsResponse> LIST_DETECTORS =
      of(
              "guardduty",
              "ListDetectors",
              ListDetectorsRequest::builder,
              Clients::guardDuty,
              GuardDutyClient::listDetectors,
              "guardduty:ListDetectors")
          .paged("NextToken", "NextToken");

  /** Has a report made that only changes what the next read shows; nothing else changes by it. */
  public static final Operation<GenerateCredentialReportRequest, GenerateCredentialReportResponse>
      GENERATE_CREDENTIAL_REPORT =
          of(
              "iam",
              "GenerateCredentialReport",
              GenerateCredentialReportRequest::builder,
              Clients::iam,
              IamClient::generateCredentialReport,
              "iam:GenerateCredentialReport");

  public static final Operation<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse>
      GET_ACCESS_KEY_LAST_USED =
          of(
              "iam",
              "GetAccessKeyLastUsed",
              GetAccessKeyLastUsedRequest::builder,
              Clients::iam,
              IamClient::getAccessKeyLastUsed,
              "iam:GetAccessKeyLastUsed");

  public static final Operation<GetAccountPasswordPolicyRequest, GetAccountPasswordPolicyResponse>
      GET_ACCOUNT_PASSWORD_POLICY =
          of(
              "iam",
              "GetAccountPasswordPolicy",
              GetAccountPasswordPolicyRequest::builder,
              Clients::iam,
              IamClient::getAccountPasswordPolicy,
              "iam:GetAccountPasswordPolicy");

  public static final Operation<GetAccountSummaryRequest, GetAccountSummaryResponse>
      GET_ACCOUNT_SUMMARY =
          of(
              "iam",
              "GetAccountSummary",
              GetAccountSummaryRequest::builder,
              Clients::iam,
              IamClient::getAccountSummary,
              "iam:GetAccountSummary");

  public static final Operation<GetCredentialReportRequest, GetCredentialReportResponse>
      GET_CREDENTIAL_REPORT =
          of(
              "iam",
              "GetCredentialReport",
              GetCredentialReportRequest::builder,
              Clients::iam,
              IamClient::getCredentialReport,
              "iam:GetCredentialReport");

  public static final Operation<GetGroupRequest, GetGroupResponse> GET_GROUP =
      of(
              "iam",
              "GetGroup",
              GetGroupRequest::builder,
              Clients::iam,
              IamClient::getGroup,
              "iam:GetGroup")
          .paged("Marker", "Marker");

  public static final Operation<GetLoginProfileRequest, GetLoginProfileResponse> GET_LOGIN_PROFILE =
      of(
          "iam",
          "GetLoginProfile",
          GetLoginProfileRequest::builder,
          Clients::iam,
          IamClient::getLoginProfile,
          "iam:GetLoginProfile");

  public static final Operation<GetUserRequest, GetUserResponse> GET_USER =
      of(
          "iam",
          "GetUser",
          GetUserRequest::builder,
          Clients::iam,
          IamClient::getUser,
          "iam:GetUser");

  public static final Operation<SimulatePrincipalPolicyRequest, SimulatePrincipalPolicyResponse>
      SIMULATE_PRINCIPAL_POLICY =
          of(
                  "iam",
                  "SimulatePrincipalPolicy",
                  SimulatePrincipalPolicyRequest::builder,
                  Clients::iam,
                  IamClient::simulatePrincipalPolicy,
                  "iam:SimulatePrincipalPolicy")
              .paged("Marker", "Marker");

  public static final Operation<GetRoleRequest, GetRoleResponse> GET_ROLE =
      of(
          "iam",
          "GetRole",
          GetRoleRequest::builder,
          Clients::iam,
          IamClient::getRole,
          "iam:GetRole");

  public static final Operation<GetRolePolicyRequest, GetRolePolicyResponse> GET_ROLE_POLICY =
      of(
          "iam",
          "GetRolePolicy",
          GetRolePolicyRequest::builder,
          Clients::iam,
          IamClient::getRolePolicy,
          "iam:GetRolePolicy");

  public static final Operation<ListAccessKeysRequest, ListAccessKeysResponse> LIST_ACCESS_KEYS =
      of(
              "iam",
              "ListAccessKeys",
              ListAccessKeysRequest::builder,
              Clients::iam,
              IamClient::listAccessKeys,
              "iam:ListAccessKeys")
          .paged("Marker", "Marker");

  public static final Operation<ListAccountAliasesRequest, ListAccountAliasesResponse>
      LIST_ACCOUNT_ALIASES =
          of(
                  "iam",
                  "ListAccountAliases",
                  ListAccountAliasesRequest::builder,
                  Clients::iam,
                  IamClient::listAccountAliases,
                  "iam:ListAccountAliases")
              .paged("Marker", "Marker");

  public static final Operation<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse>
      LIST_ENTITIES_FOR_POLICY =
          of(
                  "iam",
                  "ListEntitiesForPolicy",
                  ListEntitiesForPolicyRequest::builder,
                  Clients::iam,
                  IamClient::listEntitiesForPolicy,
                  "iam:ListEntitiesForPolicy")
              .paged("Marker", "Marker");

  public static final Operation<ListMfaDevicesRequest, ListMfaDevicesResponse> LIST_MFA_DEVICES =
      of(
              "iam",
              "ListMFADevices",
              ListMfaDevicesRequest::builder,
              Clients::iam,
              IamClient::listMFADevices,
              "iam:ListMFADevices")
          .paged("Marker", "Marker");

  public static final Operation<ListUsersRequest, ListUsersResponse> LIST_USERS =
      of(
              "iam",
              "ListUsers",
              ListUsersRequest::builder,
              Clients::iam,
              IamClient::listUsers,
              "iam:ListUsers")
          .paged("Marker", "Marker");

  public static final Operation<ListVirtualMfaDevicesRequest, ListVirtualMfaDevicesResponse>
      LIST_VIRTUAL_MFA_DEVICES =
          of(
                  "iam",
                  "ListVirtualMFADevices",
                  ListVirtualMfaDevicesRequest::builder,
                  Clients::iam,
                  IamClient::listVirtualMFADevices,
                  "iam:ListVirtualMFADevices")
              .paged("Marker", "Marker");

  public static final Operation<ListFunctionsRequest, ListFunctionsResponse> LIST_FUNCTIONS =
      of(
              "lambda",
              "ListFunctions",
              ListFunctionsRequest::builder,
              Clients::lambda,
              LambdaClient::listFunctions,
              "lambda:ListFunctions")
          .paged("Marker", "NextMarker");

  public static final Operation<DescribeDeliveriesRequest, DescribeDeliveriesResponse>
      DESCRIBE_DELIVERIES =
          of(
                  "logs",
                  "DescribeDeliveries",
                  DescribeDeliveriesRequest::builder,
                  Clients::logs,
                  CloudWatchLogsClient::describeDeliveries,
                  "logs:DescribeDeliveries")
              .paged("nextToken", "nextToken");

  public static final Operation<DescribeDeliverySourcesRequest, DescribeDeliverySourcesResponse>
      DESCRIBE_DELIVERY_SOURCES =
          of(
                  "logs",
                  "DescribeDeliverySources",
                  DescribeDeliverySourcesRequest::builder,
                  Clients::logs,
                  CloudWatchLogsClient::describeDeliverySources,
                  "logs:DescribeDeliverySources")
              .paged("nextToken", "nextToken");

  public static final Operation<DescribeLogGroupsRequest, DescribeLogGroupsResponse>
      DESCRIBE_LOG_GROUPS =
          of(
                  "logs",
                  "DescribeLogGroups",
                  DescribeLogGroupsRequest::builder,
                  Clients::logs,
                  CloudWatchLogsClient::describeLogGroups,
                  "logs:DescribeLogGroups")
              .paged("nextToken", "nextToken");

  public static final Operation<DescribeMetricFiltersRequest, DescribeMetricFiltersResponse>
      DESCRIBE_METRIC_FILTERS =
          of(
                  "logs",
                  "DescribeMetricFilters",
                  DescribeMetricFiltersRequest::builder,
                  Clients::logs,
                  CloudWatchLogsClient::describeMetricFilters,
                  "logs:DescribeMetricFilters")
              .paged("nextToken", "nextToken");

  public static final Operation<DescribeOrganizationRequest, DescribeOrganizationResponse>
      DESCRIBE_ORGANIZATION =
          of(
              "organizations",
              "DescribeOrganization",
              DescribeOrganizationRequest::builder,
              Clients::organizations,
              OrganizationsClient::describeOrganization,
              "organizations:DescribeOrganization");

  public static final Operation<DescribeDbClustersRequest, DescribeDbClustersResponse>
      DESCRIBE_DB_CLUSTERS =
          of(
                  "rds",
                  "DescribeDBClusters",
                  DescribeDbClustersRequest::builder,
                  Clients::rds,
                  RdsClient::describeDBClusters,
                  "rds:DescribeDBClusters")
              .paged("Marker", "Marker");

  public static final Operation<DescribeDbInstancesRequest, DescribeDbInstancesResponse>
      DESCRIBE_DB_INSTANCES =
          of(
                  "rds",
                  "DescribeDBInstances",
                  DescribeDbInstancesRequest::builder,
                  Clients::rds,
                  RdsClient::describeDBInstances,
                  "rds:DescribeDBInstances")
              .paged("Marker", "Marker");

  public static final Operation<GetBucketEncryptionRequest, GetBucketEncryptionResponse>
      GET_BUCKET_ENCRYPTION =
          of(
              "s3api",
              "GetBucketEncryption",
              GetBucketEncryptionRequest::builder,
              Clients::s3,
              S3Client::getBucketEncryption,
              "s3:GetEncryptionConfiguration");

  public static final Operation<
          GetBucketLifecycleConfigurationRequest, GetBucketLifecycleConfigurationResponse>
      GET_BUCKET_LIFECYCLE_CONFIGURATION =
          of(
              "s3api",
              "GetBucketLifecycleConfiguration",
              GetBucketLifecycleConfigurationRequest::builder,
              Clients::s3,
              S3Client::getBucketLifecycleConfiguration,
              "s3:GetLifecycleConfiguration");

  public static final Operation<GetBucketLoggingRequest, GetBucketLoggingResponse>
      GET_BUCKET_LOGGING =
          of(
              "s3api",
              "GetBucketLogging",
              GetBucketLoggingRequest::builder,
              Clients::s3,
              S3Client::getBucketLogging,
              "s3:GetBucketLogging");

  public static final Operation<GetBucketPolicyRequest, GetBucketPolicyResponse> GET_BUCKET_POLICY =
      of(
          "s3api",
          "GetBucketPolicy",
          GetBucketPolicyRequest::builder,
          Clients::s3,
          S3Client::getBucketPolicy,
          "s3:GetBucketPolicy");

  public static final Operation<GetBucketVersioningRequest, GetBucketVersioningResponse>
      GET_BUCKET_VERSIONING =
          of(
              "s3api",
              "GetBucketVersioning",
              GetBucketVersioningRequest::builder,
              Clients::s3,
              S3Client::getBucketVersioning,
              "s3:GetBucketVersioning");

  public static final Operation<GetPublicAccessBlockRequest, GetPublicAccessBlockResponse>
      GET_BUCKET_PUBLIC_ACCESS_BLOCK =
          of(
              "s3api",
              "GetPublicAccessBlock",
              GetPublicAccessBlockRequest::builder,
              Clients::s3,
              S3Client::getPublicAccessBlock,
              "s3:GetBucketPublicAccessBlock");

  public static final Operation<ListBucketsRequest, ListBucketsResponse> LIST_BUCKETS =
      of(
              "s3api",
              "ListBuckets",
              ListBucketsRequest::builder,
              Clients::s3,
              S3Client::listBuckets,
              "s3:ListAllMyBuckets")
          .paged("ContinuationToken", "ContinuationToken");

  /** Only whether there is any: what is in a log bucket is nobody's business. */
  public static final Operation<ListObjectVersionsRequest, ListObjectVersionsResponse>
      LIST_OBJECT_VERSIONS =
          of(
              "s3api",
              "ListObjectVersions",
              ListObjectVersionsRequest::builder,
              Clients::s3,
              S3Client::listObjectVersions,
              "s3:ListBucketVersions");

  public static final Operation<
          software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockRequest,
          software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockResponse>
      GET_ACCOUNT_PUBLIC_ACCESS_BLOCK =
          of(
              "s3control",
              "GetPublicAccessBlock",
              software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockRequest::builder,
              Clients::s3Control,
              S3ControlClient::getPublicAccessBlock,
              "s3:GetAccountPublicAccessBlock");

  public static final Operation<GetTopicAttributesRequest, GetTopicAttributesResponse>
      GET_TOPIC_ATTRIBUTES =
          of(
              "sns",
              "GetTopicAttributes",
              GetTopicAttributesRequest::builder,
              Clients::sns,
              SnsClient::getTopicAttributes,
              "sns:GetTopicAttributes");

  public static final Operation<ListSubscriptionsByTopicRequest, ListSubscriptionsByTopicResponse>
      LIST_SUBSCRIPTIONS_BY_TOPIC =
          of(
                  "sns",
                  "ListSubscriptionsByTopic",
                  ListSubscriptionsByTopicRequest::builder,
                  Clients::sns,
                  SnsClient::listSubscriptionsByTopic,
                  "sns:ListSubscriptionsByTopic")
              .paged("NextToken", "NextToken");

  public static final Operation<DescribeParametersRequest, DescribeParametersResponse>
      DESCRIBE_PARAMETERS =
          of(
                  "ssm",
                  "DescribeParameters",
                  DescribeParametersRequest::builder,
                  Clients::ssm,
                  SsmClient::describeParameters,
                  "ssm:DescribeParameters")
              .paged("NextToken", "NextToken");

  public static final Operation<ListAccountAssignmentsRequest, ListAccountAssignmentsResponse>
      LIST_ACCOUNT_ASSIGNMENTS =
          of(
                  "sso-admin",
                  "ListAccountAssignments",
                  ListAccountAssignmentsRequest::builder,
                  Clients::ssoAdmin,
                  SsoAdminClient::listAccountAssignments,
                  "sso:ListAccountAssignments")
              .paged("NextToken", "NextToken");

  public static final Operation<ListInstancesRequest, ListInstancesResponse> LIST_INSTANCES =
      of(
              "sso-admin",
              "ListInstances",
              ListInstancesRequest::builder,
              Clients::ssoAdmin,
              SsoAdminClient::listInstances,
              "sso:ListInstances")
          .paged("NextToken", "NextToken");

  public static final Operation<
          ListManagedPoliciesInPermissionSetRequest, ListManagedPoliciesInPermissionSetResponse>
      LIST_MANAGED_POLICIES_IN_PERMISSION_SET =
          of(
                  "sso-admin",
                  "ListManagedPoliciesInPermissionSet",
                  ListManagedPoliciesInPermissionSetRequest::builder,
                  Clients::ssoAdmin,
                  SsoAdminClient::listManagedPoliciesInPermissionSet,
                  "sso:ListManagedPoliciesInPermissionSet")
              .paged("NextToken", "NextToken");

  public static final Operation<
          ListPermissionSetsProvisionedToAccountRequest,
          ListPermissionSetsProvisionedToAccountResponse>
      LIST_PERMISSION_SETS_PROVISIONED_TO_ACCOUNT =
          of(
                  "sso-admin",
                  "ListPermissionSetsProvisionedToAccount",
                  ListPermissionSetsProvisionedToAccountRequest::builder,
                  Clients::ssoAdmin,
                  SsoAdminClient::listPermissionSetsProvisionedToAccount,
                  "sso:ListPermissionSetsProvisionedToAccount")
              .paged("NextToken", "NextToken");

  /** Needs no permission: AWS answers it to everybody. */
  public static final Operation<GetCallerIdentityRequest, GetCallerIdentityResponse>
      GET_CALLER_IDENTITY =
          of(
              "sts",
              "GetCallerIdentity",
              GetCallerIdentityRequest::builder,
              Clients::sts,
              StsClient::getCallerIdentity);

  public static final Operation<ListTaxRegistrationsRequest, ListTaxRegistrationsResponse>
      LIST_TAX_REGISTRATIONS =
          of(
                  "taxsettings",
                  "ListTaxRegistrations",
                  ListTaxRegistrationsRequest::builder,
                  Clients::taxSettings,
                  TaxSettingsClient::listTaxRegistrations,
                  "tax:ListTaxRegistrations")
              .paged("nextToken", "nextToken");

  /** Every read. */
  public static final List<Operation<?, ?>> ALL =
      Operation.table(
          LIST_ANALYZERS,
          GET_ACCOUNT_INFORMATION,
          GET_ALTERNATE_CONTACT,
          GET_CONTACT_INFORMATION,
          LIST_CUSTOMER_AGREEMENTS,
          LIST_BACKUP_PLANS,
          LIST_BACKUP_SELECTIONS,
          LIST_PROTECTED_RESOURCES,
          DESCRIBE_BUDGET,
          DESCRIBE_BUDGETS,
          DESCRIBE_NOTIFICATIONS_FOR_BUDGET,
          DESCRIBE_SUBSCRIBERS_FOR_NOTIFICATION,
          GET_ANOMALY_MONITORS,
          GET_ANOMALY_SUBSCRIPTIONS,
          DESCRIBE_STACKS,
          GET_DISTRIBUTION_CONFIG,
          LIST_DISTRIBUTIONS,
          DESCRIBE_TRAILS,
          GET_EVENT_SELECTORS,
          GET_TRAIL_STATUS,
          LIST_TRAILS,
          DESCRIBE_ALARMS,
          DESCRIBE_COMPLIANCE_BY_CONFIG_RULE,
          DESCRIBE_CONFIG_RULES,
          DESCRIBE_CONFIGURATION_RECORDER_STATUS,
          DESCRIBE_CONFIGURATION_RECORDERS,
          DESCRIBE_DELIVERY_CHANNELS,
          DESCRIBE_CONTINUOUS_BACKUPS,
          DESCRIBE_TABLE,
          LIST_TABLES,
          DESCRIBE_FLOW_LOGS,
          DESCRIBE_INSTANCE_ATTRIBUTE,
          DESCRIBE_INSTANCES,
          DESCRIBE_REGIONS,
          DESCRIBE_VOLUMES,
          DESCRIBE_VPCS,
          GET_EBS_ENCRYPTION_BY_DEFAULT,
          GET_INSTANCE_METADATA_DEFAULTS,
          DESCRIBE_TASK_DEFINITION,
          LIST_TASK_DEFINITIONS,
          DESCRIBE_BACKUP_POLICY,
          DESCRIBE_FILE_SYSTEMS,
          DESCRIBE_CLASSIC_LOAD_BALANCER_ATTRIBUTES,
          DESCRIBE_CLASSIC_LOAD_BALANCERS,
          DESCRIBE_LOAD_BALANCER_ATTRIBUTES,
          DESCRIBE_LOAD_BALANCERS,
          LIST_RULES,
          LIST_TARGETS_BY_RULE,
          GET_ACCOUNT_PLAN_STATE,
          GET_ADMINISTRATOR_ACCOUNT,
          GET_DETECTOR,
          LIST_DETECTORS,
          GENERATE_CREDENTIAL_REPORT,
          GET_ACCESS_KEY_LAST_USED,
          GET_ACCOUNT_PASSWORD_POLICY,
          GET_ACCOUNT_SUMMARY,
          GET_CREDENTIAL_REPORT,
          GET_GROUP,
          GET_LOGIN_PROFILE,
          GET_ROLE,
          GET_ROLE_POLICY,
          GET_USER,
          LIST_ACCESS_KEYS,
          LIST_ACCOUNT_ALIASES,
          LIST_ENTITIES_FOR_POLICY,
          LIST_MFA_DEVICES,
          LIST_USERS,
          LIST_VIRTUAL_MFA_DEVICES,
          SIMULATE_PRINCIPAL_POLICY,
          LIST_FUNCTIONS,
          DESCRIBE_DELIVERIES,
          DESCRIBE_DELIVERY_SOURCES,
          DESCRIBE_LOG_GROUPS,
          DESCRIBE_METRIC_FILTERS,
          DESCRIBE_ORGANIZATION,
          DESCRIBE_DB_CLUSTERS,
          DESCRIBE_DB_INSTANCES,
          GET_BUCKET_ENCRYPTION,
          GET_BUCKET_LIFECYCLE_CONFIGURATION,
          GET_BUCKET_LOGGING,
          GET_BUCKET_POLICY,
          GET_BUCKET_VERSIONING,
          GET_BUCKET_PUBLIC_ACCESS_BLOCK,
          LIST_BUCKETS,
          LIST_OBJECT_VERSIONS,
          GET_ACCOUNT_PUBLIC_ACCESS_BLOCK,
          GET_TOPIC_ATTRIBUTES,
          LIST_SUBSCRIPTIONS_BY_TOPIC,
          LIST_ACCOUNT_ASSIGNMENTS,
          LIST_INSTANCES,
          LIST_MANAGED_POLICIES_IN_PERMISSION_SET,
          LIST_PERMISSION_SETS_PROVISIONED_TO_ACCOUNT,
          DESCRIBE_PARAMETERS,
          GET_CALLER_IDENTITY,
          LIST_TAX_REGISTRATIONS);

  /**
   * The read of a name.
   *
   * @param key as {@code iam:GetAccountSummary}
   */
  public static Optional<Operation<?, ?>> find(String key) {
    return Operation.find(ALL, key);
  }
}
