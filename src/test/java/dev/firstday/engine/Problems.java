package dev.firstday.engine;

import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import java.util.List;
import java.util.Optional;

/** Problems for tests. */
public final class Problems {
  private Problems() {}

  public static Problem of(String code) {
    return of(Problem.Kind.OTHER, code);
  }

  private static Problem of(Problem.Kind kind, String code) {
    return new Problem(
        kind,
        "iam",
        "CreateGroup",
        "us-east-1",
        code,
        "message",
        "request-1",
        Optional.empty(),
        List.of("iam:CreateGroup"));
  }

  /** AWS says that it has not done it. */
  public static CallFailed refusal(String code) {
    return new CallFailed(of(Problem.Kind.INVALID, code), null);
  }

  public static CallFailed failure(Problem.Kind kind, String code) {
    return new CallFailed(of(kind, code), null);
  }

  public static CallFailed failure(String code) {
    return new CallFailed(of(code), null);
  }
}
