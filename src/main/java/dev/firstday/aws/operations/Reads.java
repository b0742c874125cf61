package dev.firstday.aws.operations;

import static dev.firstday.aws.operations.Service.*;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.*;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.*;
import software.amazon.awssdk.services.artifact.ArtifactClient;
import software.amazon.awssdk.services.artifact.model.*;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.*;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.*;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.*;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.*;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.*;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.*;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.*;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.*;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.*;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.*;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.*;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.*;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.*;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.*;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.*;
import software.amazon.awssdk.services.freetier.FreeTierClient;
import software.amazon.awssdk.services.freetier.model.*;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.*;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.*;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.*;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.*;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.*;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.*;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.*;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.ssoadmin.model.*;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.*;
import software.amazon.awssdk.services.taxsettings.TaxSettingsClient;
import software.amazon.awssdk.services.taxsettings.model.*;

/** Everything firstday can read: the twin of {@link Writes}. What is not here is not called. */
public interface Reads {
  Operation<ListAnalyzersRequest, ListAnalyzersResponse> LIST_ANALYZERS =
      ACCESS_ANALYZER.paged(ListAnalyzersRequest::builder, AccessAnalyzerClient::listAnalyzers);

  Operation<GetAccountInformationRequest, GetAccountInformationResponse> GET_ACCOUNT_INFORMATION =
      ACCOUNT.operation(
          GetAccountInformationRequest::builder, AccountClient::getAccountInformation);
  Operation<GetAlternateContactRequest, GetAlternateContactResponse> GET_ALTERNATE_CONTACT =
      ACCOUNT.operation(GetAlternateContactRequest::builder, AccountClient::getAlternateContact);
  Operation<GetContactInformationRequest, GetContactInformationResponse> GET_CONTACT_INFORMATION =
      ACCOUNT.operation(
          GetContactInformationRequest::builder, AccountClient::getContactInformation);

  Operation<ListCustomerAgreementsRequest, ListCustomerAgreementsResponse>
      LIST_CUSTOMER_AGREEMENTS =
          ARTIFACT.paged(
              ListCustomerAgreementsRequest::builder, ArtifactClient::listCustomerAgreements);

  Operation<ListBackupPlansRequest, ListBackupPlansResponse> LIST_BACKUP_PLANS =
      BACKUP.paged(ListBackupPlansRequest::builder, BackupClient::listBackupPlans);
  Operation<ListBackupSelectionsRequest, ListBackupSelectionsResponse> LIST_BACKUP_SELECTIONS =
      BACKUP.paged(ListBackupSelectionsRequest::builder, BackupClient::listBackupSelections);
  Operation<ListProtectedResourcesRequest, ListProtectedResourcesResponse>
      LIST_PROTECTED_RESOURCES =
          BACKUP.paged(
              ListProtectedResourcesRequest::builder, BackupClient::listProtectedResources);

  Operation<DescribeBudgetRequest, DescribeBudgetResponse> DESCRIBE_BUDGET =
      BUDGETS
          .operation(DescribeBudgetRequest::builder, BudgetsClient::describeBudget)
          .actions("budgets:ViewBudget");
  Operation<DescribeBudgetsRequest, DescribeBudgetsResponse> DESCRIBE_BUDGETS =
      BUDGETS
          .paged(DescribeBudgetsRequest::builder, BudgetsClient::describeBudgets)
          .actions("budgets:ViewBudget");
  Operation<DescribeNotificationsForBudgetRequest, DescribeNotificationsForBudgetResponse>
      DESCRIBE_NOTIFICATIONS_FOR_BUDGET =
          BUDGETS
              .paged(
                  DescribeNotificationsForBudgetRequest::builder,
                  BudgetsClient::describeNotificationsForBudget)
              .actions("budgets:ViewBudget");
  Operation<DescribeSubscribersForNotificationRequest, DescribeSubscribersForNotificationResponse>
      DESCRIBE_SUBSCRIBERS_FOR_NOTIFICATION =
          BUDGETS
              .paged(
                  DescribeSubscribersForNotificationRequest::builder,
                  BudgetsClient::describeSubscribersForNotification)
              .actions("budgets:ViewBudget");

