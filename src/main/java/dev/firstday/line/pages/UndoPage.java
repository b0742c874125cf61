package dev.firstday.line.pages;

import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.CallText;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Page;
import dev.firstday.line.model.RightsFact;
import java.util.List;
import java.util.Optional;

/** What taking steps back would do and leave, and the question whether to. */
public record UndoPage(UndoPlan undo, RightsFact rights) implements Page {
  static UndoPage of(List<String> steps, LineContext context) {
    try {
      UndoPlan undo =
          context.waiting().reading("line.checking", () -> context.session().undoPlan(steps));
      return new UndoPage(undo, new RightsFact(undo.plan(), context.session()));
    } catch (CallFailed e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void tell(LineContext context) {
    LineWriter writer = context.writer();
    List<Plan.Planned> changes = undo.plan().changes();
    writer.tell("tui.undo.not-yet");
    if (changes.isEmpty()) {
      writer.tell(undo.kept().isEmpty() ? "tui.undo.nothing" : "tui.undo.empty");
    } else {
      writer.fact(writer.text("tui.undo.taken"), writer.text("tui.undo.count", changes.size()));
      PlanPage.tellChanges(undo.plan(), context, planned -> called(planned, context));
      rights.tell(writer);
      writer.tell("tui.undo.rereads");
    }
    kept(undo, context);
  }

  /** What an undo calls stood in a file, and so did its text: the call is said, too. */
  private static String called(Plan.Planned planned, LineContext context) {
    return context
        .writer()
        .text("line.undo.change", StepText.change(planned, context), CallText.of(planned.change()));
  }

  /** What stays as it is, each with the reason. */
  static void kept(UndoPlan undo, LineContext context) {
    LineWriter writer = context.writer();
    if (!undo.kept().isEmpty()) {
      writer.tell("tui.undo.kept", undo.kept().size());
    }
    for (UndoPlan.Kept kept : undo.kept()) {
      writer.say(context.change(new Plan.Planned(kept.change(), kept.steps())));
      // A command is said alone, so that it can be copied.
      Optional<String> removal = kept.removal();
      Note why = removal.isEmpty() ? kept.why() : Note.of(kept.why().code(), "");
      writer.say(writer.wording().kept(why, context.session().catalog()).strip());
      removal.ifPresent(writer::alone);
    }
  }

  @Override
  public List<Choice> choices(LineContext context) {
    return undo.plan().isEmpty()
        ? List.of()
        : List.of(
            new Choice(
                LineCommand.APPLY,
                context.writer().text("line.undo.go"),
                () -> PlanPage.write(undo.plan(), Optional.of(undo), rights, context)),
            PlanPage.hear(undo.plan(), context));
  }
}
