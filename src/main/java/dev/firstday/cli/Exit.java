package dev.firstday.cli;

/** Ends a command with an exit code and one clear message. */
final class Exit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Done, or nothing to do. */
  static final int OK = 0;

  /** Something is to do. */
  static final int TO_DO = 1;

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

  /** The result could not be written to standard output: EX_IOERR of sysexits.h. */
  static final int UNWRITTEN = 74;

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
