package dev.firstday.engine.apply;

import dev.firstday.engine.account.Pause;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.ObservedState;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Applies one step: compares it with what was confirmed, makes its changes and verifies them. */
final class StepApplier {
  // IAM is eventually consistent: what was written may be missing from a read for some seconds.
  private static final Duration SETTLE = Duration.ofSeconds(15);

  private final Plan plan;
  private final Optional<Person> person;
  private final Consumer<ApplyEvent> events;
  private final Cancellation stop;
  private final ChangeExecutor executor;
  private final StepTransition transition;
  private final ApplyResults results;
  private final Clock clock;
  private final Pause pause;

  /** What was seen of the next step when the last one was verified. */
  private Optional<StepTransition.Precheck> early = Optional.empty();

  StepApplier(
      ChangeExecutor.Job job,
      ChangeExecutor executor,
      StepTransition transition,
      ApplyResults results,
      Clock clock,
      Pause pause) {
    this.plan = job.plan();
    this.person = job.person();
    this.events = job.events();
    this.stop = job.stop();
    this.executor = executor;
    this.transition = transition;
    this.results = results;
    this.clock = clock;
    this.pause = pause;
  }

  /** How things are before a step's first write, seen already or read now. */
  StepTransition.Precheck ahead(String step) throws CallFailed, InterruptedException {
    return early.isPresent() && holds(step, early.get())
        ? early.get()
        : transition.prefetch(results.open(step));
  }

  /** Forgets what was seen of the next step: another one comes next. */
  void dropAhead() {
    early = Optional.empty();
  }

  /**
   * Whether what was seen of a step during the one before can be acted on. What AWS had not settled
   * then may have looked like a difference: where not all is as it was confirmed, only an
   * assessment of its own counts.
   */
  private boolean holds(String step, StepTransition.Precheck ahead) throws CallFailed {
    return !ahead.accountId().equals(plan.accountId())
        || Set.copyOf(possible(ahead.assessment()))
            .equals(Set.copyOf(results.open(step).changes()));
  }

  /**
   * Applies a step.
   *
   * @param ahead how things are before its first write
   * @param next the step that comes after it
   */
  Outcome.Ending apply(String step, StepTransition.Precheck ahead, Optional<String> next)
      throws InterruptedException {
    events.accept(new ApplyEvent.StepStarted(step));
    Assessment assessed = ahead.assessment();
    Optional<Problem> problem = assessed.problem();
    if (problem.isPresent() && assessed.ready().isEmpty() && !results.allMade(step)) {
      return unseen(step, problem.get());
    }
    List<Change> possible = possible(assessed);
    if (!plan.covers(possible)) {
      results.moved(step);
      return seesOnlyMore(step, assessed) ? Outcome.Ending.SEEN_NOW : Outcome.Ending.MOVED;
    }
    List<Plan.Planned> left =
        plan.changes().stream()
            .filter(planned -> assessed.changes().contains(planned.change()))
            .filter(planned -> !possible.contains(planned.change()))
            .toList();
    left.forEach(planned -> events.accept(new ApplyEvent.ChangeLeft(planned)));
    // What could not be seen this time must not be taken for what is there by now.
    if (problem.isPresent() && hides(step, assessed)) {
      return unseen(step, problem.get());
    }
    int already = executor.done().size();
    Outcome.Ending end = makeAll(possible, ahead.before(), left.isEmpty());
    return ended(step, end, executor.done().subList(already, executor.done().size()), next);
  }

  private Outcome.Ending unseen(String step, Problem problem) {
    results.fail(step, Optional.empty(), problem);
    return Outcome.Ending.FAILED;
  }

  /** What can be done about it, with the person or without. */
  private List<Change> possible(Assessment assessment) {
    return person.isPresent() ? assessment.ready() : Plan.unattended(assessment.ready());
  }

  private boolean hides(String step, Assessment assessed) {
    return assessed.partlyUnseen()
        && results.open(step).changes().stream().anyMatch(c -> !assessed.changes().contains(c));
  }

  /** Whether all that was confirmed still stands, and the rest could not be seen then. */
  private boolean seesOnlyMore(String step, Assessment now) {
    return plan.unseen().contains(step) && now.changes().containsAll(results.open(step).changes());
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
      ChangeResult made = executor.make(planned, Optional.ofNullable(before.get(change.id())));
      if (made == ChangeResult.FAILED) {
        return Outcome.Ending.FAILED;
      } else if (made == ChangeResult.GIVEN_UP) {
        return Outcome.Ending.GIVEN_UP;
      }
      whole &= made == ChangeResult.YES;
    }
    return whole ? Outcome.Ending.COMPLETED : Outcome.Ending.GIVEN_UP;
  }

  /** What follows the last change of a step that was tried. */
  private Outcome.Ending ended(
      String step, Outcome.Ending end, List<Plan.Planned> made, Optional<String> next)
      throws InterruptedException {
    if (end == Outcome.Ending.FAILED) {
      results.fail(step, executor.failed(), executor.problem().orElseThrow());
    }
    return switch (end) {
      case FAILED, STOPPED -> {
        if (!made.isEmpty()) {
          // The next plan is made from the latest assessment: what is made must not be in it.
          executor.keepHowItWasLeft(made, transition.look(step, made, Optional.empty()).left());
        }
        yield end;
      }
      case COMPLETED, GIVEN_UP, MOVED, SEEN_NOW, OTHER_ACCOUNT, UNVERIFIED ->
          verify(step, made, end == Outcome.Ending.COMPLETED, next);
    };
  }

  /**
   * Assesses a step again, and the next beside it.
   *
   * @param made what was made for it
   * @param whole whether all of its changes were made
   */
  private Outcome.Ending verify(
      String step, List<Plan.Planned> made, boolean whole, Optional<String> next)
      throws InterruptedException {
    StepTransition.TransitionResult seen = settled(step, made, whole, next);
    Assessment assessment = seen.assessment();
    boolean verified = whole && possible(assessment).isEmpty();
    early = seen.ahead().filter(ahead -> verified);
    results.verified(step, assessment);
    events.accept(new ApplyEvent.StepVerified(step, assessment));
    executor.keepHowItWasLeft(made, seen.left());
    if (!whole) {
      return stop.getAsBoolean() ? Outcome.Ending.STOPPED : Outcome.Ending.GIVEN_UP;
    }
    return verified ? Outcome.Ending.COMPLETED : Outcome.Ending.UNVERIFIED;
  }

  /** How things are once AWS shows what was written, or for as long as that is waited for. */
  private StepTransition.TransitionResult settled(
      String step, List<Plan.Planned> made, boolean whole, Optional<String> next)
      throws InterruptedException {
    Instant start = clock.instant();
    Duration wait = Duration.ofMillis(500);
    StepTransition.TransitionResult seen =
        transition.look(
            step, made, next.filter(id -> whole && !stop.getAsBoolean()).map(results::open));
    while (whole
        && !possible(seen.assessment()).isEmpty()
        && !stop.getAsBoolean()
        && clock.instant().isBefore(start.plus(SETTLE))) {
      pause.sleep(wait);
      wait = wait.plus(wait);
      seen = transition.look(step, made, Optional.empty());
    }
    return seen;
  }
}
