package dev.firstday.tui;

import dev.firstday.terminal.Browser;
import dev.firstday.terminal.Clipboard;
import java.util.concurrent.Executor;

/** What the wizard can have done outside of itself. */
interface Effects {
  /** Runs what may block, and sends what comes of it to the wizard's queue. */
  Executor background();

  void send(Event event);

  Browser.OpenResult open(String link);

  Clipboard.CopyResult copy(String text);

  /** Shows a text on the normal screen until a person comes back. */
  void showAlone(String text);

  void suspend();

  void repaint();

  /** Takes clicks and the wheel, or leaves them to the terminal. */
  void mouse(boolean wanted);

  void dropKeys();
}
