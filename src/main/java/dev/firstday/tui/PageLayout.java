package dev.firstday.tui;

import dev.firstday.engine.Redactor;
import dev.firstday.engine.Texts;
import dev.firstday.engine.account.Identity;
import dev.firstday.terminal.Caret;
import dev.firstday.terminal.Wrap;
import dev.firstday.tui.model.Commands;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.View;
import dev.firstday.tui.model.Wait;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Frame;
import dev.firstday.tui.widgets.KeyBar;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.Size;
import dev.firstday.tui.widgets.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all screens have in common: header, rules, status and key bar. */
public record PageLayout(View view, Model model) {
  private static final int TEXT_ROWS = 400;

  public Frame frame() {
    return model.size().tooSmall() ? tooSmall() : whole();
  }

  /** Hides what tells whose account it is, in place, so that nothing moves. */
  private List<Line> masked(List<Line> lines) {
    Redactor redactor = new Redactor(model.known().map(known -> known.identity().accountId()));
    return lines.stream()
        .map(
            line ->
                new Line(
                    line.spans().stream()
                        .map(span -> new Span(redactor.over(span.text()), span.role()))
                        .toList()))
        .toList();
  }

  /** The whole page as text to pass on: what scrolling would show, without the keys. */
  String text() {
    Size long_ = new Size(Math.max(80, model.size().columns()), TEXT_ROWS);
    List<Line> lines = new PageLayout(view, model.resized(long_)).whole().lines();
    List<String> text = new ArrayList<>();
    for (Line line : lines.subList(0, lines.size() - 3)) {
      String row = line.text().stripTrailing();
      if (!row.isEmpty() || !text.isEmpty() && !text.getLast().isEmpty()) {
        text.add(row);
      }
    }
    return String.join("\n", text).strip() + "\n";
  }

  private Frame tooSmall() {
    List<Line> lines =
        Wrap.lines(model.words().say("tui.too-small"), model.columns()).stream()
            .limit(model.size().rows())
            .map(Line::of)
            .map(line -> line.fit(model.columns()))
            .toList();
    return new Frame(lines, Caret.HIDDEN);
  }

  private Frame whole() {
    Screen screen = Screens.of(view.stack(), model);
    if (screen.bare()) {
      return bare(screen);
    }
    int columns = model.columns();
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(" " + screen.place(), Role.TITLE).withRight(screen.standing(), columns));
    lines.add(identity());
    lines.add(progress());
    Body body = screen.body();
    body.lines().stream().limit(model.size().body()).forEach(lines::add);
    while (lines.size() < model.size().rows() - 3) {
      lines.add(Line.EMPTY);
    }
    lines.add(rule());
    lines.add(status(screen));
    KeyBar bar = bar(screen);
    lines.add(bar.line(view.bar()));
    List<Line> fitted = lines.stream().map(line -> line.fit(columns)).toList();
    return new Frame(model.look().masked() ? masked(fitted) : fitted, caret(body, bar));
  }

  private Frame bare(Screen screen) {
    int rows = model.size().rows() - 1;
    Body body = screen.body();
    List<Line> lines = new ArrayList<>(body.lines().stream().limit(rows).toList());
    while (lines.size() < rows) {
      lines.add(Line.EMPTY);
    }
    lines.add(bar(screen).line(view.bar()));
    return new Frame(lines.stream().map(line -> line.fit(model.columns())).toList(), body.caret());
  }

  private KeyBar bar(Screen screen) {
    return KeyBar.of(
        Commands.offers(view.stack(), screen, model).options(), model.words(), model.columns());
  }

  // What compares records is made when it is first asked for, and the first frame is in a hurry.
  @SuppressWarnings("ReferenceEquality")
  private Caret caret(Body body, KeyBar bar) {
    if (view.bar().isPresent() && view.bar().getAsInt() < bar.entries().size()) {
      return Caret.hiddenAt(bar.column(view.bar().getAsInt()), model.size().rows() - 1);
    }
    Caret caret = body.caret();
    return caret == Caret.HIDDEN
        ? caret
        : new Caret(caret.column(), caret.row() + Size.HEADER, caret.visible());
  }

  /** The upper rule: as much of it as is done of the steps stands out. */
  private Line progress() {
    if (model.known().isEmpty() || model.counted() == 0) {
      return rule();
    }
    String rule = model.glyphs().horizontal();
    int done = (int) (model.columns() * model.settled() / model.counted());
    return Line.of(rule.repeat(done), Role.DONE).and(rule.repeat(model.columns() - done), Role.DIM);
  }

  private Line rule() {
    return Line.of(model.glyphs().horizontal().repeat(model.columns()), Role.DIM);
  }

  private Line identity() {
    return model.known().map(known -> identity(known.identity())).orElseGet(this::nobodyYet);
  }

  private Line nobodyYet() {
    return Line.of(" " + model.words().say("tui.identity.none"));
  }

  private Line identity(Identity who) {
    Texts words = model.words();
    boolean compact = model.size().compact();
    boolean crowded = who.kind() == Identity.Kind.ROOT && !model.size().twoPanes();
    Line line = Line.of(" ");
    if (who.practice().isPresent()) {
      line = line.and(words.say("tui.identity.practice"), Role.ALERT).and("  ");
    }
    String alias =
        who.alias().filter(name -> !compact && !crowded).map(name -> " (" + name + ")").orElse("");
    line =
        line.and(
            compact ? who.accountId() : words.say("tui.identity.account", who.accountId()) + alias);
    line = line.and("  ").and(principal(who)).and("  ").and(who.homeRegion());
    return who.kind() == Identity.Kind.ROOT && !compact
        ? line.and("  ").and(words.say("tui.identity.root-advice"), Role.ATTENTION)
        : line;
  }

  private Line principal(Identity who) {
    String kind = model.words().say("kind." + who.kind());
    if (who.kind() == Identity.Kind.ROOT) {
      return Line.of(kind, Role.ALERT);
    }
    return Line.of(model.size().compact() ? who.name() : kind + " " + who.name());
  }

  private Line status(Screen screen) {
    return model
        .hint()
        .map(hint -> Line.of(" " + hint, Role.ATTENTION))
        .or(() -> waiting(screen))
        .or(screen::status)
        .orElseGet(() -> Line.of(" " + made()));
  }

  /** What is waited for, once it takes long; and then how to leave it. */
  private Optional<Line> waiting(Screen screen) {
    Texts words = model.words();
    Optional<Line> late =
        screen
            .waiting()
            .flatMap(wait -> model.late())
            .map(delay -> Line.of(" " + words.delay(delay), Role.ATTENTION));
    return Commands.longWait(screen, model)
        .map(
            wait ->
                late.orElseGet(() -> Line.of(" " + words.say("tui.wait"), Role.ATTENTION))
                    .withRight(Line.of(leave(wait), Role.ATTENTION), model.columns()))
        .or(() -> late);
  }

  private String leave(Wait wait) {
    return model.look().still()
        ? model.words().say("tui.wait.leave.still")
        : model.words().say("tui.wait.leave", wait.seconds(model.now()));
  }

  private String made() {
    if (model.known().isEmpty() || model.made().isEmpty()) {
      return model.say(model.size().compact() ? "tui.made.nothing-short" : "tui.made.nothing");
    }
    int made = model.made().size();
    return model.say(
        made == 1 ? "tui.made.one" : "tui.made.some", made, model.session().numbers(model.made()));
  }
}
