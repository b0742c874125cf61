package dev.firstday.engine.failure;

import java.util.Optional;

/** Where a fault of ours is written down that does not end the run. */
@FunctionalInterface
public interface FaultLog {
  FaultLog NONE = (where, fault) -> Optional.empty();

  /** Something that may fail. */
  @FunctionalInterface
  interface FallibleCall<T> {
    T make() throws CallFailed;
  }

  /**
   * Writes a fault down; may be called by several threads.
   *
   * @param where what was being done, as a step's id
   * @return the file that it is in; empty if that was not possible
   */
  Optional<String> add(String where, Throwable fault);

  /**
   * Makes a call; a fault of ours becomes a failed call, and costs no more than what needs the
   * call.
   *
   * @param unanswered whether AWS may have carried out the call when a fault shows
   * @throws RecordFailed if what is done can't be recorded: that concerns every call
   */
  default <T> T caught(String where, boolean unanswered, FallibleCall<T> call) throws CallFailed {
    try {
      return call.make();
    } catch (RecordFailed e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      Problem problem =
          Thread.currentThread().isInterrupted() ? Problem.left() : Problem.fault(e, add(where, e));
      throw new CallFailed(problem, e, unanswered);
    }
  }
}
