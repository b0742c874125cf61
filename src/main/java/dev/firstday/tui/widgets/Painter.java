package dev.firstday.tui.widgets;

import com.googlecode.lanterna.graphics.TextGraphics;
import dev.firstday.terminal.Caret;
import dev.firstday.terminal.Width;

/** Puts a frame into Lanterna's cells. */
public record Painter(Theme theme) {
  /** Draws on a blank screen, and says where the cursor rests. */
  public Caret paint(Frame frame, TextGraphics cells) {
    int rows = Math.min(frame.lines().size(), cells.getSize().getRows());
    for (int row = 0; row < rows; row++) {
      int column = 0;
      for (Span span : frame.lines().get(row).spans()) {
        Theme.Style style = theme.style(span.role());
        cells.setForegroundColor(style.colour());
        cells.setBackgroundColor(style.background());
        cells.setModifiers(style.modifiers());
        int room = cells.getSize().getColumns() - column;
        column += Width.draw(cells, column, row, span.text(), room);
      }
    }
    Caret caret = frame.caret();
    boolean outside =
        caret.column() >= cells.getSize().getColumns() || caret.row() >= cells.getSize().getRows();
    return outside ? Caret.HIDDEN : caret;
  }
}
