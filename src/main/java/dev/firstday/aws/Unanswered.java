package dev.firstday.aws;

/** Travels with the failure of a call of which an attempt before the last had no answer. */
final class Unanswered extends Exception {
  private static final long serialVersionUID = 1L;

  Unanswered() {
    super("an earlier attempt ended without an answer", null, false, false);
  }

  /** Whether it travels with a failure. */
  static boolean in(Throwable failure) {
    for (Throwable one : failure.getSuppressed()) {
      if (one instanceof Unanswered) {
        return true;
      }
    }
    return false;
  }
}
