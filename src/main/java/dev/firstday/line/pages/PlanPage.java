package dev.firstday.line.pages;

import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.line.io.LineIo;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.io.Reply;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Navigation;
import dev.firstday.line.model.Page;
import dev.firstday.line.model.RightsFact;
import dev.firstday.line.model.ScriptText;
import dev.firstday.view.ChangeGroup;
import dev.firstday.view.PlanOutline;
import dev.firstday.view.Reversibility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A plan, and the question whether to apply it.
 *
 * @param steps what it was made for
 * @param left steps that a person left out of it
 * @param rights whether it is allowed
 */
public record PlanPage(List<String> steps, Set<String> left, Plan plan, RightsFact rights)
    implements Page {
  private static final int DIGITS = 4;

  /** The way to a plan: through the answers that it needs. */
  static Navigation open(List<String> steps, LineContext context) {
    if (!new Questions(context).complete(steps)) {
      return new Navigation.Again();
    }
    return new Navigation.NextPage(of(steps, Set.of(), context));
  }

  private static PlanPage of(List<String> steps, Set<String> left, LineContext context) {
    List<String> wanted = steps.stream().filter(step -> !left.contains(step)).toList();
    Plan plan = context.session().plan(wanted);
    return new PlanPage(steps, left, plan, new RightsFact(plan, context.session()));
  }

  @Override
  public void tell(LineContext context) {
    LineWriter writer = context.writer();
    writer.tell("line.plan.heading", plan.id());
    writer.tell(context.made().isEmpty() ? "tui.plan.nothing-yet" : "tui.plan.not-yet");
    if (!plan.unseen().isEmpty()) {
      writer.fact(
          writer.text("tui.plan.unseen"),
          writer.text("tui.plan.unseen-steps", context.names(plan.unseen())));
    }
    tellChanges(plan, context, planned -> named(planned, context));
    steps.stream()
        .filter(left::contains)
        .forEach(
            id -> writer.fact(writer.text("tui.plan.left-out"), context.name(context.step(id))));
    List<String> wanted = steps.stream().filter(step -> !left.contains(step)).toList();
    writer.fact(
        writer.text("tui.plan.cost"),
        writer.wording().about(context.snapshot().monthlyUsd(wanted)));
    writer.fact(
        writer.text("tui.plan.undo"),
        plan.isEmpty() ? writer.text("tui.plan.empty") : Reversibility.of(plan, writer.wording()));
    rights.tell(writer);
    writer.tell("tui.plan.rereads");
  }

  /** A change, and whether there is a way back from it. */
  private static String named(Plan.Planned planned, LineContext context) {
    String change = StepText.change(planned, context);
    return planned.change().undo().isEmpty()
        ? context.writer().text("line.change.for-good", change)
        : change;
  }

  /** How many changes there are; each with its number, and the steps that it is for. */
  static void tellChanges(Plan plan, LineContext context, Function<Plan.Planned, String> text) {
    LineWriter writer = context.writer();
    tellTotal(plan, PlanOutline.of(plan, text).sections().size(), writer);
    List<Plan.Planned> changes = plan.changes();
    String before = "";
    for (ChangeGroup alike : ChangeGroup.of(changes, Plan.Planned::change, text)) {
      String owners = context.names(changes.get(alike.first() - 1).steps());
      if (!owners.equals(before)) {
        long count =
            changes.stream()
                .skip(alike.first() - 1L)
                .takeWhile(planned -> context.names(planned.steps()).equals(owners))
                .count();
        writer.tell("line.for", owners, counted(count, writer));
      }
      before = owners;
      String number =
          alike.first() == alike.last()
              ? Integer.toString(alike.first())
              : writer.text("line.numbers", alike.first(), alike.last());
      writer.tell("line.choice", number, alike.text());
    }
  }

  private static void tellTotal(Plan plan, int steps, LineWriter writer) {
    String effects =
        writer.text(
            "tui.plan.counts",
            plan.count(Effect.CREATE),
            plan.count(Effect.CHANGE),
            plan.count(Effect.DELETE));
    writer.tell("tui.plan.total", plan.changes().size(), steps, effects);
  }

  private static String counted(long changes, LineWriter writer) {
    return writer.text(changes == 1 ? "tui.tree.changes.one" : "tui.tree.changes", changes);
  }

  @Override
  public List<Choice> choices(LineContext context) {
    LineWriter writer = context.writer();
    List<Choice> choices = new ArrayList<>();
    if (!plan.isEmpty()) {
      choices.add(
          new Choice(
              LineCommand.APPLY,
              writer.text("line.plan.apply"),
              () -> write(plan, Optional.empty(), rights, context)));
      choices.add(hear(plan, context));
      choices.add(
          new Choice(LineCommand.PICK, writer.text("line.plan.leave-out"), () -> leave(context)));
    }
    if (!left.isEmpty()) {
      choices.add(
          Choice.replace(
              LineCommand.PICK,
              writer.text("line.plan.bring-back"),
              () -> of(steps, Set.of(), context)));
    }
    if (!plan.isEmpty()) {
      choices.addAll(ScriptText.choices(plan, context));
    }
    return choices;
  }

  /** To hear what is sent for one of the changes. */
  static Choice hear(Plan plan, LineContext context) {
    return Choice.act(
        LineCommand.OPEN,
        context.writer().text("line.plan.change"),
        () -> asked(plan, context).ifPresent(one -> new ChangeText(one, context).tell()));
  }

  /** A change by its number; empty if a person would rather go back. */
  private static Optional<Plan.Planned> asked(Plan plan, LineContext context) {
    List<Plan.Planned> changes = plan.changes();
    return context
        .writer()
        .numbered(
            "line.change-number",
            number -> number >= 1 && number <= changes.size(),
            "line.no-such-number",
            changes.size())
        .map(number -> changes.get(number - 1));
  }

  private Navigation leave(LineContext context) {
    Optional<Plan.Planned> planned = asked(plan, context);
    if (planned.isEmpty()) {
      return new Navigation.Again();
    }
    Set<String> more = new HashSet<>(left);
    more.addAll(planned.get().steps());
    return new Navigation.ReplacePage(of(steps, Set.copyOf(more), context));
  }

  /** Writes a plan, or takes back what it names, once the digits are typed. */
  static Navigation write(
      Plan plan, Optional<UndoPlan> undo, RightsFact rights, LineContext context) {
    rights.tellLate(context.writer());
    Optional<Plan.Confirmed> confirmed = confirm(plan, undo.isPresent(), context);
    if (confirmed.isEmpty()) {
      return new Navigation.Again();
    }
    ChangeWriting writing = new ChangeWriting(context);
    Outcome outcome =
        undo.isPresent() ? writing.undo(confirmed.get()) : writing.apply(confirmed.get());
    return new Navigation.ReplacePage(new ResultPage(plan, outcome, undo, writing.calls()));
  }

  /** Asks for the four digits, which can't be pasted; without them nothing is written. */
  public static Optional<Plan.Confirmed> confirm(Plan plan, boolean undo, LineContext context) {
    LineWriter writer = context.writer();
    String texts = undo ? "tui.undo." : "tui.plan.";
    writer.tell(texts + "question", plan.accountId());
    writer.tell("line.digits.empty");
    while (true) {
      LineIo.TypedLine typed = writer.typed(writer.text("line.digits"), false);
      Reply reply = Reply.of(typed.text());
      if (reply.empty() || reply.goesBack()) {
        writer.tell("line.digits.none");
        return Optional.empty();
      }
      LineWriter.leaveIfWanted(reply);
      Optional<Plan.Confirmed> confirmed = plan.confirm(reply.text());
      if (typed.pasted()) {
        writer.tell(texts + "paste");
      } else if (confirmed.isPresent()) {
        return confirmed;
      } else {
        writer.tell(texts + "digits-wrong", DIGITS);
      }
    }
  }
}
