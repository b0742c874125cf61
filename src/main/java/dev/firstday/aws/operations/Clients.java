package dev.firstday.aws.operations;

import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.artifact.ArtifactClient;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.freetier.FreeTierClient;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.taxsettings.TaxSettingsClient;

/**
 * The SDK's clients for one Region: AWS itself, or the practice account. Nobody but {@link
 * Operation} calls them.
 */
public interface Clients {
  AccessAnalyzerClient accessAnalyzer();

  AccountClient account();

  ArtifactClient artifact();

  BackupClient backup();

  BudgetsClient budgets();

  CloudFormationClient cloudFormation();

  CloudFrontClient cloudFront();

  CloudTrailClient cloudTrail();

  CloudWatchClient cloudWatch();

  CloudWatchLogsClient logs();

  ConfigClient config();

  CostExplorerClient costExplorer();

  DynamoDbClient dynamoDb();

  Ec2Client ec2();

  EcsClient ecs();

  EfsClient efs();

  ElasticLoadBalancingClient classicLoadBalancing();

  ElasticLoadBalancingV2Client loadBalancing();

  EventBridgeClient events();

  FreeTierClient freeTier();

  GuardDutyClient guardDuty();

  IamClient iam();

  LambdaClient lambda();

  OrganizationsClient organizations();

  RdsClient rds();

  S3Client s3();

  S3ControlClient s3Control();

  SnsClient sns();

  SsmClient ssm();

  SsoAdminClient ssoAdmin();

  StsClient sts();

  TaxSettingsClient taxSettings();

  /** Gives the clients of a Region. */
  @FunctionalInterface
  interface Source {
    Clients in(String region);
  }
}
