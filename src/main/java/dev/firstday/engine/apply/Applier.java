package dev.firstday.engine.apply;

import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Pause;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.journal.ObservedState;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Plan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes what was confirmed, and nothing else.
 *
 * <p>A step in which something fails ends, and with it the steps that need it; the others go on,
 * unless every call would meet the same trouble.
 *
 * <p>Each step is assessed right before it is applied; where its changes are no longer among the
 * confirmed ones nothing more is written. After the last change of a step it is assessed again:
 * that is the verification.
 */
public final class Applier {
  // IAM is eventually consistent: what was written may be missing from a read for some seconds.
  private static final Duration SETTLE = Duration.ofSeconds(15);

  private final Caller caller;
  private final Journal journal;
  private final Clock clock;
  private final Pause pause;
  private final Assessor assessor;
  private final Function<String, List<String>> after;
  private final FaultLog faults;

  /**
   * An applier of one account.
   *
   * @param after the ids of the steps that come before a step because it needs them
   * @param faults where it is written down that a call has met a fault of ours
   */
  public Applier(
      Caller caller,
      Journal journal,
      Clock clock,
      Pause pause,
      Assessor assessor,
      Function<String, List<String>> after,
      FaultLog faults) {
    this.caller = caller;
    this.journal = journal;
    this.clock = clock;
    this.pause = pause;
    this.assessor = assessor;
    this.after = after;
    this.faults = faults;
  }

  /**
   * Applies a plan.
   *
   * @param order ids of the steps, in the order of an apply
   * @param person whoever can be asked; without one, what needs a person is left
   * @param stop asked before each call
   */
  public Outcome apply(
      Plan.Confirmed confirmed,
      List<String> order,
      Optional<Person> person,
      Consumer<ApplyEvent> events,
      Cancellation stop) {
    ChangeExecutor.Job job = new ChangeExecutor.Job(confirmed.plan(), person, events, stop, faults);
    try (ChangeExecutor making = new ChangeExecutor(caller, journal, clock, pause, job)) {
      return new ApplyRun(job, making).apply(order);
    }
  }

  /** One apply: what it has done so far. */
  private final class ApplyRun {
    private final Plan plan;
    private final Optional<Person> person;
    private final Consumer<ApplyEvent> events;
    private final Cancellation stop;
    private final ChangeExecutor making;
    private final StepTransition between;
    private final Map<String, Assessment> seen = new LinkedHashMap<>();
    private final List<Outcome.Failure> failures = new ArrayList<>();

    /** Steps that something has stopped, with the step in which that began. */
    private final Map<String, String> stopped = new LinkedHashMap<>();

    private Optional<String> moved = Optional.empty();

    /** What was seen of the next step beside the latest look. */
    private Optional<StepTransition.Ahead> early = Optional.empty();

    ApplyRun(ChangeExecutor.Job job, ChangeExecutor making) {
      this.plan = job.plan();
      this.person = job.person();
      this.events = job.events();
      this.stop = job.stop();
      this.making = making;
      this.between = new StepTransition(caller, assessor, making, faults);
    }

    public Outcome apply(List<String> order) {
      Outcome.Ending ending = Outcome.Ending.COMPLETED;
      List<String> owners =
          order.stream()
              .filter(id -> plan.changes().stream().anyMatch(p -> p.steps().contains(id)))
              .toList();
      try {
        for (int i = 0; i < owners.size(); i++) {
          String step = owners.get(i);
          Optional<String> cause = cause(step);
          if (cause.isPresent()) {
            stopped.put(step, cause.get());
            early = Optional.empty();
            continue;
          }
          StepTransition.Ahead ahead =
              early.isPresent() && holds(step, early.get())
                  ? early.get()
                  : between.prefetch(open(step));
          // Credentials may change under way: a profile is switched, a session is renewed.
          if (!ours(ahead)) {
            return outcome(Outcome.Ending.OTHER_ACCOUNT);
          }
          Outcome.Ending end = step(step, ahead, owners.stream().skip(i + 1).findFirst());
          switch (end) {
            case COMPLETED -> {}
            case UNVERIFIED -> ending = end;
            case GIVEN_UP -> ending = ending == Outcome.Ending.COMPLETED ? end : ending;
            case FAILED -> {
              if (stop.onFailure() || failures.getLast().problem().kind().concernsAll()) {
                return outcome(end);
              }
              stopped.put(step, step);
              early = Optional.empty();
            }
            case STOPPED, MOVED, SEEN_NOW, OTHER_ACCOUNT -> {
              return outcome(end);
            }
          }
        }
        return outcome(failures.isEmpty() ? ending : Outcome.Ending.FAILED);
      } catch (CallFailed e) {
        return failedWhole(e.problem());
      } catch (RecordFailed e) {
        return failedWhole(Problem.of(e));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return outcome(Outcome.Ending.STOPPED);
      }
    }

