package dev.firstday.cli.output;

import dev.firstday.terminal.Width;
import dev.firstday.text.PrintableWriter;

/** Tells of progress in one line of a terminal, which is erased before anything else is printed. */
final class ProgressLine {
  /** A terminal of 80 columns does not wrap a line of so many. */
  private static final int COLUMNS = 78;

  private final PrintableWriter terminal;
  private final boolean shown;
  private boolean there;

  /**
   * A line that is empty yet.
   *
   * @param shown whether there is a terminal to show it on
   */
  ProgressLine(PrintableWriter terminal, boolean shown) {
    this.terminal = terminal;
    this.shown = shown;
  }

  synchronized void show(String text) {
    if (shown) {
      terminal.showInPlace(Width.fit(text, COLUMNS));
      there = true;
    }
  }

  synchronized void erase() {
    if (there) {
      terminal.showInPlace("");
      there = false;
    }
  }
}
