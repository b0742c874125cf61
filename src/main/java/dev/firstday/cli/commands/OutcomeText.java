package dev.firstday.cli.commands;

import dev.firstday.catalog.Messages;
import dev.firstday.engine.Session;
import dev.firstday.engine.Texts;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.HelpingPolicy;
import dev.firstday.engine.plan.Plan;
import dev.firstday.report.Json;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The outcome of a write as text: why it ended, and what was done, has failed or was not tried. */
record OutcomeText(Messages messages, Texts wording, Session session) {
  /** A change in words. */
  String change(Plan.Planned planned) {
    return wording.change(planned, session.catalog());
  }

  /** Why it ended, with the IAM policy that would help. */
  String explained(Outcome outcome) {
    Stream<String> stopped =
        outcome.ending() == Outcome.Ending.STOPPED
            ? Stream.of(messages.text("cli.stopped"))
            : Stream.of();
    Stream<String> problems =
        outcome.problems().stream().map(problem -> String.join(" ", wording.problem(problem)));
    return Stream.concat(stopped, problems).collect(Collectors.joining("\n"))
        + HelpingPolicy.of(outcome.problems())
            .map(policy -> "\n" + messages.text("cli.policy") + "\n" + Json.indented(policy))
            .orElse("");
  }

  /**
   * The changes, by what became of them.
   *
   * @param done what was written in the whole run
   */
  String lists(Outcome outcome, List<Plan.Planned> done) {
    return String.join(
        "\n",
        list("cli.list-done", done, this::change),
        list("cli.list-failed", outcome.allFailed(), this::change),
        list(
            "cli.list-not-tried",
            outcome.notTried(),
            change -> wording.notTried(change(change), change, outcome, session.catalog())));
  }

  private String list(String key, List<Plan.Planned> changes, Function<Plan.Planned, String> line) {
    StringBuilder text = new StringBuilder(messages.text(key, changes.size()));
    changes.forEach(change -> text.append("\n  ").append(line.apply(change)));
    return text.toString();
  }
}
