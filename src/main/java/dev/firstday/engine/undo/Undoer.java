package dev.firstday.engine.undo;

import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.ChangeRecorder;
import dev.firstday.engine.apply.Job;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.RunResults;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.FieldHistory;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.journal.ObservedState;
import dev.firstday.engine.journal.StateReader;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes back what was confirmed, and nothing else: right before each call a look shows whether the
 * thing still is as we left it. Each call is in the journal, on disk, before it is made.
 *
 * <p>What could not be taken back stays with all that it needs; the rest goes on, unless every call
 * would meet the same trouble.
 */
public final class Undoer {
  // With those before it this is some 15 s: IAM may show what was written only after seconds.
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private final Job job;
  private final RunResults results;
  private final ChangeRecorder recorder;
  private final JournalHistory history;
  private final StateReader reader;
  private final UndoStateReader states;
  private final StayingChanges staying;

  /** The changes of the journal, by what undoes them. */
  private final Map<Change, AppliedChange> undos;

  private final Set<AppliedChange> begun = new LinkedHashSet<>();
  private boolean unverified;

  private Undoer(Job job, JournalHistory history) {
    this.job = job;
    this.history = history;
    results = new RunResults(job);
    recorder = new ChangeRecorder(job);
    reader = new StateReader(job.caller()::read, job.faults());
    states = new UndoStateReader(history, reader, job.caller());
    staying = new StayingChanges(job, history);
    undos = UndoPlanner.undos(history.live());
  }

  public static Outcome undo(Job job) {
    JournalHistory history;
    try {
      history = JournalHistory.of(job.journal().entries());
    } catch (RecordFailed e) {
      return Outcome.refused(job.plan(), Problem.of(e));
    }
    return new Undoer(job, history).undo();
  }

  private Outcome undo() {
    Outcome.Ending ending = results.endingOf(this::undoAll);
    // An assessment of another account would tell nothing about this one.
    if (ending != Outcome.Ending.OTHER_ACCOUNT) {
      job.assessor().invalidate();
      results.done().stream()
          .flatMap(planned -> planned.steps().stream())
          .distinct()
          .forEach(step -> results.verified(step, job.assessor().assess(step)));
    }
    return results.outcome(ending, planned -> applied(planned).flatMap(staying::cause));
  }

  private Outcome.Ending undoAll() throws CallFailed, InterruptedException {
    String step = "";
    for (Plan.Planned planned : job.plan().changes()) {
      if (job.stopped()) {
        return Outcome.Ending.STOPPED;
      }
      Optional<AppliedChange> applied = applied(planned);
      if (applied.flatMap(staying::cause).isPresent()) {
        continue;
      }
      String owner = planned.steps().getFirst();
      if (!owner.equals(step)) {
        step = owner;
        if (!job.caller().accountId().equals(job.plan().accountId())) {
          return Outcome.Ending.OTHER_ACCOUNT;
        }
        job.tell(new ApplyEvent.StepStarted(step));
      }
      Outcome.Ending end = undo(planned, applied);
      if (end == Outcome.Ending.MOVED
          || end == Outcome.Ending.FAILED && results.lastFailureEndsAll()) {
        return end;
      }
    }
    return wholeEnding();
  }

  private Outcome.Ending wholeEnding() {
    if (results.hasFailures()) {
      return Outcome.Ending.FAILED;
    }
    return unverified ? Outcome.Ending.UNVERIFIED : Outcome.Ending.COMPLETED;
  }

  /** The change that one of the plan undoes; empty if the journal does not have it. */
  private Optional<AppliedChange> applied(Plan.Planned planned) {
    return Optional.ofNullable(undos.get(planned.change()));
  }

