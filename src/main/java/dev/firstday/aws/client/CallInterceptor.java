package dev.firstday.aws.client;

import dev.firstday.aws.operations.CallEnd;
import dev.firstday.aws.operations.Unanswered;
import java.util.Map;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Tells of every call, and of those that take long; lets only so many through at one time. */
final class CallInterceptor implements ExecutionInterceptor {
  /** Calls at one time in a Region; how many a second is {@link RateLimiter}'s. */
  private static final Map<String, Integer> AT_ONCE = Map.of("Account", 1);

  private static final int OTHERS_AT_ONCE = 10;

  // The SDK wants the name of an attribute once in a process.
  private static final ExecutionAttribute<SlowCallWatch> WAITED =
      new ExecutionAttribute<>("firstday.waited");

  private final SdkClients.Config config;
  private final Map<String, Semaphore> limits;
  private final int attempts;

  /**
   * An interceptor.
   *
   * @param limits the places that all clients share, by service and Region
   * @param attempts how often a call is made at most
   */
  CallInterceptor(SdkClients.Config config, Map<String, Semaphore> limits, int attempts) {
    this.config = config;
    this.limits = limits;
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
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
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
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
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