  Operation<GetAnomalyMonitorsRequest, GetAnomalyMonitorsResponse> GET_ANOMALY_MONITORS =
      COST_EXPLORER.paged(
          GetAnomalyMonitorsRequest::builder, CostExplorerClient::getAnomalyMonitors);
  Operation<GetAnomalySubscriptionsRequest, GetAnomalySubscriptionsResponse>
      GET_ANOMALY_SUBSCRIPTIONS =
          COST_EXPLORER.paged(
              GetAnomalySubscriptionsRequest::builder, CostExplorerClient::getAnomalySubscriptions);

  Operation<DescribeStacksRequest, DescribeStacksResponse> DESCRIBE_STACKS =
      CLOUD_FORMATION.paged(DescribeStacksRequest::builder, CloudFormationClient::describeStacks);

  Operation<GetDistributionConfigRequest, GetDistributionConfigResponse> GET_DISTRIBUTION_CONFIG =
      CLOUD_FRONT.operation(
          GetDistributionConfigRequest::builder, CloudFrontClient::getDistributionConfig);
  Operation<ListDistributionsRequest, ListDistributionsResponse> LIST_DISTRIBUTIONS =
      CLOUD_FRONT.paged(ListDistributionsRequest::builder, CloudFrontClient::listDistributions);

  Operation<DescribeTrailsRequest, DescribeTrailsResponse> DESCRIBE_TRAILS =
      CLOUD_TRAIL.operation(DescribeTrailsRequest::builder, CloudTrailClient::describeTrails);
  Operation<GetEventSelectorsRequest, GetEventSelectorsResponse> GET_EVENT_SELECTORS =
      CLOUD_TRAIL.operation(GetEventSelectorsRequest::builder, CloudTrailClient::getEventSelectors);
  Operation<GetTrailStatusRequest, GetTrailStatusResponse> GET_TRAIL_STATUS =
      CLOUD_TRAIL.operation(GetTrailStatusRequest::builder, CloudTrailClient::getTrailStatus);
  Operation<ListTrailsRequest, ListTrailsResponse> LIST_TRAILS =
      CLOUD_TRAIL.paged(ListTrailsRequest::builder, CloudTrailClient::listTrails);

  Operation<DescribeAlarmsRequest, DescribeAlarmsResponse> DESCRIBE_ALARMS =
      CLOUD_WATCH.paged(DescribeAlarmsRequest::builder, CloudWatchClient::describeAlarms);

  Operation<DescribeComplianceByConfigRuleRequest, DescribeComplianceByConfigRuleResponse>
      DESCRIBE_COMPLIANCE_BY_CONFIG_RULE =
          CONFIG.paged(
              DescribeComplianceByConfigRuleRequest::builder,
              ConfigClient::describeComplianceByConfigRule);
  Operation<DescribeConfigRulesRequest, DescribeConfigRulesResponse> DESCRIBE_CONFIG_RULES =
      CONFIG.paged(DescribeConfigRulesRequest::builder, ConfigClient::describeConfigRules);
  Operation<DescribeConfigurationRecorderStatusRequest, DescribeConfigurationRecorderStatusResponse>
      DESCRIBE_CONFIGURATION_RECORDER_STATUS =
          CONFIG.operation(
              DescribeConfigurationRecorderStatusRequest::builder,
              ConfigClient::describeConfigurationRecorderStatus);
  Operation<DescribeConfigurationRecordersRequest, DescribeConfigurationRecordersResponse>
      DESCRIBE_CONFIGURATION_RECORDERS =
          CONFIG.operation(
              DescribeConfigurationRecordersRequest::builder,
              ConfigClient::describeConfigurationRecorders);
  Operation<DescribeDeliveryChannelsRequest, DescribeDeliveryChannelsResponse>
      DESCRIBE_DELIVERY_CHANNELS =
          CONFIG.operation(
              DescribeDeliveryChannelsRequest::builder, ConfigClient::describeDeliveryChannels);

  Operation<DescribeContinuousBackupsRequest, DescribeContinuousBackupsResponse>
      DESCRIBE_CONTINUOUS_BACKUPS =
          DYNAMO_DB.operation(
              DescribeContinuousBackupsRequest::builder, DynamoDbClient::describeContinuousBackups);
  Operation<DescribeTableRequest, DescribeTableResponse> DESCRIBE_TABLE =
      DYNAMO_DB.operation(DescribeTableRequest::builder, DynamoDbClient::describeTable);
  Operation<ListTablesRequest, ListTablesResponse> LIST_TABLES =
      DYNAMO_DB.paged(ListTablesRequest::builder, DynamoDbClient::listTables);

