package dev.firstday.aws.operations;

import static dev.firstday.aws.operations.Service.*;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.*;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.*;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.*;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.*;
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
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.*;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.*;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.*;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.*;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.*;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.*;

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
          ACCESS_ANALYZER
              .operation(CreateAnalyzerRequest::builder, AccessAnalyzerClient::createAnalyzer)
              .actions(
                  "access-analyzer:CreateAnalyzer",
                  "access-analyzer:TagResource",
                  "iam:CreateServiceLinkedRole"),
          ACCESS_ANALYZER.operation(
              DeleteAnalyzerRequest::builder, AccessAnalyzerClient::deleteAnalyzer),
          ACCOUNT.operation(
              PutAlternateContactRequest::builder, AccountClient::putAlternateContact),
          ACCOUNT.operation(
              DeleteAlternateContactRequest::builder, AccountClient::deleteAlternateContact),
          ACCOUNT.operation(
              PutContactInformationRequest::builder, AccountClient::putContactInformation),
          BUDGETS
              .operation(CreateBudgetRequest::builder, BudgetsClient::createBudget)
              .actions("budgets:ModifyBudget", "budgets:TagResource"),
          BUDGETS
              .operation(DeleteBudgetRequest::builder, BudgetsClient::deleteBudget)
              .actions("budgets:ModifyBudget"),
          BUDGETS
              .operation(CreateNotificationRequest::builder, BudgetsClient::createNotification)
              .actions("budgets:ModifyBudget"),
          BUDGETS
              .operation(DeleteNotificationRequest::builder, BudgetsClient::deleteNotification)
              .actions("budgets:ModifyBudget"),
          BUDGETS
              .operation(CreateSubscriberRequest::builder, BudgetsClient::createSubscriber)
              .actions("budgets:ModifyBudget"),
          BUDGETS
              .operation(DeleteSubscriberRequest::builder, BudgetsClient::deleteSubscriber)
              .actions("budgets:ModifyBudget"),
          COST_EXPLORER
              .operation(
                  CreateAnomalyMonitorRequest::builder, CostExplorerClient::createAnomalyMonitor)
              .actions("ce:CreateAnomalyMonitor", "ce:TagResource"),
          COST_EXPLORER
              .operation(
                  CreateAnomalySubscriptionRequest::builder,
                  CostExplorerClient::createAnomalySubscription)
              .actions("ce:CreateAnomalySubscription", "ce:TagResource"),
          COST_EXPLORER.operation(
              DeleteAnomalyMonitorRequest::builder, CostExplorerClient::deleteAnomalyMonitor),
          COST_EXPLORER.operation(
              DeleteAnomalySubscriptionRequest::builder,
              CostExplorerClient::deleteAnomalySubscription),
          COST_EXPLORER.operation(
              UpdateAnomalySubscriptionRequest::builder,
              CostExplorerClient::updateAnomalySubscription),
          CLOUD_FORMATION.operation(
              UpdateTerminationProtectionRequest::builder,
              CloudFormationClient::updateTerminationProtection),
          CLOUD_TRAIL
              .operation(CreateTrailRequest::builder, CloudTrailClient::createTrail)
              .actions("cloudtrail:CreateTrail", "cloudtrail:AddTags", "iam:PassRole"),
          CLOUD_TRAIL.operation(DeleteTrailRequest::builder, CloudTrailClient::deleteTrail),
          CLOUD_TRAIL.operation(
              PutEventSelectorsRequest::builder, CloudTrailClient::putEventSelectors),
          CLOUD_TRAIL.operation(StartLoggingRequest::builder, CloudTrailClient::startLogging),
          CLOUD_TRAIL.operation(StopLoggingRequest::builder, CloudTrailClient::stopLogging),
          CLOUD_TRAIL
              .operation(UpdateTrailRequest::builder, CloudTrailClient::updateTrail)
              .actions("cloudtrail:UpdateTrail", "iam:PassRole"),
          CLOUD_WATCH
              .operation(PutMetricAlarmRequest::builder, CloudWatchClient::putMetricAlarm)
              .actions("cloudwatch:PutMetricAlarm", "cloudwatch:TagResource"),
          CLOUD_WATCH.operation(DeleteAlarmsRequest::builder, CloudWatchClient::deleteAlarms),
          CONFIG.operation(DeleteConfigRuleRequest::builder, ConfigClient::deleteConfigRule),
          CONFIG.operation(
              DeleteConfigurationRecorderRequest::builder,
              ConfigClient::deleteConfigurationRecorder),
          CONFIG.operation(
              DeleteDeliveryChannelRequest::builder, ConfigClient::deleteDeliveryChannel),
          CONFIG
              .operation(PutConfigRuleRequest::builder, ConfigClient::putConfigRule)
              .actions("config:PutConfigRule", "config:TagResource"),
          CONFIG
              .operation(
                  PutConfigurationRecorderRequest::builder, ConfigClient::putConfigurationRecorder)
              .actions("config:PutConfigurationRecorder", "iam:PassRole"),
          CONFIG.operation(PutDeliveryChannelRequest::builder, ConfigClient::putDeliveryChannel),
          CONFIG.operation(
              StartConfigurationRecorderRequest::builder, ConfigClient::startConfigurationRecorder),
          CONFIG.operation(
              StopConfigurationRecorderRequest::builder, ConfigClient::stopConfigurationRecorder),
          DYNAMO_DB.operation(
              UpdateContinuousBackupsRequest::builder, DynamoDbClient::updateContinuousBackups),
          DYNAMO_DB.operation(UpdateTableRequest::builder, DynamoDbClient::updateTable),
          EC2.operation(CreateFlowLogsRequest::builder, Ec2Client::createFlowLogs)
              .actions(
                  "ec2:CreateFlowLogs", "ec2:CreateTags", "iam:PassRole", "logs:CreateLogDelivery")
              .unless(response -> failures(response.unsuccessful())),
          EC2.operation(DeleteFlowLogsRequest::builder, Ec2Client::deleteFlowLogs)
              .actions("ec2:DeleteFlowLogs", "logs:DeleteLogDelivery")
              .unless(response -> failures(response.unsuccessful())),
          EC2.operation(
              DisableEbsEncryptionByDefaultRequest::builder,
              Ec2Client::disableEbsEncryptionByDefault),
          EC2.operation(
              EnableEbsEncryptionByDefaultRequest::builder,
              Ec2Client::enableEbsEncryptionByDefault),
          EC2.operation(
              ModifyInstanceAttributeRequest::builder, Ec2Client::modifyInstanceAttribute),
          EC2.operation(
              ModifyInstanceMetadataDefaultsRequest::builder,
              Ec2Client::modifyInstanceMetadataDefaults),
          ELBV2.operation(
              ModifyLoadBalancerAttributesRequest::builder,
              ElasticLoadBalancingV2Client::modifyLoadBalancerAttributes),
          EVENTS
              .operation(PutRuleRequest::builder, EventBridgeClient::putRule)
              .actions("events:PutRule", "events:TagResource"),
          EVENTS.operation(DeleteRuleRequest::builder, EventBridgeClient::deleteRule),
          EVENTS
              .operation(PutTargetsRequest::builder, EventBridgeClient::putTargets)
              .actions("events:PutTargets", "iam:PassRole")
              .unless(
                  response ->
                      response.failedEntries().stream()
                          .findFirst()
                          .map(entry -> entry.errorCode() + ": " + entry.errorMessage())),
          EVENTS
              .operation(RemoveTargetsRequest::builder, EventBridgeClient::removeTargets)
              .unless(
                  response ->
                      response.failedEntries().stream()
                          .findFirst()
                          .map(entry -> entry.errorCode() + ": " + entry.errorMessage())),
          GUARD_DUTY
              .operation(CreateDetectorRequest::builder, GuardDutyClient::createDetector)
              .actions(
                  "guardduty:CreateDetector",
                  "guardduty:TagResource",
                  "iam:CreateServiceLinkedRole"),
          GUARD_DUTY.operation(UpdateDetectorRequest::builder, GuardDutyClient::updateDetector),
          GUARD_DUTY.operation(DeleteDetectorRequest::builder, GuardDutyClient::deleteDetector),
          IAM.operation(CreateAccountAliasRequest::builder, IamClient::createAccountAlias),
          IAM.operation(DeleteAccountAliasRequest::builder, IamClient::deleteAccountAlias),
          IAM.operation(CreateRoleRequest::builder, IamClient::createRole)
              .actions("iam:CreateRole", "iam:TagRole"),
          IAM.operation(
              CreateServiceLinkedRoleRequest::builder, IamClient::createServiceLinkedRole),
          IAM.operation(DeleteRoleRequest::builder, IamClient::deleteRole),
          IAM.operation(DeleteRolePolicyRequest::builder, IamClient::deleteRolePolicy),
          IAM.operation(
              DeleteServiceLinkedRoleRequest::builder, IamClient::deleteServiceLinkedRole),
          IAM.operation(UpdateAssumeRolePolicyRequest::builder, IamClient::updateAssumeRolePolicy),
          IAM.operation(PutRolePolicyRequest::builder, IamClient::putRolePolicy),
          IAM.operation(AddUserToGroupRequest::builder, IamClient::addUserToGroup),
          IAM.operation(AttachGroupPolicyRequest::builder, IamClient::attachGroupPolicy),
          IAM.operation(CreateGroupRequest::builder, IamClient::createGroup),
          IAM.operation(CreateLoginProfileRequest::builder, IamClient::createLoginProfile)
              .hiding("/Password"),
          IAM.operation(CreateUserRequest::builder, IamClient::createUser)
              .actions("iam:CreateUser", "iam:TagUser"),
          IAM.operation(CreateVirtualMfaDeviceRequest::builder, IamClient::createVirtualMFADevice)
              .named("CreateVirtualMFADevice")
              .actions("iam:CreateVirtualMFADevice", "iam:TagMFADevice")
              .hiding("/VirtualMFADevice/Base32StringSeed", "/VirtualMFADevice/QRCodePNG"),
          IAM.operation(DeactivateMfaDeviceRequest::builder, IamClient::deactivateMFADevice)
              .named("DeactivateMFADevice"),
          IAM.operation(DeleteGroupRequest::builder, IamClient::deleteGroup),
          IAM.operation(DeleteLoginProfileRequest::builder, IamClient::deleteLoginProfile),
          IAM.operation(DeleteUserRequest::builder, IamClient::deleteUser),
          IAM.operation(DeleteVirtualMfaDeviceRequest::builder, IamClient::deleteVirtualMFADevice)
              .named("DeleteVirtualMFADevice"),
          IAM.operation(DetachGroupPolicyRequest::builder, IamClient::detachGroupPolicy),
          IAM.operation(EnableMfaDeviceRequest::builder, IamClient::enableMFADevice)
              .named("EnableMFADevice")
              .hiding("/AuthenticationCode1", "/AuthenticationCode2"),
          IAM.operation(RemoveUserFromGroupRequest::builder, IamClient::removeUserFromGroup),
          IAM.operation(UpdateLoginProfileRequest::builder, IamClient::updateLoginProfile)
              .hiding("/Password"),
          IAM.operation(UpdateAccessKeyRequest::builder, IamClient::updateAccessKey),
          IAM.operation(
              UpdateAccountPasswordPolicyRequest::builder, IamClient::updateAccountPasswordPolicy),
          IAM.operation(
              DeleteAccountPasswordPolicyRequest::builder, IamClient::deleteAccountPasswordPolicy),
          LOGS.operation(CreateLogGroupRequest::builder, CloudWatchLogsClient::createLogGroup)
              .actions("logs:CreateLogGroup", "logs:TagResource"),
          LOGS.operation(DeleteLogGroupRequest::builder, CloudWatchLogsClient::deleteLogGroup),
          LOGS.operation(
              DeleteRetentionPolicyRequest::builder, CloudWatchLogsClient::deleteRetentionPolicy),
          LOGS.operation(
              PutRetentionPolicyRequest::builder, CloudWatchLogsClient::putRetentionPolicy),
          LOGS.operation(PutMetricFilterRequest::builder, CloudWatchLogsClient::putMetricFilter),
          LOGS.operation(
              DeleteMetricFilterRequest::builder, CloudWatchLogsClient::deleteMetricFilter),
          RDS.operation(ModifyDbClusterRequest::builder, RdsClient::modifyDBCluster)
              .named("ModifyDBCluster"),
          RDS.operation(ModifyDbInstanceRequest::builder, RdsClient::modifyDBInstance)
              .named("ModifyDBInstance"),
          S3.operation(CreateBucketRequest::builder, S3Client::createBucket)
              .actions("s3:CreateBucket", "s3:TagResource"),
          S3.operation(DeleteBucketRequest::builder, S3Client::deleteBucket),
          S3.operation(DeleteBucketLifecycleRequest::builder, S3Client::deleteBucketLifecycle)
              .actions("s3:PutLifecycleConfiguration"),
          S3.operation(DeleteBucketPolicyRequest::builder, S3Client::deleteBucketPolicy),
          S3.operation(DeletePublicAccessBlockRequest::builder, S3Client::deletePublicAccessBlock)
              .actions("s3:PutBucketPublicAccessBlock"),
          S3.operation(PutBucketEncryptionRequest::builder, S3Client::putBucketEncryption)
              .actions("s3:PutEncryptionConfiguration"),
          S3.operation(
                  PutBucketLifecycleConfigurationRequest::builder,
                  S3Client::putBucketLifecycleConfiguration)
              .actions("s3:PutLifecycleConfiguration"),
          S3.operation(PutBucketLoggingRequest::builder, S3Client::putBucketLogging),
          S3.operation(PutBucketPolicyRequest::builder, S3Client::putBucketPolicy),
          S3.operation(PutBucketVersioningRequest::builder, S3Client::putBucketVersioning),
          S3.operation(PutPublicAccessBlockRequest::builder, S3Client::putPublicAccessBlock)
              .actions("s3:PutBucketPublicAccessBlock"),
          S3_CONTROL
              .operation(
                  software.amazon.awssdk.services.s3control.model.DeletePublicAccessBlockRequest
                      ::builder,
                  S3ControlClient::deletePublicAccessBlock)
              .actions("s3:PutAccountPublicAccessBlock"),
          S3_CONTROL
              .operation(
                  software.amazon.awssdk.services.s3control.model.PutPublicAccessBlockRequest
                      ::builder,
                  S3ControlClient::putPublicAccessBlock)
              .actions("s3:PutAccountPublicAccessBlock"),
          SNS.operation(CreateTopicRequest::builder, SnsClient::createTopic)
              .actions("sns:CreateTopic", "sns:TagResource"),
          SNS.operation(SetTopicAttributesRequest::builder, SnsClient::setTopicAttributes),
          SNS.operation(DeleteTopicRequest::builder, SnsClient::deleteTopic),
          SNS.operation(SubscribeRequest::builder, SnsClient::subscribe),
          SNS.operation(UnsubscribeRequest::builder, SnsClient::unsubscribe));

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
