package dev.firstday.line.pages;

import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.LineContext;

/** Everything about one change: what is called with what, for whom, and how it is taken back. */
public record ChangeText(Plan.Planned planned, LineContext desk) {
  public void tell() {
    LineWriter voice = desk.voice();
    Change change = planned.change();
    voice.afresh();
    voice.say(StepText.change(planned, desk));
    voice.fact(voice.text("tui.change.call"), change.service() + " " + change.operation());
    voice.fact(voice.text("tui.change.region"), change.region());
    for (String id : planned.steps()) {
      voice.fact(voice.text("tui.change.for"), desk.name(desk.step(id)));
    }
    voice.tell("tui.change.request");
    voice.verbatim(desk.session().printer().json(change.request()));
    voice.tell("tui.change.undo");
    if (change.undo().isEmpty()) {
      voice.tell("tui.undo.no");
    }
    for (Change undo : change.undo()) {
      voice.say(
          voice.text(
              "line.change",
              voice.text("effect." + undo.effect()),
              undo.service() + " " + undo.operation()));
      voice.verbatim(desk.session().printer().json(undo.request()));
    }
    voice.tell("tui.status.change");
  }
}
