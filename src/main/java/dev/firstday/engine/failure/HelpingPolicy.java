package dev.firstday.engine.failure;

import dev.firstday.engine.plan.ChangeData;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The IAM policy that would let refused calls through. */
public final class HelpingPolicy {
  private HelpingPolicy() {}

  /**
   * The smallest one; empty where no call was refused, or where no policy of this account can help.
   */
  public static Optional<Map<String, Object>> of(List<Problem> problems) {
    List<String> actions =
        problems.stream()
            .filter(Problem::helpedByPolicy)
            .flatMap(problem -> problem.actions().stream())
            .distinct()
            .sorted()
            .toList();
    if (actions.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> statement =
        ChangeData.ordered("Effect", "Allow", "Action", actions, "Resource", "*");
    return Optional.of(
        ChangeData.ordered("Version", "2012-10-17", "Statement", List.of(statement)));
  }
}
