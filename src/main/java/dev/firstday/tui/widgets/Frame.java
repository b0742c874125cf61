package dev.firstday.tui.widgets;

import dev.firstday.terminal.Caret;
import java.util.List;

/**
 * A whole screen as data.
 *
 * @param lines its rows, from the top
 * @param caret where the terminal's cursor stands: on the caret of a field, else on what is
 *     selected, so that magnifiers, screen readers and input methods follow
 */
public record Frame(List<Line> lines, Caret caret) {
  public Frame {
    lines = List.copyOf(lines);
  }
}
