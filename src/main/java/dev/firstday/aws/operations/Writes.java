package dev.firstday.aws.operations;

import static dev.firstday.aws.operations.Operation.of;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.CreateAnalyzerRequest;
import software.amazon.awssdk.services.accessanalyzer.model.DeleteAnalyzerRequest;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.DeleteAlternateContactRequest;
import software.amazon.awssdk.services.account.model.PutAlternateContactRequest;
import software.amazon.awssdk.services.account.model.PutContactInformationRequest;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.CreateBudgetRequest;
import software.amazon.awssdk.services.budgets.model.CreateNotificationRequest;
import software.amazon.awssdk.services.budgets.model.CreateSubscriberRequest;
import software.amazon.awssdk.services.budgets.model.DeleteBudgetRequest;
import software.amazon.awssdk.services.budgets.model.DeleteNotificationRequest;
import software.amazon.awssdk.services.budgets.model.DeleteSubscriberRequest;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.CreateTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.DeleteTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.PutEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.StartLoggingRequest;
import software.amazon.awssdk.services.cloudtrail.model.StopLoggingRequest;
import software.amazon.awssdk.services.cloudtrail.model.UpdateTrailRequest;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.DeleteConfigRuleRequest;
import software.amazon.awssdk.services.config.model.DeleteConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.DeleteDeliveryChannelRequest;
import software.amazon.awssdk.services.config.model.PutConfigRuleRequest;
import software.amazon.awssdk.services.config.model.PutConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.PutDeliveryChannelRequest;
import software.amazon.awssdk.services.config.model.StartConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.StopConfigurationRecorderRequest;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.CreateAnomalyMonitorRequest;
import software.amazon.awssdk.services.costexplorer.model.CreateAnomalySubscriptionRequest;
import software.amazon.awssdk.services.costexplorer.model.DeleteAnomalyMonitorRequest;
import software.amazon.awssdk.services.costexplorer.model.DeleteAnomalySubscriptionRequest;
import software.amazon.awssdk.services.costexplorer.model.UpdateAnomalySubscriptionRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DisableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.EnableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceMetadataDefaultsRequest;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.CreateDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.DeleteDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.UpdateDetectorRequest;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileRequest;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;

/**
 * Everything firstday can ever write: one line an operation, with the IAM actions it needs. What is
 * not on this page cannot be called. Each write is shown before it is made, and journalled before
 * the call.
 */
public final class Writes {
  private Writes() {}

