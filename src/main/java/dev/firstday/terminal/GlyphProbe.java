package dev.firstday.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Asks the terminal in how many columns it draws a line character. */
final class GlyphProbe {
  /**
   * Asks for the colour of the background; draws one line glyph, asks where the cursor is, and
   * wipes the glyph; all in one write.
   */
  private static final String PROBE = "\033]11;?\033\\\033[H─\033[6n\033[H\033[K";

  /** Nearly every terminal on the same machine answers within this; nobody sees it pass. */
  static final Duration AT_ONCE = Duration.ofMillis(20);

  private final CompletableFuture<Glyphs> answer = new CompletableFuture<>();
  private final Duration atOnce;

  GlyphProbe(Duration atOnce) {
    this.atOnce = atOnce;
  }

  /** The terminal's answer: where its cursor is. */
  void answer(int column) {
    answer.complete(column == 2 ? Glyphs.UNICODE : Glyphs.ASCII);
  }

  /**
   * Returns what the terminal answers at once, else ASCII, which is right in every terminal.
   *
   * @param late who hears of an answer that comes later
   */
  Glyphs ask(RawTerminal terminal, Consumer<Glyphs> late) {
    try {
      terminal.write(PROBE.getBytes(StandardCharsets.UTF_8));
      return answer.get(atOnce.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      var unused = answer.thenAccept(late);
      return Glyphs.ASCII;
    } catch (IOException | ExecutionException e) {
      return Glyphs.ASCII;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Glyphs.ASCII;
    }
  }
}
