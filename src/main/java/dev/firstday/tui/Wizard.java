package dev.firstday.tui;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.BasicTextImage;
import com.googlecode.lanterna.graphics.TextGraphics;
import dev.firstday.terminal.Browser;
import dev.firstday.terminal.Caret;
import dev.firstday.terminal.Clipboard;
import dev.firstday.terminal.FullScreen;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.TerminalEvent;
import dev.firstday.tui.widgets.Painter;
import dev.firstday.tui.widgets.Size;
import dev.firstday.tui.widgets.Theme;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** The full-screen wizard: one thread that takes events, reacts, and paints. */
public final class Wizard {
  private final WizardOptions options;
  private final BlockingQueue<Event> queue = new LinkedBlockingQueue<>();

  public Wizard(WizardOptions options) {
    this.options = options;
  }

  /**
   * Runs until a person quits; the full screen is closed then, whatever happens.
   *
   * @param opener opens the full screen, given who wants its events
   */
  public WizardResult run(Function<Consumer<TerminalEvent>, FullScreen> opener) {
    try (FullScreen screen = opened(opener)) {
      App app = begun(screen);
      try {
        app.start();
        while (app.ended().isEmpty()) {
          react(app);
          screen.paint(graphics -> paint(app, graphics));
        }
      } finally {
        app.saveAnswers();
      }
      return new WizardResult(app.ended().getAsInt(), app.summary());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new WizardResult(130, java.util.List.of());
    }
  }

  /** Shows the first frame and closes the full screen again; nothing is begun. */
  public void paintOnce(Function<Consumer<TerminalEvent>, FullScreen> opener) {
    try (FullScreen screen = opened(opener)) {
      begun(screen);
    }
  }

  private FullScreen opened(Function<Consumer<TerminalEvent>, FullScreen> opener) {
    return opener.apply(event -> queue.add(new Event.FromTerminal(event)));
  }

  /** The wizard on a screen, with its first frame painted. */
  private App begun(FullScreen screen) {
    TerminalSize cells = screen.screen().getTerminalSize();
    App app =
        new App(
            options,
            new AroundTerminal(screen),
            new Size(cells.getColumns(), cells.getRows()),
            screen.glyphs());
    screen.paint(graphics -> paint(app, graphics));
    return app;
  }

  private static Caret paint(App app, TextGraphics graphics) {
    return new Painter(new Theme(app.model().look().palette())).paint(app.frame(), graphics);
  }

  /** Waits for an event, or until the screen has something to do by itself, and reacts. */
  private void react(App app) throws InterruptedException {
    Event event = next(app.wakeAt());
    if (event == null) {
      app.wake();
    }
    while (event != null && app.ended().isEmpty()) {
      Event next = queue.poll();
      // When all steps begin to look, the last of these tells as much as all of them.
      if (!(event instanceof Event.StepChanged && next instanceof Event.StepChanged)) {
        app.handle(event);
      }
      event = next;
    }
  }

  private Event next(Optional<Instant> wakeAt) throws InterruptedException {
    if (wakeAt.isEmpty()) {
      return queue.take();
    }
    Duration wait = Duration.between(options.clock().instant(), wakeAt.get());
    return queue.poll(Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
  }

  /** The frame once all steps were looked at, as text, without a terminal. */
  public String renderOnce(int columns, int rows) {
    App app = new App(options, new Nowhere(queue), new Size(columns, rows), Glyphs.UNICODE);
    app.start();
    for (Event event = queue.poll(); event != null; event = queue.poll()) {
      app.handle(event);
    }
    app.home();
    BasicTextImage image = new BasicTextImage(columns, rows);
    paint(app, image.newTextGraphics());
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        var cell = image.getCharacterAt(column, row);
        line.append(cell.getCharacterString());
        column += cell.isDoubleWidth() ? 1 : 0;
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** The real terminal and machine. */
  private final class AroundTerminal implements Effects {
    private final FullScreen screen;
    private final Clipboard clipboard;

    AroundTerminal(FullScreen screen) {
      this.screen = screen;
      this.clipboard = new Clipboard(options.environment(), screen::send);
    }

    @Override
    public Executor background() {
      return work ->
          Thread.ofVirtual()
              .uncaughtExceptionHandler((thread, fault) -> send(new Event.Broken(fault)))
              .start(work);
    }

    @Override
    public void send(Event event) {
      queue.add(event);
    }

    @Override
    public Browser.OpenResult open(String link) {
      return options.browser().open(URI.create(link));
    }

    @Override
    public Clipboard.CopyResult copy(String text) {
      return clipboard.copy(text);
    }

    @Override
    public void showAlone(String text) {
      screen.outside(() -> options.alone().accept(text));
    }

    @Override
    public void suspend() {
      screen.suspend();
    }

    @Override
    public void repaint() {
      screen.repaint();
    }

    @Override
    public void mouse(boolean wanted) {
      screen.mouse(wanted);
    }

    @Override
    public void dropKeys() {
      screen.drainInput();
      queue.removeIf(
          event ->
              event instanceof Event.FromTerminal(TerminalEvent typed)
                  && (typed instanceof TerminalEvent.Pressed
                      || typed instanceof TerminalEvent.Pasted));
    }
  }

  /** Where nobody sits and nothing waits: for a frame without a terminal. */
  private record Nowhere(Queue<Event> queue) implements Effects {
    @Override
    public Executor background() {
      return Runnable::run;
    }

    @Override
    public void send(Event event) {
      queue.add(event);
    }
  }
}
