package dev.firstday.terminal;

import com.googlecode.lanterna.graphics.TextGraphics;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import com.googlecode.lanterna.screen.TerminalScreen;
import dev.firstday.terminal.TerminalEvent.Closed;
import dev.firstday.terminal.TerminalEvent.Resized;
import dev.firstday.terminal.TerminalEvent.ScreenResumed;
import java.io.IOError;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/**
 * The terminal as a full screen: frames go out through {@link #paint}, keys come in as events. It
 * leaves no trace: however it ends, the terminal is as it was before, and the JLine terminal, which
 * stays open, can go on line by line.
 *
 * <p>Events arrive on threads of this class; the receiver should only queue them. All methods may
 * be called from any thread.
 */
public final class FullScreen implements AutoCloseable {
  /** What a person or the environment asked for. */
  public record ScreenOptions(boolean ascii, boolean colour, Map<String, String> environment) {}

  /** Draws a frame on a blank screen and says where the cursor rests. */
  public interface FramePainter {
    public Caret paint(TextGraphics graphics);
  }

  private static final String ENTER = "\033[?1049h\033[?2004h\033[?25l";
  private static final String MOUSE = "\033[?1000h\033[?1006h";
  private static final String NO_MOUSE = "\033[?1006l\033[?1000l";
  private static final String LEAVE =
      "\033[0m" + NO_MOUSE + "\033[?2026l\033[?2004l\033[?25h\033[?1049l";

  /** Draws one line glyph, asks where the cursor is, and wipes the glyph, all in one write. */
  private static final String PROBE = "\033[H─\033[6n\033[H\033[K";

  private static final int PROBE_MILLIS = 200;

  private final Terminal terminal;
  private final OutputStream output;
  private final Consumer<TerminalEvent> events;
  private final Runnable stopper;
  private final int escapeMillis;
  private final Attributes saved;
  private final Bridge bridge;
  private final Screen screen;
  private final Glyphs glyphs;
  private final Thread hook = new Thread(this::rescue, "terminal-restore");
  private final ReentrantLock lock = new ReentrantLock();
  private final CompletableFuture<Integer> cursorColumn = new CompletableFuture<>();
  private final Map<Signal, SignalHandler> handlers = new EnumMap<>(Signal.class);

  private Input input;
  private boolean entered;
  private boolean closed;
  private boolean complete = true;
  private boolean mouse;

  /**
   * Takes the terminal over. If only the terminal knows how wide its line characters are, this asks
   * it and waits 200 ms at most.
   */
  public static FullScreen open(
      Terminal terminal, Consumer<TerminalEvent> events, ScreenOptions options) {
    return new FullScreen(terminal, events, options, FullScreen::stopJob);
  }

