package dev.firstday.aws.operations;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
 * @param paging how those of its operations page that do
 */
public record Service<C extends SdkClient>(
    String cli,
    String sdk,
    String prefix,
    Supplier<? extends AwsClientBuilder<?, C>> client,
    Optional<Paging> paging) {
  public static final Service<AccessAnalyzerClient> ACCESS_ANALYZER =
      of("accessanalyzer", "AccessAnalyzer", AccessAnalyzerClient::builder, "nextToken")
          .prefix("access-analyzer");
  public static final Service<AccountClient> ACCOUNT =
      of("account", "Account", AccountClient::builder);
  public static final Service<ArtifactClient> ARTIFACT =
      of("artifact", "Artifact", ArtifactClient::builder, "nextToken");
  public static final Service<BackupClient> BACKUP =
      of("backup", "Backup", BackupClient::builder, "NextToken");
  public static final Service<BudgetsClient> BUDGETS =
      of("budgets", "Budgets", BudgetsClient::builder, "NextToken");
  public static final Service<CloudFormationClient> CLOUD_FORMATION =
      of("cloudformation", "CloudFormation", CloudFormationClient::builder, "NextToken");
  public static final Service<CloudFrontClient> CLOUD_FRONT =
      of(
          "cloudfront",
          "CloudFront",
          CloudFrontClient::builder,
          "Marker",
          "DistributionList/NextMarker");
  public static final Service<CloudTrailClient> CLOUD_TRAIL =
      of("cloudtrail", "CloudTrail", CloudTrailClient::builder, "NextToken");
  public static final Service<CloudWatchClient> CLOUD_WATCH =
      of("cloudwatch", "CloudWatch", CloudWatchClient::builder, "NextToken");
  public static final Service<ConfigClient> CONFIG =
      of("configservice", "Config", ConfigClient::builder, "NextToken").prefix("config");
  public static final Service<CostExplorerClient> COST_EXPLORER =
      of("ce", "CostExplorer", CostExplorerClient::builder, "NextPageToken");
  public static final Service<DynamoDbClient> DYNAMO_DB =
      of(
          "dynamodb",
          "DynamoDb",
          DynamoDbClient::builder,
          "ExclusiveStartTableName",
          "LastEvaluatedTableName");
  public static final Service<Ec2Client> EC2 = of("ec2", "Ec2", Ec2Client::builder, "NextToken");
  public static final Service<EcsClient> ECS = of("ecs", "Ecs", EcsClient::builder, "nextToken");
  public static final Service<EfsClient> EFS =
      of("efs", "Efs", EfsClient::builder, "Marker", "NextMarker").prefix("elasticfilesystem");
  public static final Service<ElasticLoadBalancingClient> ELB =
      of("elb", "ElasticLoadBalancing", ElasticLoadBalancingClient::builder, "Marker", "NextMarker")
          .prefix("elasticloadbalancing");
  public static final Service<ElasticLoadBalancingV2Client> ELBV2 =
      of(
              "elbv2",
              "ElasticLoadBalancingV2",
              ElasticLoadBalancingV2Client::builder,
              "Marker",
              "NextMarker")
          .prefix("elasticloadbalancing");
  public static final Service<EventBridgeClient> EVENTS =
      of("events", "EventBridge", EventBridgeClient::builder, "NextToken");
  public static final Service<FreeTierClient> FREE_TIER =
      of("freetier", "FreeTier", FreeTierClient::builder);
  public static final Service<GuardDutyClient> GUARD_DUTY =
      of("guardduty", "GuardDuty", GuardDutyClient::builder, "NextToken");
  public static final Service<IamClient> IAM = of("iam", "Iam", IamClient::builder, "Marker");
  public static final Service<LambdaClient> LAMBDA =
      of("lambda", "Lambda", LambdaClient::builder, "Marker", "NextMarker");
  public static final Service<CloudWatchLogsClient> LOGS =
      of("logs", "CloudWatchLogs", CloudWatchLogsClient::builder, "nextToken");
  public static final Service<OrganizationsClient> ORGANIZATIONS =
      of("organizations", "Organizations", OrganizationsClient::builder);
  public static final Service<RdsClient> RDS = of("rds", "Rds", RdsClient::builder, "Marker");
  public static final Service<S3Client> S3 =
      of("s3api", "S3", S3Client::builder, "ContinuationToken").prefix("s3");
  public static final Service<S3ControlClient> S3_CONTROL =
      of("s3control", "S3Control", S3ControlClient::builder).prefix("s3");
  public static final Service<SnsClient> SNS = of("sns", "Sns", SnsClient::builder, "NextToken");
  public static final Service<SsmClient> SSM = of("ssm", "Ssm", SsmClient::builder, "NextToken");
  public static final Service<SsoAdminClient> SSO_ADMIN =
      of("sso-admin", "SsoAdmin", SsoAdminClient::builder, "NextToken").prefix("sso");
  public static final Service<StsClient> STS = of("sts", "Sts", StsClient::builder);
  public static final Service<TaxSettingsClient> TAX_SETTINGS =
      of("taxsettings", "TaxSettings", TaxSettingsClient::builder, "nextToken").prefix("tax");

  /**
   * A service whose IAM actions begin with its CLI name.
   *
   * @param token the member that pages: the request's, and the response's where that is another
   */
  private static <C extends SdkClient> Service<C> of(
      String cli, String sdk, Supplier<? extends AwsClientBuilder<?, C>> client, String... token) {
    Optional<Paging> paging =
        Stream.of(token).findFirst().map(in -> new Paging(in, token[token.length - 1]));
    return new Service<>(cli, sdk, cli, client, paging);
  }

  /** The same service, whose IAM actions begin otherwise. */
  private Service<C> prefix(String actions) {
    return new Service<>(cli, sdk, actions, client, paging);
  }

  /** An operation whose name and IAM action follow from its request's class. */
  @SuppressWarnings("unchecked") // The client of this service is a C.
  public <Q extends AwsRequest, R extends AwsResponse, B extends SdkBuilder<B, Q>>
      Operation<Q, R> operation(Supplier<B> builder, BiFunction<C, Q, R> call) {
    return new Operation<>(
        this,
        Optional.empty(),
        builder,
        (client, request) -> call.apply((C) client, request),
        Optional.empty(),
        response -> Optional.empty(),
        Set.of(),
        Optional.empty());
  }

  /** An operation that answers by pages. */
  <Q extends AwsRequest, R extends AwsResponse, B extends SdkBuilder<B, Q>> Operation<Q, R> paged(
      Supplier<B> builder, BiFunction<C, Q, R> call) {
    return operation(builder, call).paged(paging);
  }

  /**
   * How an operation pages.
   *
   * @param input the request's member that takes the token
   * @param output the response's member that gives it, or the path to it
   */
  public record Paging(String input, String output) {}
}
