package dev.firstday.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the terminal in how many columns it draws a line character. */
final class GlyphProbe {
  /** Draws one line glyph, asks where the cursor is, and wipes the glyph, all in one write. */
  private static final String PROBE = "\033[H─\033[6n\033[H\033[K";

  private static final int PROBE_MILLIS = 200;

  private final CompletableFuture<Integer> cursorColumn = new CompletableFuture<>();

  /** The terminal's answer: where its cursor is. */
  void answer(int column) {
    cursorColumn.complete(column);
  }

  Glyphs ask(RawTerminal terminal) {
    try {
      terminal.write(PROBE.getBytes(StandardCharsets.UTF_8));
      int column = cursorColumn.get(PROBE_MILLIS, TimeUnit.MILLISECONDS);
      return column == 2 ? Glyphs.UNICODE : Glyphs.ASCII;
    } catch (IOException | ExecutionException | TimeoutException e) {
      return Glyphs.ASCII;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Glyphs.ASCII;
    }
  }
}
