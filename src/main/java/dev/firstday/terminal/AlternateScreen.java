package dev.firstday.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * The second screen of a terminal, for what must not stay: it has no scrollback, and leaving it
 * brings back what was shown before.
 */
public final class AlternateScreen {
  private static final String ENTER = "\033[?1049h\033[H\033[2J";

  /** More rows than are ever shown here; the cursor stops at the last one. */
  private static final int ROWS = 60;

  // Terminals without a second screen ignore the switch, and some move what is erased at once to
  // the scrollback; so each row is erased on its own before it is left.
  private static final String LEAVE =
      "\033[H" + "\033[2K\033[B".repeat(ROWS) + "\033[H" + "\033[?1049l";

  private final OutputStream terminal;

  /**
   * @param terminal takes bytes as they are and has no buffer before it
   */
  public AlternateScreen(OutputStream terminal) {
    this.terminal = terminal;
  }

  /**
   * Shows the second screen while the action runs, and leaves it however that or the process ends.
   */
  public <T> T showing(Supplier<T> asking) {
    Thread hook = new Thread(() -> write(LEAVE), "alternate-screen-leave");
    Runtime.getRuntime().addShutdownHook(hook);
    write(ENTER);
    try {
      return asking.get();
    } finally {
      leave(hook);
    }
  }

  private void leave(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // The process is ending already, and the hook leaves the screen.
    }
    write(LEAVE);
  }

  private void write(String sequence) {
    try {
      terminal.write(sequence.getBytes(StandardCharsets.US_ASCII));
      terminal.flush();
    } catch (IOException e) {
      return; // A terminal that is gone shows nothing any more.
    }
  }
}
