package dev.firstday.steps;

import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account to hold every step's contract against.
 *
 * @param name what is special about it
 * @param silent whether the alerts of its budgets reach nobody
 */
record Situation(String name, Scenario scenario, Map<String, String> answers, boolean silent) {
  /** Where everything can be written. */
  static List<Situation> open() {
    return List.of(
        new Situation("new", Scenario.NEW, Bench.ANSWERS, false),
        new Situation("half done", Scenario.HALF_DONE, Bench.ANSWERS, false),
        new Situation(
            "no MFA, zero spend",
            Scenario.HALF_DONE,
            Bench.answers("password-policy.mfa-used", "false", "budget.kind", "zero-spend"),
            false));
  }

  /** Where something is odd. */
  static List<Situation> odd() {
    return List.of(
        new Situation("no answers", Scenario.NEW, Map.of(), false),
        new Situation("denied", Scenario.DENIED, Bench.ANSWERS, false),
        new Situation("silent alerts", Scenario.HALF_DONE, Bench.ANSWERS, true));
  }

  Bench bench() {
    return new Bench(
        listener -> {
          PracticeAccount practice = Bench.practice(scenario, listener);
          if (silent) {
            practice.add(
                (service, operation) ->
                    operation.equals("DescribeSubscribersForNotification")
                        ? Optional.of(BudgetStepTest.notFound())
                        : Optional.empty());
          }
          return practice;
        },
        answers);
  }

  @Override
  public String toString() {
    return name;
  }
}
