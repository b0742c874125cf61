package dev.firstday.aws.client;

import dev.firstday.aws.operations.CallEnd;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.operations.Clients;
import dev.firstday.aws.operations.Unanswered;
import dev.firstday.aws.signin.network.EndpointOverride;
import dev.firstday.aws.signin.network.Endpoints;
import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.aws.signin.settings.SignInException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
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
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.S3ControlClientBuilder;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.taxsettings.TaxSettingsClient;

/**
 * Clients that talk to AWS. Each is built when it is first needed: building all of them takes
 * seconds, and most runs need few.
 */
public final class SdkClients implements Clients.Source, AutoCloseable {
  private static final Duration ATTEMPT = Duration.ofSeconds(10);

  /** Calls at one time in a Region; how many a second is {@link RateLimiter}'s. */
  private static final Map<String, Integer> AT_ONCE = Map.of("Account", 1);

  private static final int OTHERS_AT_ONCE = 10;

  // The SDK wants the name of an attribute once in a process.
  private static final ExecutionAttribute<SlowCallWatch> WAITED =
      new ExecutionAttribute<>("firstday.waited");

  private final Config config;
  private final Map<Class<? extends SdkClient>, AwsCredentialsProvider> others;
  private final Map<String, SdkClient> clients = new ConcurrentHashMap<>();

  // For all clients: each would start as many threads of its own, in every Region.
  private final ScheduledExecutorService timers =
      Executors.newScheduledThreadPool(5, Thread.ofVirtual().name("timers-", 0).factory());

  private final Map<String, Semaphore> limits = new ConcurrentHashMap<>();

  /**
   * What clients are made from.
   *
   * @param credentials who signs
   * @param http sends the requests
   * @param settings the AWS settings of this machine; empty where none hold
   * @param endpoints where calls go instead of to AWS
   * @param listener hears of every call
   * @param pace how long things may take
   */
  public record Config(
      AwsCredentialsProvider credentials,
      SdkHttpClient http,
      Optional<AwsSettings> settings,
      Endpoints endpoints,
      CallListener listener,
      Timing pace) {
    public Config(
        AwsCredentialsProvider credentials,
        SdkHttpClient http,
        Optional<AwsSettings> settings,
        Endpoints endpoints,
        CallListener listener) {
      this(credentials, http, settings, endpoints, listener, Timing.USUAL);
    }

    /** With one endpoint for all services, or AWS's own. */
    public Config(
        AwsCredentialsProvider credentials,
        SdkHttpClient http,
        Optional<AwsSettings> settings,
        Optional<URI> endpoint,
        CallListener listener) {
      this(
          credentials,
          http,
          settings,
          endpoint.map(Endpoints::of).orElse(Endpoints.NONE),
          listener);
    }
  }

  /**
   * How long things may take.
   *
   * @param late when a call is told of as late
   * @param backoff how long to wait before a call is tried again; empty for the SDK's own measure
   * @param call when a call is given up, all its attempts together
   */
  public record Timing(Duration late, Optional<BackoffStrategy> backoff, Duration call) {
    /** That of every run. */
    public static final Timing USUAL =
        new Timing(Duration.ofSeconds(2), Optional.empty(), Duration.ofSeconds(30));
  }

  public SdkClients(Config config) {
    this(config, Map.of());
  }

  /**
   * @param others who signs instead for some clients
   */
  public SdkClients(Config config, Map<Class<? extends SdkClient>, AwsCredentialsProvider> others) {
    this.config = config;
    this.others = others;
  }

  @Override
  public Clients in(String region) {
    return new RegionalClients(region);
  }

  @Override
  public void close() {
    clients.values().forEach(SdkClient::close);
    timers.shutdownNow();
    config.http().close();
    config.listener().closed();
  }

  /** The clients of one Region. */
  private final class RegionalClients implements Clients {
    private final String region;

    RegionalClients(String region) {
      this.region = region;
    }

    // Services with one endpoint for all Regions, which is in us-east-1 in the usual partition: the
    // SDK finds it from any Region.

    @Override
    public AccessAnalyzerClient accessAnalyzer() {
      return client(AccessAnalyzerClient.class, () -> AccessAnalyzerClient.builder());
    }

    @Override
    public AccountClient account() {
      return client(AccountClient.class, () -> AccountClient.builder());
    }

    @Override
    public ArtifactClient artifact() {
      return client(ArtifactClient.class, () -> ArtifactClient.builder());
    }

    @Override
    public BackupClient backup() {
      return client(BackupClient.class, () -> BackupClient.builder());
    }

