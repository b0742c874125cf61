package dev.firstday.tui;

import dev.firstday.terminal.Caret;
import java.util.ArrayList;
import java.util.List;

/** What a screen shows between header and footer; rows are counted from its own top. */
record Body(List<Line> lines, Caret caret) {
  Body {
    lines = List.copyOf(lines);
  }

  static Body of(List<Line> lines) {
    return new Body(lines, Caret.HIDDEN);
  }

  /** This body with another one at its right, behind a rule. */
  Body beside(List<Line> right, int leftColumns, String rule, int rows) {
    List<Line> joined = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      Line here = row < lines.size() ? lines.get(row) : Line.EMPTY;
      Line there = row < right.size() ? right.get(row) : Line.EMPTY;
      joined.add(here.pad(leftColumns).and(" ").and(rule, Role.DIM).and(" ").and(there));
    }
    return new Body(joined, caret);
  }
}
