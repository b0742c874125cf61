package dev.firstday.tui;

import dev.firstday.terminal.Browser;
import dev.firstday.terminal.Clipboard;
import java.util.concurrent.Executor;

/** What the wizard can have done outside of itself; without a terminal, most of it can't be. */
interface Effects {
  /** Runs what may block, and sends what comes of it to the wizard's queue. */
  Executor background();

  void send(Event event);

  default Browser.OpenResult open(String link) {
    return Browser.OpenResult.FAILED;
  }

  default Clipboard.CopyResult copy(String text) {
    return Clipboard.CopyResult.NONE;
  }

  /** Shows a text on the normal screen until a person comes back. */
  default void showAlone(String text) {}

  default void suspend() {}

  default void repaint() {}

  /** Takes clicks and the wheel, or leaves them to the terminal. */
  default void mouse(boolean wanted) {}

  default void dropKeys() {}
}
