package dev.firstday.engine.assess;

/** Forgets what was read. */
@FunctionalInterface
public interface ReadCache {
  /**
   * Forgets.
   *
   * @param afresh whether also what AWS takes money for, which else is kept for a day
   */
  void forget(boolean afresh);
}