  Operation<DescribeFlowLogsRequest, DescribeFlowLogsResponse> DESCRIBE_FLOW_LOGS =
      EC2.paged(DescribeFlowLogsRequest::builder, Ec2Client::describeFlowLogs);
  Operation<DescribeInstanceAttributeRequest, DescribeInstanceAttributeResponse>
      DESCRIBE_INSTANCE_ATTRIBUTE =
          EC2.operation(
              DescribeInstanceAttributeRequest::builder, Ec2Client::describeInstanceAttribute);
  Operation<DescribeInstancesRequest, DescribeInstancesResponse> DESCRIBE_INSTANCES =
      EC2.paged(DescribeInstancesRequest::builder, Ec2Client::describeInstances);
  Operation<DescribeRegionsRequest, DescribeRegionsResponse> DESCRIBE_REGIONS =
      EC2.operation(DescribeRegionsRequest::builder, Ec2Client::describeRegions);
  Operation<DescribeVolumesRequest, DescribeVolumesResponse> DESCRIBE_VOLUMES =
      EC2.paged(DescribeVolumesRequest::builder, Ec2Client::describeVolumes);
  Operation<DescribeVpcsRequest, DescribeVpcsResponse> DESCRIBE_VPCS =
      EC2.paged(DescribeVpcsRequest::builder, Ec2Client::describeVpcs);
  Operation<GetEbsEncryptionByDefaultRequest, GetEbsEncryptionByDefaultResponse>
      GET_EBS_ENCRYPTION_BY_DEFAULT =
          EC2.operation(
              GetEbsEncryptionByDefaultRequest::builder, Ec2Client::getEbsEncryptionByDefault);
  Operation<GetInstanceMetadataDefaultsRequest, GetInstanceMetadataDefaultsResponse>
      GET_INSTANCE_METADATA_DEFAULTS =
          EC2.operation(
              GetInstanceMetadataDefaultsRequest::builder, Ec2Client::getInstanceMetadataDefaults);

  Operation<DescribeTaskDefinitionRequest, DescribeTaskDefinitionResponse>
      DESCRIBE_TASK_DEFINITION =
          ECS.operation(DescribeTaskDefinitionRequest::builder, EcsClient::describeTaskDefinition);
  Operation<ListTaskDefinitionsRequest, ListTaskDefinitionsResponse> LIST_TASK_DEFINITIONS =
      ECS.paged(ListTaskDefinitionsRequest::builder, EcsClient::listTaskDefinitions);

  Operation<DescribeBackupPolicyRequest, DescribeBackupPolicyResponse> DESCRIBE_BACKUP_POLICY =
      EFS.operation(DescribeBackupPolicyRequest::builder, EfsClient::describeBackupPolicy);
  Operation<DescribeFileSystemsRequest, DescribeFileSystemsResponse> DESCRIBE_FILE_SYSTEMS =
      EFS.paged(DescribeFileSystemsRequest::builder, EfsClient::describeFileSystems);

  Operation<
          software.amazon.awssdk.services.elasticloadbalancing.model
              .DescribeLoadBalancerAttributesRequest,
          software.amazon.awssdk.services.elasticloadbalancing.model
              .DescribeLoadBalancerAttributesResponse>
      DESCRIBE_CLASSIC_LOAD_BALANCER_ATTRIBUTES =
          ELB.operation(
              software.amazon.awssdk.services.elasticloadbalancing.model
                      .DescribeLoadBalancerAttributesRequest
                  ::builder,
              ElasticLoadBalancingClient::describeLoadBalancerAttributes);
  Operation<
          software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersRequest,
          software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse>
      DESCRIBE_CLASSIC_LOAD_BALANCERS =
          ELB.paged(
              software.amazon.awssdk.services.elasticloadbalancing.model
                      .DescribeLoadBalancersRequest
                  ::builder,
              ElasticLoadBalancingClient::describeLoadBalancers);

  Operation<DescribeLoadBalancerAttributesRequest, DescribeLoadBalancerAttributesResponse>
      DESCRIBE_LOAD_BALANCER_ATTRIBUTES =
          ELBV2.operation(
              DescribeLoadBalancerAttributesRequest::builder,
              ElasticLoadBalancingV2Client::describeLoadBalancerAttributes);
  Operation<DescribeLoadBalancersRequest, DescribeLoadBalancersResponse> DESCRIBE_LOAD_BALANCERS =
      ELBV2.paged(
          DescribeLoadBalancersRequest::builder,
          ElasticLoadBalancingV2Client::describeLoadBalancers);

