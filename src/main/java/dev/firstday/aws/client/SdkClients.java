package dev.firstday.aws.client;

import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Service;
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
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3control.S3ControlClientBuilder;

/**
 * Clients that talk to AWS. Each is built when it is first needed: building all of them takes
 * seconds, and most runs need few.
 */
public final class SdkClients implements AwsApi, AutoCloseable {
  private static final Duration ATTEMPT = Duration.ofSeconds(10);

  private final Config config;
  private final Map<Service<?>, AwsCredentialsProvider> others;
  private final Map<String, SdkClient> clients = new ConcurrentHashMap<>();

  private final Map<String, Semaphore> limits = new ConcurrentHashMap<>();

  // For all clients: each would start as many threads of its own, in every Region.
  private final ScheduledExecutorService timers =
      Executors.newScheduledThreadPool(5, Thread.ofVirtual().name("timers-", 0).factory());

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
   * @param others who signs instead for some services
   */
  public SdkClients(Config config, Map<Service<?>, AwsCredentialsProvider> others) {
    this.config = config;
    this.others = others;
  }

  @Override
  public <Q extends AwsRequest, R extends AwsResponse> R call(
      Operation<Q, R> operation, Q request, String region) {
    Service<?> service = operation.service();
    SdkClient client =
        clients.computeIfAbsent(
            service.sdk() + " " + region, key -> usable(() -> build(service, region)));
    return operation.call().apply(client, request);
  }

  @Override
  public void close() {
    clients.values().forEach(SdkClient::close);
    timers.shutdownNow();
    config.http().close();
    config.listener().closed();
  }

  // Services with one endpoint for all Regions, which is in us-east-1 in the usual partition: the
  // SDK finds it from any Region.
  private SdkClient build(Service<?> service, String region) {
    ClientOverrideConfiguration.Builder overrides = overrides();
    AwsClientBuilder<?, ? extends SdkClient> builder = service.client().get();
    EndpointOverride.set(builder, overrides, config.endpoints(), endpoint(service));
    builder.region(Region.of(region));
    builder.credentialsProvider(others.getOrDefault(service, config.credentials()));
    ((SdkSyncClientBuilder<?, ?>) builder).httpClient(config.http());
    builder.overrideConfiguration(overrides.build());
    switch (builder) {
      // An endpoint that is not AWS's has no name for each bucket.
      case S3ClientBuilder s3 -> s3.forcePathStyle(endpoint(service).isPresent());
      case S3ControlClientBuilder s3Control ->
          endpoint(service).ifPresent(uri -> withoutHostPrefix(s3Control, uri));
      default -> {}
    }
    return builder.build();
  }

  private ClientOverrideConfiguration.Builder overrides() {
    RetryStrategy retries = retries();
    ClientOverrideConfiguration.Builder overrides =
        ClientOverrideConfiguration.builder()
            .apiCallAttemptTimeout(ATTEMPT)
            .apiCallTimeout(config.pace().call())
            .scheduledExecutorService(timers)
            .retryStrategy(retries)
            .addExecutionInterceptor(new CallInterceptor(config, limits, retries.maxAttempts()));
    config
        .settings()
        .map(AwsSettings::forSdk)
        .ifPresent(
            file -> overrides.defaultProfileFile(file).defaultProfileName(AwsSettings.SDK_PROFILE));
    return overrides;
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

  // The account's id before the host comes from the endpoint rules, so only a provider of our own
  // keeps it away.
  private static void withoutHostPrefix(S3ControlClientBuilder builder, URI uri) {
    builder.endpointProvider(
        parameters -> CompletableFuture.completedFuture(Endpoint.builder().url(uri).build()));
  }

  /** Where a service's calls go instead of to AWS; the SDK's name is its id but for one. */
  private Optional<URI> endpoint(Service<?> service) {
    return config.endpoints().of(service.equals(Service.CONFIG) ? "Config Service" : service.sdk());
  }
}