  /** Every write. */
  public static final List<Operation<?, ?>> ALL =
      Operation.table(
          of(
              "accessanalyzer",
              "CreateAnalyzer",
              CreateAnalyzerRequest::builder,
              Clients::accessAnalyzer,
              AccessAnalyzerClient::createAnalyzer,
              "access-analyzer:CreateAnalyzer",
              "access-analyzer:TagResource",
              "iam:CreateServiceLinkedRole"),
          of(
              "accessanalyzer",
              "DeleteAnalyzer",
              DeleteAnalyzerRequest::builder,
              Clients::accessAnalyzer,
              AccessAnalyzerClient::deleteAnalyzer,
              "access-analyzer:DeleteAnalyzer"),
          of(
              "account",
              "PutAlternateContact",
              PutAlternateContactRequest::builder,
              Clients::account,
              AccountClient::putAlternateContact,
              "account:PutAlternateContact"),
          of(
              "account",
              "DeleteAlternateContact",
              DeleteAlternateContactRequest::builder,
              Clients::account,
              AccountClient::deleteAlternateContact,
              "account:DeleteAlternateContact"),
          of(
              "account",
              "PutContactInformation",
              PutContactInformationRequest::builder,
              Clients::account,
              AccountClient::putContactInformation,
              "account:PutContactInformation"),
          of(
              "budgets",
              "CreateBudget",
              CreateBudgetRequest::builder,
              Clients::budgets,
              BudgetsClient::createBudget,
              "budgets:ModifyBudget",
              "budgets:TagResource"),
          of(
              "budgets",
              "DeleteBudget",
              DeleteBudgetRequest::builder,
              Clients::budgets,
              BudgetsClient::deleteBudget,
              "budgets:ModifyBudget"),
          of(
              "budgets",
              "CreateNotification",
              CreateNotificationRequest::builder,
              Clients::budgets,
              BudgetsClient::createNotification,
              "budgets:ModifyBudget"),
          of(
              "budgets",
              "DeleteNotification",
              DeleteNotificationRequest::builder,
              Clients::budgets,
              BudgetsClient::deleteNotification,
              "budgets:ModifyBudget"),
          of(
              "budgets",
              "CreateSubscriber",
              CreateSubscriberRequest::builder,
              Clients::budgets,
              BudgetsClient::createSubscriber,
              "budgets:ModifyBudget"),
          of(
              "budgets",
              "DeleteSubscriber",
              DeleteSubscriberRequest::builder,
              Clients::budgets,
              BudgetsClient::deleteSubscriber,
              "budgets:ModifyBudget"),
          of(
              "ce",
              "CreateAnomalyMonitor",
              CreateAnomalyMonitorRequest::builder,
              Clients::costExplorer,
              CostExplorerClient::createAnomalyMonitor,
              "ce:CreateAnomalyMonitor",
              "ce:TagResource"),
          of(
              "ce",
              "CreateAnomalySubscription",
              CreateAnomalySubscriptionRequest::builder,
              Clients::costExplorer,
              CostExplorerClient::createAnomalySubscription,
              "ce:CreateAnomalySubscription",
              "ce:TagResource"),
          of(
              "ce",
              "DeleteAnomalyMonitor",
              DeleteAnomalyMonitorRequest::builder,
              Clients::costExplorer,
              CostExplorerClient::deleteAnomalyMonitor,
              "ce:DeleteAnomalyMonitor"),
          of(
              "ce",
              "DeleteAnomalySubscription",
              DeleteAnomalySubscriptionRequest::builder,
              Clients::costExplorer,
              CostExplorerClient::deleteAnomalySubscription,
              "ce:DeleteAnomalySubscription"),
          of(
              "ce",
              "UpdateAnomalySubscription",
              UpdateAnomalySubscriptionRequest::builder,
              Clients::costExplorer,
              CostExplorerClient::updateAnomalySubscription,
              "ce:UpdateAnomalySubscription"),
          of(
              "cloudformation",
              "UpdateTerminationProtection",
              UpdateTerminationProtectionRequest::builder,
              Clients::cloudFormation,
              CloudFormationClient::updateTerminationProtection,
              "cloudformation:UpdateTerminationProtection"),
          of(
              "cloudtrail",
              "CreateTrail",
              CreateTrailRequest::builder,
              Clients::cloudTrail,
              CloudTrailClient::createTrail,
              "cloudtrail:CreateTrail",
              "cloudtrail:AddTags",
              "iam:PassRole"),
          of(
              "cloudtrail",
              "DeleteTrail",
              DeleteTrailRequest::builder,
              Clients::cloudTrail,
              CloudTrailClient::deleteTrail,
              "cloudtrail:DeleteTrail"),
          of(
              "cloudtrail",
              "PutEventSelectors",
              PutEventSelectorsRequest::builder,
              Clients::cloudTrail,
              CloudTrailClient::putEventSelectors,
              "cloudtrail:PutEventSelectors"),
          of(
              "cloudtrail",
              "StartLogging",
              StartLoggingRequest::builder,
              Clients::cloudTrail,
              CloudTrailClient::startLogging,
              "cloudtrail:StartLogging"),
          of(
              "cloudtrail",
              "StopLogging",
              StopLoggingRequest::builder,
              Clients::cloudTrail,
              CloudTrailClient::stopLogging,
              "cloudtrail:StopLogging"),
          of(
              "cloudtrail",
              "UpdateTrail",
              UpdateTrailRequest::builder,
              Clients::cloudTrail,
              CloudTrailClient::updateTrail,
              "cloudtrail:UpdateTrail",
              "iam:PassRole"),
          of(
              "cloudwatch",
              "PutMetricAlarm",
              PutMetricAlarmRequest::builder,
              Clients::cloudWatch,
              CloudWatchClient::putMetricAlarm,
              "cloudwatch:PutMetricAlarm",
              "cloudwatch:TagResource"),
          of(
              "cloudwatch",
              "DeleteAlarms",
              DeleteAlarmsRequest::builder,
              Clients::cloudWatch,
              CloudWatchClient::deleteAlarms,
              "cloudwatch:DeleteAlarms"),
          of(
              "configservice",
              "DeleteConfigRule",
              DeleteConfigRuleRequest::builder,
              Clients::config,
              ConfigClient::deleteConfigRule,
              "config:DeleteConfigRule"),
          of(
              "configservice",
              "DeleteConfigurationRecorder",
              DeleteConfigurationRecorderRequest::builder,
              Clients::config,
              ConfigClient::deleteConfigurationRecorder,
              "config:DeleteConfigurationRecorder"),
          of(
              "configservice",
              "DeleteDeliveryChannel",
              DeleteDeliveryChannelRequest::builder,
              Clients::config,
              ConfigClient::deleteDeliveryChannel,
              "config:DeleteDeliveryChannel"),
          of(
              "configservice",
              "PutConfigRule",
              PutConfigRuleRequest::builder,
              Clients::config,
              ConfigClient::putConfigRule,
              "config:PutConfigRule",
              "config:TagResource"),
          of(
              "configservice",
              "PutConfigurationRecorder",
              PutConfigurationRecorderRequest::builder,
              Clients::config,
              ConfigClient::putConfigurationRecorder,
              "config:PutConfigurationRecorder",
              "iam:PassRole"),
          of(
              "configservice",
              "PutDeliveryChannel",
              PutDeliveryChannelRequest::builder,
              Clients::config,
              ConfigClient::putDeliveryChannel,
              "config:PutDeliveryChannel"),
          of(
              "configservice",
              "StartConfigurationRecorder",
              StartConfigurationRecorderRequest::builder,
              Clients::config,
              ConfigClient::startConfigurationRecorder,
              "config:StartConfigurationRecorder"),
          of(
              "configservice",
              "StopConfigurationRecorder",
              StopConfigurationRecorderRequest::builder,
              Clients::config,
              ConfigClient::stopConfigurationRecorder,
              "config:StopConfigurationRecorder"),
          of(
              "dynamodb",
              "UpdateContinuousBackups",
              UpdateContinuousBackupsRequest::builder,
              Clients::dynamoDb,
              DynamoDbClient::updateContinuousBackups,
              "dynamodb:UpdateContinuousBackups"),
          of(
              "dynamodb",
              "UpdateTable",
              UpdateTableRequest::builder,
              Clients::dynamoDb,
              DynamoDbClient::updateTable,
              "dynamodb:UpdateTable"),
          of(
                  "ec2",
                  "CreateFlowLogs",
                  CreateFlowLogsRequest::builder,
                  Clients::ec2,
                  Ec2Client::createFlowLogs,
                  "ec2:CreateFlowLogs",
                  "ec2:CreateTags",
                  "iam:PassRole",
                  "logs:CreateLogDelivery")
              .unless(response -> failures(response.unsuccessful())),
          of(
                  "ec2",
                  "DeleteFlowLogs",
                  DeleteFlowLogsRequest::builder,
                  Clients::ec2,
                  Ec2Client::deleteFlowLogs,
                  "ec2:DeleteFlowLogs",
                  "logs:DeleteLogDelivery")
              .unless(response -> failures(response.unsuccessful())),
          of(
              "ec2",
              "DisableEbsEncryptionByDefault",
              DisableEbsEncryptionByDefaultRequest::builder,
              Clients::ec2,
              Ec2Client::disableEbsEncryptionByDefault,
              "ec2:DisableEbsEncryptionByDefault"),
          of(
              "ec2",
              "EnableEbsEncryptionByDefault",
              EnableEbsEncryptionByDefaultRequest::builder,
              Clients::ec2,
              Ec2Client::enableEbsEncryptionByDefault,
              "ec2:EnableEbsEncryptionByDefault"),
          of(
              "ec2",
              "ModifyInstanceAttribute",
              ModifyInstanceAttributeRequest::builder,
              Clients::ec2,
              Ec2Client::modifyInstanceAttribute,
              "ec2:ModifyInstanceAttribute"),
          of(
              "ec2",
              "ModifyInstanceMetadataDefaults",
              ModifyInstanceMetadataDefaultsRequest::builder,
              Clients::ec2,
              Ec2Client::modifyInstanceMetadataDefaults,
              "ec2:ModifyInstanceMetadataDefaults"),
          of(
              "elbv2",
              "ModifyLoadBalancerAttributes",
              ModifyLoadBalancerAttributesRequest::builder,
              Clients::loadBalancing,
              ElasticLoadBalancingV2Client::modifyLoadBalancerAttributes,
              "elasticloadbalancing:ModifyLoadBalancerAttributes"),
          of(
              "events",
              "PutRule",
              PutRuleRequest::builder,
              Clients::events,
              EventBridgeClient::putRule,
              "events:PutRule",
              "events:TagResource"),
          of(
              "events",
              "DeleteRule",
              DeleteRuleRequest::builder,
              Clients::events,
              EventBridgeClient::deleteRule,
              "events:DeleteRule"),
          of(
                  "events",
                  "PutTargets",
                  PutTargetsRequest::builder,
                  Clients::events,
                  EventBridgeClient::putTargets,
                  "events:PutTargets",
                  "iam:PassRole")
              .unless(
                  response ->
                      response.failedEntries().stream()
                          .findFirst()
                          .map(entry -> entry.errorCode() + ": " + entry.errorMessage())),
          of(
                  "events",
                  "RemoveTargets",
                  RemoveTargetsRequest::builder,
                  Clients::events,
                  EventBridgeClient::removeTargets,
                  "events:RemoveTargets")
              .unless(
                  response ->
                      response.failedEntries().stream()
                          .findFirst()
                          .map(entry -> entry.errorCode() + ": " + entry.errorMessage())),
          of(
              "guardduty",
              "CreateDetector",
              CreateDetectorRequest::builder,
              Clients::guardDuty,
              GuardDutyClient::createDetector,
              "guardduty:CreateDetector",
              "guardduty:TagResource",
              "iam:CreateServiceLinkedRole"),
          of(
              "guardduty",
              "UpdateDetector",
              UpdateDetectorRequest::builder,
              Clients::guardDuty,
              GuardDutyClient::updateDetector,
              "guardduty:UpdateDetector"),
          of(
              "guardduty",
              "DeleteDetector",
              DeleteDetectorRequest::builder,
              Clients::guardDuty,
              GuardDutyClient::deleteDetector,
              "guardduty:DeleteDetector"),
          of(
              "iam",
              "CreateRole",
              CreateRoleRequest::builder,
              Clients::iam,
              IamClient::createRole,
              "iam:CreateRole",
              "iam:TagRole"),
          of(
              "iam",
              "CreateServiceLinkedRole",
              CreateServiceLinkedRoleRequest::builder,
              Clients::iam,
              IamClient::createServiceLinkedRole,
              "iam:CreateServiceLinkedRole"),
          of(
              "iam",
              "DeleteRole",
              DeleteRoleRequest::builder,
              Clients::iam,
              IamClient::deleteRole,
              "iam:DeleteRole"),
          of(
              "iam",
              "DeleteRolePolicy",
              DeleteRolePolicyRequest::builder,
              Clients::iam,
              IamClient::deleteRolePolicy,
              "iam:DeleteRolePolicy"),
          of(
              "iam",
              "DeleteServiceLinkedRole",
              DeleteServiceLinkedRoleRequest::builder,
              Clients::iam,
              IamClient::deleteServiceLinkedRole,
              "iam:DeleteServiceLinkedRole"),
          of(
              "iam",
              "UpdateAssumeRolePolicy",
              UpdateAssumeRolePolicyRequest::builder,
              Clients::iam,
              IamClient::updateAssumeRolePolicy,
              "iam:UpdateAssumeRolePolicy"),
          of(
              "iam",
              "PutRolePolicy",
              PutRolePolicyRequest::builder,
              Clients::iam,
              IamClient::putRolePolicy,
              "iam:PutRolePolicy"),
          of(
              "iam",
              "AddUserToGroup",
              AddUserToGroupRequest::builder,
              Clients::iam,
              IamClient::addUserToGroup,
              "iam:AddUserToGroup"),
          of(
              "iam",
              "AttachGroupPolicy",
              AttachGroupPolicyRequest::builder,
              Clients::iam,
              IamClient::attachGroupPolicy,
              "iam:AttachGroupPolicy"),
          of(
              "iam",
              "CreateGroup",
              CreateGroupRequest::builder,
              Clients::iam,
              IamClient::createGroup,
              "iam:CreateGroup"),
          of(
                  "iam",
                  "CreateLoginProfile",
                  CreateLoginProfileRequest::builder,
                  Clients::iam,
                  IamClient::createLoginProfile,
                  "iam:CreateLoginProfile")
              .hiding("/Password"),
          of(
              "iam",
              "CreateUser",
              CreateUserRequest::builder,
              Clients::iam,
              IamClient::createUser,
              "iam:CreateUser",
              "iam:TagUser"),
          of(
                  "iam",
                  "CreateVirtualMFADevice",
                  CreateVirtualMfaDeviceRequest::builder,
                  Clients::iam,
                  IamClient::createVirtualMFADevice,
                  "iam:CreateVirtualMFADevice",
                  "iam:TagMFADevice")
              .hiding("/VirtualMFADevice/Base32StringSeed", "/VirtualMFADevice/QRCodePNG"),
          of(
              "iam",
              "DeactivateMFADevice",
              DeactivateMfaDeviceRequest::builder,
              Clients::iam,
              IamClient::deactivateMFADevice,
              "iam:DeactivateMFADevice"),
          of(
              "iam",
              "DeleteGroup",
              DeleteGroupRequest::builder,
              Clients::iam,
              IamClient::deleteGroup,
              "iam:DeleteGroup"),
          of(
              "iam",
              "DeleteLoginProfile",
              DeleteLoginProfileRequest::builder,
              Clients::iam,
              IamClient::deleteLoginProfile,
              "iam:DeleteLoginProfile"),
          of(
              "iam",
              "DeleteUser",
              DeleteUserRequest::builder,
              Clients::iam,
              IamClient::deleteUser,
              "iam:DeleteUser"),
          of(
              "iam",
              "DeleteVirtualMFADevice",
              DeleteVirtualMfaDeviceRequest::builder,
              Clients::iam,
              IamClient::deleteVirtualMFADevice,
              "iam:DeleteVirtualMFADevice"),
          of(
              "iam",
              "DetachGroupPolicy",
              DetachGroupPolicyRequest::builder,
              Clients::iam,
              IamClient::detachGroupPolicy,
              "iam:DetachGroupPolicy"),
          of(
                  "iam",
                  "EnableMFADevice",
                  EnableMfaDeviceRequest::builder,
                  Clients::iam,
                  IamClient::enableMFADevice,
                  "iam:EnableMFADevice")
              .hiding("/AuthenticationCode1", "/AuthenticationCode2"),
          of(
              "iam",
              "RemoveUserFromGroup",
              RemoveUserFromGroupRequest::builder,
              Clients::iam,
              IamClient::removeUserFromGroup,
              "iam:RemoveUserFromGroup"),
          of(
                  "iam",
                  "UpdateLoginProfile",
                  UpdateLoginProfileRequest::builder,
                  Clients::iam,
                  IamClient::updateLoginProfile,
                  "iam:UpdateLoginProfile")
              .hiding("/Password"),
          of(
              "iam",
              "UpdateAccessKey",
              UpdateAccessKeyRequest::builder,
              Clients::iam,
              IamClient::updateAccessKey,
              "iam:UpdateAccessKey"),
          of(
              "iam",
              "UpdateAccountPasswordPolicy",
              UpdateAccountPasswordPolicyRequest::builder,
              Clients::iam,
              IamClient::updateAccountPasswordPolicy,
              "iam:UpdateAccountPasswordPolicy"),
          of(
              "iam",
              "DeleteAccountPasswordPolicy",
              DeleteAccountPasswordPolicyRequest::builder,
              Clients::iam,
              IamClient::deleteAccountPasswordPolicy,
              "iam:DeleteAccountPasswordPolicy"),
          of(
              "logs",
              "CreateLogGroup",
              CreateLogGroupRequest::builder,
              Clients::logs,
              CloudWatchLogsClient::createLogGroup,
              "logs:CreateLogGroup",
              "logs:TagResource"),
          of(
              "logs",
              "DeleteLogGroup",
              DeleteLogGroupRequest::builder,
              Clients::logs,
              CloudWatchLogsClient::deleteLogGroup,
              "logs:DeleteLogGroup"),
          of(
              "logs",
              "DeleteRetentionPolicy",
              DeleteRetentionPolicyRequest::builder,
              Clients::logs,
              CloudWatchLogsClient::deleteRetentionPolicy,
              "logs:DeleteRetentionPolicy"),
          of(
              "logs",
              "PutRetentionPolicy",
              PutRetentionPolicyRequest::builder,
              Clients::logs,
              CloudWatchLogsClient::putRetentionPolicy,
              "logs:PutRetentionPolicy"),
          of(
              "logs",
              "PutMetricFilter",
              PutMetricFilterRequest::builder,
              Clients::logs,
              CloudWatchLogsClient::putMetricFilter,
              "logs:PutMetricFilter"),
          of(
              "logs",
              "DeleteMetricFilter",
              DeleteMetricFilterRequest::builder,
              Clients::logs,
              CloudWatchLogsClient::deleteMetricFilter,
              "logs:DeleteMetricFilter"),
          of(
              "rds",
              "ModifyDBCluster",
              ModifyDbClusterRequest::builder,
              Clients::rds,
              RdsClient::modifyDBCluster,
              "rds:ModifyDBCluster"),
          of(
              "rds",
              "ModifyDBInstance",
              ModifyDbInstanceRequest::builder,
              Clients::rds,
              RdsClient::modifyDBInstance,
              "rds:ModifyDBInstance"),
          of(
              "s3api",
              "CreateBucket",
              CreateBucketRequest::builder,
              Clients::s3,
              S3Client::createBucket,
              "s3:CreateBucket",
              "s3:TagResource"),
          of(
              "s3api",
              "DeleteBucket",
              DeleteBucketRequest::builder,
              Clients::s3,
              S3Client::deleteBucket,
              "s3:DeleteBucket"),
          of(
              "s3api",
              "DeleteBucketLifecycle",
              DeleteBucketLifecycleRequest::builder,
              Clients::s3,
              S3Client::deleteBucketLifecycle,
              "s3:PutLifecycleConfiguration"),
          of(
              "s3api",
              "DeleteBucketPolicy",
              DeleteBucketPolicyRequest::builder,
              Clients::s3,
              S3Client::deleteBucketPolicy,
              "s3:DeleteBucketPolicy"),
          of(
              "s3api",
              "DeletePublicAccessBlock",
              DeletePublicAccessBlockRequest::builder,
              Clients::s3,
              S3Client::deletePublicAccessBlock,
              "s3:PutBucketPublicAccessBlock"),
          of(
              "s3api",
              "PutBucketEncryption",
              PutBucketEncryptionRequest::builder,
              Clients::s3,
              S3Client::putBucketEncryption,
              "s3:PutEncryptionConfiguration"),
          of(
              "s3api",
              "PutBucketLifecycleConfiguration",
              PutBucketLifecycleConfigurationRequest::builder,
              Clients::s3,
              S3Client::putBucketLifecycleConfiguration,
              "s3:PutLifecycleConfiguration"),
          of(
              "s3api",
              "PutBucketLogging",
              PutBucketLoggingRequest::builder,
              Clients::s3,
              S3Client::putBucketLogging,
              "s3:PutBucketLogging"),
          of(
              "s3api",
              "PutBucketPolicy",
              PutBucketPolicyRequest::builder,
              Clients::s3,
              S3Client::putBucketPolicy,
              "s3:PutBucketPolicy"),
          of(
              "s3api",
              "PutBucketVersioning",
              PutBucketVersioningRequest::builder,
              Clients::s3,
              S3Client::putBucketVersioning,
              "s3:PutBucketVersioning"),
          of(
              "s3api",
              "PutPublicAccessBlock",
              PutPublicAccessBlockRequest::builder,
              Clients::s3,
              S3Client::putPublicAccessBlock,
              "s3:PutBucketPublicAccessBlock"),
          of(
              "s3control",
              "DeletePublicAccessBlock",
              software.amazon.awssdk.services.s3control.model.DeletePublicAccessBlockRequest
                  ::builder,
              Clients::s3Control,
              S3ControlClient::deletePublicAccessBlock,
              "s3:PutAccountPublicAccessBlock"),
          of(
              "s3control",
              "PutPublicAccessBlock",
              software.amazon.awssdk.services.s3control.model.PutPublicAccessBlockRequest::builder,
              Clients::s3Control,
              S3ControlClient::putPublicAccessBlock,
              "s3:PutAccountPublicAccessBlock"),
          of(
              "sns",
              "CreateTopic",
              CreateTopicRequest::builder,
              Clients::sns,
              SnsClient::createTopic,
              "sns:CreateTopic",
              "sns:TagResource"),
          of(
              "sns",
              "SetTopicAttributes",
              SetTopicAttributesRequest::builder,
              Clients::sns,
              SnsClient::setTopicAttributes,
              "sns:SetTopicAttributes"),
          of(
              "sns",
              "DeleteTopic",
              DeleteTopicRequest::builder,
              Clients::sns,
              SnsClient::deleteTopic,
              "sns:DeleteTopic"),
          of(
              "sns",
              "Subscribe",
              SubscribeRequest::builder,
              Clients::sns,
              SnsClient::subscribe,
              "sns:Subscribe"),
          of(
              "sns",
              "Unsubscribe",
              UnsubscribeRequest::builder,
              Clients::sns,
              SnsClient::unsubscribe,
              "sns:Unsubscribe"));

  /**
   * The write of a name.
   *
   * @param key as {@code iam:UpdateAccountPasswordPolicy}
   */
  public static Optional<Operation<?, ?>> find(String key) {
    return Operation.find(ALL, key);
  }

  /**
   * The write that a request is for.
   *
   * @throws IllegalArgumentException if it is not on the list
   */
  public static Operation<?, ?> thatTakes(SdkPojo request) {
    return ALL.stream()
        .filter(write -> write.takes(request))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(request.getClass() + " is no write of ours"));
  }

  /** What EC2 says in an answer that looks like a success; a log that is there already is none. */
  private static Optional<String> failures(List<UnsuccessfulItem> items) {
    String failures =
        items.stream()
            .filter(item -> !"FlowLogAlreadyExists".equals(item.error().code()))
            .map(item -> item.error().code() + ": " + item.error().message())
            .collect(Collectors.joining("; "));
    return Optional.of(failures).filter(text -> !text.isEmpty());
  }
}