    @Override
    public BudgetsClient budgets() {
      return client(BudgetsClient.class, () -> BudgetsClient.builder());
    }

    @Override
    public CloudFormationClient cloudFormation() {
      return client(CloudFormationClient.class, () -> CloudFormationClient.builder());
    }

    @Override
    public CloudFrontClient cloudFront() {
      return client(CloudFrontClient.class, () -> CloudFrontClient.builder());
    }

    @Override
    public CloudTrailClient cloudTrail() {
      return client(CloudTrailClient.class, () -> CloudTrailClient.builder());
    }

    @Override
    public CloudWatchClient cloudWatch() {
      return client(CloudWatchClient.class, () -> CloudWatchClient.builder());
    }

    @Override
    public CloudWatchLogsClient logs() {
      return client(CloudWatchLogsClient.class, () -> CloudWatchLogsClient.builder());
    }

    @Override
    public ConfigClient config() {
      return client(ConfigClient.class, () -> ConfigClient.builder());
    }

    @Override
    public CostExplorerClient costExplorer() {
      return client(CostExplorerClient.class, () -> CostExplorerClient.builder());
    }

    @Override
    public DynamoDbClient dynamoDb() {
      return client(DynamoDbClient.class, () -> DynamoDbClient.builder());
    }

    @Override
    public Ec2Client ec2() {
      return client(Ec2Client.class, () -> Ec2Client.builder());
    }

    @Override
    public EcsClient ecs() {
      return client(EcsClient.class, () -> EcsClient.builder());
    }

    @Override
    public EfsClient efs() {
      return client(EfsClient.class, () -> EfsClient.builder());
    }

    @Override
    public ElasticLoadBalancingClient classicLoadBalancing() {
      return client(ElasticLoadBalancingClient.class, () -> ElasticLoadBalancingClient.builder());
    }

    @Override
    public ElasticLoadBalancingV2Client loadBalancing() {
      return client(
          ElasticLoadBalancingV2Client.class, () -> ElasticLoadBalancingV2Client.builder());
    }

    @Override
    public EventBridgeClient events() {
      return client(EventBridgeClient.class, () -> EventBridgeClient.builder());
    }

    @Override
    public FreeTierClient freeTier() {
      return client(FreeTierClient.class, () -> FreeTierClient.builder());
    }

    @Override
    public GuardDutyClient guardDuty() {
      return client(GuardDutyClient.class, () -> GuardDutyClient.builder());
    }

    @Override
    public IamClient iam() {
      return client(IamClient.class, () -> IamClient.builder());
    }

    @Override
    public LambdaClient lambda() {
      return client(LambdaClient.class, () -> LambdaClient.builder());
    }

    @Override
    public OrganizationsClient organizations() {
      return client(OrganizationsClient.class, () -> OrganizationsClient.builder());
    }

    @Override
    public RdsClient rds() {
      return client(RdsClient.class, () -> RdsClient.builder());
    }

    @Override
    public S3Client s3() {
      return client(S3Client.class, () -> pathStyle(S3Client.builder()));
    }

    @Override
    public S3ControlClient s3Control() {
      return client(S3ControlClient.class, () -> withoutHostPrefix(S3ControlClient.builder()));
    }

    @Override
    public SnsClient sns() {
      return client(SnsClient.class, () -> SnsClient.builder());
    }

    @Override
    public SsmClient ssm() {
      return client(SsmClient.class, () -> SsmClient.builder());
    }

    @Override
    public SsoAdminClient ssoAdmin() {
      return client(SsoAdminClient.class, () -> SsoAdminClient.builder());
    }

    @Override
    public StsClient sts() {
      return client(StsClient.class, () -> StsClient.builder());
    }

    @Override
    public TaxSettingsClient taxSettings() {
      return client(TaxSettingsClient.class, () -> TaxSettingsClient.builder());
    }

    private <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>>
        C client(Class<C> type, Supplier<B> builder) {
      return type.cast(
          clients.computeIfAbsent(
              type.getSimpleName() + " " + region,
              key ->
                  usable(
                      () ->
                          build(
                              builder.get(),
                              region,
                              endpoint(type.getPackageName()),
                              others.getOrDefault(type, config.credentials())))));
    }
  }

