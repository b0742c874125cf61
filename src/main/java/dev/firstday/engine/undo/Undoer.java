package dev.firstday.engine.undo;

import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Pause;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Cancellation;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.FieldHistory;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.journal.ObservedState;
import dev.firstday.engine.journal.StateReader;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.ChangeData;
import dev.firstday.engine.plan.Plan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes back what was confirmed, and nothing else: right before each call a look shows whether the
 * thing still is as we left it. Each call is in the journal before it is made.
 *
 * <p>What could not be taken back stays with all that it needs; the rest goes on, unless every call
 * would meet the same trouble.
 */
public final class Undoer {
  // With those before it this is some 15 s: IAM may show what was written only after seconds.
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private final Caller caller;
  private final Journal journal;
  private final Clock clock;
  private final Pause pause;
  private final Assessor assessor;
  private final Function<String, List<String>> after;

  /**
   * An undoer of one account.
   *
   * @param after the ids of the steps that a step needs
   */
  public Undoer(
      Caller caller,
      Journal journal,
      Clock clock,
      Pause pause,
      Assessor assessor,
      Function<String, List<String>> after) {
    this.caller = caller;
    this.journal = journal;
    this.clock = clock;
    this.pause = pause;
    this.assessor = assessor;
    this.after = after;
  }

  /**
   * Undoes.
   *
   * @param stop asked before each call
   */
  public Outcome undo(Plan.Confirmed confirmed, Consumer<ApplyEvent> events, Cancellation stop) {
    JournalHistory journalHistory;
    try {
      journalHistory = JournalHistory.of(journal.entries());
    } catch (RecordFailed e) {
      return Outcome.refused(confirmed.plan(), Problem.of(e));
    }
    return new UndoRun(confirmed.plan(), journalHistory, events, stop).undo();
  }

  /** One undo: what it has done so far. */
  private final class UndoRun {
    private final Plan plan;
    private final String planId;
    private final Consumer<ApplyEvent> events;
    private final Cancellation stop;
    private final StateReader looks = new StateReader(caller::read);
    private final JournalHistory journalHistory;
    private final UndoPlanner planner;
    private final Map<Change, AppliedChange> undos;
    private final List<Plan.Planned> done = new ArrayList<>();
    private final Set<AppliedChange> begun = new LinkedHashSet<>();
    private final Map<String, Assessment> seen = new LinkedHashMap<>();
    private final UndoFailures failures;
    private Optional<String> moved = Optional.empty();
    private boolean unverified;

    UndoRun(
        Plan plan, JournalHistory journalHistory, Consumer<ApplyEvent> events, Cancellation stop) {
      this.plan = plan;
      this.planId = plan.id();
      this.journalHistory = journalHistory;
      this.planner =
          new UndoPlanner(journalHistory, looks, applied -> Set.of(), UndoPlanner.Undos.of(caller));
      this.undos = UndoPlanner.undos(journalHistory.live());
      this.failures = new UndoFailures(journalHistory, after, assessor, this::prefetch);
      this.events = events;
      this.stop = stop;
    }

    public Outcome undo() {
      Outcome.Ending ending;
      try {
        ending = all();
      } catch (CallFailed e) {
        failures.add(e.problem());
        ending = Outcome.Ending.FAILED;
      } catch (RecordFailed e) {
        failures.add(Problem.of(e));
        ending = Outcome.Ending.FAILED;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        ending = Outcome.Ending.STOPPED;
      }
      // A look at another account would tell nothing about this one.
      if (ending != Outcome.Ending.OTHER_ACCOUNT) {
        assessor.invalidate();
        done.stream().flatMap(one -> one.steps().stream()).distinct().forEach(this::look);
      }
      return outcome(ending);
    }

    private Outcome.Ending all() throws CallFailed, InterruptedException {
      String step = "";
      for (Plan.Planned planned : plan.changes()) {
        if (stop.getAsBoolean()) {
          return Outcome.Ending.STOPPED;
        }
        AppliedChange applied = undos.get(planned.change());
        if (applied != null && failures.keep(applied)) {
          continue;
        }
        if (!planned.steps().getFirst().equals(step)) {
          step = planned.steps().getFirst();
          if (!caller.accountId().equals(plan.accountId())) {
            return Outcome.Ending.OTHER_ACCOUNT;
          }
          events.accept(new ApplyEvent.StepStarted(step));
        }
        Optional<Outcome.Ending> end = take(planned, Optional.ofNullable(applied));
        boolean goesOn =
            end.equals(Optional.of(Outcome.Ending.FAILED))
                && !failures.concernsAll()
                && !stop.onFailure();
        if (end.isPresent() && !goesOn) {
          moved =
              end.filter(one -> one == Outcome.Ending.MOVED).map(one -> planned.steps().getFirst());
          return end.get();
        }
      }
      if (!failures.all().isEmpty()) {
        return Outcome.Ending.FAILED;
      }
      return unverified ? Outcome.Ending.UNVERIFIED : Outcome.Ending.COMPLETED;
    }

    private List<AppliedChange> prefetch() {
      return plan.changes().stream()
          .filter(planned -> !done.contains(planned))
          .map(planned -> undos.get(planned.change()))
          .filter(Objects::nonNull)
          .distinct()
          .toList();
    }

