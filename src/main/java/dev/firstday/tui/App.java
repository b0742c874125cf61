package dev.firstday.tui;

import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.terminal.TerminalEvent;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.Stack;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.model.View;
import dev.firstday.tui.screens.plan.Plans;
import dev.firstday.tui.screens.start.AnswersScreen;
import dev.firstday.tui.screens.start.OnboardingFlow;
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
  private final WizardOptions options;
  private final Effects effects;
  private final AppState state;
  private final BackgroundTasks tasks;
  private final ApplyControl apply;
  private final ActionRunner actions;

  App(WizardOptions options, Effects effects, Size size, Glyphs glyphs) {
    this.options = options;
    this.effects = effects;
    this.state = new AppState(options, size, glyphs);
    this.tasks = new BackgroundTasks(effects);
    this.apply = new ApplyControl(state, effects, tasks);
    this.actions = new ActionRunner(state, options, effects, tasks, apply);
  }

  /** Begins to sign in; the first frame should have been painted. */
  public void start() {
    options.delays().listen(delay -> effects.send(new Event.Late(delay)));
    actions.perform(new Action.Connect());
  }

  public Frame frame() {
    return new PageLayout(view(), model()).frame();
  }

  /** The exit code, once the wizard is over. */
  public OptionalInt ended() {
    return state.ended();
  }

  /** What to say on the normal screen, once the wizard is over. */
  public List<String> summary() {
    return new Summary(model(), state.stack()).lines();
  }

  public Model model() {
    return state.model();
  }

  /** Past the pages of a first run, which nobody is there to read. */
  void home() {
    state.show(state.stack().home());
  }

  public View view() {
    return state.view();
  }

  /** Returns when everything that was typed is on disk: another process may be next to read it. */
  public void saveAnswers() {
    actions.saveAnswers();
  }

  /** When something has to be done although nothing has happened. */
  public Optional<Instant> wakeAt() {
    if (state.size().tooSmall()) {
      return Optional.empty();
    }
    Screen top = state.topScreen();
    return Stream.of(
            top.wakeAt(),
            top.waiting().flatMap(wait -> wait.wakeAt(state.now(), state.look().still())))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  void wake() {
    actions.follow(state.topScreen().wake());
  }

  public void handle(Event event) {
    if (!(event instanceof Event.FromTerminal)) {
      state.forgetSnapshot();
    }
    switch (event) {
      case Event.FromTerminal(TerminalEvent terminal) -> handle(terminal);
      case Event.SessionEvent session -> handle(session);
      case Event.ApplyingEvent applying -> apply.handle(applying);
      case Event.OutputEvent output -> handle(output);
      case Event.Broken(Throwable cause) -> {
        switch (cause) {
          case RuntimeException e -> throw e;
          case Error e -> throw e;
          default -> throw new IllegalStateException(cause);
        }
      }
    }
  }

  private void handle(TerminalEvent event) {
    switch (event) {
      case TerminalEvent.Pressed pressed ->
          actions.follow(Dispatch.press(pressed.key(), view(), model()));
      case TerminalEvent.Pasted pasted ->
          actions.follow(Dispatch.paste(pasted.text(), view(), model()));
      case TerminalEvent.Clicked clicked -> {
        if (state.look().mouse()) {
          state.hint(Optional.empty());
          actions.follow(Dispatch.click(clicked.column(), clicked.row(), view(), model()));
        }
      }
      case TerminalEvent.Wheel wheel -> {
        if (state.look().mouse()) {
          actions.follow(Dispatch.press(wheel.up() ? Key.UP : Key.DOWN, view(), model()));
        }
      }
      case TerminalEvent.Resized resized -> state.resize(resized.columns(), resized.rows());
      case TerminalEvent.ScreenResumed resumed -> effects.repaint();
      case TerminalEvent.Closed closed -> state.end(130);
    }
  }

  private void handle(Event.SessionEvent event) {
    switch (event) {
      case Event.SignedIn(Session opened) -> signedIn(opened);
      case Event.SignInFailed failed -> welcome(StartState.Welcome.failed(failed.problem()));
      case Event.RegionMissing missing -> welcome(StartState.Welcome.noRegion());
      case Event.StepChanged changed -> actions.follow(state.topScreen().refreshed());
      case Event.Assessed assessed -> state.visited().ifPresent(tasks::remember);
      case Event.Checked checked -> checked();
      case Event.RightsTested(var plan, var rights) ->
          state.change(PlanState.Planning.class, planning -> planning.tested(plan, rights));
      case Event.HistoryRead(var changes) ->
          actions.follow(Update.open(new PlanState.History(changes.reversed(), 0)));
      case Event.UndoPlanned(var steps, var plan) -> undoPlanned(steps, plan);
    }
  }

  private void signedIn(Session opened) {
    state.signedIn(opened);
    boolean firstTime = opened.before().isEmpty();
    opened.listeners().onUnkept(failure -> effects.send(new Event.NotKept(failure)));
    opened.listeners().onChange(step -> effects.send(new Event.StepChanged(step)));
    state.show(
        underSetup(firstTime ? OnboardingFlow.arrived() : Stack.of(StepState.StepList.start())));
    actions.perform(new Action.Check(opened.steps().stream().map(StepView::id).toList()));
  }

  private void welcome(StartState.Welcome welcome) {
    state.show(underSetup(Stack.of(welcome)));
  }

  /** Whoever chooses colours is left to it, whatever AWS has answered meanwhile. */
  private Stack underSetup(Stack screens) {
    return state.stack().top() instanceof StartState.Setup setup ? screens.open(setup) : screens;
  }

  private void checked() {
    if (!(state.stack().top() instanceof StartState.AnswerForm form) || !form.waiting()) {
      return;
    }
    Model model = model();
    if (model.answersMissing(form.steps())) {
      state.say("form.still-missing");
      actions.follow(Update.become(AnswersScreen.start(form.steps(), form.planFor(), model)));
    } else {
      actions.follow(Update.back().then(Plans.show(form.planFor(), model)));
    }
  }

  /** Shows what can be taken back, unless the person who asked has gone elsewhere. */
  private void undoPlanned(List<String> steps, UndoPlan plan) {
    boolean stillThere =
        switch (state.stack().top()) {
          case StepState.StepList list -> true;
          case StepState.Detail step -> true;
          case PlanState.History history -> true;
          case PlanState.Result result -> true;
          default -> false;
        };
    if (stillThere) {
      state.hint(Optional.empty());
      actions.follow(Plans.undo(steps, plan, model()));
    }
  }

  private void handle(Event.OutputEvent event) {
    switch (event) {
      case Event.Saved(Optional<String> path) ->
          path.ifPresentOrElse(saved -> state.say("saved", saved), () -> state.say("not-saved"));
      case Event.NotKept(RecordFailed failure) ->
          state.hint(Optional.of(new Texts(state.look().language()).problem(failure)));
      case Event.Copied copied -> state.say("copied." + copied.result());
      case Event.PageOpened opened -> state.say("opened." + opened.result());
    }
  }
}
