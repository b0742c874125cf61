package dev.firstday.engine.account;

import java.time.Duration;

/** Waits for AWS to show what was written; tests don't. */
@FunctionalInterface
public interface Pause {
  void sleep(Duration time) throws InterruptedException;
}
