package dev.firstday.engine;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Identity;
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
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.Undoer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes for one account, as the only process that does. */
final class Writer {
  private final Caller caller;
  private final Identity identity;
  private final Catalog catalog;
  private final Journal journal;
  private final Clock clock;
  private final Pause pause;
  private final Assessor assessor;
  private final FaultLog faults;

  Writer(SessionParts parts, Pause pause, Assessor assessor, FaultLog faults) {
    caller = parts.caller();
    identity = parts.identity();
    catalog = parts.catalog();
    journal = parts.journal();
    clock = parts.clock();
    this.pause = pause;
    this.assessor = assessor;
    this.faults = faults;
  }

  /**
   * Whether whoever is signed in may make the calls of a plan; unknown where that can't be told.
   */
  PermissionReport rights(Plan plan) {
    try {
      return caller.rights(plan, identity);
    } catch (RuntimeException e) {
      // It is only told beforehand: no apply depends on it.
      faults.add("rights", e);
      return PermissionReport.UNKNOWN;
    }
  }

  /** Applies a plan. */
  Outcome apply(
      Plan.Confirmed confirmed,
      Optional<Person> person,
      Consumer<ApplyEvent> events,
      Cancellation stop,
      RecoveryPrompt patience) {
    RetryingCaller patient = patient(confirmed, events, patience);
    Applier applier = new Applier(patient, journal, clock, pause, patient, this::after, faults);
    List<String> order = catalog.applyOrder().stream().map(StepEntry::id).toList();
    return alone(confirmed, () -> applier.apply(confirmed, order, person, events, stop));
  }

  /** Takes back what a plan of undos says. */
  Outcome undo(
      Plan.Confirmed confirmed,
      Consumer<ApplyEvent> events,
      Cancellation stop,
      RecoveryPrompt patience) {
    RetryingCaller patient = patient(confirmed, events, patience);
    Undoer undoer = new Undoer(patient, journal, clock, pause, patient, this::after);
    return alone(confirmed, () -> undoer.undo(confirmed, events, stop));
  }

  /** The steps that a step needs. */
  private List<String> after(String id) {
    return catalog.step(id).map(StepEntry::after).orElse(List.of());
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
