package dev.firstday.tui.widgets;

import dev.firstday.engine.Texts;
import dev.firstday.terminal.Caret;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries of one or more rows, one of them under the cursor, seen through a window.
 *
 * @param cursor the entry under the cursor
 */
public record Blocks(List<Block> blocks, int cursor) {
  /**
   * One entry.
   *
   * @param mark the row of it that the cursor rests on
   */
  public record Block(List<Line> lines, int mark) {
    public static Block of(Line line) {
      return new Block(List.of(line), 0);
    }
  }

  /** What fits into some rows, with a last row that says how much does not. */
  public Body in(int room, Texts words) {
    List<Line> all = blocks.stream().flatMap(block -> block.lines().stream()).toList();
    int window = all.size() > room ? Math.max(1, room - 1) : room;
    int first = first(window, Math.max(0, all.size() - window));
    List<Line> lines = new ArrayList<>(all.stream().skip(first).limit(window).toList());
    if (all.size() > window) {
      lines.add(more(above(first), below(first + window), words));
    }
    return new Body(lines, Caret.hiddenAt(3, Math.max(0, mark() - first)));
  }

  /** How many entries are not seen. */
  public static Line more(long above, long below, Texts words) {
    return Line.of(
        "   "
            + (above == 0
                ? words.say("tui.list.more.below", below)
                : words.say("tui.list.more", above, below)));
  }

  private int mark() {
    return blocks.isEmpty() ? 0 : start(cursor) + blocks.get(cursor).mark();
  }

  private int start(int block) {
    return blocks.subList(0, block).stream().mapToInt(one -> one.lines().size()).sum();
  }

  /** The cursor in the middle, and all of its entry where that fits. */
  private int first(int window, int last) {
    int middle = Math.clamp(mark() - window / 2, 0, last);
    if (blocks.isEmpty()) {
      return middle;
    }
    int end = start(cursor) + blocks.get(cursor).lines().size();
    return Math.clamp(Math.max(middle, Math.min(mark(), end - window)), 0, last);
  }

  /** Entries of which something is hidden above. */
  private int above(int first) {
    int hidden = 0;
    while (hidden < blocks.size() && start(hidden) < first) {
      hidden++;
    }
    return hidden;
  }

  private int below(int end) {
    int hidden = 0;
    while (hidden < blocks.size() && start(blocks.size() - hidden) > end) {
      hidden++;
    }
    return hidden;
  }
}
