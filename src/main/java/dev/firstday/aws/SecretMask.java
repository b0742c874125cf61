package dev.firstday.aws;

import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Secret;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps the secrets of a request out of what AWS says of it. */
final class SecretMask {
  private SecretMask() {}

  /** The same failure without the secrets of its request. */
  static CallFailed of(CallFailed failure, Map<String, Object> request) {
    List<Secret> secrets = secrets(request);
    // The cause would tell what AWS said, with whatever it repeats of the request.
    return secrets.isEmpty()
        ? failure
        : new CallFailed(masked(failure.problem(), secrets), null, failure.unanswered());
  }

  private static List<Secret> secrets(Map<String, Object> request) {
    return request.values().stream()
        .flatMap(value -> value instanceof Secret secret ? Stream.of(secret) : Stream.of())
        .toList();
  }

  private static Problem masked(Problem problem, List<Secret> secrets) {
    String message = problem.message();
    for (Secret secret : secrets) {
      message = secret.maskedIn(message);
    }
    return problem.saying(message);
  }
}