  Operation<ListRulesRequest, ListRulesResponse> LIST_RULES =
      EVENTS.paged(ListRulesRequest::builder, EventBridgeClient::listRules);
  Operation<ListTargetsByRuleRequest, ListTargetsByRuleResponse> LIST_TARGETS_BY_RULE =
      EVENTS.paged(ListTargetsByRuleRequest::builder, EventBridgeClient::listTargetsByRule);

  Operation<GetAccountPlanStateRequest, GetAccountPlanStateResponse> GET_ACCOUNT_PLAN_STATE =
      FREE_TIER.operation(GetAccountPlanStateRequest::builder, FreeTierClient::getAccountPlanState);

  Operation<GetAdministratorAccountRequest, GetAdministratorAccountResponse>
      GET_ADMINISTRATOR_ACCOUNT =
          GUARD_DUTY.operation(
              GetAdministratorAccountRequest::builder, GuardDutyClient::getAdministratorAccount);
  Operation<GetDetectorRequest, GetDetectorResponse> GET_DETECTOR =
      GUARD_DUTY.operation(GetDetectorRequest::builder, GuardDutyClient::getDetector);
  Operation<ListDetectorsRequest, ListDetectorsResponse> LIST_DETECTORS =
      GUARD_DUTY.paged(ListDetectorsRequest::builder, GuardDutyClient::listDetectors);

  /** Has a report made that only changes what the next read shows; nothing else changes by it. */
  Operation<GenerateCredentialReportRequest, GenerateCredentialReportResponse>
      GENERATE_CREDENTIAL_REPORT =
          IAM.operation(
              GenerateCredentialReportRequest::builder, IamClient::generateCredentialReport);

  Operation<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse> GET_ACCESS_KEY_LAST_USED =
      IAM.operation(GetAccessKeyLastUsedRequest::builder, IamClient::getAccessKeyLastUsed);
  Operation<GetAccountPasswordPolicyRequest, GetAccountPasswordPolicyResponse>
      GET_ACCOUNT_PASSWORD_POLICY =
          IAM.operation(
              GetAccountPasswordPolicyRequest::builder, IamClient::getAccountPasswordPolicy);
  Operation<GetAccountSummaryRequest, GetAccountSummaryResponse> GET_ACCOUNT_SUMMARY =
      IAM.operation(GetAccountSummaryRequest::builder, IamClient::getAccountSummary);
  Operation<GetCredentialReportRequest, GetCredentialReportResponse> GET_CREDENTIAL_REPORT =
      IAM.operation(GetCredentialReportRequest::builder, IamClient::getCredentialReport);
  Operation<GetGroupRequest, GetGroupResponse> GET_GROUP =
      IAM.paged(GetGroupRequest::builder, IamClient::getGroup);
  Operation<GetLoginProfileRequest, GetLoginProfileResponse> GET_LOGIN_PROFILE =
      IAM.operation(GetLoginProfileRequest::builder, IamClient::getLoginProfile);
  Operation<GetUserRequest, GetUserResponse> GET_USER =
      IAM.operation(GetUserRequest::builder, IamClient::getUser);
  Operation<SimulatePrincipalPolicyRequest, SimulatePrincipalPolicyResponse>
      SIMULATE_PRINCIPAL_POLICY =
          IAM.paged(SimulatePrincipalPolicyRequest::builder, IamClient::simulatePrincipalPolicy);
  Operation<GetRoleRequest, GetRoleResponse> GET_ROLE =
      IAM.operation(GetRoleRequest::builder, IamClient::getRole);
  Operation<GetRolePolicyRequest, GetRolePolicyResponse> GET_ROLE_POLICY =
      IAM.operation(GetRolePolicyRequest::builder, IamClient::getRolePolicy);
  Operation<ListAccessKeysRequest, ListAccessKeysResponse> LIST_ACCESS_KEYS =
      IAM.paged(ListAccessKeysRequest::builder, IamClient::listAccessKeys);
  Operation<ListAccountAliasesRequest, ListAccountAliasesResponse> LIST_ACCOUNT_ALIASES =
      IAM.paged(ListAccountAliasesRequest::builder, IamClient::listAccountAliases);
  Operation<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse> LIST_ENTITIES_FOR_POLICY =
      IAM.paged(ListEntitiesForPolicyRequest::builder, IamClient::listEntitiesForPolicy);
  Operation<ListMfaDevicesRequest, ListMfaDevicesResponse> LIST_MFA_DEVICES =
      IAM.paged(ListMfaDevicesRequest::builder, IamClient::listMFADevices).named("ListMFADevices");
  Operation<ListUsersRequest, ListUsersResponse> LIST_USERS =
      IAM.paged(ListUsersRequest::builder, IamClient::listUsers);
  Operation<ListVirtualMfaDevicesRequest, ListVirtualMfaDevicesResponse> LIST_VIRTUAL_MFA_DEVICES =
      IAM.paged(ListVirtualMfaDevicesRequest::builder, IamClient::listVirtualMFADevices)
          .named("ListVirtualMFADevices");

