package dev.firstday.engine.assess;

/** Assesses steps of the live account. */
@FunctionalInterface
public interface Assessor {
  /** Forgets what was read, so that the next looks see the account as it is then. */
  default void invalidate() {}

  /** Assesses a step; never throws. May be called by several threads. */
  Assessment assess(String step);
}
