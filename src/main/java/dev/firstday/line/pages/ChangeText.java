package dev.firstday.line.pages;

import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.LineContext;

/** Everything about one change: what is called with what, for whom, and how it is taken back. */
public record ChangeText(Plan.Planned planned, LineContext context) {
  public void tell() {
    LineWriter writer = context.writer();
    Change change = planned.change();
    writer.afresh();
    writer.say(StepText.change(planned, context));
    writer.fact(writer.text("tui.change.call"), change.call());
    writer.fact(writer.text("tui.change.region"), change.region());
    for (String id : planned.steps()) {
      writer.fact(writer.text("tui.change.for"), context.name(context.step(id)));
    }
    writer.tell("tui.change.request");
    writer.verbatim(context.session().printer().json(change.request()));
    writer.tell("tui.change.undo");
    if (change.undo().isEmpty()) {
      writer.tell("tui.undo.no");
    }
    for (Change undo : change.undo()) {
      writer.tell("line.change", writer.text("effect." + undo.effect()), undo.call());
      writer.verbatim(context.session().printer().json(undo.request()));
    }
    writer.tell("tui.status.change");
  }
}
