package dev.firstday.cli.run;

import java.util.Objects;

/** Ends a command with an exit code and one clear message. */
public final class Exit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Done, or nothing to do. */
  public static final int OK = 0;

  /** Something is to do. */
  public static final int TO_DO = 1;

  /** Bad input. */
  public static final int BAD_INPUT = 2;

  /** Some chosen step could not be seen whole. */
  public static final int UNSEEN = 3;

  /** Failed part-way, or refused because the account has moved on. */
  public static final int FAILED = 4;

  /** No usable credentials. */
  public static final int CREDENTIALS = 5;

  /** A fault of ours. */
  public static final int FAULT = 70;

  /** The result could not be written to standard output: EX_IOERR of sysexits.h. */
  public static final int UNWRITTEN = 74;

  /** Interrupted by a person. */
  public static final int INTERRUPTED = 130;

  private final int code;

  public Exit(int code, String message) {
    super(message);
    this.code = code;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  public int code() {
    return code;
  }
}
