package dev.firstday.tui;

import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Stack;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.screens.start.OnboardingFlow;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** Signs in behind the first screen, or goes on without an answer. */
final class SignInControl {
  private final AppState state;
  private final Effects effects;
  private final BackgroundTasks tasks;
  private final Consumer<Action> perform;
  private FutureTask<Runnable> signingIn = new FutureTask<>(() -> () -> {});

  SignInControl(AppState state, Effects effects, BackgroundTasks tasks, Consumer<Action> perform) {
    this.state = state;
    this.effects = effects;
    this.tasks = tasks;
    this.perform = perform;
  }

  void perform(Action.SignInAction action) {
    switch (action) {
      case Action.Connect() -> connect();
      case Action.LeaveSignIn() -> {
        if (signingIn.cancel(true)) {
          welcome(StartState.Welcome.failed(Problem.left()));
        }
      }
    }
  }

  private void connect() {
    state.late = Optional.empty();
    FutureTask<Runnable> trying = new FutureTask<>(this::answer);
    signingIn = trying;
    tasks.run(
        () -> {
          trying.run();
          switch (trying.state()) {
            case SUCCESS -> tasks.post(trying.resultNow());
            // Without what is kept of the account there is no session, and no wizard.
            case FAILED -> effects.send(new Event.Broken(trying.exceptionNow()));
            case CANCELLED, RUNNING -> {}
          }
        });
  }

  /** Asks who is signed in; what is returned is to be done on the wizard's thread. */
  private Runnable answer() {
    try {
      Session opened = state.options.connector().connect();
      return () -> signedIn(opened);
    } catch (CallFailed e) {
      return () -> welcome(StartState.Welcome.failed(e.problem()));
    } catch (NoRegion e) {
      return () -> welcome(StartState.Welcome.noRegion());
    }
  }

  void signedIn(Session opened) {
    state.session = Optional.of(opened);
    opened.listeners().onUnkept(tasks::unkept);
    opened.listeners().onChange(step -> effects.send(new Event.StepChanged(step)));
    boolean firstTime = opened.before().isEmpty();
    state.show(
        underSetup(firstTime ? OnboardingFlow.arrived() : Stack.of(StepState.StepList.start())));
    perform.accept(new Action.Check(opened.steps().stream().map(StepView::id).toList()));
  }

  void welcome(StartState.Welcome welcome) {
    state.show(underSetup(Stack.of(welcome)));
  }

  /** Whoever chooses colours is left to it, whatever AWS has answered meanwhile. */
  private Stack underSetup(Stack screens) {
    return state.stack().top() instanceof StartState.Setup setup ? screens.open(setup) : screens;
  }
}
