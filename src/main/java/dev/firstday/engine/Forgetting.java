package dev.firstday.engine;

/** Forgets what was read. */
@FunctionalInterface
public interface Forgetting {
  /**
   * Forgets.
   *
   * @param afresh whether also what AWS takes money for, which else is kept for a day
   */
  void forget(boolean afresh);
}
