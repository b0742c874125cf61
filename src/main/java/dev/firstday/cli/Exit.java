package dev.firstday.cli;

/** Ends a command with an exit code and one clear message. */
final class Exit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Bad input. */
  static final int BAD_INPUT = 2;

  /** Some chosen step could not be seen whole. */
  static final int UNSEEN = 3;

  /** Failed part-way, or refused because the account has moved on. */
  static final int FAILED = 4;

  /** No usable credentials. */
  static final int CREDENTIALS = 5;

  /** A fault of ours. */
  static final int FAULT = 70;

  /** Interrupted by a person. */
  static final int INTERRUPTED = 130;

  private final int code;

  Exit(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }
}