  Operation<ListFunctionsRequest, ListFunctionsResponse> LIST_FUNCTIONS =
      LAMBDA.paged(ListFunctionsRequest::builder, LambdaClient::listFunctions);

  Operation<DescribeDeliveriesRequest, DescribeDeliveriesResponse> DESCRIBE_DELIVERIES =
      LOGS.paged(DescribeDeliveriesRequest::builder, CloudWatchLogsClient::describeDeliveries);
  Operation<DescribeDeliverySourcesRequest, DescribeDeliverySourcesResponse>
      DESCRIBE_DELIVERY_SOURCES =
          LOGS.paged(
              DescribeDeliverySourcesRequest::builder,
              CloudWatchLogsClient::describeDeliverySources);
  Operation<DescribeLogGroupsRequest, DescribeLogGroupsResponse> DESCRIBE_LOG_GROUPS =
      LOGS.paged(DescribeLogGroupsRequest::builder, CloudWatchLogsClient::describeLogGroups);
  Operation<DescribeMetricFiltersRequest, DescribeMetricFiltersResponse> DESCRIBE_METRIC_FILTERS =
      LOGS.paged(
          DescribeMetricFiltersRequest::builder, CloudWatchLogsClient::describeMetricFilters);

  Operation<DescribeOrganizationRequest, DescribeOrganizationResponse> DESCRIBE_ORGANIZATION =
      ORGANIZATIONS.operation(
          DescribeOrganizationRequest::builder, OrganizationsClient::describeOrganization);

  Operation<DescribeDbClustersRequest, DescribeDbClustersResponse> DESCRIBE_DB_CLUSTERS =
      RDS.paged(DescribeDbClustersRequest::builder, RdsClient::describeDBClusters)
          .named("DescribeDBClusters");
  Operation<DescribeDbInstancesRequest, DescribeDbInstancesResponse> DESCRIBE_DB_INSTANCES =
      RDS.paged(DescribeDbInstancesRequest::builder, RdsClient::describeDBInstances)
          .named("DescribeDBInstances");

  Operation<GetBucketEncryptionRequest, GetBucketEncryptionResponse> GET_BUCKET_ENCRYPTION =
      S3.operation(GetBucketEncryptionRequest::builder, S3Client::getBucketEncryption)
          .actions("s3:GetEncryptionConfiguration");
  Operation<GetBucketLifecycleConfigurationRequest, GetBucketLifecycleConfigurationResponse>
      GET_BUCKET_LIFECYCLE_CONFIGURATION =
          S3.operation(
                  GetBucketLifecycleConfigurationRequest::builder,
                  S3Client::getBucketLifecycleConfiguration)
              .actions("s3:GetLifecycleConfiguration");
  Operation<GetBucketLoggingRequest, GetBucketLoggingResponse> GET_BUCKET_LOGGING =
      S3.operation(GetBucketLoggingRequest::builder, S3Client::getBucketLogging);
  Operation<GetBucketPolicyRequest, GetBucketPolicyResponse> GET_BUCKET_POLICY =
      S3.operation(GetBucketPolicyRequest::builder, S3Client::getBucketPolicy);
  Operation<GetBucketVersioningRequest, GetBucketVersioningResponse> GET_BUCKET_VERSIONING =
      S3.operation(GetBucketVersioningRequest::builder, S3Client::getBucketVersioning);
  Operation<GetPublicAccessBlockRequest, GetPublicAccessBlockResponse>
      GET_BUCKET_PUBLIC_ACCESS_BLOCK =
          S3.operation(GetPublicAccessBlockRequest::builder, S3Client::getPublicAccessBlock)
              .actions("s3:GetBucketPublicAccessBlock");
  Operation<ListBucketsRequest, ListBucketsResponse> LIST_BUCKETS =
      S3.paged(ListBucketsRequest::builder, S3Client::listBuckets).actions("s3:ListAllMyBuckets");

