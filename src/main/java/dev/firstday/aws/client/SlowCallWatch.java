package dev.firstday.aws.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * One call that is waited for. Once it takes longer than it should, its attempt is told, and each
 * further one.
 */
final class SlowCallWatch implements AutoCloseable {
  private final AtomicInteger attempt = new AtomicInteger();
  private final Duration patience;
  private final IntConsumer late;
  private final long began = System.nanoTime();
  private final Thread watch;
  private volatile boolean told;
  private volatile boolean refused;
  private volatile boolean unanswered;

  /**
   * Begins to wait.
   *
   * @param late hears of the attempt, from 1, on a thread of its own or on the caller's
   */
  SlowCallWatch(Duration patience, IntConsumer late) {
    this.patience = patience;
    this.late = late;
    watch = Thread.ofVirtual().start(this::watch);
  }

  private void watch() {
    try {
      Thread.sleep(patience);
      told = true;
      late.accept(Math.max(1, attempt.get()));
    } catch (InterruptedException e) {
      // The answer came in time.
      Thread.currentThread().interrupt();
    }
  }

  /** The next attempt is made. */
  void attempt() {
    unanswered |= attempt.get() > 0 && !refused;
    refused = false;
    int now = attempt.incrementAndGet();
    if (told) {
      late.accept(now);
    }
  }

  /** How many attempts were made. */
  int attempts() {
    return attempt.get();
  }

  /** AWS has refused the attempt: it was not carried out. */
  void refused() {
    refused = true;
  }

  /** Whether an attempt before the last ended without an answer, or with a fault of AWS's. */
  boolean unanswered() {
    return unanswered;
  }

  /** How long it has been waited for. */
  Duration time() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** The wait is over. */
  @Override
  public void close() {
    watch.interrupt();
  }
}
