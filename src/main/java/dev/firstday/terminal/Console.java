package dev.firstday.terminal;

import dev.firstday.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Consumer;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;

/** The terminal of this process, without its implementation. */
public final class Console implements AutoCloseable {
  private final Terminal terminal;
  private final Charmap charmap;

  private Console(Terminal terminal, Charmap charmap) {
    this.terminal = terminal;
    this.charmap = charmap;
  }

  /** Opens the terminal of an environment; nothing is written to it yet. */
  public static Console open(Map<String, String> environment) throws IOException {
    Charmap charmap = Charmap.of(environment);
    return new Console(Terminals.open(charmap.cells()), charmap);
  }

  /** Begins a full screen on it. */
  public FullScreen fullScreen(Consumer<TerminalEvent> events, FullScreen.ScreenOptions options) {
    return FullScreen.open(terminal, events, options);
  }

  /** Begins to read lines on it, with editing. */
  public LineReader lineReader() {
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .build();
  }

  /** The alternate screen of the terminal that lines are read on. */
  public AlternateScreen alternateScreen() {
    return new AlternateScreen(terminal.output());
  }

  /**
   * From now on Ctrl+C does this instead of ending the process. The terminal has to know, because
   * it restores its own handler after each line that was read.
   */
  public void onInterrupt(Runnable then) {
    terminal.handle(Terminal.Signal.INT, signal -> then.run());
  }

  /** Whether it is known to be too small for this many columns and rows. */
  public boolean smallerThan(int columns, int rows) {
    boolean known = terminal.getWidth() > 0 && terminal.getHeight() > 0;
    return known && (terminal.getWidth() < columns || terminal.getHeight() < rows);
  }

  /**
   * Shows a text on the normal screen and waits for Enter. The full screen has to be left first.
   */
  public void showAndWait(String text) {
    PrintWriter writer = terminal.writer();
    writer.println();
    writer.println(charmap.line(Printable.text(text)));
    writer.flush();
    try {
      int read = 0;
      while (read != '\n' && read != '\r' && read >= 0) {
        read = terminal.input().read();
      }
    } catch (IOException e) {
      return; // The terminal is gone; the full screen will notice.
    }
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
