package dev.firstday.line.pages;

import dev.firstday.catalog.Actor;
import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.failure.HelpingPolicy;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.Choices;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Page;
import dev.firstday.line.model.ScriptText;
import dev.firstday.view.Question;
import dev.firstday.view.StepContent;
import java.util.List;
import java.util.Optional;

/** One step: how it stands, why it matters, what was found, what would be written. */
public record StepPage(String step) implements Page {
  @Override
  public void tell(LineContext context) {
    new StepText(context, context.step(step)).tell();
  }

  @Override
  public List<Choice> choices(LineContext context) {
    StepView view = context.step(step);
    List<String> id = List.of(step);
    Choices choices = main(new Choices(context), view, context);
    neighbour(context, 1)
        .ifPresent(next -> choices.add(open(next, LineCommand.NEXT, "line.next", context)));
    neighbour(context, -1)
        .ifPresent(next -> choices.add(open(next, LineCommand.PREVIOUS, "line.previous", context)));
    choices.act(LineCommand.CHECK, "tui.command.CHECK", () -> check(context));
    choices.add(skip(view, context));
    if (!view.entry().settings().isEmpty()) {
      choices.act(LineCommand.EDIT, "line.edit", () -> edit(context));
    }
    if (undoable(context)) {
      choices.open(LineCommand.UNDO, "line.undo.step", () -> UndoPage.of(id, context));
    }
    scripts(choices, view, context);
    return choices.list();
  }

  /** What brings the step further: by a plan, by hand. */
  private Choices main(Choices choices, StepView view, LineContext context) {
    boolean page = !view.entry().byHand().isEmpty() || view.entry().console().isPresent();
    boolean person = view.open() && view.entry().by() != Actor.API;
    if (page && person) {
      byHand(choices);
    }
    if (Progress.plannable(view)) {
      boolean asks = !view.assessment().orElseThrow().missingAnswers().isEmpty();
      String text = asks ? "line.answer-and-plan" : "tui.command.OPEN.plan";
      choices.add(LineCommand.PLAN, text, () -> PlanPage.open(List.of(step), context));
    }
    if (page && !person) {
      byHand(choices);
    }
    return choices;
  }

  private void byHand(Choices choices) {
    choices.open(LineCommand.BY_HAND, "tui.command.OPEN.by-hand", () -> new ByHandPage(step));
  }

  /** The plan as commands and as JSON, and the policy that would help. */
  private void scripts(Choices choices, StepView view, LineContext context) {
    Plan plan = context.session().plan(List.of(step));
    if (!plan.isEmpty()) {
      ScriptText.choices(plan, context).forEach(choices::add);
    }
    HelpingPolicy.of(StepContent.problems(view))
        .ifPresent(policy -> choices.add(ScriptText.save(policy, context)));
  }

  /** To go to another step instead. */
  private static Choice open(StepView other, LineCommand act, String text, LineContext context) {
    return Choice.replace(
        act, context.writer().text(text, context.name(other)), () -> new StepPage(other.id()));
  }

  /** Whether firstday did anything for this step that still stands. */
  private boolean undoable(LineContext context) {
    return context.appliedChanges().stream()
        .anyMatch(applied -> applied.steps().contains(step) && applied.live());
  }

  private Optional<StepView> neighbour(LineContext context, int by) {
    Progress standing = context.standing();
    int here = standing.number(step);
    List<StepView> others =
        standing.open().stream()
            .filter(other -> (standing.number(other.id()) - here) * by > 0)
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(by > 0 ? others.getFirst() : others.getLast());
  }

  private void check(LineContext context) {
    context.check(List.of(step));
    tellNews(step, context);
  }

  /** How a step stands now, without what was said of it before. */
  static void tellNews(String step, LineContext context) {
    context.writer().afresh();
    context.writer().say(StepText.heading(context, context.step(step)));
    StepText.findings(context, context.step(step));
  }

  private void edit(LineContext context) {
    context.writer().tell("tui.form.intro");
    Questions questions = new Questions(context);
    questions.hint();
    questions.askAll(Question.of(List.of(step), context.snapshot()));
    check(context);
  }

  /** Leaves a step out with a reason, or brings it back. */
  public static Choice skip(StepView view, LineContext context) {
    LineWriter writer = context.writer();
    boolean skipped = view.skipped().isPresent();
    return Choice.act(
        LineCommand.SKIP,
        writer.text(skipped ? "tui.command.SKIP.back" : "tui.command.SKIP"),
        () -> {
          Optional<String> reason = skipped ? Optional.empty() : Optional.of(reason(writer));
          context.session().skip(view.id(), reason);
          writer.say(StepText.heading(context, context.step(view.id())));
        });
  }

  private static String reason(LineWriter writer) {
    writer.tell("tui.skip.what");
    String reason = writer.typed(writer.text("tui.skip.reason"), false).text().strip();
    return reason.isEmpty() ? writer.text("tui.skip.no-reason") : reason;
  }
}
