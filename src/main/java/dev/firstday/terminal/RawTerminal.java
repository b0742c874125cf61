package dev.firstday.terminal;

import java.io.IOError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** The JLine terminal in raw mode on its alternate screen; when left, it is as it was before. */
final class RawTerminal {
  private static final String ENTER = "\033[?1049h\033[?2004h\033[?25l";
  private static final String MOUSE = "\033[?1000h\033[?1006h";
  private static final String NO_MOUSE = "\033[?1006l\033[?1000l";
  private static final String LEAVE =
      "\033[0m" + NO_MOUSE + "\033[?2026l\033[?2004l\033[?25h\033[?1049l";

  private final Terminal terminal;
  private final OutputStream output;
  private final Attributes saved;
  private final Map<Signal, SignalHandler> handlers = new EnumMap<>(Signal.class);
  private boolean mouse;

  RawTerminal(Terminal terminal) {
    this.terminal = terminal;
    this.output = terminal.output();
    this.saved = terminal.getAttributes();
  }

  void enter() throws IOException {
    terminal.setAttributes(raw());
    write((mouse ? ENTER + MOUSE : ENTER).getBytes(StandardCharsets.US_ASCII));
  }

  void leave() {
    // The terminal may be gone, or JLine's own shutdown hook was faster and has closed it.
    try {
      write(LEAVE.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException | RuntimeException | IOError e) {
      // Its settings can still be restored.
    }
    try {
      terminal.setAttributes(saved);
    } catch (RuntimeException | IOError e) {
      // There is no terminal to restore.
    }
  }

  void handle(Signal signal, SignalHandler handler) {
    handlers.put(signal, terminal.handle(signal, handler));
  }

  /** Gives every signal back to who handled it before. */
  void releaseSignals() {
    handlers.forEach(terminal::handle);
    handlers.clear();
  }

  /** The sequence that asks for reports of the mouse, or no longer; kept for the next entering. */
  String mouse(boolean wanted) {
    mouse = wanted;
    return wanted ? MOUSE : NO_MOUSE;
  }

  /**
   * Every key reaches the program, none becomes a signal; reads wait a tenth of a second, as
   * JLine's do.
   */
  private Attributes raw() {
    Attributes raw = new Attributes(saved);
    raw.setLocalFlags(
        EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN, LocalFlag.ISIG), false);
    raw.setInputFlags(EnumSet.of(InputFlag.IXON, InputFlag.ICRNL, InputFlag.INLCR), false);
    raw.setControlChar(ControlChar.VMIN, 0);
    raw.setControlChar(ControlChar.VTIME, 1);
    return raw;
  }

  void write(byte[] bytes) throws IOException {
    output.write(bytes);
    output.flush();
  }
}
