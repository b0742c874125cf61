package dev.firstday.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TerminalTextUtils;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import dev.firstday.text.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jspecify.annotations.Nullable;

/**
 * Lanterna's view of the terminal, for output only. Lanterna writes a frame in thousands of pieces,
 * moves the cursor even when nothing changed, and trusts its own widths. Here a frame is collected
 * and sent as one synchronised write, an unchanged frame as none at all, and a character whose
 * width terminals disagree on can never move what follows it.
 */
final class Bridge extends ANSITerminal {
  /** Where a finished frame goes. */
  interface Sink {
    void send(byte[] frame) throws IOException;
  }

  private static final String BEGIN = "\033[?2026h";
  private static final String END = "\033[?2026l";
  private static final String SHOW_CURSOR = "\033[?25h";
  private static final String HIDE_CURSOR = "\033[?25l";

  private final ByteArrayOutputStream frame;
  private final Supplier<Size> size;
  private final Sink sink;
  private final boolean colour;
  private final Charset charset;

  /** Where the next character belongs. */
  private int column;

  private int row;

  /** Whether the terminal's own cursor is there already. */
  private boolean placed;

  /** What was written last, if its width is not beyond doubt: 1 or 2 columns, else 0. */
  private int doubtful;

  private Caret caret = Caret.HIDDEN;
  private @Nullable Caret shown;

  /**
   * @param charset what texts are written in, every character in its own columns
   */
  Bridge(Supplier<Size> size, boolean colour, Charset charset, Sink sink) {
    this(new ByteArrayOutputStream(64 * 1024), size, colour, charset, sink);
  }

  private Bridge(
      ByteArrayOutputStream frame,
      Supplier<Size> size,
      boolean colour,
      Charset charset,
      Sink sink) {
    super(InputStream.nullInputStream(), frame, charset);
    this.frame = frame;
    this.size = size;
    this.colour = colour;
    this.charset = charset;
    this.sink = sink;
  }

  /** Where the cursor rests after the next frame. */
  void rest(Caret wanted) {
    caret = wanted;
  }

  /** Forgets what is half written and where the cursor was, after others have used the terminal. */
  void forget() {
    frame.reset();
    shown = null;
    placed = false;
  }

  @Override
  protected TerminalSize findTerminalSize() {
    Size now = size.get();
    boolean known = now.getColumns() > 0 && now.getRows() > 0;
    return known ? new TerminalSize(now.getColumns(), now.getRows()) : new TerminalSize(80, 24);
  }

  @Override
  public void setCursorPosition(int x, int y) {
    placed = placed && x == column && y == row;
    column = x;
    row = y;
  }

  @Override
  public void putCharacter(char c) throws IOException {
    putString(Character.toString(c));
  }

  @Override
  public void putString(String text) throws IOException {
    boolean ascii = text.length() == 1 && text.charAt(0) < 0x80;
    boolean two = text.length() > 1 || TerminalTextUtils.isCharDoubleWidth(text.charAt(0));
    int width = two ? 2 : 1;
    if (doubtful != 0 && (ascii || doubtful != width)) {
      placed = false;
    }
    if (!placed) {
      writeToTerminal(position(column, row).getBytes(StandardCharsets.US_ASCII));
      placed = true;
    }
    writeToTerminal((Printable.unsafe(text.codePointAt(0)) ? "?" : text).getBytes(charset));
    doubtful = ascii ? 0 : width;
    column += width;
  }

  @Override
  public void setForegroundColor(TextColor color) throws IOException {
    if (colour) {
      super.setForegroundColor(color);
    }
  }

  @Override
  public void setBackgroundColor(TextColor color) throws IOException {
    if (colour) {
      super.setBackgroundColor(color);
    }
  }

  /** {@link #rest} shows the caret. */
  @Override
  public void setCursorVisible(boolean visible) {}

  /** The alternate screen is entered and left by {@link FullScreen}. */
  @Override
  public void enterPrivateMode() {}

  @Override
  public void exitPrivateMode() {}

  @Override
  public void flush() throws IOException {
    if (frame.size() == 0 && caret.equals(shown)) {
      return;
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream(frame.size() + 64);
    boolean wasVisible = shown == null || shown.visible();
    String start = BEGIN + (wasVisible && frame.size() > 0 ? HIDE_CURSOR : "");
    whole.write(start.getBytes(StandardCharsets.US_ASCII));
    frame.writeTo(whole);
    String end =
        position(caret.column(), caret.row()) + (caret.visible() ? SHOW_CURSOR : HIDE_CURSOR) + END;
    whole.write(end.getBytes(StandardCharsets.US_ASCII));
    frame.reset();
    placed = false;
    doubtful = 0;
    shown = caret;
    sink.send(whole.toByteArray());
  }

  private static String position(int column, int row) {
    return "\033[" + (row + 1) + ";" + (column + 1) + "H";
  }
}