  private <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C build(
      B builder, String region, Optional<URI> endpoint, AwsCredentialsProvider credentials) {
    RetryStrategy retries = retries();
    ClientOverrideConfiguration.Builder overrides =
        ClientOverrideConfiguration.builder()
            .apiCallAttemptTimeout(ATTEMPT)
            .apiCallTimeout(config.pace().call())
            .scheduledExecutorService(timers)
            .retryStrategy(retries)
            .addExecutionInterceptor(new CallInterceptor(retries.maxAttempts()));
    config
        .settings()
        .map(AwsSettings::forSdk)
        .ifPresent(
            file -> overrides.defaultProfileFile(file).defaultProfileName(AwsSettings.SDK_PROFILE));
    EndpointOverride.set(builder, overrides, config.endpoints(), endpoint);
    builder
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .httpClient(config.http())
        .overrideConfiguration(overrides.build());
    return builder.build();
  }

  // The SDK reads some settings itself, and fails as a program does where it can't.
  private static <C> C usable(Supplier<C> client) {
    try {
      return client.get();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw SignInException.unusable(e);
    }
  }

  private RetryStrategy retries() {
    StandardRetryStrategy.Builder retries = AwsRetryStrategy.standardRetryStrategy().toBuilder();
    config
        .pace()
        .backoff()
        .ifPresent(wait -> retries.backoffStrategy(wait).throttlingBackoffStrategy(wait));
    return retries.build();
  }

  // An endpoint that is not AWS's has no name for each bucket.
  private S3ClientBuilder pathStyle(S3ClientBuilder builder) {
    return builder.forcePathStyle(config.endpoints().of("S3").isPresent());
  }

  // The account's id before the host comes from the endpoint rules, so only a provider of our own
  // keeps it away.
  private S3ControlClientBuilder withoutHostPrefix(S3ControlClientBuilder builder) {
    return config
        .endpoints()
        .of("S3 Control")
        .map(
            uri ->
                builder.endpointProvider(
                    parameters ->
                        CompletableFuture.completedFuture(Endpoint.builder().url(uri).build())))
        .orElse(builder);
  }

  /**
   * Where a service's calls go instead of to AWS; its package has the name of its id but for one.
   */
  private Optional<URI> endpoint(String clientPackage) {
    String service = clientPackage.substring(clientPackage.lastIndexOf('.') + 1);
    return config.endpoints().of(service.equals("config") ? "Config Service" : service);
  }

  /** Tells of every call, and of those that take long; lets only so many through at one time. */
  private final class CallInterceptor implements ExecutionInterceptor {
    private final int attempts;

    CallInterceptor(int attempts) {
      this.attempts = attempts;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      // First: a call that the listener refuses ends here, and would never give its turn back.
      config.listener().calling(service(attributes), operation(attributes), region(attributes));
      limit(attributes).acquireUninterruptibly();
      attributes.putAttribute(
          WAITED,
          new SlowCallWatch(
              config.pace().late(),
              attempt ->
                  config
                      .listener()
                      .late(
                          service(attributes),
                          operation(attributes),
                          region(attributes),
                          attempt,
                          attempts)));
    }

    @Override
    public void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      attributes.getAttribute(WAITED).attempt();
    }

    @Override
    public void afterTransmission(
        Context.AfterTransmission context, ExecutionAttributes attributes) {
      int status = context.httpResponse().statusCode();
      if (status >= 400 && status < 500) {
        attributes.getAttribute(WAITED).refused();
      }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
      SlowCallWatch waited = attributes.getAttribute(WAITED);
      ended(
          attributes,
          CallEnd.answered(
              context.httpResponse().statusCode(),
              (AwsResponse) context.response(),
              waited.time(),
              waited.attempts()));
    }

    @Override
    public void onExecutionFailure(
        Context.FailedExecution context, ExecutionAttributes attributes) {
      SlowCallWatch waited = attributes.getAttribute(WAITED);
      if (waited.unanswered()) {
        context.exception().addSuppressed(new Unanswered());
      }
      ended(attributes, CallEnd.failed(context.exception(), waited.time(), waited.attempts()));
    }

    private void ended(ExecutionAttributes attributes, CallEnd end) {
      limit(attributes).release();
      attributes.getAttribute(WAITED).close();
      config.listener().ended(service(attributes), operation(attributes), region(attributes), end);
    }

    private static String service(ExecutionAttributes attributes) {
      return attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    }

    private static String operation(ExecutionAttributes attributes) {
      return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }

    private static String region(ExecutionAttributes attributes) {
      return attributes.getAttribute(AwsExecutionAttribute.AWS_REGION).id();
    }

    private Semaphore limit(ExecutionAttributes attributes) {
      return limits.computeIfAbsent(
          service(attributes) + " " + region(attributes),
          line -> new Semaphore(AT_ONCE.getOrDefault(service(attributes), OTHERS_AT_ONCE)));
    }
  }
}
