package dev.firstday.engine;

import java.util.List;
import java.util.Optional;

/** Problems for tests. */
final class Problems {
  private Problems() {}

  static Problem of(String code) {
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
  static CallFailed refusal(String code) {
    return new CallFailed(of(Problem.Kind.INVALID, code), null);
  }

  static CallFailed failure(Problem.Kind kind, String code) {
    return new CallFailed(of(kind, code), null);
  }

  static CallFailed failure(String code) {
    return new CallFailed(of(code), null);
  }
}
