package dev.firstday.tui.screens.plan;

import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.HelpingPolicy;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.widgets.Badge;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import java.util.List;
import java.util.Optional;

/** What the screen of a result says, from how it ended to how the steps stand now. */
record ResultView(PlanState.Result state, Model model) {
  List<Line> lines() {
    Outcome outcome = state.outcome();
    Document document = new Document(model.columns());
    ending(document);
    problems(document);
    nextSteps(document);
    policy(document);
    changes(document, "result.failed", outcome.allFailed(), sign("[!]", Role.ERROR));
    notTried(document);
    changes(document, key(state, "done"), outcome.done(), sign("[x]", Role.DONE));
    kept(document);
    verdicts(document);
    return document.lines();
  }

  private boolean undo() {
    return state.undo().isPresent();
  }

  private void ending(Document document) {
    Texts words = model.words();
    Outcome.Ending ending = state.outcome().ending();
    document.text(words.ending(ending, "tui." + key(state, ending.name())), role(ending));
    String moved = ending == Outcome.Ending.SEEN_NOW ? "result.seen-now" : "result.moved";
    state
        .outcome()
        .moved()
        .filter(id -> model.number(id) > 0)
        .ifPresent(
            id -> document.text(words.say("tui." + moved, Labels.name(model.step(id), model))));
  }

  /** How to go on. */
  private void nextSteps(Document document) {
    Texts words = model.words();
    Outcome.Ending ending = state.outcome().ending();
    document.title(words.say("tui.result.next"));
    List<String> waitedFor = undo() ? List.of() : waitedFor();
    if (ending != Outcome.Ending.COMPLETED || waitedFor.isEmpty()) {
      document.text(words.say("tui." + key(state, "how." + ending)));
    }
    waitedFor.forEach(
        reason -> document.hanging(sign("[~]", Role.PROGRESS).and(" "), reason, Role.TEXT));
    next(model)
        .filter(step -> !undo())
        .ifPresent(
            step -> document.text(words.say("tui.result.next-step", Labels.name(step, model))));
  }

  /** What the steps wait for that can't be written: a mail that somebody has to confirm. */
  private List<String> waitedFor() {
    return planned(state).stream()
        .filter(id -> model.number(id) > 0)
        .map(model::step)
        .filter(Progress::waits)
        .flatMap(step -> Labels.waitedFor(step, model).stream())
        .distinct()
        .toList();
  }

  private static Line sign(String sign, Role role) {
    return Line.of(" ").and(sign, role);
  }

  private static Role role(Outcome.Ending ending) {
    return switch (ending) {
      case COMPLETED -> Role.TITLE;
      case FAILED -> Role.ERROR;
      case GIVEN_UP, STOPPED, MOVED, SEEN_NOW, OTHER_ACCOUNT, UNVERIFIED -> Role.ATTENTION;
    };
  }

  private void problems(Document document) {
    Texts words = model.words();
    state
        .outcome()
        .problems()
        .forEach(
            trouble -> {
              document.blank();
              words.problem(trouble).forEach(sentence -> document.text(sentence));
              if (trouble.kind() != Problem.Kind.RECORD) {
                document.text(
                    words.say(
                        "tui.result.said", trouble.code(), trouble.message(), trouble.requestId()));
                model.log().ifPresent(log -> document.text(words.say("run-log", log)));
              }
            });
  }

  private void policy(Document document) {
    Texts words = model.words();
    HelpingPolicy.of(state.outcome().problems())
        .ifPresent(
            policy -> {
              document.blank().text(words.say("tui.result.policy"));
              document.verbatim(model.session().printer().json(policy));
            });
  }

  private void changes(Document document, String key, List<Plan.Planned> changes, Line sign) {
    if (changes.isEmpty()) {
      return;
    }
    document.title(model.words().say("tui." + key, changes.size()));
    for (Plan.Planned planned : changes) {
      document.hanging(sign.and(" "), Labels.change(planned, model), Role.TEXT);
    }
  }

  private void notTried(Document document) {
    Outcome outcome = state.outcome();
    if (!outcome.notTried().isEmpty()) {
      document.title(model.words().say("tui.result.not-tried", outcome.notTried().size()));
    }
    for (Plan.Planned planned : outcome.notTried()) {
      String text =
          model
              .words()
              .notTried(Labels.change(planned, model), planned, outcome, model.session().catalog());
      document.hanging(sign("[ ]", Role.TODO).and(" "), text, Role.TEXT);
    }
  }

  /** What an undo has left as it is, and why. */
  private void kept(Document document) {
    List<UndoPlan.Kept> kept = state.undo().map(UndoPlan::kept).orElse(List.of());
    if (!kept.isEmpty()) {
      document.title(model.words().say("tui.undo.kept", kept.size()));
    }
    for (UndoPlan.Kept one : kept) {
      document.hanging(" ", Labels.change(one.change(), one.steps(), model), Role.TEXT);
      document.hanging("   ", model.words().kept(one.why(), model.session().catalog()), Role.TEXT);
    }
  }

  /** How the steps stand after it, as a second assessment has shown. */
  private void verdicts(Document document) {
    List<String> ids = planned(state).stream().filter(id -> model.number(id) > 0).toList();
    document.title(model.words().say("tui.result.verdicts"));
    for (String id : ids) {
      Badge badge = Badge.of(model.step(id), model.words());
      document.line(
          Line.of(" ")
              .and(badge.sign(), badge.role())
              .and(" " + Labels.name(model.step(id), model) + ": ")
              .and(badge.word(), badge.role()));
    }
  }

  /** The key of a text that an undo has in other words. */
  static String key(PlanState.Result state, String name) {
    return (state.undo().isPresent() ? "undo.result." : "result.") + name;
  }

  /** The first step that is still open. */
  static Optional<StepView> next(Model model) {
    return model.steps().stream().filter(StepView::open).findFirst();
  }

  /** The steps of the plan. */
  static List<String> planned(PlanState.Result state) {
    return state.plan().changes().stream()
        .flatMap(change -> change.steps().stream())
        .distinct()
        .toList();
  }
}
