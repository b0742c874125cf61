package dev.firstday.engine;

import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.account.Pause;
import dev.firstday.engine.apply.Applier;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.ApplyOrder;
import dev.firstday.engine.apply.Cancellation;
import dev.firstday.engine.apply.Job;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes for one account, as the only process that does. */
record Writer(
    SessionParts parts, Pause pause, Assessor assessor, FaultLog faults, int parallelism) {
  /**
   * Whether whoever is signed in may make the calls of a plan; unknown where that can't be told.
   */
  PermissionReport rights(Plan plan) {
    try {
      return parts.caller().rights(plan, parts.identity());
    } catch (RuntimeException e) {
      // It is only told beforehand: no apply depends on it.
      faults.add("rights", e);
      return PermissionReport.UNKNOWN;
    }
  }

  Outcome apply(
      Plan.Confirmed confirmed,
      Optional<Person> person,
      Consumer<ApplyEvent> events,
      Cancellation stop,
      RecoveryPrompt patience) {
    ApplyOrder order = ApplyOrder.of(parts.catalog(), parallelism);
    Job job = job(confirmed, person, events, stop, patience);
    return alone(job, () -> Applier.apply(job, order));
  }

  Outcome undo(
      Plan.Confirmed confirmed,
      Consumer<ApplyEvent> events,
      Cancellation stop,
      RecoveryPrompt patience) {
    Job job = job(confirmed, Optional.empty(), events, stop, patience);
    return alone(job, () -> Undoer.undo(job));
  }

  private Job job(
      Plan.Confirmed confirmed,
      Optional<Person> person,
      Consumer<ApplyEvent> events,
      Cancellation stop,
      RecoveryPrompt patience) {
    String account = confirmed.plan().accountId();
    Consumer<ApplyEvent> oneByOne = oneByOne(events);
    RetryingCaller patient =
        new RetryingCaller(parts.caller(), assessor, account, oneByOne, patience, faults);
    return new Job(
        confirmed,
        patient,
        patient,
        parts.journal(),
        parts.clock(),
        pause,
        id -> parts.catalog().step(id).map(StepEntry::after).orElse(List.of()),
        person,
        oneByOne,
        stop,
        faults);
  }

  /** Calls are made at the same time; whoever hears of them need not know. */
  private static Consumer<ApplyEvent> oneByOne(Consumer<ApplyEvent> events) {
    Lock lock = new ReentrantLock();
    return event -> {
      lock.lock();
      try {
        events.accept(event);
      } finally {
        lock.unlock();
      }
    };
  }

  /** Writes while no other process does; where that can't be had, nothing is written. */
  private Outcome alone(Job job, Supplier<Outcome> writing) {
    Journal.Claim claim;
    try {
      claim = parts.journal().claim();
    } catch (RecordFailed e) {
      return Outcome.refused(job.plan(), Problem.of(e));
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
