package dev.firstday.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody at the console who does what the wizard asks for: thirty seconds after the wizard has
 * looked for the third time whether the root user has MFA, it has.
 */
final class PersonInConsole {
  private static final int LOOKS = 3;
  private static final Duration TAKES = Duration.ofSeconds(30);

  private final Clock clock;
  private int looks;
  private Instant ready = Instant.MAX;

  PersonInConsole(Clock clock) {
    this.clock = clock;
  }

  /** Whether the person is ready, now that the wizard makes this call; said once only. */
  boolean acts(String operation) {
    if (!operation.equals("GetAccountSummary")) {
      return false;
    }
    looks++;
    if (looks == LOOKS) {
      ready = clock.instant().plus(TAKES);
    }
    if (clock.instant().isBefore(ready)) {
      return false;
    }
    ready = Instant.MAX;
    return true;
  }
}
