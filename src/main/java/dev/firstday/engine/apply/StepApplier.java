package dev.firstday.engine.apply;

import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applies one step: compares it with what was confirmed, makes its changes and verifies them. */
final class StepApplier {
  // IAM is eventually consistent: what was written may be missing from a read for some seconds.
  private static final Duration SETTLE = Duration.ofSeconds(15);

  private final Job job;
  private final RunResults results;
  private final ChangeRecorder recorder;
  private final StepChanges changes;
  private final StepTransition transition;

  StepApplier(
      Job job, Schedule schedule, RunResults results, ResponseValues responses, Runnable broken) {
    this.job = job;
    this.results = results;
    this.recorder = new ChangeRecorder(job);
    ChangeExecutor executor = new ChangeExecutor(job, results, recorder, responses);
    this.changes = new StepChanges(job, schedule, executor, broken);
    this.transition = new StepTransition(job, results, responses);
  }

  /**
   * Applies a step.
   *
   * @throws CallFailed if it can't be told whose account it is
   */
  Outcome.Ending apply(String step) throws CallFailed, InterruptedException {
    StepTransition.Precheck ahead = ahead(step);
    // Credentials may change under way: a profile is switched, a session is renewed.
    return ahead.accountId().equals(job.plan().accountId())
        ? apply(step, ahead)
        : Outcome.Ending.OTHER_ACCOUNT;
  }

  private Outcome.Ending apply(String step, StepTransition.Precheck ahead)
      throws InterruptedException {
    job.tell(new ApplyEvent.StepStarted(step));
    Assessment assessed = ahead.assessment();
    Optional<Problem> problem = assessed.problem();
    if (problem.isPresent() && assessed.ready().isEmpty() && !results.open(step).isEmpty()) {
      return unseen(step, problem.get());
    }
    List<Change> possible = possible(assessed);
    if (!job.plan().covers(possible)) {
      results.moved(step);
      return seesOnlyMore(step, assessed) ? Outcome.Ending.SEEN_NOW : Outcome.Ending.MOVED;
    }
    List<Plan.Planned> left =
        job.plan().changes().stream()
            .filter(planned -> assessed.changes().contains(planned.change()))
            .filter(planned -> !possible.contains(planned.change()))
            .toList();
    left.forEach(planned -> job.tell(new ApplyEvent.ChangeLeft(planned)));
    // What could not be seen this time must not be taken for what is there by now.
    if (problem.isPresent() && hides(step, assessed)) {
      return unseen(step, problem.get());
    }
    StepChanges.StepEnd end = changes.makeAll(step, possible, ahead.before(), left.isEmpty());
    return ended(step, end.ending(), end.made());
  }

  /**
   * How things are before a step's first write. What AWS has not settled, beside other steps, may
   * look like a difference: where not all is as it was confirmed, a second look counts.
   */
  private StepTransition.Precheck ahead(String step) throws CallFailed, InterruptedException {
    StepTransition.Precheck ahead = transition.prefetch(step);
    boolean asConfirmed =
        !ahead.accountId().equals(job.plan().accountId())
            || Set.copyOf(possible(ahead.assessment())).equals(Set.copyOf(results.open(step)));
    return asConfirmed ? ahead : transition.prefetch(step);
  }

  private Outcome.Ending unseen(String step, Problem problem) {
    results.fail(step, Optional.empty(), problem);
    return Outcome.Ending.FAILED;
  }

  /** What can be done about it, with the person or without. */
  private List<Change> possible(Assessment assessment) {
    return job.person().isPresent() ? assessment.ready() : Plan.unattended(assessment.ready());
  }

  private boolean hides(String step, Assessment assessed) {
    return assessed.partlyUnseen() && !assessed.changes().containsAll(results.open(step));
  }

  /** Whether all that was confirmed still stands, and the rest could not be seen then. */
  private boolean seesOnlyMore(String step, Assessment now) {
    return job.plan().unseen().contains(step) && now.changes().containsAll(results.open(step));
  }

  /** What follows the last change of a step that was tried. */
  private Outcome.Ending ended(String step, Outcome.Ending end, List<Plan.Planned> made)
      throws InterruptedException {
    if (end != Outcome.Ending.FAILED && end != Outcome.Ending.STOPPED) {
      return verify(step, made, end == Outcome.Ending.COMPLETED);
    }
    if (!made.isEmpty()) {
      // The next plan is made from the latest assessment: what is made must not be in it.
      keepHowItWasLeft(made, transition.look(step, made));
    }
    return end;
  }

  /**
   * Assesses a step again.
   *
   * @param whole whether all of its changes were made
   */
  private Outcome.Ending verify(String step, List<Plan.Planned> made, boolean whole)
      throws InterruptedException {
    StepTransition.TransitionResult seen = settled(step, made, whole);
    boolean verified = whole && possible(seen.assessment()).isEmpty();
    results.verified(step, seen.assessment());
    keepHowItWasLeft(made, seen);
    if (!whole) {
      return job.stopped() ? Outcome.Ending.STOPPED : Outcome.Ending.GIVEN_UP;
    }
    return verified ? Outcome.Ending.COMPLETED : Outcome.Ending.UNVERIFIED;
  }

  /** How things are once AWS shows what was written, or for as long as that is waited for. */
  private StepTransition.TransitionResult settled(
      String step, List<Plan.Planned> made, boolean whole) throws InterruptedException {
    Instant until = job.clock().instant().plus(SETTLE);
    Duration wait = Duration.ofMillis(500);
    StepTransition.TransitionResult seen = transition.look(step, made);
    while (whole
        && !possible(seen.assessment()).isEmpty()
        && !job.stopped()
        && job.clock().instant().isBefore(until)) {
      job.pause().sleep(wait);
      wait = wait.plus(wait);
      seen = transition.look(step, made);
    }
    return seen;
  }

  /** An undo takes back only what still is as it was left here. */
  private void keepHowItWasLeft(List<Plan.Planned> made, StepTransition.TransitionResult seen) {
    for (Plan.Planned planned : made) {
      Optional.ofNullable(seen.left().get(planned.change().id()))
          .ifPresent(state -> recorder.left(planned, state));
    }
  }
}
