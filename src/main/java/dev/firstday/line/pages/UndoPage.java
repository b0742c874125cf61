package dev.firstday.line.pages;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Note;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.CallText;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Navigation;
import dev.firstday.line.model.Page;
import dev.firstday.line.model.RightsFact;
import java.util.List;
import java.util.Optional;

/** What taking steps back would do and leave, and the question whether to. */
public record UndoPage(UndoPlan undo, RightsFact rights) implements Page {
  static UndoPage of(List<String> steps, LineContext desk) {
    try {
      UndoPlan undo = desk.waiting().reading("line.checking", () -> desk.session().undoPlan(steps));
      return new UndoPage(undo, new RightsFact(undo.plan(), desk.session()));
    } catch (CallFailed e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void tell(LineContext desk) {
    LineWriter voice = desk.voice();
    List<Plan.Planned> changes = undo.plan().changes();
    voice.tell("tui.undo.not-yet");
    if (changes.isEmpty()) {
      voice.tell(undo.kept().isEmpty() ? "tui.undo.nothing" : "tui.undo.empty");
    } else {
      voice.fact(voice.text("tui.undo.taken"), voice.text("tui.undo.count", changes.size()));
      PlanPage.tellCounts(undo.plan(), desk);
      PlanPage.tellChanges(undo.plan(), desk, planned -> called(planned, desk));
      rights.tell(voice);
      voice.tell("tui.undo.rereads");
    }
    kept(undo, desk);
  }

  /** What an undo calls stood in a file, and so did its text: the call is said, too. */
  private static String called(Plan.Planned planned, LineContext desk) {
    return desk.voice()
        .text("line.undo.change", StepText.change(planned, desk), CallText.of(planned.change()));
  }

  /** What stays as it is, each with the reason. */
  static void kept(UndoPlan undo, LineContext desk) {
    LineWriter voice = desk.voice();
    if (!undo.kept().isEmpty()) {
      voice.tell("tui.undo.kept", undo.kept().size());
    }
    for (UndoPlan.Kept kept : undo.kept()) {
      voice.say(desk.change(new Plan.Planned(kept.change(), kept.steps())));
      why(kept.why(), desk);
    }
  }

  /** A command is said alone, so that it can be copied. */
  private static void why(Note why, LineContext desk) {
    Catalog catalog = desk.session().catalog();
    if (why.code().equals(UndoPlan.DATA)) {
      desk.voice().say(desk.voice().wording().kept(Note.of(why.code(), ""), catalog).strip());
      desk.voice().alone(why.values().getFirst());
    } else {
      desk.voice().say(desk.voice().wording().kept(why, catalog));
    }
  }

  @Override
  public List<Choice> choices(LineContext desk) {
    return undo.plan().isEmpty()
        ? List.of()
        : List.of(
            new Choice(LineCommand.APPLY, desk.voice().text("line.undo.go"), () -> take(desk)),
            PlanPage.hear(undo.plan(), desk));
  }

  private Navigation take(LineContext desk) {
    rights.tellLate(desk.voice());
    Optional<Plan.Confirmed> confirmed = PlanPage.confirm(undo.plan(), true, desk);
    if (confirmed.isEmpty()) {
      return new Navigation.Again();
    }
    ChangeWriting writing = new ChangeWriting(desk);
    Outcome outcome = writing.undo(confirmed.get());
    return new Navigation.ReplacePage(
        new ResultPage(undo.plan(), outcome, Optional.of(undo), writing.calls()));
  }
}