  /** Only whether there is any: what is in a log bucket is nobody's business. */
  Operation<ListObjectVersionsRequest, ListObjectVersionsResponse> LIST_OBJECT_VERSIONS =
      S3.operation(ListObjectVersionsRequest::builder, S3Client::listObjectVersions)
          .actions("s3:ListBucketVersions");

  Operation<
          software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockRequest,
          software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockResponse>
      GET_ACCOUNT_PUBLIC_ACCESS_BLOCK =
          S3_CONTROL
              .operation(
                  software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockRequest
                      ::builder,
                  S3ControlClient::getPublicAccessBlock)
              .actions("s3:GetAccountPublicAccessBlock");

  Operation<GetTopicAttributesRequest, GetTopicAttributesResponse> GET_TOPIC_ATTRIBUTES =
      SNS.operation(GetTopicAttributesRequest::builder, SnsClient::getTopicAttributes);
  Operation<ListSubscriptionsByTopicRequest, ListSubscriptionsByTopicResponse>
      LIST_SUBSCRIPTIONS_BY_TOPIC =
          SNS.paged(ListSubscriptionsByTopicRequest::builder, SnsClient::listSubscriptionsByTopic);

  Operation<DescribeParametersRequest, DescribeParametersResponse> DESCRIBE_PARAMETERS =
      SSM.paged(DescribeParametersRequest::builder, SsmClient::describeParameters);

  Operation<ListAccountAssignmentsRequest, ListAccountAssignmentsResponse>
      LIST_ACCOUNT_ASSIGNMENTS =
          SSO_ADMIN.paged(
              ListAccountAssignmentsRequest::builder, SsoAdminClient::listAccountAssignments);
  Operation<ListInstancesRequest, ListInstancesResponse> LIST_INSTANCES =
      SSO_ADMIN.paged(ListInstancesRequest::builder, SsoAdminClient::listInstances);
  Operation<ListManagedPoliciesInPermissionSetRequest, ListManagedPoliciesInPermissionSetResponse>
      LIST_MANAGED_POLICIES_IN_PERMISSION_SET =
          SSO_ADMIN.paged(
              ListManagedPoliciesInPermissionSetRequest::builder,
              SsoAdminClient::listManagedPoliciesInPermissionSet);
  Operation<
          ListPermissionSetsProvisionedToAccountRequest,
          ListPermissionSetsProvisionedToAccountResponse>
      LIST_PERMISSION_SETS_PROVISIONED_TO_ACCOUNT =
          SSO_ADMIN.paged(
              ListPermissionSetsProvisionedToAccountRequest::builder,
              SsoAdminClient::listPermissionSetsProvisionedToAccount);

  /** Needs no permission: AWS answers it to everybody. */
  Operation<GetCallerIdentityRequest, GetCallerIdentityResponse> GET_CALLER_IDENTITY =
      STS.operation(GetCallerIdentityRequest::builder, StsClient::getCallerIdentity)
          .withoutActions();

  Operation<ListTaxRegistrationsRequest, ListTaxRegistrationsResponse> LIST_TAX_REGISTRATIONS =
      TAX_SETTINGS.paged(
          ListTaxRegistrationsRequest::builder, TaxSettingsClient::listTaxRegistrations);

