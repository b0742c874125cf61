package dev.firstday.engine;

import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Pause;
import dev.firstday.engine.apply.Applier;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Cancellation;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.Person;
import dev.firstday.engine.apply.RecoveryPrompt;
import dev.firstday.engine.apply.RetryingCaller;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.Undoer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes for one account, as the only process that does. */
final class Writer {
  private final Caller caller;
  private final Journal journal;
  private final Clock clock;
  private final Pause pause;
  private final Assessor assessor;
  private final FaultLog faults;

  Writer(
      Caller caller,
      Journal journal,
      Clock clock,
      Pause pause,
      Assessor assessor,
      FaultLog faults) {
    this.caller = caller;
    this.journal = journal;
    this.clock = clock;
    this.pause = pause;
    this.assessor = assessor;
    this.faults = faults;
  }

  /**
   * Applies a plan.
   *
   * @param order ids of the steps, in the order of an apply
   * @param after the ids of the steps that a step needs
   */
  Outcome apply(
      Plan.Confirmed confirmed,
      List<String> order,
      Function<String, List<String>> after,
      Optional<Person> person,
      Consumer<ApplyEvent> events,
      Cancellation stop,
      RecoveryPrompt patience) {
    RetryingCaller patient = patient(confirmed, events, patience);
    Applier applier = new Applier(patient, journal, clock, pause, patient, after, faults);
    return alone(confirmed, () -> applier.apply(confirmed, order, person, events, stop));
  }

  /**
   * Takes back what a plan of undos says.
   *
   * @param after the ids of the steps that a step needs
   */
  Outcome undo(
      Plan.Confirmed confirmed,
      Function<String, List<String>> after,
      Consumer<ApplyEvent> events,
      Cancellation stop,
      RecoveryPrompt patience) {
    RetryingCaller patient = patient(confirmed, events, patience);
    Undoer undoer = new Undoer(patient, journal, clock, pause, patient, after);
    return alone(confirmed, () -> undoer.undo(confirmed, events, stop));
  }

  private RetryingCaller patient(
      Plan.Confirmed confirmed, Consumer<ApplyEvent> events, RecoveryPrompt patience) {
    return new RetryingCaller(
        caller, assessor, confirmed.plan().accountId(), events, patience, faults);
  }

  /** Writes while no other process does; where that can't be had, nothing is written. */
  private Outcome alone(Plan.Confirmed confirmed, Supplier<Outcome> writing) {
    Journal.Claim claim;
    try {
      claim = journal.claim();
    } catch (RecordFailed e) {
      return Outcome.refused(confirmed.plan(), Problem.of(e));
    }
    try {
      return writing.get();
    } finally {
      release(claim);
    }
  }

  /** What was written must be told, whatever becomes of the lock: it ends with the process. */
  private static void release(Journal.Claim claim) {
    try {
      claim.close();
    } catch (RecordFailed lost) {
      return;
    }
  }
}
