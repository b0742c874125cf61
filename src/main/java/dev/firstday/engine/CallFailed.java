package dev.firstday.engine;

/** A call that did not do what it should. */
public final class CallFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public CallFailed(Problem problem, Throwable cause) {
    super(problem.action() + ": " + problem.code() + " " + problem.message(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
