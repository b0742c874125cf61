package dev.firstday.engine.failure;

import java.util.Optional;

/** Where a fault of ours is written down that does not end the run. */
@FunctionalInterface
public interface FaultLog {
  /** Writes nothing down. */
  FaultLog NONE = (where, fault) -> Optional.empty();

  /**
   * Writes a fault down; may be called by several threads.
   *
   * @param where what was being done, as a step's id
   * @return the file that it is in; empty if that was not possible
   */
  Optional<String> add(String where, Throwable fault);
}
