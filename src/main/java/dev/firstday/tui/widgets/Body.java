package dev.firstday.tui.widgets;

import dev.firstday.terminal.Caret;
import java.util.ArrayList;
import java.util.List;

/** What a screen shows between header and footer; rows are counted from its own top. */
public record Body(List<Line> lines, Caret caret) {
  public Body {
    lines = List.copyOf(lines);
  }

  public static Body of(List<Line> lines) {
    return new Body(lines, Caret.HIDDEN);
  }

  /** This body with another one at its right, behind a rule. */
  public Body beside(List<Line> right, int leftColumns, String rule, int rows) {
    List<Line> joined = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      Line here = row < lines.size() ? lines.get(row) : Line.EMPTY;
      Line there = row < right.size() ? right.get(row) : Line.EMPTY;
      joined.add(here.pad(leftColumns).and(" ").and(rule, Role.DIM).and(" ").and(there));
    }
    return new Body(joined, caret);
  }
}
