package dev.firstday.tui;

import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Plan;
import dev.firstday.engine.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What may block: it is done in the background, and what comes of it is sent back. */
record Errands(Surroundings surroundings) {

  private void run(Runnable work) {
    surroundings.background().execute(work);
  }

  void connect(Connector connector) {
    run(
        () -> {
          try {
            surroundings.send(new Event.SignedIn(connector.connect()));
          } catch (CallFailed e) {
            surroundings.send(new Event.SignInFailed(e.problem()));
          } catch (NoRegion e) {
            surroundings.send(new Event.RegionMissing());
          }
        });
  }

  void check(Session session, List<String> steps) {
    run(
        () -> {
          session.check(steps);
          surroundings.send(new Event.Looked());
        });
  }

  void remember(Session session) {
    run(session::remember);
  }

  void checkThenPlan(Session session, List<String> steps) {
    run(
        () -> {
          session.check(steps);
          surroundings.send(new Event.Checked(steps));
        });
  }

  /** Takes the word of whoever is signed in. */
  void attest(Session session, String step, boolean done) {
    Optional<String> by = done ? Optional.of(session.identity().name()) : Optional.empty();
    run(() -> session.attest(step, by));
  }

  /**
   * An apply on its way.
   *
   * @param stopped whether the call in flight is the last one
   * @param word what a person says when it waits for one: whether to go on
   */
  record Running(AtomicBoolean stopped, BlockingQueue<Boolean> word) {
    /** Lets the call in flight be the last one. */
    void stop() {
      stopped.set(true);
      word.add(false);
    }

    /** Goes on after a wait for a person. */
    void goOn() {
      word.add(true);
    }

    /** Waits for that word. */
    boolean awaitWord() throws InterruptedException {
      // Only what is said from now on is about this wait.
      word.clear();
      return !stopped.get() && word.take();
    }
  }

  /** Writes a plan. */
  Running apply(Session session, Plan.Confirmed plan) {
    Running running = new Running(new AtomicBoolean(), new LinkedBlockingQueue<>());
    run(
        () ->
            surroundings.send(
                new Event.Applied(
                    plan.plan(),
                    session.apply(
                        plan,
                        event -> surroundings.send(new Event.Applying(event)),
                        running.stopped()::get,
                        (problem, remedy) -> running.awaitWord()))));
    return running;
  }

  void save(Session session, WizardOptions.Files files, String name, Supplier<String> text) {
    run(() -> surroundings.send(new Event.Saved(files.save(session, name, text.get()))));
  }

  void history(Session session) {
    run(() -> surroundings.send(new Event.HistoryRead(session.journal().entries())));
  }

  void open(String link) {
    run(() -> surroundings.send(new Event.Opened(surroundings.open(link))));
  }

  void copy(String text) {
    run(() -> surroundings.send(new Event.Copied(surroundings.copy(text))));
  }
}
