package dev.firstday.tui;

import dev.firstday.engine.Session;
import dev.firstday.engine.Texts;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.ApplyProgress;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.ScreenState;
import dev.firstday.tui.model.Stack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
  private PersonAtScreen person = new PersonAtScreen(event -> {});
  private Runnable stop = () -> {};

  ApplyControl(AppState state, Effects effects, BackgroundTasks tasks) {
    this.state = state;
    this.effects = effects;
    this.tasks = tasks;
  }

  void perform(Action.ApplyAction action) {
    switch (action) {
      case Action.Apply(var plan) -> stop = tasks.apply(session(), plan, begin());
      case Action.Undo(var plan) -> stop = tasks.undo(session(), plan, begin());
      case Action.PlanUndo(var steps) -> {
        state.say("undo.looking");
        tasks.planUndo(session(), steps);
      }
      case Action.Tell(var answer) -> person.tell(answer);
      case Action.StopApplying() -> stopApplying();
    }
  }

  private Session session() {
    return state.session().orElseThrow();
  }

  private PersonAtScreen begin() {
    state.applying(true);
    person = new PersonAtScreen(effects::send);
    return person;
  }

  private void stopApplying() {
    stop.run();
    Stack screens = state.stack();
    for (Class<? extends ScreenState> prompt : PROMPTS) {
      screens = screens.without(prompt);
    }
    state.show(screens);
    Instant now = state.now();
    state.change(
        PlanState.Applying.class,
        apply -> apply.stop().isPresent() ? apply : ApplyProgress.stopping(apply, now));
  }

  void handle(Event.ApplyingEvent event) {
    switch (event) {
      case Event.ApplyProgressed(ApplyEvent progress) -> progressed(progress);
      case Event.PromptOpened(ScreenState page) -> {
        // A key that was held must not answer a page that has just appeared.
        effects.dropKeys();
        state.show(state.stack().open(page));
      }
      case Event.Late(Delay delay) -> late(delay);
      case Event.Applied applied -> applied(applied);
    }
  }

  private void progressed(ApplyEvent event) {
    if (event instanceof ApplyEvent.ChangeDone done) {
      state.made(done.change());
    }
    Instant now = state.now();
    state.change(PlanState.Applying.class, apply -> ApplyProgress.after(apply, event, now));
  }

  private void late(Delay delay) {
    state.late(Optional.of(delay));
    if (state.topScreen().waiting().isEmpty()) {
      state.hint(Optional.of(new Texts(state.look().language()).delay(delay)));
    }
    Instant now = state.now();
    state.change(PlanState.Applying.class, apply -> ApplyProgress.late(apply, delay, now));
  }

  private void applied(Event.Applied applied) {
    state.applying(false);
    state.visited().ifPresent(tasks::remember);
    if (state.stack().top() instanceof PromptState.Stopping) {
      state.show(state.stack().back());
    }
    state.change(
        PlanState.Applying.class,
        apply -> new PlanState.Result(applied.plan(), apply.undo(), applied.outcome(), 0));
  }
}