    private Outcome failedWhole(Problem problem) {
      failures.add(new Outcome.Failure("", Optional.empty(), problem));
      return outcome(Outcome.Ending.FAILED);
    }

    /** The failed step without which this one can't be applied; empty if it can. */
    private Optional<String> cause(String step) {
      return Stream.concat(
              after.apply(step).stream(),
              open(step).changes().stream().flatMap(change -> ownersOfNeeded(change)))
          .flatMap(other -> Optional.ofNullable(stopped.get(other)).stream())
          .findFirst();
    }

    /** The steps whose failure has left undone a change, or one that it refers to. */
    private Stream<String> ownersOfNeeded(Change change) {
      Set<String> references = Placeholders.references(change.request());
      return plan.changes().stream()
          .filter(planned -> !making.done().contains(planned))
          .filter(
              planned ->
                  references.contains(planned.change().id())
                      || planned.change().equals(change) && hasFailed(planned))
          .flatMap(planned -> planned.steps().stream());
    }

    private boolean hasFailed(Plan.Planned planned) {
      return failures.stream().anyMatch(f -> f.change().equals(Optional.of(planned)));
    }

    private boolean ours(StepTransition.Ahead ahead) throws CallFailed {
      return ahead.accountId().equals(plan.accountId());
    }

    /**
     * Whether a look that was had beside those at the step before can be acted on. What AWS had not
     * settled then may have looked like a difference: where not all is as it was confirmed, only a
     * look of its own counts.
     */
    private boolean holds(String step, StepTransition.Ahead early) throws CallFailed {
      return !ours(early)
          || Set.copyOf(possible(early.assessment())).equals(Set.copyOf(open(step).changes()));
    }

    /** What of a step is to be made. */
    private StepTransition.Next open(String step) {
      return new StepTransition.Next(
          step,
          plan.changes().stream()
              .filter(planned -> planned.steps().contains(step))
              .filter(planned -> !making.done().contains(planned))
              .map(Plan.Planned::change)
              .toList());
    }

    private Outcome.Ending step(String step, StepTransition.Ahead ahead, Optional<String> next)
        throws InterruptedException {
      events.accept(new ApplyEvent.StepStarted(step));
      Assessment assessed = ahead.assessment();
      if (assessed.problem().isPresent() && assessed.ready().isEmpty() && !allMade(step)) {
        failures.add(new Outcome.Failure(step, Optional.empty(), assessed.problem().get()));
        return Outcome.Ending.FAILED;
      }
      List<Change> possible = possible(assessed);
      if (!plan.covers(possible)) {
        moved = Optional.of(step);
        return seesOnlyMore(step, assessed) ? Outcome.Ending.SEEN_NOW : Outcome.Ending.MOVED;
      }
      List<Plan.Planned> left =
          plan.changes().stream()
              .filter(planned -> assessed.changes().contains(planned.change()))
              .filter(planned -> !possible.contains(planned.change()))
              .toList();
      left.forEach(planned -> events.accept(new ApplyEvent.ChangeLeft(planned)));
      // What could not be seen this time must not be taken for what is there by now.
      if (assessed.problem().isPresent() && hides(step, assessed)) {
        failures.add(new Outcome.Failure(step, Optional.empty(), assessed.problem().get()));
        return Outcome.Ending.FAILED;
      }
      int already = making.done().size();
      Outcome.Ending end = makeAll(possible, ahead.before(), left.isEmpty());
      List<Plan.Planned> made = making.done().subList(already, making.done().size());
      if (end == Outcome.Ending.FAILED) {
        failures.add(new Outcome.Failure(step, making.failed(), making.problem().orElseThrow()));
      }
      return switch (end) {
        case FAILED, STOPPED -> {
          if (!made.isEmpty()) {
            // The next plan is made from the latest look: what is there already must not be in it.
            making.keepHowItWasLeft(made, between.look(step, made, Optional.empty()).left());
          }
          yield end;
        }
        case COMPLETED, GIVEN_UP, MOVED, SEEN_NOW, OTHER_ACCOUNT, UNVERIFIED ->
            verify(step, made, end == Outcome.Ending.COMPLETED, next);
      };
    }

