package dev.firstday.engine.undo;

import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Pause;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Cancellation;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.FieldHistory;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.journal.ObservedState;
import dev.firstday.engine.journal.StateReader;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Undoes one change after the other, each after a read that shows that it still is as we left it,
 * and remembers what became of them. Each is in the journal, on disk, before its call is made.
 */
final class UndoExecutor {
  // With those before it this is some 15 s: IAM may show what was written only after seconds.
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private final Caller caller;
  private final Clock clock;
  private final Pause pause;
  private final Plan plan;
  private final UndoRecorder recorder;
  private final Consumer<ApplyEvent> events;
  private final Cancellation stop;
  private final JournalHistory journalHistory;
  private final StateReader reader;
  private final UndoStateReader states;
  private final UndoFailures failures;

  /** The changes of the journal, by what undoes them. */
  private final Map<Change, AppliedChange> undos;

  private final List<Plan.Planned> done = new ArrayList<>();
  private final Set<AppliedChange> begun = new LinkedHashSet<>();
  private boolean unverified;

  /**
   * What is to be undone.
   *
   * @param plan what was confirmed
   * @param journalHistory what the journal told before
   * @param events hears what happens
   * @param stop asked before each call
   */
  record UndoJob(
      Plan plan, JournalHistory journalHistory, Consumer<ApplyEvent> events, Cancellation stop) {}

  /**
   * Nothing is undone yet.
   *
   * @param assessor tells what a step uses that stays
   * @param after the ids of the steps that a step needs
   */
  UndoExecutor(
      Caller caller,
      Journal journal,
      Clock clock,
      Pause pause,
      UndoJob job,
      Assessor assessor,
      Function<String, List<String>> after) {
    this.caller = caller;
    this.clock = clock;
    this.pause = pause;
    this.plan = job.plan();
    this.recorder = new UndoRecorder(journal, clock, plan);
    this.events = job.events();
    this.stop = job.stop();
    this.journalHistory = job.journalHistory();
    this.reader = new StateReader(caller::read);
    this.states = new UndoStateReader(journalHistory, reader, UndoPlanner.Undos.of(caller));
    this.undos = UndoChanges.of(journalHistory.live());
    this.failures = new UndoFailures(journalHistory, after, assessor, this::ahead);
  }

  /** What of the plan is undone so far. */
  List<Plan.Planned> done() {
    return List.copyOf(done);
  }

  UndoFailures failures() {
    return failures;
  }

  /** Whether a read has not shown what was written. */
  boolean unverified() {
    return unverified;
  }

  /** The change that one of the plan undoes; empty if the journal does not have it. */
  Optional<AppliedChange> applied(Plan.Planned planned) {
    return Optional.ofNullable(undos.get(planned.change()));
  }

  /** What is not undone yet. */
  private List<AppliedChange> ahead() {
    return plan.changes().stream()
        .filter(planned -> !done.contains(planned))
        .flatMap(planned -> applied(planned).stream())
        .distinct()
        .toList();
  }

  /** One of the plan; says why to stop behind it. */
  Optional<Outcome.Ending> undo(Plan.Planned planned, Optional<AppliedChange> known)
      throws InterruptedException {
    if (known.isEmpty()) {
      return Optional.of(Outcome.Ending.MOVED);
    }
    AppliedChange applied = known.get();
    UndoState state = begun.contains(applied) ? new UndoState.AsLeft() : states.state(applied);
    return switch (state) {
      case UndoState.Stays stays -> Optional.of(Outcome.Ending.MOVED);
      case UndoState.Gone gone -> {
        recorder.undone(planned, applied, "", Optional.empty());
        finished(planned, "", clock.instant());
        yield Optional.empty();
      }
      case UndoState.AsLeft asLeft -> call(planned, applied);
    };
  }

  private Optional<Outcome.Ending> call(Plan.Planned planned, AppliedChange applied)
      throws InterruptedException {
    Optional<ObservedState> before = state(applied);
    Instant start = clock.instant();
    recorder.begun(planned, applied);
    begun.add(applied);
    events.accept(new ApplyEvent.ChangeStarted(planned));
    String requestId;
    try {
      requestId = write(planned.change());
    } catch (CallFailed e) {
      failed(planned, applied, e.problem());
      return Optional.of(Outcome.Ending.FAILED);
    }
    Optional<ObservedState> now = settled(planned, applied, before);
    now.ifPresent(seen -> journalHistory.fields().remember(applied.change(), seen));
    finished(planned, requestId, start);
    recorder.undone(planned, applied, requestId, now);
    return Optional.empty();
  }

  /** Makes a call; gives its request id, which is empty where what it removes is not there. */
  private String write(Change undo) throws CallFailed {
    try {
      return caller.write(undo, undo.request()).requestId();
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
    failures.add(planned, applied, problem);
    events.accept(new ApplyEvent.ChangeFailed(planned, problem));
    recorder.failed(planned, applied, problem);
  }

  private void finished(Plan.Planned planned, String requestId, Instant start) {
    done.add(planned);
    Duration took = Duration.between(start, clock.instant());
    events.accept(new ApplyEvent.ChangeDone(planned, requestId, took));
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
      if (stop.getAsBoolean() || wait.compareTo(LONGEST) > 0) {
        unverified = true;
        return now;
      }
      pause.sleep(wait);
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
    return plan.changes().stream()
        .filter(other -> applied.equals(undos.get(other.change())))
        .allMatch(other -> other.equals(planned) || done.contains(other));
  }
}
