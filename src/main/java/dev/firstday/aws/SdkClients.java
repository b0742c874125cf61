package dev.firstday.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.freetier.FreeTierClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Clients that talk to AWS. Each is built when it is first needed: building all of them takes
 * seconds, and most runs need few.
 */
public final class SdkClients implements Clients.Source, AutoCloseable {
  private static final Duration ATTEMPT = Duration.ofSeconds(10);
  private static final Duration CALL = Duration.ofSeconds(30);

  /** Calls at one time. The account API allows about one a second; IAM and others some dozens. */
  private static final Map<String, Integer> AT_ONCE = Map.of("Account", 1);

  private static final int OTHERS_AT_ONCE = 10;

  private final Config config;
  private final Map<String, Object> clients = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> limits = new ConcurrentHashMap<>();

  /**
   * What clients are made from.
   *
   * @param credentials who signs
   * @param http sends the requests
   * @param profile the profile whose settings hold, as its endpoints
   * @param endpoint replaces every endpoint; empty for AWS's own, or what the environment says
   * @param listener hears of every call
   */
  public record Config(
      AwsCredentialsProvider credentials,
      SdkHttpClient http,
      Optional<String> profile,
      Optional<URI> endpoint,
      CallListener listener) {}

  public SdkClients(Config config) {
    this.config = config;
  }

  @Override
  public Clients in(String region) {
    return new InRegion(region);
  }

  @Override
  public void close() {
    config.http().close();
  }

  /** The clients of one Region. */
  private final class InRegion implements Clients {
    private final String region;

    InRegion(String region) {
      this.region = region;
    }

    // Services with one endpoint for all Regions, which is in us-east-1 in the usual partition: the
    // SDK finds it from any Region.

    @Override
    public AccountClient account() {
      return client(AccountClient.class, () -> AccountClient.builder());
    }

    @Override
    public BudgetsClient budgets() {
      return client(BudgetsClient.class, () -> BudgetsClient.builder());
    }

    @Override
    public FreeTierClient freeTier() {
      return client(FreeTierClient.class, () -> FreeTierClient.builder());
    }

    @Override
    public IamClient iam() {
      return client(IamClient.class, () -> IamClient.builder());
    }

    @Override
    public OrganizationsClient organizations() {
      return client(OrganizationsClient.class, () -> OrganizationsClient.builder());
    }

    @Override
    public StsClient sts() {
      return client(StsClient.class, () -> StsClient.builder());
    }

    private <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
        Class<C> type, Supplier<B> builder) {
      return type.cast(
          clients.computeIfAbsent(
              type.getSimpleName() + " " + region, key -> build(builder.get(), region)));
    }
  }

  private <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C build(
      B builder, String region) {
    ClientOverrideConfiguration.Builder overrides =
        ClientOverrideConfiguration.builder()
            .apiCallAttemptTimeout(ATTEMPT)
            .apiCallTimeout(CALL)
            .retryStrategy(RetryMode.STANDARD)
            .addExecutionInterceptor(new Turnstile());
    config.profile().ifPresent(overrides::defaultProfileName);
    builder
        .region(Region.of(region))
        .credentialsProvider(config.credentials())
        .httpClient(config.http())
        .overrideConfiguration(overrides.build());
    config.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /** Tells of every call, and lets only so many through at one time. */
  private final class Turnstile implements ExecutionInterceptor {
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      // First: a call that the listener refuses ends here, and would never give its turn back.
      config
          .listener()
          .calling(
              attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
              attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
              attributes.getAttribute(AwsExecutionAttribute.AWS_REGION).id());
      limit(attributes).acquireUninterruptibly();
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
      limit(attributes).release();
    }

    @Override
    public void onExecutionFailure(
        Context.FailedExecution context, ExecutionAttributes attributes) {
      limit(attributes).release();
    }

    private Semaphore limit(ExecutionAttributes attributes) {
      return limits.computeIfAbsent(
          attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
          service -> new Semaphore(AT_ONCE.getOrDefault(service, OTHERS_AT_ONCE)));
    }
  }
}
