package dev.firstday.engine.apply;

import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an apply or an undo has done of its plan so far, and what failed; for several threads. */
public final class RunResults {
  private final Job job;
  private final List<Plan.Planned> done = new ArrayList<>();
  private final List<Outcome.Failure> failures = new ArrayList<>();
  private final Map<String, Assessment> assessments = new LinkedHashMap<>();
  private Optional<String> moved = Optional.empty();

  @FunctionalInterface
  public interface Run {
    Outcome.Ending toItsEnd() throws CallFailed, InterruptedException;
  }

  public RunResults(Job job) {
    this.job = job;
  }

  public Outcome.Ending endingOf(Run run) {
    try {
      return run.toItsEnd();
    } catch (CallFailed e) {
      return failed(e.problem());
    } catch (RecordFailed e) {
      return failed(Problem.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.Ending.STOPPED;
    }
  }

  /** Something stops everything. */
  Outcome.Ending failed(Problem problem) {
    fail("", Optional.empty(), problem);
    return Outcome.Ending.FAILED;
  }

  public synchronized List<Plan.Planned> done() {
    return List.copyOf(done);
  }

  List<Plan.Planned> planned(String step) {
    return job.plan().changes().stream().filter(planned -> planned.steps().contains(step)).toList();
  }

  /** What of a step is still to be made. */
  List<Change> open(String step) {
    List<Plan.Planned> made = done();
    return planned(step).stream()
        .filter(planned -> !made.contains(planned))
        .map(Plan.Planned::change)
        .toList();
  }

  /** A change was made, or found to be made, since a moment. */
  public void done(Plan.Planned planned, String requestId, Instant start) {
    synchronized (this) {
      done.add(planned);
    }
    Duration took = Duration.between(start, job.clock().instant());
    job.tell(new ApplyEvent.ChangeDone(planned, requestId, took));
  }

  /**
   * Something failed.
   *
   * @param step the step that it stops; empty if it stops everything
   * @param change the change that failed; empty if it was a read
   */
  public synchronized void fail(String step, Optional<Plan.Planned> change, Problem problem) {
    failures.add(new Outcome.Failure(step, change, problem));
  }

  public synchronized boolean hasFailures() {
    return !failures.isEmpty();
  }

  synchronized boolean hasFailed(Plan.Planned planned) {
    return failures.stream().anyMatch(failure -> failure.change().equals(Optional.of(planned)));
  }

  /** Whether nothing else is tried after the latest failure. */
  public synchronized boolean lastFailureEndsAll() {
    return endsAll(failures.getLast());
  }

  /** Whether nothing else is tried after what failed in a step. */
  synchronized boolean endsAll(String step) {
    return failures.stream().filter(failure -> failure.step().equals(step)).anyMatch(this::endsAll);
  }

  /** Every call may meet the same. */
  private boolean endsAll(Outcome.Failure failure) {
    return job.stop().onFailure() || failure.problem().kind().concernsAll();
  }

  /** A step is missing something else than what was confirmed. */
  public synchronized void moved(String step) {
    moved = moved.or(() -> Optional.of(step));
  }

  /** How a step stands after its changes. */
  public void verified(String step, Assessment assessment) {
    synchronized (this) {
      assessments.put(step, assessment);
    }
    job.tell(new ApplyEvent.StepVerified(step, assessment));
  }

  /**
   * How it ended.
   *
   * @param cause the failed step that a change was left for
   */
  public synchronized Outcome outcome(
      Outcome.Ending ending, Function<Plan.Planned, Optional<String>> cause) {
    List<Plan.Planned> left =
        job.plan().changes().stream()
            .filter(planned -> ending != Outcome.Ending.COMPLETED)
            .filter(planned -> !done.contains(planned) && !hasFailed(planned))
            .toList();
    Map<String, String> behind = new LinkedHashMap<>();
    left.forEach(
        planned -> cause.apply(planned).ifPresent(step -> behind.put(planned.change().id(), step)));
    List<Plan.Planned> inOrder = job.plan().changes().stream().filter(done::contains).toList();
    return new Outcome(
        ending, inOrder, left, Map.copyOf(assessments), moved, List.copyOf(failures), behind);
  }
}
