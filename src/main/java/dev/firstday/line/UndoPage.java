package dev.firstday.line;

import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Outcome;
import dev.firstday.engine.Plan;
import dev.firstday.engine.UndoPlan;
import java.util.List;
import java.util.Optional;

/** What taking steps back would do and leave, and the question whether to. */
record UndoPage(UndoPlan undo) implements Page {
  static UndoPage of(List<String> steps, Desk desk) {
    try {
      return new UndoPage(
          desk.waiting().reading("line.checking", () -> desk.session().undoPlan(steps)));
    } catch (CallFailed e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void tell(Desk desk) {
    Voice voice = desk.voice();
    List<Plan.Planned> changes = undo.plan().changes();
    for (int i = 0; i < changes.size(); i++) {
      voice.say(voice.text("line.choice", i + 1, StepText.change(changes.get(i), desk)));
    }
    if (!undo.kept().isEmpty()) {
      voice.tell("cli.undo-kept", undo.kept().size());
    }
    for (UndoPlan.Kept kept : undo.kept()) {
      voice.say(desk.change(new Plan.Planned(kept.change(), kept.steps())));
      voice.say(voice.wording().kept(kept.why()));
    }
    if (changes.isEmpty()) {
      voice.tell("cli.nothing-to-undo");
    }
  }

  @Override
  public List<Choice> choices(Desk desk) {
    return undo.plan().isEmpty()
        ? List.of()
        : List.of(new Choice(Act.APPLY, desk.voice().text("line.undo.go"), () -> take(desk)));
  }

  private Turn take(Desk desk) {
    Optional<Plan.Confirmed> confirmed = PlanPage.confirm(undo.plan(), "cli.undo-confirm", desk);
    if (confirmed.isEmpty()) {
      return new Turn.Again();
    }
    Outcome outcome = new Writing(desk).undo(confirmed.get());
    return new Turn.Become(new ResultPage(undo.plan(), outcome, true));
  }
}
