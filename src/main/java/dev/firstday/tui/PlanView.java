package dev.firstday.tui;

import dev.firstday.engine.Effect;
import dev.firstday.engine.Plan;
import dev.firstday.engine.StepView;
import dev.firstday.terminal.Caret;
import dev.firstday.terminal.Width;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a plan and its confirmation look at the size there is. */
record PlanView(ScreenState.Planning state, Model model) {
  private static final int LEFT = 70;

  Body body() {
    boolean two = model.size().twoPanes();
    int rows = model.size().body();
    List<Line> bottom = bottom();
    int top = rows - bottom.size();
    int columns = two ? LEFT : model.columns();
    Body list = list(columns, top);
    if (two) {
      List<Line> right = selectedChange(model.columns() - LEFT - 3);
      list =
          list.beside(
              right.subList(0, Math.min(right.size(), top - 1)),
              LEFT,
              model.glyphs().vertical(),
              top - 1);
    }
    List<Line> lines = new ArrayList<>(list.lines());
    while (lines.size() < top) {
      lines.add(Line.EMPTY);
    }
    lines.addAll(bottom);
    return new Body(lines, caret(list, top));
  }

  private Words words() {
    return model.words();
  }

  private Caret caret(Body list, int top) {
    int field = top + factRows();
    return switch (state.focus()) {
      case CHANGES -> list.caret();
      case DIGITS -> Caret.at(Width.of(question()) + 2 + state.digits().length(), field);
      case BACK -> Caret.hiddenAt(3, field + 1);
      case APPLY -> Caret.hiddenAt(3 + button("back").width() + 3, field + 1);
    };
  }

  private Body list(int columns, int rows) {
    Plan plan = state.plan();
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.of(
            " "
                + words()
                    .say(
                        "plan.counts",
                        PlanScreen.count(plan, Effect.CREATE),
                        PlanScreen.count(plan, Effect.CHANGE),
                        PlanScreen.count(plan, Effect.DELETE)),
            Role.TITLE));
    if (!model.size().compact()) {
      lines.add(Line.EMPTY);
    }
    List<Line> all = rows(columns);
    int room = Math.max(1, rows - lines.size() - 1);
    int window = all.size() > room ? Math.max(1, room - 1) : room;
    int first = Math.clamp(state.cursor() - window / 2, 0, Math.max(0, all.size() - window));
    Caret caret = Caret.hiddenAt(3, lines.size() + state.cursor() - first);
    all.stream().skip(first).limit(window).forEach(lines::add);
    if (all.size() > window) {
      int below = all.size() - first - window;
      lines.add(Line.of("   " + words().say("list.more", first, below)));
    }
    return new Body(lines, caret);
  }

  private List<Line> rows(int columns) {
    List<Line> rows = new ArrayList<>();
    for (Plan.Planned planned : state.plan().changes()) {
      Line owners = model.size().compact() ? Line.EMPTY : Line.of(owners(planned));
      String sign = planned.change().effect().sign() + " ";
      String effect = words().common("effect." + planned.change().effect());
      rows.add(row(rows.size(), sign + effect + "  ", text(planned), owners, columns));
    }
    state.steps().stream()
        .filter(state.left()::contains)
        .forEach(
            id ->
                rows.add(
                    row(
                        rows.size(),
                        "  " + words().say("plan.left-out") + "  ",
                        words().of(model.step(id).entry().title()),
                        Line.EMPTY,
                        columns)));
    return rows;
  }

  private Line row(int number, String sign, String text, Line right, int columns) {
    boolean here = number == state.cursor() && state.focus() == ScreenState.Planning.Focus.CHANGES;
    Line start = Line.of(here ? " > " : "   ", Role.KEY).and(sign, Role.KEY);
    int room = columns - start.width() - right.width() - 2;
    return start
        .and(Line.of(text, here ? Role.SELECTED : Role.TEXT).fit(room))
        .pad(columns - right.width())
        .and(right);
  }

  private String text(Plan.Planned planned) {
    StepView owner = model.step(planned.steps().getFirst());
    return words().change(owner.entry(), planned.change());
  }

  private String owners(Plan.Planned planned) {
    String numbers =
        planned.steps().stream()
            .map(id -> Integer.toString(model.number(id)))
            .collect(Collectors.joining(", "));
    return words().say("plan.owner", numbers);
  }

  private int factRows() {
    return model.size().compact() ? 1 : 4;
  }

  /** What is below the list: cost, undo, the question and the buttons. */
  private List<Line> bottom() {
    List<Line> lines = new ArrayList<>();
    if (model.size().compact()) {
      lines.add(Line.of(" " + cost()));
    } else {
      int width =
          Stream.of("plan.cost", "plan.undo")
              .mapToInt(key -> Width.of(words().say(key)))
              .max()
              .orElse(0);
      Document facts = new Document(model.columns());
      facts.line(fact("plan.cost", width, cost()));
      facts.line(fact("plan.undo", width, undo()));
      lines.addAll(facts.lines());
      lines.add(Line.EMPTY);
      lines.add(Line.of(" " + words().say("plan.gate")));
    }
    lines.add(digitsRow());
    lines.add(buttons());
    return lines;
  }

  private Line fact(String key, int width, String value) {
    return Line.of(" ")
        .and(Width.padRight(words().say(key), width), Role.TITLE)
        .and("  ")
        .and(value);
  }

  private String cost() {
    BigDecimal sum =
        state.steps().stream()
            .filter(id -> !state.left().contains(id))
            .map(id -> model.step(id).monthlyUsd())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return words().about(sum);
  }

  private String undo() {
    return state.plan().isEmpty() ? words().say("plan.empty") : Undo.of(state.plan(), words());
  }

  private String question() {
    return " "
        + words()
            .say(
                model.size().compact() ? "plan.question-short" : "plan.question",
                model.identity().accountId());
  }

  private Line digitsRow() {
    boolean here = state.focus() == ScreenState.Planning.Focus.DIGITS;
    return Line.of(question(), here ? Role.TITLE : Role.TEXT)
        .and(" ")
        .and("[", Role.KEY)
        .and(Width.padRight(state.digits(), 4))
        .and("]", Role.KEY);
  }

  private Line buttons() {
    boolean ready = state.plan().confirm(state.digits()).isPresent() && !state.plan().isEmpty();
    return Line.of(state.focus() == ScreenState.Planning.Focus.BACK ? " > " : "   ", Role.KEY)
        .and(button("back"))
        .and(state.focus() == ScreenState.Planning.Focus.APPLY ? " > " : "   ", Role.KEY)
        .and(button("apply"))
        .and("  ")
        .and(words().say(ready ? "plan.ready" : "plan.needs-digits"));
  }

  private Line button(String name) {
    boolean here =
        state.focus()
            == (name.equals("back")
                ? ScreenState.Planning.Focus.BACK
                : ScreenState.Planning.Focus.APPLY);
    return Line.of("[ " + words().say("button." + name) + " ]", here ? Role.SELECTED : Role.TEXT);
  }

  private List<Line> selectedChange(int columns) {
    return state.plan().changes().stream()
        .skip(state.cursor())
        .findFirst()
        .map(planned -> new ChangeText(planned, model, columns).lines())
        .orElse(List.of());
  }
}
