package dev.firstday.tui.widgets;

import dev.firstday.terminal.Width;

/** A piece of text in one role; what can't be drawn safely is replaced at once. */
public record Span(String text, Role role) {
  public Span {
    text = Width.sanitise(text);
  }

  int width() {
    return Width.of(text);
  }

  /** The start of it in at most this many columns, with three dots where something is cut off. */
  Span fit(int columns) {
    if (width() <= columns) {
      return this;
    }
    return columns < 4
        ? new Span(Width.fit(text, columns), role)
        : new Span(Width.fit(text, columns - 3).stripTrailing() + "...", role);
  }
}