  private Outcome.Ending undo(Plan.Planned planned, Optional<AppliedChange> known)
      throws InterruptedException {
    if (known.isEmpty()) {
      return moved(planned);
    }
    AppliedChange applied = known.get();
    UndoStateReader.UndoState state =
        begun.contains(applied) ? new UndoStateReader.AsLeft() : states.state(applied);
    return switch (state) {
      case UndoStateReader.Stays stays -> moved(planned);
      case UndoStateReader.Gone gone -> {
        recorder.undone(planned, applied, "", Optional.empty());
        results.done(planned, "", job.clock().instant());
        yield Outcome.Ending.COMPLETED;
      }
      case UndoStateReader.AsLeft asLeft -> call(planned, applied);
    };
  }

  private Outcome.Ending moved(Plan.Planned planned) {
    results.moved(planned.steps().getFirst());
    return Outcome.Ending.MOVED;
  }

  private Outcome.Ending call(Plan.Planned planned, AppliedChange applied)
      throws InterruptedException {
    Optional<ObservedState> before = state(applied);
    Instant start = job.clock().instant();
    recorder.undoing(planned, applied);
    begun.add(applied);
    job.tell(new ApplyEvent.ChangeStarted(planned));
    String requestId;
    try {
      requestId = write(planned.change());
    } catch (CallFailed e) {
      failed(planned, applied, e.problem());
      return Outcome.Ending.FAILED;
    }
    Optional<ObservedState> now = settled(planned, applied, before);
    now.ifPresent(seen -> history.fields().remember(applied.change(), seen));
    results.done(planned, requestId, start);
    recorder.undone(planned, applied, requestId, now);
    return Outcome.Ending.COMPLETED;
  }

  /** Makes a call; gives its request id, which is empty where what it removes is not there. */
  private String write(Change undo) throws CallFailed {
    try {
      return job.caller().write(undo, undo.request()).requestId();
    } catch (IllegalArgumentException e) {
      // It is from a journal that somebody has changed.
      throw new CallFailed(Problem.unfit(undo, String.valueOf(e.getMessage())), e);
    } catch (CallFailed e) {
      // What is not there need not be removed.
      if (e.problem().absent()) {
        return "";
      }
      throw e;
    }
  }

  private void failed(Plan.Planned planned, AppliedChange applied, Problem problem) {
    String step = planned.steps().getFirst();
    results.fail(step, Optional.of(planned), problem);
    List<AppliedChange> ahead =
        job.plan().changes().stream()
            .filter(other -> !results.done().contains(other))
            .flatMap(other -> applied(other).stream())
            .distinct()
            .toList();
    staying.add(applied, step, problem, ahead);
    job.tell(new ApplyEvent.ChangeFailed(planned, problem));
    recorder.undoFailed(planned, applied, problem);
  }

  private Optional<ObservedState> state(AppliedChange applied) {
    return applied.change().shows().flatMap(read -> reader.at(read).sight());
  }

  /** How the fields are after the call: a read may show what was written only after a while. */
  private Optional<ObservedState> settled(
      Plan.Planned planned, AppliedChange applied, Optional<ObservedState> before)
      throws InterruptedException {
    Duration wait = Duration.ofMillis(250);
    Optional<ObservedState> now = state(applied);
    boolean shows = showsUndo(applied) && isLast(planned, applied);
    while (shows && now.isPresent() && now.equals(before)) {
      if (job.stopped() || wait.compareTo(LONGEST) > 0) {
        unverified = true;
        return now;
      }
      job.pause().sleep(wait);
      wait = wait.plus(wait);
      now = state(applied);
    }
    return now;
  }

  /**
   * Whether the reads of a change tell it from its undo. Where an earlier undo was cut off, what
   * they show before the call may be its end already.
   */
  private static boolean showsUndo(AppliedChange applied) {
    return !applied.undoBegun()
        && applied.left().isPresent()
        && !applied.left().equals(applied.before())
        && !FieldHistory.names(applied.change()).isEmpty();
  }

  /** Whether nothing else of the plan is still to undo the same change. */
  private boolean isLast(Plan.Planned planned, AppliedChange applied) {
    return job.plan().changes().stream()
        .filter(other -> applied.equals(undos.get(other.change())))
        .allMatch(other -> other.equals(planned) || results.done().contains(other));
  }
}
