package dev.firstday.terminal;

import com.googlecode.lanterna.graphics.TextGraphics;
import com.googlecode.lanterna.screen.Screen;
import dev.firstday.terminal.TerminalEvent.Closed;
import dev.firstday.terminal.TerminalEvent.GlyphsKnown;
import dev.firstday.terminal.TerminalEvent.ScreenResumed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

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

  /** Something that is written to the terminal. */
  private interface TerminalWrite {
    void run() throws IOException;
  }

  private final Terminal terminal;
  private final Consumer<TerminalEvent> events;
  private final Runnable stopper;
  private final int escapeMillis;
  private final RawTerminal raw;
  private final ScreenOutput output;
  private final Thread hook = new Thread(this::rescue, "terminal-restore");
  private final ReentrantLock lock = new ReentrantLock();
  private final GlyphProbe probe;

  private Input input;
  private volatile Glyphs glyphs;
  private boolean entered;
  private boolean closed;

  /**
   * Takes the terminal over. If only the terminal knows how wide its line characters are, it is
   * asked; an answer that takes longer than a moment comes as {@link GlyphsKnown}.
   */
  public static FullScreen open(
      Terminal terminal, Consumer<TerminalEvent> events, ScreenOptions options) {
    return new FullScreen(terminal, events, options, GlyphProbe.AT_ONCE, ExternalProgram::stopJob);
  }

  FullScreen(
      Terminal terminal,
      Consumer<TerminalEvent> events,
      ScreenOptions options,
      Duration atOnce,
      Runnable stopper) {
    this.terminal = terminal;
    this.events = events;
    this.stopper = stopper;
    this.probe = new GlyphProbe(atOnce);
    this.escapeMillis = Input.escapeMillis(options.environment());
    this.raw = new RawTerminal(terminal);
    Charmap charmap = Charmap.of(options.environment());
    this.output =
        new ScreenOutput(
            new Bridge(terminal::getSize, options.colour(), charmap.cells(), raw::write));
    Runtime.getRuntime().addShutdownHook(hook);
    enter();
    this.glyphs =
        Glyphs.decided(options.ascii(), options.environment())
            .orElseGet(() -> probe.ask(raw, this::known));
  }

  /** Lanterna's screen, for those who want its buffers; {@link #paint} is all that is needed. */
  public Screen screen() {
    return output.screen();
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
    sending(
        () -> {
          if (entered) {
            output.paint(painter);
          }
        });
  }

  /** Makes the next frame clear the screen and draw everything, as Ctrl+L does. */
  public void repaint() {
    locked(output::repaint);
  }

  /** Asks for reports of clicks and the wheel, or no longer; the terminal then selects nothing. */
  public void mouse(boolean wanted) {
    send(raw.mouse(wanted));
  }

  /** Sends a control sequence that draws nothing, between two frames. */
  public void send(String sequence) {
    sending(() -> raw.write(sequence.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Drops the keys typed so far, and those that follow without a pause: a held key or a paste must
   * never answer a question that has just appeared. Events handed out already are the caller's.
   */
  public void drainInput() {
    ifEntered(() -> input.discard());
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
    if (!ifEntered(this::leave)) {
      return false;
    }
    try {
      action.run();
    } finally {
      back();
    }
    return true;
  }

  private void known(Glyphs late) {
    glyphs = late;
    events.accept(new GlyphsKnown(late));
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the full screen was shown, and this was run. */
  private boolean ifEntered(Runnable work) {
    lock.lock();
    try {
      boolean shown = entered;
      if (shown) {
        work.run();
      }
      return shown;
    } finally {
      lock.unlock();
    }
  }

  private void sending(TerminalWrite write) {
    lock.lock();
    try {
      write.run();
    } catch (IOException e) {
      events.accept(new Closed());
    } finally {
      lock.unlock();
    }
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
    locked(
        () -> {
          closed = true;
          leave();
        });
  }

  private void enter() {
    input = new Input(terminal, events, probe::answer, escapeMillis);
    takeOver();
    raw.handle(Signal.WINCH, signal -> resized());
    raw.handle(Signal.TSTP, signal -> suspend());
    raw.handle(Signal.CONT, signal -> resumed());
    input.start();
    entered = true;
  }

  private void takeOver() {
    sending(raw::enter);
    output.forget();
  }

  private void leave() {
    if (!entered) {
      return;
    }
    entered = false;
    raw.releaseSignals();
    input.stop();
    raw.leave();
  }

  private void resized() {
    events.accept(output.size());
  }

  /**
   * Another process stopped and resumed this one: what the terminal shows and does is unknown. The
   * threads stay, since one may be in a read that only the next key ends.
   */
  private void resumed() {
    boolean shown =
        ifEntered(
            () -> {
              takeOver();
              input.discard();
            });
    if (shown) {
      events.accept(new ScreenResumed());
    }
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
}
