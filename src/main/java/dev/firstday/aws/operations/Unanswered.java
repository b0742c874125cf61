package dev.firstday.aws.operations;

/** Travels with the failure of a call of which an attempt before the last had no answer. */
public final class Unanswered extends Exception {
  private static final long serialVersionUID = 1L;

  public Unanswered() {
    super("an earlier attempt ended without an answer", null, false, false);
  }

  /** Whether it travels with a failure. */
  public static boolean in(Throwable failure) {
    for (Throwable one : failure.getSuppressed()) {
      if (one instanceof Unanswered) {
        return true;
      }
    }
    return false;
  }
}
