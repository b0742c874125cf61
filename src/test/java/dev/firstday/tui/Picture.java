package dev.firstday.tui;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import dev.firstday.terminal.Width;
import dev.firstday.tui.widgets.Frame;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Painter;
import dev.firstday.tui.widgets.Palette;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.Size;
import dev.firstday.tui.widgets.Span;
import dev.firstday.tui.widgets.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a terminal shows of a frame: the characters that arrive there, and a letter for the role of
 * each cell.
 */
record Picture(List<String> characters, List<String> roles) {

  static Picture of(Frame frame, Size size) {
    TerminalSize cells = new TerminalSize(size.columns(), size.rows());
    DefaultVirtualTerminal terminal = new DefaultVirtualTerminal(cells);
    try (TerminalScreen screen = new TerminalScreen(terminal)) {
      screen.startScreen();
      new Painter(new Theme(Palette.NORMAL)).paint(frame, screen.newTextGraphics());
      screen.refresh();
      List<String> characters = new ArrayList<>();
      for (int row = 0; row < size.rows(); row++) {
        characters.add(row(terminal, row, size.columns()));
      }
      return new Picture(characters, frame.lines().stream().map(Picture::roles).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String row(DefaultVirtualTerminal terminal, int row, int columns) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < columns; column++) {
      TextCharacter cell = terminal.getCharacter(column, row);
      text.append(cell.getCharacterString());
      column += cell.isDoubleWidth() ? 1 : 0;
    }
    return text.toString().stripTrailing();
  }

  private static String roles(Line line) {
    StringBuilder letters = new StringBuilder();
    for (Span span : line.spans()) {
      String letter =
          span.text().isBlank() && span.role() != Role.SELECTED
              ? " "
              : Character.toString(span.role().letter());
      letters.append(letter.repeat(Width.of(span.text())));
    }
    return letters.toString().stripTrailing();
  }

  /** Both, as one file holds them. */
  String text() {
    return String.join("\n", characters) + "\n=== roles ===\n" + String.join("\n", roles) + "\n";
  }
}
