package dev.firstday.line.pages;

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
import dev.firstday.view.ResultSummary;
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

  private ResultSummary result(LineContext context) {
    return new ResultSummary(plan, taken, outcome, context.standing());
  }

  @Override
  public void tell(LineContext context) {
    LineWriter writer = context.writer();
    ResultSummary result = result(context);
    writer.say(writer.wording().ending(outcome.ending(), result.key(outcome.ending().name())));
    writer.tell(result.key("standing"), outcome.done().size(), plan.changes().size());
    notTried(context);
    taken.ifPresent(undo -> UndoPage.kept(undo, context));
    verdicts(result, context);
    if (!outcome.allFailed().isEmpty()) {
      writer.tell("tui.result.failed", outcome.allFailed().size());
      outcome.allFailed().forEach(planned -> writer.say(StepText.change(planned, context)));
    }
    problems(context);
    writer.tell(how(result));
    result.next().ifPresent(step -> writer.tell("tui.result.next-step", context.name(step)));
  }

  private void notTried(LineContext context) {
    LineWriter writer = context.writer();
    if (!outcome.notTried().isEmpty()) {
      writer.tell("tui.result.not-tried", outcome.notTried().size());
    }
    for (Plan.Planned planned : outcome.notTried()) {
      String change = StepText.change(planned, context);
      writer.say(writer.wording().notTried(change, planned, outcome, context.session().catalog()));
    }
  }

  /** How the steps stand now. */
  private void verdicts(ResultSummary result, LineContext context) {
    LineWriter writer = context.writer();
    writer.tell("tui.result.verdicts");
    for (StepView step : result.steps()) {
      writer.fact(context.name(step), context.verdict(step));
      if (taken.isEmpty() && step.open()) {
        StepText.lacking(context, step);
      }
    }
    result.moved().ifPresent(step -> writer.tell(result.movedKey(), context.name(step)));
  }

  private String how(ResultSummary result) {
    boolean open =
        taken.isEmpty()
            && outcome.ending() == Outcome.Ending.COMPLETED
            && result.steps().stream().anyMatch(StepView::open);
    String keys = taken.isPresent() ? "line.undo.how." : "line.how.";
    return keys + (open ? "open" : outcome.ending());
  }

  private void problems(LineContext context) {
    LineWriter writer = context.writer();
    for (Problem problem : outcome.problems()) {
      writer.error(writer.wording().problem(problem));
      if (problem.kind() != Problem.Kind.RECORD) {
        writer.tell("tui.result.said", problem.code(), problem.message(), problem.requestId());
        context.log();
      }
    }
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
    ResultSummary result = result(context);
    List<Choice> choices = new ArrayList<>();
    result
        .next()
        .ifPresent(
            step ->
                choices.add(
                    Choice.replace(
                        LineCommand.OPEN,
                        writer.text("line.next", context.name(step)),
                        () -> new StepPage(step.id()))));
    continuation(result, context).ifPresent(choices::add);
    HelpingPolicy.of(outcome.problems())
        .ifPresent(policy -> choices.add(ScriptText.save(policy, context)));
    if (!calls.isEmpty()) {
      choices.add(
          Choice.act(LineCommand.OPEN, writer.text("line.calls"), () -> tellCalls(context)));
    }
    if (taken.isEmpty() && !outcome.done().isEmpty()) {
      choices.add(undo("line.undo.this", result, context));
    }
    choices.add(new Choice(LineCommand.LIST, writer.text("line.home"), Navigation.FirstPage::new));
    return choices;
  }

  /** To plan what is left to write, or to take back. */
  private Optional<Choice> continuation(ResultSummary result, LineContext context) {
    if (taken.isPresent()) {
      return result.unfinished() && !result.steps().isEmpty()
          ? Optional.of(undo("line.undo.rest", result, context))
          : Optional.empty();
    }
    return result.plannable().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Choice(
                LineCommand.PLAN,
                context.writer().text("tui.command.PLAN.rest"),
                () -> plan(result, context)));
  }

  private static Choice undo(String text, ResultSummary result, LineContext context) {
    List<String> ids = result.steps().stream().map(StepView::id).toList();
    return Choice.replace(
        LineCommand.UNDO, context.writer().text(text), () -> UndoPage.of(ids, context));
  }

  /** The rest as a plan, and before it the reason why there is a new one. */
  private static Navigation plan(ResultSummary result, LineContext context) {
    if (result.seenNow()) {
      context.writer().tell("tui.result.why-anew");
    }
    return PlanPage.open(result.plannable(), context);
  }

  /** Every call, with what AWS Support would ask for. */
  private void tellCalls(LineContext context) {
    context.writer().afresh();
    for (ChangeWriting.MadeCall made : calls) {
      context
          .writer()
          .tell(
              "line.call",
              StepText.change(made.change(), context),
              made.change().change().call(),
              made.requestId(),
              String.format(Locale.ROOT, "%.1f", made.took().toMillis() / 1000.0));
    }
  }
}