  FullScreen(
      Terminal terminal, Consumer<TerminalEvent> events, ScreenOptions options, Runnable stopper) {
    this.terminal = terminal;
    this.output = terminal.output();
    this.events = events;
    this.stopper = stopper;
    this.escapeMillis = escapeMillis(options.environment());
    this.saved = terminal.getAttributes();
    Charmap charmap = Charmap.of(options.environment());
    this.bridge = new Bridge(terminal::getSize, options.colour(), charmap.cells(), this::write);
    try {
      this.screen = new TerminalScreen(bridge);
      screen.startScreen();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    screen.setCursorPosition(null);
    Runtime.getRuntime().addShutdownHook(hook);
    enter();
    this.glyphs = Glyphs.decided(options.ascii(), options.environment()).orElseGet(this::probe);
  }

  /** The time that tells a lone Escape from the start of a sequence: longer over the network. */
  static int escapeMillis(Map<String, String> environment) {
    String wanted = environment.getOrDefault("FIRSTDAY_ESC_MS", "");
    if (wanted.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(wanted);
    }
    boolean remote =
        environment.containsKey("SSH_CONNECTION") || environment.containsKey("SSH_TTY");
    return remote ? 100 : 50;
  }

  /** Lanterna's screen, for those who want its buffers; {@link #paint} is all that is needed. */
  public Screen screen() {
    return screen;
  }

  /** The line characters that this terminal draws in one column. */
  public Glyphs glyphs() {
    return glyphs;
  }

  /**
   * Shows one frame. The painter starts from a blank screen of the present size; only what differs
   * from the last frame is sent, in one piece, and nothing if nothing differs. Does nothing while
   * the full screen is left.
   */
  public void paint(FramePainter painter) {
    lock.lock();
    try {
      if (!entered) {
        return;
      }
      bridge.getTerminalSize();
      if (screen.doResizeIfNecessary() != null) {
        complete = true;
      }
      screen.clear();
      bridge.rest(painter.paint(screen.newTextGraphics()));
      screen.refresh(complete ? RefreshType.COMPLETE : RefreshType.DELTA);
      complete = false;
    } catch (IOException e) {
      events.accept(new Closed());
    } finally {
      lock.unlock();
    }
  }

  /** Makes the next frame clear the screen and draw everything, as Ctrl+L does. */
  public void repaint() {
    lock.lock();
    try {
      complete = true;
    } finally {
      lock.unlock();
    }
  }

  /** Asks for reports of clicks and the wheel, or no longer; the terminal then selects nothing. */
  public void mouse(boolean wanted) {
    mouse = wanted;
    send(wanted ? MOUSE : NO_MOUSE);
  }

  /** Sends a control sequence that draws nothing, between two frames. */
  public void send(String sequence) {
    lock.lock();
    try {
      write(sequence.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      events.accept(new Closed());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Drops the keys typed so far, and those that follow without a pause: a held key or a paste must
   * never answer a question that has just appeared. Events handed out already are the caller's.
   */
  public void drainInput() {
    lock.lock();
    try {
      if (entered) {
        input.discard();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Stops the program as Ctrl+Z does elsewhere, on the normal screen; returns when it goes on
   * ({@code fg}), with the full screen back and a {@link ScreenResumed} sent.
   */
  public void suspend() {
    if (outside(stopper)) {
      events.accept(new ScreenResumed());
    }
  }

  /**
   * Runs something on the normal screen, with the terminal as it was before, then comes back; the
   * next frame is a whole one. Frames painted meanwhile are dropped.
   *
   * @return false if the full screen was closed or left already, and nothing was run
   */
  public boolean outside(Runnable action) {
    lock.lock();
    try {
      if (!entered) {
        return false;
      }
      leave();
    } finally {
      lock.unlock();
    }
    try {
      action.run();
    } finally {
      back();
    }
    return true;
  }

  private void back() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      enter();
      input.discard();
    } finally {
      lock.unlock();
    }
    // The window may have changed meanwhile without an event.
    resized();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The hook runs or has run, and is not run again.
    }
    lock.lock();
    try {
      closed = true;
      leave();
    } finally {
      lock.unlock();
    }
  }

  private void enter() {
    input = new Input(terminal, events, cursorColumn::complete, escapeMillis);
    takeOver();
    handle(Signal.WINCH, signal -> resized());
    handle(Signal.TSTP, signal -> suspend());
    handle(Signal.CONT, signal -> resumed());
    input.start();
    entered = true;
  }

  private void takeOver() {
    terminal.setAttributes(raw());
    try {
      write((mouse ? ENTER + MOUSE : ENTER).getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      events.accept(new Closed());
    }
    bridge.forget();
    complete = true;
  }

  private void leave() {
    if (!entered) {
      return;
    }
    entered = false;
    handlers.forEach(terminal::handle);
    handlers.clear();
    input.stop();
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

  private void handle(Signal signal, SignalHandler handler) {
    handlers.put(signal, terminal.handle(signal, handler));
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

  private void resized() {
    var size = bridge.findTerminalSize();
    events.accept(new Resized(size.getColumns(), size.getRows()));
  }

  /**
   * Another process stopped and resumed this one: what the terminal shows and does is unknown. The
   * threads stay, since one may be in a read that only the next key ends.
   */
  private void resumed() {
    lock.lock();
    try {
      if (!entered) {
        return;
      }
      takeOver();
      input.discard();
    } finally {
      lock.unlock();
    }
    events.accept(new ScreenResumed());
  }

  private Glyphs probe() {
    try {
      write(PROBE.getBytes(StandardCharsets.UTF_8));
      int column = cursorColumn.get(PROBE_MILLIS, TimeUnit.MILLISECONDS);
      return column == 2 ? Glyphs.UNICODE : Glyphs.ASCII;
    } catch (IOException | ExecutionException | TimeoutException e) {
      return Glyphs.ASCII;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Glyphs.ASCII;
    }
  }

  private void write(byte[] bytes) throws IOException {
    output.write(bytes);
    output.flush();
  }

  /** The shutdown hook: the holder of the lock may hang, so it does not wait for ever. */
  private void rescue() {
    boolean locked = false;
    try {
      locked = lock.tryLock(500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // Restoring matters more.
    }
    try {
      closed = true;
      leave();
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
    events.accept(new Closed());
  }

  /**
   * Sends the signal of Ctrl+Z to the whole job, including scripts around this process. The child
   * is stopped with it, so that its end means that the job was resumed.
   */
  private static void stopJob() {
    try {
      ExternalProgram.builder(List.of("sh", "-c", "kill -TSTP 0"), System.getenv())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      // No shell, as on Windows: nothing to stop for.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
