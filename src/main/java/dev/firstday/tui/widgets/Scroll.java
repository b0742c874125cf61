package dev.firstday.tui.widgets;

import dev.firstday.engine.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A text that may be longer than the window it is read through.
 *
 * @param rows the window's height
 * @param wanted the first line that should be seen
 */
public record Scroll(List<Line> lines, int rows, int wanted) {

  boolean overflows() {
    return lines.size() > rows;
  }

  /** Lines of text in the window: its last row says how much is left. */
  private int page() {
    return Math.max(1, rows - 1);
  }

  private int last() {
    return overflows() ? lines.size() - page() : 0;
  }

  int first() {
    return Math.clamp(wanted, 0, last());
  }

  public List<Line> visible(Texts words) {
    if (!overflows()) {
      return lines;
    }
    List<Line> window = new ArrayList<>(lines.subList(first(), first() + page()));
    int below = lines.size() - first() - page();
    String key = first() == 0 ? "scroll.start" : below == 0 ? "scroll.end" : "scroll.middle";
    window.add(Line.of(" " + words.say("tui." + key, first(), below), Role.KEY));
    return window;
  }

  /** The first line to be seen after a command; empty if it is none that scrolls. */
  public OptionalInt after(Command command) {
    int to =
        switch (command) {
          case UP -> first() - 1;
          case DOWN -> first() + 1;
          case PAGE_UP -> first() - page();
          case PAGE_DOWN -> first() + page();
          case FIRST -> 0;
          case LAST -> last();
          default -> Integer.MIN_VALUE;
        };
    return to == Integer.MIN_VALUE
        ? OptionalInt.empty()
        : OptionalInt.of(Math.clamp(to, 0, last()));
  }

  /** The commands that scroll, where there is something to scroll. */
  public List<CommandOption> offers() {
    return overflows()
        ? List.of(
            CommandOption.as(Command.DOWN, "DOWN.scroll").shown(),
            CommandOption.as(Command.UP, "UP.scroll"),
            CommandOption.of(Command.PAGE_DOWN),
            CommandOption.of(Command.PAGE_UP),
            CommandOption.of(Command.FIRST),
            CommandOption.of(Command.LAST))
        : List.of();
  }
}
