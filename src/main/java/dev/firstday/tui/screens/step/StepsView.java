package dev.firstday.tui.screens.step;

import dev.firstday.catalog.Actor;
import dev.firstday.catalog.Group;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.terminal.Caret;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.widgets.Badge;
import dev.firstday.tui.widgets.Blocks;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.view.SinceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the list of steps looks at the size there is. */
record StepsView(
    StepState.StepList state, Model model, List<StepView> shown, Optional<StepView> selected) {
  private static final int LEFT = 62;
  private static final int SUMMARY = 4;

  /** A row of the list: a heading, or a step. */
  private record ListRow(Line line, Optional<StepView> step) {}

  Body body() {
    int rows = model.size().body();
    if (model.size().twoPanes()) {
      int right = model.columns() - LEFT - 3;
      return list(LEFT, rows)
          .beside(about(right).limit(rows).toList(), LEFT, model.glyphs().vertical(), rows);
    }
    if (model.size().compact() || rows < 12) {
      return list(model.columns(), rows);
    }
    Body list = list(model.columns(), rows - SUMMARY - 1);
    List<Line> lines = new ArrayList<>(list.lines());
    while (lines.size() < rows - SUMMARY - 1) {
      lines.add(Line.EMPTY);
    }
    lines.add(Line.of(model.glyphs().horizontal().repeat(model.columns()), Role.DIM));
    about(model.columns()).limit(SUMMARY).forEach(lines::add);
    return new Body(lines, list.caret());
  }

  /**
   * What of the list is seen: {@code top} rows lie above it, {@code first} rows are scrolled away.
   */
  private record Window(List<Line> above, List<ListRow> all, int first, int rows, int cursor) {
    int top() {
      return above.size();
    }

    boolean overflows() {
      return all.size() > rows;
    }
  }

  private Window window(int columns, int rows) {
    List<Line> above = new ArrayList<>();
    if (state.finding() || !state.find().text().isEmpty()) {
      above.add(findRow(columns));
    }
    SinceText.of(model.session(), model.made(), model.words())
        .ifPresent(since -> above.add(since(since).fit(columns)));
    List<ListRow> all = rows(columns);
    int cursor = Math.max(0, all.stream().map(ListRow::step).toList().indexOf(selected));
    int room = rows - above.size();
    int window = all.size() > room ? room - 1 : room;
    int first = Math.clamp(cursor - window / 2, 0, Math.max(0, all.size() - window));
    return new Window(above, all, first, window, cursor);
  }

  private Body list(int columns, int rows) {
    Window window = window(columns, rows);
    List<ListRow> all = window.all();
    List<Line> lines = new ArrayList<>(window.above());
    all.stream().skip(window.first()).limit(window.rows()).map(ListRow::line).forEach(lines::add);
    if (window.overflows()) {
      int end = window.first() + window.rows();
      lines.add(more(all.subList(0, window.first()), all.subList(end, all.size())));
    }
    if (all.isEmpty()) {
      lines.add(model.line("tui.list.empty"));
    }
    Caret caret =
        state.finding()
            ? Caret.at(findColumn() + state.find().caretColumn(findRoom(columns)), 0)
            : Caret.hiddenAt(3, window.top() + window.cursor() - window.first());
    return new Body(lines, caret);
  }

  /** The step in a row of the body. */
  Optional<StepView> at(int column, int row) {
    boolean two = model.size().twoPanes();
    boolean alone = model.size().compact() || model.size().body() < 12;
    int rows = two || alone ? model.size().body() : model.size().body() - SUMMARY - 1;
    Window window = window(two ? LEFT : model.columns(), rows);
    int at = row - window.top();
    return at < 0 || at >= window.rows() || two && column >= LEFT
        ? Optional.empty()
        : window.all().stream().skip(window.first() + at).findFirst().flatMap(ListRow::step);
  }

  private Line since(SinceText since) {
    Line line = Line.of(" ").and(since.since(), Role.TITLE);
    if (since.done().isPresent()) {
      line = line.and(" ").and(since.done().get());
    }
    return since.open().isPresent() ? line.and(" ").and(since.open().get(), Role.ATTENTION) : line;
  }

  private Line more(List<ListRow> above, List<ListRow> below) {
    return Blocks.more(steps(above), steps(below), model.words());
  }

  /** Headings don't count. */
  private static long steps(List<ListRow> rows) {
    return rows.stream().filter(row -> row.step().isPresent()).count();
  }

  private int findColumn() {
    return 1 + Width.of(model.say("tui.find.label")) + 1;
  }

  private int findRoom(int columns) {
    return Math.max(4, columns - findColumn() - 1);
  }

  private Line findRow(int columns) {
    return Line.of(" ")
        .and(model.say("tui.find.label"), Role.TITLE)
        .and(" ")
        .and(state.find().window(findRoom(columns)));
  }

  private List<ListRow> rows(int columns) {
    List<ListRow> rows = new ArrayList<>();
    String group = "";
    for (StepView step : shown) {
      if (!step.entry().group().equals(group) && !model.size().compact()) {
        group = step.entry().group();
        rows.add(heading(group, columns));
      }
      rows.add(new ListRow(row(step, columns), Optional.of(step)));
    }
    return rows;
  }

  private ListRow heading(String id, int columns) {
    String title =
        model.session().catalog().groups().stream()
            .filter(group -> group.id().equals(id))
            .map(Group::title)
            .map(model.words()::of)
            .findFirst()
            .orElse(id);
    return new ListRow(Line.of(" " + title, Role.TITLE).fit(columns), Optional.empty());
  }

  private Line row(StepView step, int columns) {
    boolean here = selected.filter(step::equals).isPresent();
    Texts words = model.words();
    Badge badge = Badge.of(step, words);
    String picked = state.picked().contains(step.id()) ? "*" : " ";
    Line start =
        Line.of(here ? " >" : "  ", Role.KEY)
            .and(picked, Role.KEY)
            .and(badge.sign(), badge.role())
            .and(" %2s ".formatted(model.number(step.id())));
    Line end = model.size().compact() ? Line.EMPTY : columns(step, badge);
    int room = columns - start.width() - end.width();
    String title = words.of(step.entry().title());
    Line shownTitle = Line.of(title, here ? Role.SELECTED : Role.TEXT).fit(room);
    return start.and(shownTitle).pad(columns - end.width()).and(end);
  }

  /** Who does it, how it stands and what it costs, each in its own column. */
  private Line columns(StepView step, Badge badge) {
    Texts words = model.words();
    Line line =
        Line.of(" ")
            .and(Width.padRight(words.say("by." + step.entry().by()), widestActor()))
            .and("  ")
            .and(Line.of(badge.word(), badge.role()).pad(widestVerdict()));
    if (model.size().twoPanes()) {
      return line;
    }
    String price = words.price(step.monthlyUsd());
    return line.and(" ".repeat(Math.max(1, 10 - Width.of(price)))).and(price);
  }

  private int widestActor() {
    return Stream.of(Actor.values())
        .mapToInt(actor -> Width.of(model.say("by." + actor)))
        .max()
        .orElse(0);
  }

  private int widestVerdict() {
    Stream<String> names =
        Stream.concat(
            Stream.of(Verdict.values()).map(Enum::name),
            Stream.of("waiting", "skipped", "checking", "needs-you"));
    return names.mapToInt(name -> Width.of(model.say("verdict." + name))).max().orElse(0);
  }

  /** What the selected step is about. */
  private Stream<Line> about(int columns) {
    return selected.stream()
        .flatMap(step -> new StepSummary(step, model, columns).lines(SUMMARY).stream());
  }
}
