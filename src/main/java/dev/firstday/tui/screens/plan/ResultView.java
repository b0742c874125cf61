package dev.firstday.tui.screens.plan;

import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.HelpingPolicy;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.widgets.Badge;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.view.ResultSummary;
import java.util.List;
import java.util.function.Function;

/** What the screen of a result says, from how it ended to how the steps stand now. */
record ResultView(ResultSummary result, Document document, Model model) {
  ResultView(ResultSummary result, Model model) {
    this(result, new Document(model.columns()), model);
  }

  List<Line> lines() {
    Outcome outcome = result.outcome();
    ending(outcome.ending());
    outcome.problems().forEach(this::problem);
    nextSteps(outcome.ending());
    HelpingPolicy.of(outcome.problems())
        .ifPresent(
            policy -> {
              document.blank().text(model.say("tui.result.policy"));
              document.verbatim(model.session().printer().json(policy));
            });
    changes("tui.result.failed", outcome.allFailed(), sign("[!]", Role.ERROR), this::named);
    changes("tui.result.not-tried", outcome.notTried(), sign("[ ]", Role.TODO), this::notTried);
    changes(result.key("done"), outcome.done(), sign("[x]", Role.DONE), this::named);
    kept(result.undo().map(UndoPlan::kept).orElse(List.of()));
    document.title(model.say("tui.result.verdicts"));
    result.steps().forEach(this::verdict);
    return document.lines();
  }

  private void ending(Outcome.Ending ending) {
    Role role =
        switch (ending) {
          case COMPLETED -> Role.TITLE;
          case FAILED -> Role.ERROR;
          case GIVEN_UP, STOPPED, MOVED, SEEN_NOW, OTHER_ACCOUNT, UNVERIFIED -> Role.ATTENTION;
        };
    document.text(model.words().ending(ending, result.key(ending.name())), role);
    result
        .moved()
        .ifPresent(step -> document.text(model.say(result.movedKey(), Labels.name(step, model))));
  }

  private void problem(Problem problem) {
    document.blank();
    model.words().problem(problem).forEach(document::text);
    if (problem.kind() != Problem.Kind.RECORD) {
      document.text(
          model.say("tui.result.said", problem.code(), problem.message(), problem.requestId()));
      model.log().ifPresent(log -> document.text(model.say("run-log", log)));
    }
  }

  /** How to go on. */
  private void nextSteps(Outcome.Ending ending) {
    document.title(model.say("tui.result.next"));
    List<String> waitedFor = result.undo().isPresent() ? List.of() : waitedFor();
    if (ending != Outcome.Ending.COMPLETED || waitedFor.isEmpty()) {
      document.text(model.say(result.key("how." + ending)));
    }
    waitedFor.forEach(reason -> document.hanging(sign("[~]", Role.PROGRESS), reason, Role.TEXT));
    result
        .next()
        .ifPresent(
            step -> document.text(model.say("tui.result.next-step", Labels.name(step, model))));
  }

  /** What the steps wait for that can't be written: a mail that somebody has to confirm. */
  private List<String> waitedFor() {
    return result.steps().stream()
        .filter(Progress::waits)
        .flatMap(step -> Labels.waitedFor(step, model).stream())
        .distinct()
        .toList();
  }

  private static Line sign(String sign, Role role) {
    return Line.of(" ").and(sign, role).and(" ");
  }

  private void changes(
      String key, List<Plan.Planned> changes, Line sign, Function<Plan.Planned, String> text) {
    if (!changes.isEmpty()) {
      document.title(model.say(key, changes.size()));
    }
    changes.forEach(planned -> document.hanging(sign, text.apply(planned), Role.TEXT));
  }

  private String named(Plan.Planned planned) {
    return Labels.change(planned, model);
  }

  private String notTried(Plan.Planned planned) {
    return model
        .words()
        .notTried(named(planned), planned, result.outcome(), model.session().catalog());
  }

  /** What an undo has left as it is, and why. */
  private void kept(List<UndoPlan.Kept> kept) {
    if (!kept.isEmpty()) {
      document.title(model.say("tui.undo.kept", kept.size()));
    }
    for (UndoPlan.Kept one : kept) {
      document.text(Labels.change(one.change(), one.steps(), model));
      document.hanging("   ", model.words().kept(one.why(), model.session().catalog()), Role.TEXT);
    }
  }

  /** How a step stands after it, as a second assessment has shown. */
  private void verdict(StepView step) {
    Badge badge = Badge.of(step, model.words());
    document.line(
        Line.of(" ")
            .and(badge.sign(), badge.role())
            .and(" " + Labels.name(step, model) + ": ")
            .and(badge.word(), badge.role()));
  }
}
