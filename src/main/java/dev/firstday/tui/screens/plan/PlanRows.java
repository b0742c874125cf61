package dev.firstday.tui.screens.plan;

import dev.firstday.engine.plan.CallText;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PlanState.Planning.Focus;
import dev.firstday.tui.widgets.Blocks;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The list of a plan: its changes, then the steps left out, or what an undo leaves as it is. */
record PlanRows(PlanState.Planning state, Model model, int columns) {
  List<Blocks.Block> blocks() {
    List<Blocks.Block> blocks = new ArrayList<>();
    for (Plan.Planned planned : state.plan().changes()) {
      blocks.add(change(blocks.size(), planned));
    }
    state.steps().stream()
        .filter(state.left()::contains)
        .forEach(id -> blocks.add(left(blocks.size(), id)));
    int first = blocks.size();
    for (UndoPlan.Kept kept : state.kept()) {
      blocks.add(kept(kept, blocks.size(), blocks.size() == first));
    }
    return blocks;
  }

  private boolean here(int number) {
    return number == state.cursor() && state.focus() == Focus.CHANGES;
  }

  private Blocks.Block change(int number, Plan.Planned planned) {
    Line owners = model.size().compact() ? Line.EMPTY : Line.of(owners(planned));
    String sign = planned.change().effect().sign() + " ";
    String effect = model.say("effect." + planned.change().effect());
    Line row = row(number, sign + effect + "  ", Labels.change(planned, model), owners);
    if (state.undo().isEmpty()) {
      return Blocks.Block.of(row);
    }
    // What an undo calls stood in a file, and so did its text: the call itself tells what it does.
    Line call = Line.of("     ").and(Line.of(CallText.of(planned.change())).fit(columns - 6));
    return new Blocks.Block(List.of(row, call), 0);
  }

  private Blocks.Block left(int number, String id) {
    String sign = "  " + model.say("tui.plan.left-out") + "  ";
    String title = model.words().of(model.step(id).entry().title());
    return Blocks.Block.of(row(number, sign, title, Line.EMPTY));
  }

  /** What an undo leaves as it is, with the reason below it. */
  private Blocks.Block kept(UndoPlan.Kept kept, int number, boolean first) {
    Document document = new Document(columns);
    if (first) {
      String title = model.say("tui.undo.kept", state.kept().size());
      document.line(Line.EMPTY).line(Line.of(" " + title, Role.TITLE));
    }
    int mark = document.lines().size();
    boolean here = here(number);
    document.hanging(
        Line.of(here ? " > " : "   ", Role.KEY),
        Labels.change(kept.change(), kept.steps(), model),
        here ? Role.SELECTED : Role.TEXT);
    document.hanging("     ", model.words().kept(kept.why(), model.session().catalog()), Role.TEXT);
    return new Blocks.Block(document.lines(), mark);
  }

  private Line row(int number, String sign, String text, Line right) {
    boolean here = here(number);
    Line start = Line.of(here ? " > " : "   ", Role.KEY).and(sign, Role.KEY);
    int room = columns - start.width() - right.width() - 2;
    return start
        .and(Line.of(text, here ? Role.SELECTED : Role.TEXT).fit(room))
        .pad(columns - right.width())
        .and(right);
  }

  private String owners(Plan.Planned planned) {
    String numbers =
        planned.steps().stream()
            .filter(id -> model.number(id) > 0)
            .map(id -> Integer.toString(model.number(id)))
            .collect(Collectors.joining(", "));
    return model.say("tui.plan.owner", numbers);
  }
}
