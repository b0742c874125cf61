package dev.firstday.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One row of the screen. */
record Line(List<Span> spans) {
  static final Line EMPTY = new Line(List.of());

  Line {
    spans = List.copyOf(spans);
  }

  static Line of(String text) {
    return of(text, Role.TEXT);
  }

  static Line of(String text, Role role) {
    return text.isEmpty() ? EMPTY : new Line(List.of(new Span(text, role)));
  }

  Line and(String text) {
    return and(text, Role.TEXT);
  }

  Line and(String text, Role role) {
    return and(of(text, role));
  }

  Line and(Line other) {
    List<Span> joined = new ArrayList<>(spans);
    joined.addAll(other.spans);
    return new Line(joined);
  }

  int width() {
    return spans.stream().mapToInt(Span::width).sum();
  }

  /** The line in at most this many columns; what is cut off ends in three dots. */
  Line fit(int columns) {
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
  Line pad(int columns) {
    Line fitted = fit(columns);
    return fitted.and(" ".repeat(Math.max(0, columns - fitted.width())));
  }

  /** The line with this at the right edge of so many columns, as far as there is room for both. */
  Line withRight(Line right, int columns) {
    int room = columns - right.width() - 1;
    return room < 8 ? fit(columns) : pad(room).and(" ").and(right);
  }

  String text() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
