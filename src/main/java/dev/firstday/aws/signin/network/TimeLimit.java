package dev.firstday.aws.signin.network;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * Ends every wait of a sign-in. The SDK's own limits don't: it can't break off a connection that is
 * being made, nor a look at the metadata of an instance.
 */
public final class TimeLimit {
  /** For a call with all its attempts; the SDK gives up earlier where it can. */
  public static final Duration CALL = Duration.ofSeconds(45);

  private TimeLimit() {}

  /**
   * What the work leads to.
   *
   * @throws ApiCallTimeoutException if that takes longer
   */
  public static <T> T within(Duration limit, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread.ofVirtual().name("sign-in").start(task);
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw ApiCallTimeoutException.create(limit.toMillis());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw ApiCallTimeoutException.create(limit.toMillis());
    }
  }
}
