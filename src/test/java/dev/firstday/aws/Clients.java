package dev.firstday.aws;

import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Service;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
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
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * The SDK's clients in front of an {@link AwsApi}, to set something up by hand. They also call
 * operations that the program never does, and throw the SDK's own exceptions.
 */
public record Clients(AwsApi aws, String region) {
  /** The clients of one Region. */
  public static Clients in(AwsApi aws, String region) {
    return new Clients(aws, region);
  }

  public AccessAnalyzerClient accessAnalyzer() {
    return client(Service.ACCESS_ANALYZER, AccessAnalyzerClient.class);
  }

  public AccountClient account() {
    return client(Service.ACCOUNT, AccountClient.class);
  }

  public ArtifactClient artifact() {
    return client(Service.ARTIFACT, ArtifactClient.class);
  }

  public BackupClient backup() {
    return client(Service.BACKUP, BackupClient.class);
  }

  public BudgetsClient budgets() {
    return client(Service.BUDGETS, BudgetsClient.class);
  }

  public CloudFormationClient cloudFormation() {
    return client(Service.CLOUD_FORMATION, CloudFormationClient.class);
  }

  public CloudFrontClient cloudFront() {
    return client(Service.CLOUD_FRONT, CloudFrontClient.class);
  }

  public CloudTrailClient cloudTrail() {
    return client(Service.CLOUD_TRAIL, CloudTrailClient.class);
  }

  public CloudWatchClient cloudWatch() {
    return client(Service.CLOUD_WATCH, CloudWatchClient.class);
  }

  public CloudWatchLogsClient logs() {
    return client(Service.LOGS, CloudWatchLogsClient.class);
  }

  public ConfigClient config() {
    return client(Service.CONFIG, ConfigClient.class);
  }

  public CostExplorerClient costExplorer() {
    return client(Service.COST_EXPLORER, CostExplorerClient.class);
  }

  public DynamoDbClient dynamoDb() {
    return client(Service.DYNAMO_DB, DynamoDbClient.class);
  }

  public Ec2Client ec2() {
    return client(Service.EC2, Ec2Client.class);
  }

  public EcsClient ecs() {
    return client(Service.ECS, EcsClient.class);
  }

  public EfsClient efs() {
    return client(Service.EFS, EfsClient.class);
  }

  public ElasticLoadBalancingClient classicLoadBalancing() {
    return client(Service.ELB, ElasticLoadBalancingClient.class);
  }

  public ElasticLoadBalancingV2Client loadBalancing() {
    return client(Service.ELBV2, ElasticLoadBalancingV2Client.class);
  }

  public EventBridgeClient events() {
    return client(Service.EVENTS, EventBridgeClient.class);
  }

  public FreeTierClient freeTier() {
    return client(Service.FREE_TIER, FreeTierClient.class);
  }

  public GuardDutyClient guardDuty() {
    return client(Service.GUARD_DUTY, GuardDutyClient.class);
  }

  public IamClient iam() {
    return client(Service.IAM, IamClient.class);
  }

  public LambdaClient lambda() {
    return client(Service.LAMBDA, LambdaClient.class);
  }

  public OrganizationsClient organizations() {
    return client(Service.ORGANIZATIONS, OrganizationsClient.class);
  }

  public RdsClient rds() {
    return client(Service.RDS, RdsClient.class);
  }

  public S3Client s3() {
    return client(Service.S3, S3Client.class);
  }

  public S3ControlClient s3Control() {
    return client(Service.S3_CONTROL, S3ControlClient.class);
  }

  public SnsClient sns() {
    return client(Service.SNS, SnsClient.class);
  }

  public SsmClient ssm() {
    return client(Service.SSM, SsmClient.class);
  }

  public SsoAdminClient ssoAdmin() {
    return client(Service.SSO_ADMIN, SsoAdminClient.class);
  }

  public StsClient sts() {
    return client(Service.STS, StsClient.class);
  }

  public TaxSettingsClient taxSettings() {
    return client(Service.TAX_SETTINGS, TaxSettingsClient.class);
  }

  /** Calls an operation with a request that is data. */
  public <Q extends AwsRequest, R extends AwsResponse> R call(
      Operation<Q, R> operation, Map<String, Object> data) {
    return aws.call(operation, operation.request(data), region);
  }

  private <C extends SdkClient> C client(Service<C> service, Class<C> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              boolean call =
                  arguments != null
                      && arguments[0] instanceof AwsRequest
                      && AwsResponse.class.isAssignableFrom(method.getReturnType());
              return call
                  ? call(service, type, method, arguments)
                  : InvocationHandler.invokeDefault(proxy, method, arguments);
            }));
  }

  private Object call(Service<?> service, Class<?> type, Method method, Object[] arguments) {
    AwsRequest request = (AwsRequest) arguments[0];
    try {
      return aws.call(operation(service, request, method, arguments), request, region);
    } catch (AwsServiceException e) {
      throw e.getClass() == AwsServiceException.class ? specific(type, e) : e;
    }
  }

  @SuppressWarnings("unchecked") // A request's builder builds a request of its class.
  private static Operation<AwsRequest, AwsResponse> operation(
      Service<?> service, AwsRequest request, Method method, Object[] arguments) {
    String name =
        method.getName().substring(0, 1).toUpperCase(Locale.ROOT) + method.getName().substring(1);
    return new Operation<>(
        service,
        Optional.of(name),
        () -> (SdkBuilder<?, AwsRequest>) ((ToCopyableBuilder<?, ?>) request).toBuilder(),
        (client, asked) -> (AwsResponse) invoke(client, method, with(asked, arguments)),
        Optional.empty(),
        response -> Optional.empty(),
        Set.of(),
        Optional.empty());
  }

  private static Object[] with(AwsRequest request, Object[] arguments) {
    Object[] all = arguments.clone();
    all[0] = request;
    return all;
  }

  private static Object invoke(Object target, Method method, Object[] arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** The same error in the class that the SDK has for its code, or for its service. */
  private static AwsServiceException specific(Class<?> client, AwsServiceException e) {
    String models = client.getPackageName() + ".model.";
    String code = e.awsErrorDetails().errorCode().replaceFirst("^AWS", "Aws");
    String base = client.getSimpleName().replaceFirst("Client$", "Exception");
    for (String name : new String[] {code, code + "Exception", base}) {
      try {
        AwsServiceException.Builder builder =
            (AwsServiceException.Builder)
                Class.forName(models + name).getMethod("builder").invoke(null);
        return builder
            .awsErrorDetails(e.awsErrorDetails())
            .statusCode(e.statusCode())
            .requestId(e.requestId())
            .build();
      } catch (ClassNotFoundException notThere) {
        continue;
      } catch (ReflectiveOperationException wrong) {
        throw new AssertionError(wrong);
      }
    }
    return e;
  }
}
