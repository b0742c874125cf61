package dev.firstday.line.pages;

import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.HelpingPolicy;
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
  public void tell(LineContext context) {
    LineWriter writer = context.writer();
    writer.say(writer.wording().ending(outcome.ending(), key(outcome.ending().name())));
    writer.tell(key("standing"), outcome.done().size(), plan.changes().size());
    notTried(context);
    taken.ifPresent(undo -> UndoPage.kept(undo, context));
    verdicts(context);
    changes("tui.result.failed", outcome.allFailed(), context);
    problem(context);
    writer.tell(how(context));
    if (taken.isEmpty()) {
      context.standing().open().stream()
          .findFirst()
          .ifPresent(step -> writer.tell("tui.result.next-step", context.name(step)));
    }
  }

  /** How the steps stand now. */
  private void verdicts(LineContext context) {
    LineWriter writer = context.writer();
    writer.tell("tui.result.verdicts");
    for (String id : ids(context)) {
      StepView step = context.step(id);
      writer.fact(context.name(step), context.verdict(step));
      if (taken.isEmpty() && step.open()) {
        StepText.lacking(context, step);
      }
    }
    outcome
        .moved()
        .filter(context::knows)
        .ifPresent(
            id ->
                writer.tell(
                    seenNow() ? "tui.result.seen-now" : "tui.result.moved",
                    context.name(context.step(id))));
  }

  private String how(LineContext context) {
    boolean open =
        taken.isEmpty()
            && outcome.ending() == Outcome.Ending.COMPLETED
            && ids(context).stream().anyMatch(id -> context.step(id).open());
    return open
        ? "line.how.open"
        : (taken.isPresent() ? "line.undo.how." : "line.how.") + outcome.ending();
  }

  private List<String> ids(LineContext context) {
    return plan.changes().stream()
        .flatMap(change -> change.steps().stream())
        .distinct()
        .filter(context::knows)
        .toList();
  }

  private static void changes(String heading, List<Plan.Planned> changes, LineContext context) {
    if (!changes.isEmpty()) {
      context.writer().tell(heading, changes.size());
      changes.forEach(planned -> context.writer().say(StepText.change(planned, context)));
    }
  }

  private void notTried(LineContext context) {
    LineWriter writer = context.writer();
    if (!outcome.notTried().isEmpty()) {
      writer.tell("tui.result.not-tried", outcome.notTried().size());
    }
    outcome
        .notTried()
        .forEach(
            planned ->
                writer.say(
                    writer
                        .wording()
                        .notTried(
                            StepText.change(planned, context),
                            planned,
                            outcome,
                            context.session().catalog())));
  }

  private void problem(LineContext context) {
    LineWriter writer = context.writer();
    outcome
        .problems()
        .forEach(
            trouble -> {
              writer.error(writer.wording().problem(trouble));
              if (trouble.kind() != Problem.Kind.RECORD) {
                writer.tell(
                    "tui.result.said", trouble.code(), trouble.message(), trouble.requestId());
                context.log();
              }
            });
    HelpingPolicy.of(outcome.problems())
        .ifPresent(
            policy -> {
              writer.tell("tui.result.policy");
              writer.unbroken(context.session().printer().json(policy));
            });
  }

  @Override
  public List<Choice> choices(LineContext context) {
    LineWriter writer = context.writer();
    List<Choice> choices = new ArrayList<>();
    if (taken.isEmpty()) {
      next(context).ifPresent(choices::add);
    }
    continuation(context).ifPresent(choices::add);
    HelpingPolicy.of(outcome.problems())
        .ifPresent(policy -> choices.add(ScriptText.save(policy, context)));
    if (!calls.isEmpty()) {
      choices.add(new Choice(LineCommand.OPEN, writer.text("line.calls"), () -> calls(context)));
    }
    if (taken.isEmpty() && !outcome.done().isEmpty()) {
      choices.add(undo(context));
    }
    choices.add(new Choice(LineCommand.LIST, writer.text("line.home"), Navigation.FirstPage::new));
    return choices;
  }

  /** To plan what is left to write, or to take back. */
  private Optional<Choice> continuation(LineContext context) {
    List<String> rest = rest(context);
    LineWriter writer = context.writer();
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        taken.isPresent()
            ? new Choice(
                LineCommand.UNDO,
                writer.text("line.undo.rest"),
                () -> new Navigation.ReplacePage(UndoPage.of(rest, context)))
            : new Choice(
                LineCommand.PLAN, writer.text("tui.command.PLAN.rest"), () -> plan(rest, context)));
  }

  private Choice undo(LineContext context) {
    return new Choice(
        LineCommand.UNDO,
        context.writer().text("line.undo.this"),
        () -> new Navigation.ReplacePage(UndoPage.of(ids(context), context)));
  }

  private boolean seenNow() {
    return outcome.ending() == Outcome.Ending.SEEN_NOW;
  }

  /** The rest as a plan, and before it the reason why there is a new one. */
  private Navigation plan(List<String> rest, LineContext context) {
    if (seenNow()) {
      context.writer().tell("tui.result.why-anew");
    }
    return PlanPage.open(rest, context);
  }

  private static Optional<Choice> next(LineContext context) {
    return context.standing().open().stream()
        .findFirst()
        .map(
            (StepView next) ->
                new Choice(
                    LineCommand.OPEN,
                    context.writer().text("line.next", context.name(next)),
                    () -> new Navigation.ReplacePage(new StepPage(next.id()))));
  }

  /** Steps for which something is left to write, or to take back. */
  private List<String> rest(LineContext context) {
    if (taken.isEmpty()) {
      Progress standing = context.standing();
      return standing.plannable().stream().filter(ids(context)::contains).toList();
    }
    boolean left = !outcome.notTried().isEmpty() || outcome.failed().isPresent();
    return left ? ids(context) : List.of();
  }

  /** Every call, with what AWS Support would ask for. */
  private Navigation calls(LineContext context) {
    context.writer().afresh();
    for (ChangeWriting.MadeCall made : calls) {
      String seconds = String.format(Locale.ROOT, "%.1f", made.took().toMillis() / 1000.0);
      context
          .writer()
          .tell(
              "line.call",
              StepText.change(made.change(), context),
              made.change().change().service() + " " + made.change().change().operation(),
              made.requestId(),
              seconds);
    }
    return new Navigation.Again();
  }
}
