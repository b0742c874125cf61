package dev.firstday.tui.screens.plan;

import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything about one change: what is called with what, for whom, and how it is taken back. */
public record ChangeDetails(Plan.Planned planned, Model model, int columns) {
  public List<Line> lines() {
    Change change = planned.change();
    Document document = new Document(columns);
    document.hanging(
        Line.of(" " + change.effect().sign() + " ", Role.of(change.effect())),
        Labels.change(planned, model),
        Role.TITLE);
    document.blank();
    List<String> names =
        Stream.of("call", "region", "for").map(name -> model.say("tui.change." + name)).toList();
    int width = names.stream().mapToInt(Width::of).max().orElse(0);
    document.fact(names.get(0), width, change.call(), Role.TEXT);
    document.fact(names.get(1), width, change.region(), Role.TEXT);
    document.fact(names.get(2), width, owners(), Role.TEXT);
    document.title(model.say("tui.change.request"));
    document.verbatim(model.session().printer().json(change.request()));
    if (!change.why().code().equals(Change.UNDO)) {
      undo(document);
    }
    return document.lines();
  }

  private void undo(Document document) {
    Change change = planned.change();
    document.title(model.say("tui.change.undo"));
    if (change.undo().isEmpty()) {
      document.text(model.say("tui.undo.no"));
    }
    for (Change undo : change.undo()) {
      document.text(undo.effect().sign() + " " + undo.call());
      document.verbatim(model.session().printer().json(undo.request()));
    }
  }

  private String owners() {
    return planned.steps().stream()
        .filter(id -> model.number(id) > 0)
        .map(id -> Labels.name(model.step(id), model))
        .collect(Collectors.joining("; "));
  }
}