    /** One of the plan; says why to stop behind it. */
    private Optional<Outcome.Ending> take(Plan.Planned planned, Optional<AppliedChange> known)
        throws InterruptedException {
      if (known.isEmpty()) {
        return Optional.of(Outcome.Ending.MOVED);
      }
      AppliedChange applied = known.get();
      UndoPlanner.UndoState state =
          begun.contains(applied) ? new UndoPlanner.UndoState.AsLeft() : planner.state(applied);
      return switch (state) {
        case UndoPlanner.UndoState.Stays stays -> Optional.of(Outcome.Ending.MOVED);
        case UndoPlanner.UndoState.Gone gone -> {
          record(JournalHistory.UNDONE, planned, applied, Map.of("requestId", ""));
          finished(planned, "", clock.instant());
          yield Optional.empty();
        }
        case UndoPlanner.UndoState.AsLeft asLeft -> call(planned, applied);
      };
    }

    private Optional<Outcome.Ending> call(Plan.Planned planned, AppliedChange applied)
        throws InterruptedException {
      Optional<ObservedState> before = sight(applied);
      Instant start = clock.instant();
      record(
          JournalHistory.UNDOING,
          planned,
          applied,
          Map.of("change", ChangeData.of(planned.change())));
      begun.add(applied);
      events.accept(new ApplyEvent.ChangeStarted(planned));
      String requestId = "";
      try {
        requestId = caller.write(planned.change(), planned.change().request()).requestId();
      } catch (IllegalArgumentException e) {
        // It is from a journal that somebody has changed.
        failed(planned, applied, Problem.unfit(planned.change(), e.getMessage()));
        return Optional.of(Outcome.Ending.FAILED);
      } catch (CallFailed e) {
        // What is not there need not be removed.
        if (!e.problem().absent()) {
          failed(planned, applied, e.problem());
          return Optional.of(Outcome.Ending.FAILED);
        }
      }
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("requestId", requestId);
      settled(planned, applied, before)
          .ifPresent(
              now -> {
                journalHistory.fields().remember(applied.change(), now);
                data.put("left", now.data());
              });
      finished(planned, requestId, start);
      record(JournalHistory.UNDONE, planned, applied, data);
      return Optional.empty();
    }

    private void failed(Plan.Planned planned, AppliedChange applied, Problem trouble) {
      failures.add(planned, applied, trouble);
      events.accept(new ApplyEvent.ChangeFailed(planned, trouble));
      record(
          JournalHistory.UNDO_FAILED,
          planned,
          applied,
          Map.of("kind", trouble.kind().name(), "code", trouble.code()));
    }

    private void finished(Plan.Planned planned, String requestId, Instant start) {
      done.add(planned);
      Duration took = Duration.between(start, clock.instant());
      events.accept(new ApplyEvent.ChangeDone(planned, requestId, took));
    }

    private Optional<ObservedState> sight(AppliedChange applied) {
      return applied.change().shows().flatMap(read -> looks.at(read).sight());
    }

    /** How the fields are after the call: a read may show what was written only after a while. */
    private Optional<ObservedState> settled(
        Plan.Planned planned, AppliedChange applied, Optional<ObservedState> before)
        throws InterruptedException {
      Duration wait = Duration.ofMillis(250);
      Optional<ObservedState> now = sight(applied);
      // Where an earlier undo was cut off, the look before the call may show its end already.
      boolean shows =
          !applied.undoBegun()
              && applied.left().isPresent()
              && !applied.left().equals(applied.before())
              && !FieldHistory.names(applied.change()).isEmpty();
      boolean last =
          plan.changes().stream()
              .filter(other -> applied.equals(undos.get(other.change())))
              .allMatch(other -> other.equals(planned) || done.contains(other));
      while (shows && last && now.isPresent() && now.equals(before)) {
        if (stop.getAsBoolean() || wait.compareTo(LONGEST) > 0) {
          unverified = true;
          return now;
        }
        pause.sleep(wait);
        wait = wait.plus(wait);
        now = sight(applied);
      }
      return now;
    }

    private void look(String step) {
      Assessment assessment = assessor.assess(step);
      seen.put(step, assessment);
      events.accept(new ApplyEvent.StepVerified(step, assessment));
    }

    private void record(
        String event, Plan.Planned planned, AppliedChange applied, Map<String, Object> more) {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("plan", planId);
      data.put("id", UndoPlanner.undoId(planned.change()));
      data.put("of", applied.name());
      data.put("steps", planned.steps());
      data.putAll(more);
      journal.append(new Journal.Entry(clock.instant(), event, data));
    }

    private Outcome outcome(Outcome.Ending ending) {
      List<Outcome.Failure> all = failures.all();
      List<Plan.Planned> failed = all.stream().flatMap(one -> one.change().stream()).toList();
      List<Plan.Planned> left =
          plan.changes().stream()
              .filter(one -> !done.contains(one) && !failed.contains(one))
              .toList();
      Map<String, String> behind = new LinkedHashMap<>();
      left.forEach(
          planned ->
              Optional.ofNullable(undos.get(planned.change()))
                  .flatMap(failures::cause)
                  .ifPresent(step -> behind.put(planned.change().id(), step)));
      return new Outcome(
          ending,
          List.copyOf(done),
          failed.stream().findFirst(),
          all.stream().map(Outcome.Failure::problem).findFirst(),
          left,
          Map.copyOf(seen),
          moved,
          all,
          behind);
    }
  }
}