    /**
     * Makes a step's changes.
     *
     * @param before how things are before that, by the changes' ids
     * @param all whether they are all that it lacks
     */
    private Outcome.Ending makeAll(
        List<Change> changes, Map<String, ObservedState> before, boolean all)
        throws InterruptedException {
      boolean whole = all;
      for (Change change : changes) {
        if (stop.getAsBoolean()) {
          return Outcome.Ending.STOPPED;
        }
        Plan.Planned planned =
            plan.changes().stream().filter(p -> p.change().equals(change)).findFirst().get();
        ChangeExecutor.ChangeResult made =
            making.make(planned, Optional.ofNullable(before.get(change.id())));
        if (made == ChangeExecutor.ChangeResult.FAILED) {
          return Outcome.Ending.FAILED;
        } else if (made == ChangeExecutor.ChangeResult.GIVEN_UP) {
          return Outcome.Ending.GIVEN_UP;
        }
        whole &= made == ChangeExecutor.ChangeResult.YES;
      }
      return whole ? Outcome.Ending.COMPLETED : Outcome.Ending.GIVEN_UP;
    }

    /** What can be done about it, with the person or without. */
    private List<Change> possible(Assessment assessment) {
      return person.isPresent() ? assessment.ready() : Plan.unattended(assessment.ready());
    }

    private boolean hides(String step, Assessment assessed) {
      return assessed.partlyUnseen()
          && open(step).changes().stream().anyMatch(c -> !assessed.changes().contains(c));
    }

    /** Whether all that was confirmed still stands, and the rest could not be seen then. */
    private boolean seesOnlyMore(String step, Assessment now) {
      return plan.unseen().contains(step) && now.changes().containsAll(open(step).changes());
    }

    private boolean allMade(String step) {
      return making
          .done()
          .containsAll(
              plan.changes().stream().filter(planned -> planned.steps().contains(step)).toList());
    }

    /**
     * Looks at a step again, and at the next beside it.
     *
     * @param made what was made for it
     * @param whole whether all of its changes were made
     */
    private Outcome.Ending verify(
        String step, List<Plan.Planned> made, boolean whole, Optional<String> next)
        throws InterruptedException {
      Instant start = clock.instant();
      Duration wait = Duration.ofMillis(500);
      StepTransition.TransitionResult seen =
          between.look(
              step, made, next.filter(id -> whole && !stop.getAsBoolean()).map(this::open));
      while (whole
          && !possible(seen.assessment()).isEmpty()
          && !stop.getAsBoolean()
          && clock.instant().isBefore(start.plus(SETTLE))) {
        pause.sleep(wait);
        wait = wait.plus(wait);
        seen = between.look(step, made, Optional.empty());
      }
      Assessment assessment = seen.assessment();
      boolean verified = whole && possible(assessment).isEmpty();
      early = seen.ahead().filter(prechecked -> verified);
      this.seen.put(step, assessment);
      events.accept(new ApplyEvent.StepVerified(step, assessment));
      making.keepHowItWasLeft(made, seen.left());
      if (!whole) {
        return stop.getAsBoolean() ? Outcome.Ending.STOPPED : Outcome.Ending.GIVEN_UP;
      }
      return verified ? Outcome.Ending.COMPLETED : Outcome.Ending.UNVERIFIED;
    }

    private Outcome outcome(Outcome.Ending ending) {
      List<Plan.Planned> done = making.done();
      List<Plan.Planned> left =
          plan.changes().stream()
              .filter(planned -> !done.contains(planned) && !hasFailed(planned))
              .filter(planned -> ending != Outcome.Ending.COMPLETED)
              .toList();
      return new Outcome(
          ending,
          done,
          failures.stream().flatMap(f -> f.change().stream()).findFirst(),
          failures.stream().map(Outcome.Failure::problem).findFirst(),
          left,
          Map.copyOf(seen),
          moved,
          List.copyOf(failures),
          behind(left));
    }

    private Map<String, String> behind(List<Plan.Planned> left) {
      Map<String, String> behind = new LinkedHashMap<>();
      left.forEach(
          planned ->
              planned.steps().stream()
                  .filter(stopped::containsKey)
                  .findFirst()
                  .ifPresent(step -> behind.put(planned.change().id(), stopped.get(step))));
      return behind;
    }
  }
}
