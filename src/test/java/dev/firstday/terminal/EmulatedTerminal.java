package dev.firstday.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** A terminal emulator in memory: what the program writes ends up in cells, what we type in it. */
final class EmulatedTerminal implements AutoCloseable {
  private final Cells screen;
  private final LineDisciplineTerminal terminal;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final String cursorReport;

  /**
   * The cursor report is the answer to the query for it; null for a terminal that never answers.
   */
  EmulatedTerminal(int columns, int rows, String cursorReport) throws IOException {
    this.cursorReport = cursorReport;
    this.screen = new Cells(columns, rows);
    this.terminal =
        new LineDisciplineTerminal(
            "emulated", "xterm-256color", new Master(), StandardCharsets.UTF_8);
    terminal.setSize(new Size(columns, rows));
  }

  Terminal terminal() {
    return terminal;
  }

  /** How long an answer is waited for: as long as a busy machine needs where there is one. */
  Duration patience() {
    return cursorReport == null ? GlyphProbe.AT_ONCE : Duration.ofSeconds(20);
  }

  void type(String text) throws IOException {
    terminal.processInputBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  void resize(int columns, int rows) {
    synchronized (written) {
      screen.resize(Math.max(1, columns), Math.max(1, rows));
    }
    terminal.setSize(new Size(columns, rows));
    terminal.raise(Signal.WINCH);
  }

  /** The visible text of a row, without the blanks at its end. */
  String row(int row) {
    synchronized (written) {
      return screen.row(row);
    }
  }

  /** Column and row of the cursor. */
  int[] cursor() {
    synchronized (written) {
      return screen.cursor();
    }
  }

  /** All bytes written since the last call. */
  String take() {
    synchronized (written) {
      String bytes = written.toString(StandardCharsets.UTF_8);
      written.reset();
      return bytes;
    }
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }

  private final class Master extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
      line.write(b);
    }

    @Override
    public void flush() throws IOException {
      String text = line.toString(StandardCharsets.UTF_8);
      line.reset();
      synchronized (written) {
        written.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        screen.write(text);
      }
      if (cursorReport != null && text.contains("\033[6n")) {
        type(cursorReport);
      }
    }
  }
}
