package dev.firstday.engine.failure;

/** Makes a failed call of a fault of ours, so that it costs no more than what needs the call. */
public final class Faults {
  /** Something that may fail. */
  @FunctionalInterface
  public interface FallibleCall<T> {
    T make() throws CallFailed;
  }

  private Faults() {}

  /**
   * Makes a call.
   *
   * @param log where a fault is written down
   * @param where what is being done, for the log
   * @param unanswered whether AWS may have carried out the call when a fault shows
   * @throws RecordFailed if what is done can't be recorded: that concerns every call
   */
  public static <T> T caught(FaultLog log, String where, boolean unanswered, FallibleCall<T> call)
      throws CallFailed {
    try {
      return call.make();
    } catch (RecordFailed e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      Problem problem =
          Thread.currentThread().isInterrupted()
              ? Problem.left()
              : Problem.fault(e, log.add(where, e));
      throw new CallFailed(problem, e, unanswered);
    }
  }
}
