package dev.firstday.tui;

import dev.firstday.engine.Session;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Cancellation;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.plan.Plan;
import dev.firstday.tui.model.ApplyProgress;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PromptAnswer;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.ScreenState;
import dev.firstday.tui.model.Stack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Starts, follows and stops an apply or an undo. */
final class ApplyControl {
  /** The questions that an apply may ask; none is left open when it is stopped. */
  private static final List<Class<? extends ScreenState>> PROMPTS =
      List.of(
          PromptState.Password.class,
          PromptState.Agreeing.class,
          PromptState.Enrolling.class,
          PromptState.Renewing.class);

  private final AppState state;
  private final Effects effects;
  private final BackgroundTasks tasks;
  private PersonAtScreen person = new PersonAtScreen(page -> {});

  /** Whether the call in flight is to be the last one. */
  private AtomicBoolean stop = new AtomicBoolean();

  ApplyControl(AppState state, Effects effects, BackgroundTasks tasks) {
    this.state = state;
    this.effects = effects;
    this.tasks = tasks;
  }

  void apply(Plan.Confirmed plan) {
    Session session = state.signedIn();
    write(
        plan,
        (asked, events, stopped) ->
            session.apply(plan, Optional.of(asked), events, stopped, asked));
  }

  void undo(Plan.Confirmed plan) {
    Session session = state.signedIn();
    write(plan, (asked, events, stopped) -> session.undo(plan, events, stopped, asked));
  }

  /** What writes, tells of each call, and asks before each whether to stop. */
  private interface Writing {
    Outcome write(PersonAtScreen asked, Consumer<ApplyEvent> events, Cancellation stopped);
  }

  private void write(Plan.Confirmed plan, Writing writing) {
    PersonAtScreen asked = new PersonAtScreen(page -> tasks.post(() -> ask(page)));
    AtomicBoolean stopped = new AtomicBoolean();
    state.applying = true;
    person = asked;
    stop = stopped;
    Consumer<ApplyEvent> events = event -> tasks.post(() -> happened(event));
    tasks.run(
        () -> writing.write(asked, events, stopped::get), outcome -> ended(plan.plan(), outcome));
  }

  void tell(PromptAnswer answer) {
    person.tell(answer);
  }

  void stop() {
    stop.set(true);
    person.tell(new PromptAnswer.GaveUp());
    Stack screens = state.stack();
    for (Class<? extends ScreenState> prompt : PROMPTS) {
      screens = screens.without(prompt);
    }
    state.show(screens);
    follow((apply, now) -> apply.stop().isPresent() ? apply : ApplyProgress.stopping(apply, now));
  }

  /** A person has to answer before the apply goes on. */
  void ask(ScreenState page) {
    // A key that was held must not answer a page that has just appeared.
    effects.dropKeys();
    state.show(state.stack().open(page));
  }

  void happened(ApplyEvent event) {
    if (event instanceof ApplyEvent.ChangeDone done) {
      state.made.add(done.change());
    }
    follow((apply, now) -> ApplyProgress.after(apply, event, now));
  }

  /** AWS makes us wait for a call. */
  void late(Delay delay) {
    state.late = Optional.of(delay);
    if (state.topScreen().waiting().isEmpty()) {
      state.hint = Optional.of(state.texts().delay(delay));
    }
    follow((apply, now) -> ApplyProgress.late(apply, delay, now));
  }

  private void follow(BiFunction<PlanState.Applying, Instant, ScreenState> change) {
    Instant now = state.now();
    state.change(PlanState.Applying.class, apply -> change.apply(apply, now));
  }

  void ended(Plan plan, Outcome outcome) {
    state.applying = false;
    tasks.remember();
    if (state.stack().top() instanceof PromptState.Stopping) {
      state.show(state.stack().back());
    }
    state.change(
        PlanState.Applying.class, apply -> new PlanState.Result(plan, apply.undo(), outcome, 0));
  }
}
