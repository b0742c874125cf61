package dev.firstday.engine.failure;

import org.jspecify.annotations.Nullable;

/** A call that did not do what it should. */
public final class CallFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final boolean unanswered;

  public CallFailed(Problem problem, @Nullable Throwable cause) {
    this(problem, cause, false);
  }

  /**
   * A call that was tried several times.
   *
   * @param unanswered whether an attempt before the last ended without an answer
   */
  public CallFailed(Problem problem, @Nullable Throwable cause, boolean unanswered) {
    super(problem.action() + ": " + problem.code() + " " + problem.message(), cause);
    this.problem = problem;
    this.unanswered = unanswered;
  }

  /** Whether an attempt before the last ended without an answer, and may have been carried out. */
  public boolean unanswered() {
    return unanswered;
  }

  public Problem problem() {
    return problem;
  }
}