  /** Every read. */
  List<Operation<?, ?>> ALL =
      Operation.table(
          new Operation<?, ?>[] {
            LIST_ANALYZERS, GET_ACCOUNT_INFORMATION,
            GET_ALTERNATE_CONTACT, GET_CONTACT_INFORMATION,
            LIST_CUSTOMER_AGREEMENTS, LIST_BACKUP_PLANS,
            LIST_BACKUP_SELECTIONS, LIST_PROTECTED_RESOURCES,
            DESCRIBE_BUDGET, DESCRIBE_BUDGETS,
            DESCRIBE_NOTIFICATIONS_FOR_BUDGET, DESCRIBE_SUBSCRIBERS_FOR_NOTIFICATION,
            GET_ANOMALY_MONITORS, GET_ANOMALY_SUBSCRIPTIONS,
            DESCRIBE_STACKS, GET_DISTRIBUTION_CONFIG,
            LIST_DISTRIBUTIONS, DESCRIBE_TRAILS,
            GET_EVENT_SELECTORS, GET_TRAIL_STATUS,
            LIST_TRAILS, DESCRIBE_ALARMS,
            DESCRIBE_COMPLIANCE_BY_CONFIG_RULE, DESCRIBE_CONFIG_RULES,
            DESCRIBE_CONFIGURATION_RECORDER_STATUS, DESCRIBE_CONFIGURATION_RECORDERS,
            DESCRIBE_DELIVERY_CHANNELS, DESCRIBE_CONTINUOUS_BACKUPS,
            DESCRIBE_TABLE, LIST_TABLES,
            DESCRIBE_FLOW_LOGS, DESCRIBE_INSTANCE_ATTRIBUTE,
            DESCRIBE_INSTANCES, DESCRIBE_REGIONS,
            DESCRIBE_VOLUMES, DESCRIBE_VPCS,
            GET_EBS_ENCRYPTION_BY_DEFAULT, GET_INSTANCE_METADATA_DEFAULTS,
            DESCRIBE_TASK_DEFINITION, LIST_TASK_DEFINITIONS,
            DESCRIBE_BACKUP_POLICY, DESCRIBE_FILE_SYSTEMS,
            DESCRIBE_CLASSIC_LOAD_BALANCER_ATTRIBUTES, DESCRIBE_CLASSIC_LOAD_BALANCERS,
            DESCRIBE_LOAD_BALANCER_ATTRIBUTES, DESCRIBE_LOAD_BALANCERS,
            LIST_RULES, LIST_TARGETS_BY_RULE,
            GET_ACCOUNT_PLAN_STATE, GET_ADMINISTRATOR_ACCOUNT,
            GET_DETECTOR, LIST_DETECTORS,
            GENERATE_CREDENTIAL_REPORT, GET_ACCESS_KEY_LAST_USED,
            GET_ACCOUNT_PASSWORD_POLICY, GET_ACCOUNT_SUMMARY,
            GET_CREDENTIAL_REPORT, GET_GROUP,
            GET_LOGIN_PROFILE, GET_ROLE,
            GET_ROLE_POLICY, GET_USER,
            LIST_ACCESS_KEYS, LIST_ACCOUNT_ALIASES,
            LIST_ENTITIES_FOR_POLICY, LIST_MFA_DEVICES,
            LIST_USERS, LIST_VIRTUAL_MFA_DEVICES,
            SIMULATE_PRINCIPAL_POLICY, LIST_FUNCTIONS,
            DESCRIBE_DELIVERIES, DESCRIBE_DELIVERY_SOURCES,
            DESCRIBE_LOG_GROUPS, DESCRIBE_METRIC_FILTERS,
            DESCRIBE_ORGANIZATION, DESCRIBE_DB_CLUSTERS,
            DESCRIBE_DB_INSTANCES, GET_BUCKET_ENCRYPTION,
            GET_BUCKET_LIFECYCLE_CONFIGURATION, GET_BUCKET_LOGGING,
            GET_BUCKET_POLICY, GET_BUCKET_VERSIONING,
            GET_BUCKET_PUBLIC_ACCESS_BLOCK, LIST_BUCKETS,
            LIST_OBJECT_VERSIONS, GET_ACCOUNT_PUBLIC_ACCESS_BLOCK,
            GET_TOPIC_ATTRIBUTES, LIST_SUBSCRIPTIONS_BY_TOPIC,
            LIST_ACCOUNT_ASSIGNMENTS, LIST_INSTANCES,
            LIST_MANAGED_POLICIES_IN_PERMISSION_SET, LIST_PERMISSION_SETS_PROVISIONED_TO_ACCOUNT,
            DESCRIBE_PARAMETERS, GET_CALLER_IDENTITY,
            LIST_TAX_REGISTRATIONS,
          });

  /**
   * The read of a name.
   *
   * @param key as {@code iam:GetAccountSummary}
   */
  static Optional<Operation<?, ?>> find(String key) {
    return Operation.find(ALL, key);
  }
}
