package dev.firstday.engine;

import dev.firstday.engine.account.Delay;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tells of calls that AWS makes us wait for where lines stay: the first at once, and then how many
 * there were, once a minute at most. A Region that is slow has hundreds of them.
 */
public final class DelayTally {
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final LongSupplier nanos;
  private long count;
  private long toldAt;

  /**
   * @param nanos what time goes by; it only grows
   */
  public DelayTally(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Counts one; what to say of it, if anything. */
  public synchronized Optional<String> add(Delay delay, Texts wording) {
    count++;
    long now = nanos.getAsLong();
    if (count > 1 && now - toldAt < INTERVAL.toNanos()) {
      return Optional.empty();
    }
    toldAt = now;
    return Optional.of(count == 1 ? wording.delay(delay) : wording.delays(count));
  }
}
