package dev.firstday.tui.widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One row of the screen. */
public record Line(List<Span> spans) {
  public static final Line EMPTY = new Line(List.of());

  public Line {
    spans = List.copyOf(spans);
  }

  public static Line of(String text) {
    return of(text, Role.TEXT);
  }

  public static Line of(String text, Role role) {
    return text.isEmpty() ? EMPTY : new Line(List.of(new Span(text, role)));
  }

  /** The beginning of a row, which may be under the cursor. */
  public static Line cursor(boolean here) {
    return of(here ? " > " : "   ", Role.KEY);
  }

  public Line and(String text) {
    return and(text, Role.TEXT);
  }

  public Line and(String text, Role role) {
    return and(of(text, role));
  }

  public Line and(Line other) {
    List<Span> joined = new ArrayList<>(spans);
    joined.addAll(other.spans);
    return new Line(joined);
  }

  /**
   * The line, and names to choose from with one of them chosen; the row may be under the cursor.
   */
  public Line choices(List<String> names, int chosen, boolean here) {
    Line line = and("  ");
    for (int i = 0; i < names.size(); i++) {
      Role role = i == chosen ? here ? Role.SELECTED : Role.TITLE : Role.TEXT;
      line = line.and(i == chosen ? "(*) " : "( ) ").and(names.get(i), role).and("  ");
    }
    return line;
  }

  public int width() {
    return spans.stream().mapToInt(Span::width).sum();
  }

  /** The line in at most this many columns; what is cut off ends in three dots. */
  public Line fit(int columns) {
    if (width() <= columns) {
      return this;
    }
    List<Span> kept = new ArrayList<>();
    int left = columns;
    for (Span span : spans) {
      if (span.width() > left) {
        kept.add(span.fit(left));
        break;
      }
      kept.add(span);
      left -= span.width();
    }
    return new Line(kept);
  }

  /** The line in exactly this many columns. */
  public Line pad(int columns) {
    Line fitted = fit(columns);
    return fitted.and(" ".repeat(Math.max(0, columns - fitted.width())));
  }

  /** The line with this at the right edge of so many columns, as far as there is room for both. */
  public Line withRight(Line right, int columns) {
    int room = columns - right.width() - 1;
    return room < 8 ? fit(columns) : pad(room).and(" ").and(right);
  }

  /** Rows as running text: a word that is broken between two of them is whole again. */
  public static String text(List<Line> lines) {
    List<String> rows = lines.stream().map(Line::text).map(String::strip).toList();
    return String.join(" ", rows) + "\n" + String.join("", rows);
  }

  public String text() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
