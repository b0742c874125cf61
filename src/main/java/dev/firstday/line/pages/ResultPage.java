package dev.firstday.line.pages;

import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Navigation;
import dev.firstday.line.model.Page;
import dev.firstday.line.model.ScriptText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How an apply or an undo ended: how much is done, what was not tried, how the steps stand, and
 * errors last. What was done has been said, one by one: it is told again only if it is asked for.
 *
 * @param taken what was to be taken back and what stays; empty where it was no undo
 * @param calls the calls that were made
 */
public record ResultPage(
    Plan plan, Outcome outcome, Optional<UndoPlan> taken, List<ChangeWriting.MadeCall> calls)
    implements Page {

  /** The key of a text that an undo has in other words. */
  private String key(String name) {
    return (taken.isPresent() ? "tui.undo.result." : "tui.result.") + name;
  }

  @Override
  public void tell(LineContext desk) {
    LineWriter voice = desk.voice();
    voice.say(voice.wording().ending(outcome.ending(), key(outcome.ending().name())));
    voice.tell(key("standing"), outcome.done().size(), plan.changes().size());
    notTried(desk);
    taken.ifPresent(undo -> UndoPage.kept(undo, desk));
    voice.tell("tui.result.verdicts");
    for (String id : ids(desk)) {
      StepView step = desk.step(id);
      voice.fact(desk.name(step), desk.verdict(step));
      if (taken.isEmpty() && step.open()) {
        StepText.lacking(desk, step);
      }
    }
    outcome
        .moved()
        .filter(desk::knows)
        .ifPresent(
            id ->
                voice.tell(
                    seenNow() ? "tui.result.seen-now" : "tui.result.moved",
                    desk.name(desk.step(id))));
    changes("tui.result.failed", outcome.allFailed(), desk);
    problem(desk);
    voice.tell(how(desk));
    if (taken.isEmpty()) {
      desk.standing().open().stream()
          .findFirst()
          .ifPresent(step -> voice.tell("tui.result.next-step", desk.name(step)));
    }
  }

  private String how(LineContext desk) {
    boolean open =
        taken.isEmpty()
            && outcome.ending() == Outcome.Ending.COMPLETED
            && ids(desk).stream().anyMatch(id -> desk.step(id).open());
    return open
        ? "line.how.open"
        : (taken.isPresent() ? "line.undo.how." : "line.how.") + outcome.ending();
  }

  private List<String> ids(LineContext desk) {
    return plan.changes().stream()
        .flatMap(change -> change.steps().stream())
        .distinct()
        .filter(desk::knows)
        .toList();
  }

  private static void changes(String heading, List<Plan.Planned> changes, LineContext desk) {
    if (!changes.isEmpty()) {
      desk.voice().tell(heading, changes.size());
      changes.forEach(planned -> desk.voice().say(StepText.change(planned, desk)));
    }
  }

  private void notTried(LineContext desk) {
    LineWriter voice = desk.voice();
    if (!outcome.notTried().isEmpty()) {
      voice.tell("tui.result.not-tried", outcome.notTried().size());
    }
    outcome
        .notTried()
        .forEach(
            planned ->
                voice.say(
                    voice
                        .wording()
                        .notTried(
                            StepText.change(planned, desk),
                            planned,
                            outcome,
                            desk.session().catalog())));
  }

  private void problem(LineContext desk) {
    LineWriter voice = desk.voice();
    outcome
        .problems()
        .forEach(
            trouble -> {
              voice.error(voice.wording().problem(trouble));
              if (trouble.kind() != Problem.Kind.RECORD) {
                voice.tell(
                    "tui.result.said", trouble.code(), trouble.message(), trouble.requestId());
                desk.log();
              }
            });
    Texts.helpingPolicy(outcome.problems())
        .ifPresent(
            policy -> {
              voice.tell("tui.result.policy");
              voice.unbroken(desk.session().printer().json(policy));
            });
  }

  @Override
  public List<Choice> choices(LineContext desk) {
    LineWriter voice = desk.voice();
    List<Choice> choices = new ArrayList<>();
    if (taken.isEmpty()) {
      next(desk).ifPresent(choices::add);
    }
    List<String> rest = rest(desk);
    if (!rest.isEmpty()) {
      LineCommand act = taken.isPresent() ? LineCommand.UNDO : LineCommand.PLAN;
      String text = taken.isPresent() ? "line.undo.rest" : "tui.command.PLAN.rest";
      choices.add(
          new Choice(
              act,
              voice.text(text),
              () ->
                  taken.isPresent()
                      ? new Navigation.ReplacePage(UndoPage.of(rest, desk))
                      : plan(rest, desk)));
    }
    Texts.helpingPolicy(outcome.problems())
        .ifPresent(policy -> choices.add(ScriptText.save(policy, desk)));
    if (!calls.isEmpty()) {
      choices.add(new Choice(LineCommand.OPEN, voice.text("line.calls"), () -> calls(desk)));
    }
    if (taken.isEmpty() && !outcome.done().isEmpty()) {
      choices.add(
          new Choice(
              LineCommand.UNDO,
              voice.text("line.undo.this"),
              () -> new Navigation.ReplacePage(UndoPage.of(ids(desk), desk))));
    }
    choices.add(new Choice(LineCommand.LIST, voice.text("line.home"), Navigation.FirstPage::new));
    return choices;
  }

  private boolean seenNow() {
    return outcome.ending() == Outcome.Ending.SEEN_NOW;
  }

  /** The rest as a plan, and before it the reason why there is a new one. */
  private Navigation plan(List<String> rest, LineContext desk) {
    if (seenNow()) {
      desk.voice().tell("tui.result.why-anew");
    }
    return PlanPage.open(rest, desk);
  }

  private static Optional<Choice> next(LineContext desk) {
    return desk.standing().open().stream()
        .findFirst()
        .map(
            (StepView next) ->
                new Choice(
                    LineCommand.OPEN,
                    desk.voice().text("line.next", desk.name(next)),
                    () -> new Navigation.ReplacePage(new StepPage(next.id()))));
  }

  /** Steps for which something is left to write, or to take back. */
  private List<String> rest(LineContext desk) {
    if (taken.isEmpty()) {
      Progress standing = desk.standing();
      return standing.plannable().stream().filter(ids(desk)::contains).toList();
    }
    boolean left = !outcome.notTried().isEmpty() || outcome.failed().isPresent();
    return left ? ids(desk) : List.of();
  }

  /** Every call, with what AWS Support would ask for. */
  private Navigation calls(LineContext desk) {
    desk.voice().afresh();
    for (ChangeWriting.MadeCall made : calls) {
      String seconds = String.format(Locale.ROOT, "%.1f", made.took().toMillis() / 1000.0);
      desk.voice()
          .tell(
              "line.call",
              StepText.change(made.change(), desk),
              made.change().change().service() + " " + made.change().change().operation(),
              made.requestId(),
              seconds);
    }
    return new Navigation.Again();
  }
}
