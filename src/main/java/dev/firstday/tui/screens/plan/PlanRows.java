package dev.firstday.tui.screens.plan;

import dev.firstday.engine.plan.CallText;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PlanState.Planning.Focus;
import dev.firstday.tui.widgets.Blocks;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.view.PlanOutline;
import java.util.ArrayList;
import java.util.List;

/** How the rows of a plan look: a step with its figures, what is in it, what stays as it is. */
record PlanRows(PlanState.Planning state, PlanNodes entries, Model model, int columns) {
  private static final List<String> NONE = List.of();

  List<Blocks.Block> blocks() {
    List<List<String>> figures =
        entries.all().stream()
            .map(entry -> entry instanceof PlanNodes.StepNode step ? figures(step) : NONE)
            .toList();
    List<Blocks.Block> blocks = new ArrayList<>();
    for (PlanNodes.PlanNode entry : entries.all()) {
      int number = blocks.size();
      blocks.add(
          switch (entry) {
            case PlanNodes.StepNode step -> step(step, number, figures);
            case PlanNodes.ChangeNode change -> change(change, number);
            case PlanNodes.RegionNode region -> call(region, region.planned(), number);
            case PlanNodes.LeftOutNode left -> left(number, left.id());
            case PlanNodes.KeptNode kept -> kept(kept.kept(), number);
          });
    }
    return blocks;
  }

  private boolean here(int number) {
    return number == state.tree().cursor() && state.focus() == Focus.CHANGES;
  }

  /** How much a step changes, where, for how much, and whether it can be taken back. */
  private List<String> figures(PlanNodes.StepNode entry) {
    PlanOutline.Section step = entry.section();
    List<String> figures = new ArrayList<>();
    figures.add(counted("changes", step.changes().size()));
    if (!model.size().compact()) {
      int regions = step.regions().size();
      figures.add(regions == 1 ? "" : counted("regions", regions));
      if (state.undo().isEmpty()) {
        figures.add(model.words().price(model.step(step.step()).monthlyUsd()));
      }
    }
    if (state.undo().isEmpty()) {
      figures.add(undo(step));
    }
    return figures;
  }

  private String undo(PlanOutline.Section step) {
    int all = step.changes().size();
    int forGood = step.forGood();
    String key = forGood == 0 ? "yes" : forGood == all ? "no" : "part";
    return model.say("tui.tree.undo." + key, all - forGood, all);
  }

  private String counted(String what, int count) {
    return model.say("tui.tree." + what + (count == 1 ? ".one" : ""), count);
  }

  private Blocks.Block step(PlanNodes.StepNode entry, int number, List<List<String>> allFigures) {
    Line right = Line.EMPTY;
    List<String> figures = allFigures.get(number);
    for (int i = 0; i < figures.size(); i++) {
      int column = i;
      int width =
          allFigures.stream()
              .filter(some -> some.size() > column)
              .mapToInt(some -> Width.of(some.get(column)))
              .max()
              .orElse(0);
      // Words begin under each other, figures end so.
      String cell = figures.get(i);
      String space = " ".repeat(width - Width.of(cell));
      boolean last = i == figures.size() - 1;
      right = width == 0 ? right : right.and("  " + (last ? cell + space : space + cell));
    }
    String id = entry.section().step();
    String name = model.number(id) > 0 ? Labels.name(model.step(id), model) : id;
    return row(number, entry.section().effect().sign() + " ", name, right);
  }

  private Blocks.Block change(PlanNodes.ChangeNode entry, int number) {
    if (entry.key().isEmpty()) {
      return call(entry, entry.row().changes().getFirst(), number);
    }
    String text = entry.row().text(regions -> counted("regions", regions.size()));
    return row(number, "  " + entry.row().effect().sign() + " ", text, forGood(entry.row()));
  }

  private Line forGood(PlanOutline.Row row) {
    return row.forGood() && state.undo().isEmpty()
        ? Line.of("  " + model.say("tui.tree.undo.no"), Role.ATTENTION)
        : Line.EMPTY;
  }

  private Blocks.Block call(PlanNodes.PlanNode entry, Plan.Planned planned, int number) {
    String in = "  ".repeat(entry.depth());
    Line right = Line.EMPTY;
    String text = planned.change().region();
    if (entry instanceof PlanNodes.ChangeNode change) {
      right = forGood(change.row());
      text = Labels.change(planned, model);
    }
    Blocks.Block row = row(number, in + planned.change().effect().sign() + " ", text, right);
    if (state.undo().isEmpty()) {
      return row;
    }
    // What an undo calls stood in a file, and so did its text: the call itself tells what it does.
    Line call = Line.of("     " + in);
    Line what = Line.of(CallText.of(planned.change())).fit(columns - call.width() - 1);
    return new Blocks.Block(List.of(row.lines().getFirst(), call.and(what)), 0);
  }

  private Blocks.Block left(int number, String id) {
    String sign = "  " + model.say("tui.plan.left-out") + "  ";
    return row(number, sign, model.words().of(model.step(id).entry().title()), Line.EMPTY);
  }

  /** What an undo leaves as it is, with the reason below it. */
  private Blocks.Block kept(UndoPlan.Kept kept, int number) {
    Document document = new Document(columns);
    if (kept.equals(state.kept().getFirst())) {
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

  private Blocks.Block row(int number, String sign, String text, Line right) {
    boolean here = here(number);
    Line start = Line.of(here ? " > " : "   ", Role.KEY).and(sign, Role.KEY);
    int room = columns - start.width() - right.width();
    return Blocks.Block.of(
        start
            .and(Line.of(text, here ? Role.SELECTED : Role.TEXT).fit(room))
            .pad(columns - right.width())
            .and(right));
  }
}
