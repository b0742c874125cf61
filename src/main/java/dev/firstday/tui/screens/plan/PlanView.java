package dev.firstday.tui.screens.plan;

import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.terminal.Caret;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PlanState.Planning.Focus;
import dev.firstday.tui.widgets.Blocks;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.view.Reversibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** How a plan and its confirmation look at the size there is. */
record PlanView(PlanState.Planning state, Model model) {
  private static final int LEFT = 70;
  // Requests are not readable in less.
  private static final int LEAST_RIGHT = 40;
  private static final int SMALL = 20;

  Body body() {
    boolean two = model.size().twoPanes() && model.columns() - LEFT - 3 >= LEAST_RIGHT;
    int rows = model.size().body();
    List<Line> bottom = bottom();
    int top = rows - bottom.size();
    Body list = list(two ? LEFT : model.columns(), top);
    if (two) {
      List<Line> right = selectedChange(model.columns() - LEFT - 3);
      list = list.beside(right, LEFT, model.glyphs().vertical(), top - 1);
    }
    List<Line> lines = new ArrayList<>(list.lines());
    while (lines.size() < top) {
      lines.add(Line.EMPTY);
    }
    lines.addAll(bottom);
    return new Body(lines, caret(list, rows - 2));
  }

  private String say(String key, Object... values) {
    return model.say(key, values);
  }

  /** Where the caret is; the digits have the row before the last. */
  private Caret caret(Body list, int field) {
    return switch (state.focus()) {
      case CHANGES -> list.caret();
      case DIGITS -> Caret.at(Width.of(question()) + 2 + state.digits().length(), field);
      case BACK -> Caret.hiddenAt(3, field + 1);
      case APPLY -> Caret.hiddenAt(3 + button("back", Focus.BACK).width() + 3, field + 1);
    };
  }

  private Body list(int columns, int rows) {
    Plan plan = state.plan();
    String counts =
        say(
            "tui.plan.counts",
            plan.count(Effect.CREATE),
            plan.count(Effect.CHANGE),
            plan.count(Effect.DELETE));
    List<Line> lines = new ArrayList<>();
    int steps = PlanNodes.outline(state, model).sections().size();
    String total = say("tui.plan.total", plan.changes().size(), steps, counts);
    lines.add(Line.of(" " + total, Role.TITLE).fit(columns));
    if (!model.size().compact()) {
      lines.add(Line.EMPTY);
    }
    Body entries =
        new Blocks(
                new PlanRows(state, PlanNodes.of(state, model), model, columns).blocks(),
                state.tree().cursor())
            .in(Math.max(1, rows - lines.size() - 1), model.words());
    Caret caret = Caret.hiddenAt(3, lines.size() + entries.caret().row());
    lines.addAll(entries.lines());
    return new Body(lines, caret);
  }

  /** What is below the list: cost, undo, the question and the buttons. */
  private List<Line> bottom() {
    List<Line> lines = new ArrayList<>();
    SequencedMap<String, String> facts = facts();
    if (model.size().compact()) {
      boolean lacking = state.rights().filter(PermissionReport::lacking).isPresent();
      String most = (lacking ? facts.lastEntry() : facts.firstEntry()).getValue();
      lines.add(Line.of(" " + most).fit(model.columns()));
    } else {
      int width = facts.keySet().stream().mapToInt(Width::of).max().orElse(0);
      Document document = new Document(model.columns());
      facts.forEach((name, value) -> document.fact(name, width, value, Role.TEXT));
      lines.addAll(document.lines());
      // On a small screen the list needs the row more.
      if (model.size().body() > SMALL) {
        lines.add(Line.EMPTY);
      }
      lines.add(Line.of(" " + say("tui.plan.gate")));
    }
    lines.add(digitsRow());
    lines.add(buttons());
    return lines;
  }

  /** What one has to know before answering, by its name. */
  private SequencedMap<String, String> facts() {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    Plan plan = state.plan();
    if (state.undo().isPresent()) {
      int kept = state.kept().size();
      String taken = plan.isEmpty() ? "tui.undo.empty" : "tui.undo.count";
      facts.put(say("tui.undo.taken"), say(taken, plan.changes().size()));
      facts.put(
          say("tui.undo.stays"),
          say(kept == 0 ? "tui.undo.keeps-nothing" : "tui.undo.keeps", kept));
    } else {
      if (!plan.unseen().isEmpty()) {
        facts.put(say("tui.plan.unseen"), unseen());
      }
      facts.put(
          say("tui.plan.cost"), model.words().about(model.session().monthlyUsd(state.wanted())));
      facts.put(
          say("tui.plan.undo"),
          plan.isEmpty() ? say("tui.plan.empty") : Reversibility.of(plan, model.words()));
    }
    if (!plan.isEmpty()) {
      facts.put(
          say("rights"),
          state.rights().map(model.words()::rights).orElseGet(() -> say("rights.testing")));
    }
    return facts;
  }

  private String unseen() {
    return say(
        "tui.plan.unseen-steps",
        state.plan().unseen().stream()
            .map(id -> Labels.name(model.step(id), model))
            .collect(Collectors.joining(say("list.separator"))));
  }

  private String question() {
    String key = state.key(model.size().compact() ? "question-short" : "question");
    return " " + say(key, model.identity().accountId());
  }

  private Line digitsRow() {
    return Line.of(question(), state.focus() == Focus.DIGITS ? Role.TITLE : Role.TEXT)
        .and(" ")
        .and("[", Role.KEY)
        .and(Width.padRight(state.digits(), 4))
        .and("]", Role.KEY);
  }

  private Line buttons() {
    return pointer(Focus.BACK)
        .and(button("back", Focus.BACK))
        .and(pointer(Focus.APPLY))
        .and(button(state.undo().isPresent() ? "undo" : "apply", Focus.APPLY))
        .and("  ")
        .and(say(state.confirmed() ? state.key("ready") : "tui.plan.needs-digits"));
  }

  private Line pointer(Focus where) {
    return Line.of(state.focus() == where ? " > " : "   ", Role.KEY);
  }

  private Line button(String name, Focus where) {
    return Line.of(
        "[ " + say("tui.button." + name) + " ]",
        state.focus() == where ? Role.SELECTED : Role.TEXT);
  }

  private List<Line> selectedChange(int columns) {
    return PlanNodes.of(state, model)
        .at(state.tree().cursor())
        .flatMap(entry -> entry.change().or(() -> first(entry)))
        .map(planned -> new ChangeDetails(planned, model, columns).lines())
        .orElse(List.of());
  }

  private static Optional<Plan.Planned> first(PlanNodes.PlanNode entry) {
    return entry instanceof PlanNodes.StepNode step
        ? Optional.of(step.section().changes().getFirst())
        : Optional.empty();
  }
}
