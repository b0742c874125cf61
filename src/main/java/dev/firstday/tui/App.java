package dev.firstday.tui;

import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.terminal.TerminalEvent;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.View;
import dev.firstday.tui.widgets.Frame;
import dev.firstday.tui.widgets.Size;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The wizard without a terminal: events in, frames out. Used by one thread; whatever may block runs
 * in the background and comes back as an event.
 */
public final class App {
  final AppState state;
  final ApplyControl apply;
  final ActionRunner actions;
  private final Effects effects;
  private final BackgroundTasks tasks;

  App(WizardOptions options, Effects effects, Size size, Glyphs glyphs) {
    this.effects = effects;
    this.state = new AppState(options, size, glyphs);
    this.tasks = new BackgroundTasks(state, effects);
    this.apply = new ApplyControl(state, effects, tasks);
    this.actions = new ActionRunner(state, effects, tasks, apply);
  }

  /** Begins to sign in; the first frame should have been painted. */
  public void start() {
    state.options.delays().listen(delay -> tasks.post(() -> apply.late(delay)));
    actions.perform(new Action.Connect());
  }

  public Frame frame() {
    return new PageLayout(view(), model()).frame();
  }

  /** The exit code, once the wizard is over. */
  public OptionalInt ended() {
    return state.ended;
  }

  /** What to say on the normal screen, once the wizard is over. */
  public List<String> summary() {
    return new Summary(model(), state.stack(), state.options.again()).lines();
  }

  public Model model() {
    return state.model();
  }

  /** Past the pages of a first run, which nobody is there to read. */
  void home() {
    state.show(state.stack().home());
  }

  public View view() {
    return state.view;
  }

  /** Returns when everything that was typed is on disk: another process may be next to read it. */
  public void saveAnswers() {
    actions.saveAnswers();
  }

  /** When something has to be done although nothing has happened. */
  public Optional<Instant> wakeAt() {
    if (state.size.tooSmall()) {
      return Optional.empty();
    }
    Screen top = state.topScreen();
    return Stream.of(
            top.wakeAt(),
            top.waiting().flatMap(wait -> wait.wakeAt(state.now(), state.look.still())))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  void wake() {
    actions.follow(state.topScreen().wake());
  }

  public void handle(Event event) {
    if (event instanceof Event.FromTerminal(TerminalEvent terminal)) {
      handle(terminal);
      return;
    }
    state.forgetSnapshot();
    switch (event) {
      case Event.FromTerminal terminal -> {}
      case Event.StepChanged changed -> actions.follow(state.topScreen().refreshed());
      case Event.WorkDone(Runnable reaction) -> reaction.run();
      case Event.Broken(RuntimeException fault) -> throw fault;
      case Event.Broken(Error fault) -> throw fault;
      case Event.Broken(Throwable fault) -> throw new IllegalStateException(fault);
    }
  }

  private void handle(TerminalEvent event) {
    switch (event) {
      case TerminalEvent.Pressed(Key key) -> press(key);
      case TerminalEvent.Pasted(String text) ->
          actions.follow(Dispatch.paste(text, view(), model()));
      case TerminalEvent.Clicked(int column, int row) -> {
        if (state.look.mouse()) {
          state.hint = Optional.empty();
          actions.follow(Dispatch.click(column, row, view(), model()));
        }
      }
      case TerminalEvent.Wheel wheel -> {
        if (state.look.mouse()) {
          press(wheel.up() ? Key.UP : Key.DOWN);
        }
      }
      case TerminalEvent.Resized(int columns, int rows) -> state.size = new Size(columns, rows);
      case TerminalEvent.GlyphsKnown(Glyphs glyphs) -> state.glyphs = glyphs;
      case TerminalEvent.BackgroundKnown(boolean light) -> state.background(light);
      case TerminalEvent.ScreenResumed resumed -> effects.repaint();
      case TerminalEvent.Closed closed -> state.end(130);
    }
  }

  private void press(Key key) {
    actions.follow(Dispatch.press(key, view(), model()));
  }
}
