package dev.firstday.tui;

import dev.firstday.engine.Session;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.plan.Plan;
import dev.firstday.tui.model.PromptAnswer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What may block: it is done in the background, and what comes of it is sent back. */
record BackgroundTasks(Effects effects) {

  private void run(Runnable work) {
    effects
        .background()
        .execute(
            () -> {
              try {
                work.run();
              } catch (RecordFailed e) {
                effects.send(new Event.NotKept(e));
              }
            });
  }

  /** Signs in; running what is returned goes on without an answer. */
  Runnable connect(Connector connector) {
    FutureTask<Event> signingIn = new FutureTask<>(() -> signedIn(connector));
    effects
        .background()
        .execute(
            () -> {
              signingIn.run();
              switch (signingIn.state()) {
                case SUCCESS -> effects.send(signingIn.resultNow());
                // Without what is kept of the account there is no session, and no wizard.
                case FAILED -> effects.send(new Event.Broken(signingIn.exceptionNow()));
                case CANCELLED, RUNNING -> {}
              }
            });
    return () -> {
      if (signingIn.cancel(true)) {
        effects.send(new Event.SignInFailed(Problem.left()));
      }
    };
  }

  private static Event signedIn(Connector connector) {
    try {
      return new Event.SignedIn(connector.connect());
    } catch (CallFailed e) {
      return new Event.SignInFailed(e.problem());
    } catch (NoRegion e) {
      return new Event.RegionMissing();
    }
  }

  void check(Session session, List<String> steps) {
    run(
        () -> {
          session.check(steps);
          effects.send(new Event.Assessed());
        });
  }

  void remember(Session session) {
    run(session::remember);
  }

  /** Takes what was typed; the disk is not waited for, and what was typed meanwhile goes along. */
  void typed(Session session, String key, String text) {
    if (session.answerEditor().typed(key, text)) {
      run(session.answerEditor()::save);
    }
  }

  void checkThenPlan(Session session, List<String> steps) {
    run(
        () -> {
          session.check(steps);
          effects.send(new Event.Checked(steps));
        });
  }

  /** Takes the word of whoever is signed in. */
  void attest(Session session, String step, boolean done) {
    Optional<String> by = done ? Optional.of(session.identity().name()) : Optional.empty();
    run(() -> session.attest(step, by));
  }

  /** Finds out whether a plan is allowed. */
  void testRights(Session session, Plan plan) {
    run(() -> effects.send(new Event.RightsTested(plan, session.rights(plan))));
  }

  /** Writes a plan; running what is returned lets the call in flight be the last one. */
  Runnable apply(Session session, Plan.Confirmed plan, PersonAtScreen person) {
    return write(
        plan,
        person,
        (events, stop) ->
            session.apply(plan, Optional.of(person), events, stop::getAsBoolean, person));
  }

  /** Finds out what can be taken back. */
  void planUndo(Session session, List<String> steps) {
    run(() -> effects.send(new Event.UndoPlanned(steps, session.undoPlan(steps))));
  }

  /** Takes a plan back; running what is returned lets the call in flight be the last one. */
  Runnable undo(Session session, Plan.Confirmed plan, PersonAtScreen person) {
    return write(
        plan, person, (events, stop) -> session.undo(plan, events, stop::getAsBoolean, person));
  }

  /** What writes, tells of each call, and asks before each whether to stop. */
  private interface Writing {
    Outcome write(Consumer<ApplyEvent> events, BooleanSupplier stop);
  }

  private Runnable write(Plan.Confirmed plan, PersonAtScreen person, Writing writing) {
    AtomicBoolean stop = new AtomicBoolean();
    run(
        () ->
            effects.send(
                new Event.Applied(
                    plan.plan(),
                    writing.write(
                        event -> effects.send(new Event.ApplyProgressed(event)), stop::get))));
    return () -> {
      stop.set(true);
      person.tell(new PromptAnswer.GaveUp());
    };
  }

  void save(Session session, WizardOptions.Files files, String name, Supplier<String> text) {
    run(() -> effects.send(new Event.Saved(files.save(session, name, text.get()))));
  }

  void history(Session session) {
    run(() -> effects.send(new Event.HistoryRead(session.history())));
  }

  void open(String link) {
    run(() -> effects.send(new Event.PageOpened(effects.open(link))));
  }

  void copy(String text) {
    run(() -> effects.send(new Event.Copied(effects.copy(text))));
  }
}
