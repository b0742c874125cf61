package dev.firstday.engine;

import java.util.List;
import java.util.Optional;

/** Problems for tests. */
final class Problems {
  private Problems() {}

  static Problem of(String code) {
    return new Problem(
        Problem.Kind.OTHER,
        "iam",
        "CreateGroup",
        "us-east-1",
        code,
        "message",
        "request-1",
        Optional.empty(),
        List.of("iam:CreateGroup"));
  }

  static CallFailed failure(String code) {
    return new CallFailed(of(code), null);
  }
}
