package dev.firstday.terminal;

import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import com.googlecode.lanterna.screen.TerminalScreen;
import dev.firstday.terminal.TerminalEvent.Resized;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends Lanterna's screen to the terminal: what differs from the last frame, or all of it. */
final class ScreenOutput {
  private final Bridge bridge;
  private final Screen screen;
  private boolean complete = true;

  ScreenOutput(Bridge bridge) {
    this.bridge = bridge;
    try {
      this.screen = new TerminalScreen(bridge);
      screen.startScreen();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    screen.setCursorPosition(null);
  }

  Screen screen() {
    return screen;
  }

  void paint(FullScreen.FramePainter painter) throws IOException {
    bridge.getTerminalSize();
    if (screen.doResizeIfNecessary() != null) {
      complete = true;
    }
    screen.clear();
    bridge.rest(painter.paint(screen.newTextGraphics()));
    screen.refresh(complete ? RefreshType.COMPLETE : RefreshType.DELTA);
    complete = false;
  }

  /** The next frame is sent whole. */
  void repaint() {
    complete = true;
  }

  /** What the terminal shows is unknown. */
  void forget() {
    bridge.forget();
    complete = true;
  }

  Resized size() {
    var size = bridge.findTerminalSize();
    return new Resized(size.getColumns(), size.getRows());
  }
}
