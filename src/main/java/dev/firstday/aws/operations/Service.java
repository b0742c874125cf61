package dev.firstday.aws.operations;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
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
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * A service of AWS that firstday calls.
 *
 * @param <C> the SDK's client of it
 * @param cli the AWS CLI's name of the service
 * @param sdk the SDK's name
 * @param prefix of its IAM actions
 * @param client begins a client of it
 */
public record Service<C extends SdkClient>(
    String cli, String sdk, String prefix, Supplier<? extends AwsClientBuilder<?, C>> client) {
  public static final Service<AccessAnalyzerClient> ACCESS_ANALYZER =
      of("accessanalyzer", "AccessAnalyzer", "access-analyzer", AccessAnalyzerClient::builder);
  public static final Service<AccountClient> ACCOUNT =
      of("account", "Account", AccountClient::builder);
  public static final Service<ArtifactClient> ARTIFACT =
      of("artifact", "Artifact", ArtifactClient::builder);
  public static final Service<BackupClient> BACKUP = of("backup", "Backup", BackupClient::builder);
  public static final Service<BudgetsClient> BUDGETS =
      of("budgets", "Budgets", BudgetsClient::builder);
  public static final Service<CloudFormationClient> CLOUD_FORMATION =
      of("cloudformation", "CloudFormation", CloudFormationClient::builder);
  public static final Service<CloudFrontClient> CLOUD_FRONT =
      of("cloudfront", "CloudFront", CloudFrontClient::builder);
  public static final Service<CloudTrailClient> CLOUD_TRAIL =
      of("cloudtrail", "CloudTrail", CloudTrailClient::builder);
  public static final Service<CloudWatchClient> CLOUD_WATCH =
      of("cloudwatch", "CloudWatch", CloudWatchClient::builder);
  public static final Service<ConfigClient> CONFIG =
      of("configservice", "Config", "config", ConfigClient::builder);
  public static final Service<CostExplorerClient> COST_EXPLORER =
      of("ce", "CostExplorer", CostExplorerClient::builder);
  public static final Service<DynamoDbClient> DYNAMO_DB =
      of("dynamodb", "DynamoDb", DynamoDbClient::builder);
  public static final Service<Ec2Client> EC2 = of("ec2", "Ec2", Ec2Client::builder);
  public static final Service<EcsClient> ECS = of("ecs", "Ecs", EcsClient::builder);
  public static final Service<EfsClient> EFS =
      of("efs", "Efs", "elasticfilesystem", EfsClient::builder);
  public static final Service<ElasticLoadBalancingClient> ELB =
      of(
          "elb",
          "ElasticLoadBalancing",
          "elasticloadbalancing",
          ElasticLoadBalancingClient::builder);
  public static final Service<ElasticLoadBalancingV2Client> ELBV2 =
      of(
          "elbv2",
          "ElasticLoadBalancingV2",
          "elasticloadbalancing",
          ElasticLoadBalancingV2Client::builder);
  public static final Service<EventBridgeClient> EVENTS =
      of("events", "EventBridge", EventBridgeClient::builder);
  public static final Service<FreeTierClient> FREE_TIER =
      of("freetier", "FreeTier", FreeTierClient::builder);
  public static final Service<GuardDutyClient> GUARD_DUTY =
      of("guardduty", "GuardDuty", GuardDutyClient::builder);
  public static final Service<IamClient> IAM = of("iam", "Iam", IamClient::builder);
  public static final Service<LambdaClient> LAMBDA = of("lambda", "Lambda", LambdaClient::builder);
  public static final Service<CloudWatchLogsClient> LOGS =
      of("logs", "CloudWatchLogs", CloudWatchLogsClient::builder);
  public static final Service<OrganizationsClient> ORGANIZATIONS =
      of("organizations", "Organizations", OrganizationsClient::builder);
  public static final Service<RdsClient> RDS = of("rds", "Rds", RdsClient::builder);
  public static final Service<S3Client> S3 = of("s3api", "S3", "s3", S3Client::builder);
  public static final Service<S3ControlClient> S3_CONTROL =
      of("s3control", "S3Control", "s3", S3ControlClient::builder);
  public static final Service<SnsClient> SNS = of("sns", "Sns", SnsClient::builder);
  public static final Service<SsmClient> SSM = of("ssm", "Ssm", SsmClient::builder);
  public static final Service<SsoAdminClient> SSO_ADMIN =
      of("sso-admin", "SsoAdmin", "sso", SsoAdminClient::builder);
  public static final Service<StsClient> STS = of("sts", "Sts", StsClient::builder);
  public static final Service<TaxSettingsClient> TAX_SETTINGS =
      of("taxsettings", "TaxSettings", "tax", TaxSettingsClient::builder);

  private static <C extends SdkClient> Service<C> of(
      String cli, String sdk, Supplier<? extends AwsClientBuilder<?, C>> client) {
    return of(cli, sdk, cli, client);
  }

  private static <C extends SdkClient> Service<C> of(
      String cli, String sdk, String prefix, Supplier<? extends AwsClientBuilder<?, C>> client) {
    return new Service<>(cli, sdk, prefix, client);
  }

  /** An operation of this service whose name and IAM action follow from its request's class. */
  public <Q extends AwsRequest, R extends AwsResponse, B extends SdkBuilder<B, Q>>
      Operation<Q, R> operation(Supplier<B> builder, BiFunction<C, Q, R> call) {
    return operation(Optional.empty(), builder, call);
  }

  /** The same, where the API spells its name otherwise than the SDK its class. */
  public <Q extends AwsRequest, R extends AwsResponse, B extends SdkBuilder<B, Q>>
      Operation<Q, R> operation(String name, Supplier<B> builder, BiFunction<C, Q, R> call) {
    return operation(Optional.of(name), builder, call);
  }

  /** An operation that answers by pages, with the same name for the token in and out. */
  public <Q extends AwsRequest, R extends AwsResponse, B extends SdkBuilder<B, Q>>
      Operation<Q, R> paged(String token, Supplier<B> builder, BiFunction<C, Q, R> call) {
    return operation(builder, call).paged(token, token);
  }

  @SuppressWarnings("unchecked") // The client of this service is a C.
  private <Q extends AwsRequest, R extends AwsResponse, B extends SdkBuilder<B, Q>>
      Operation<Q, R> operation(
          Optional<String> name, Supplier<B> builder, BiFunction<C, Q, R> call) {
    return new Operation<>(
        this,
        name,
        builder,
        (client, request) -> call.apply((C) client, request),
        Optional.empty(),
        response -> Optional.empty(),
        Set.of(),
        Optional.<List<String>>empty());
  }
}
