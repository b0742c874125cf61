package dev.firstday.engine.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The test of a plan's rights on a thread of its own: nobody's yes has to wait for its end. */
public final class PermissionCheck {
  private final CompletableFuture<PermissionReport> test;

  private PermissionCheck(CompletableFuture<PermissionReport> test) {
    this.test = test;
  }

  public static PermissionCheck of(Supplier<PermissionReport> test) {
    return new PermissionCheck(CompletableFuture.supplyAsync(test, Thread::startVirtualThread));
  }

  /** What came of it, if it ends in time. */
  public Optional<PermissionReport> within(Duration patience) {
    try {
      return Optional.of(test.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
