package dev.firstday.engine.apply;

import dev.firstday.engine.account.Parallel;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Writes what was confirmed, and nothing else.
 *
 * <p>Steps are applied at the same time, but for those that wait for others. A step in which
 * something fails ends, and with it the steps that need it; the others go on, unless every call
 * would meet the same trouble.
 *
 * <p>Each step is assessed right before it is applied; where its changes are no longer among the
 * confirmed ones nothing more is written. After the last change of a step it is assessed again:
 * that is the verification.
 */
public final class Applier {
  private final Job job;
  private final Schedule schedule;
  private final RunResults results;
  private final StepApplier steps;

  /** Steps that something has stopped, with the step in which that began. */
  private final Map<String, String> stopped = new ConcurrentHashMap<>();

  /** How the whole apply ended early; null while it goes on. */
  private final AtomicReference<Outcome.Ending> end;

  private Applier(
      Job job,
      ApplyOrder order,
      RunResults results,
      ResponseValues responses,
      AtomicReference<Outcome.Ending> end) {
    this.job = job;
    this.schedule = new Schedule(job, order);
    this.results = results;
    this.end = end;
    this.steps = new StepApplier(job, schedule, results, responses, this::broken);
  }

  /** Applies a plan. */
  public static Outcome apply(Job wanted, ApplyOrder order) {
    AtomicReference<Outcome.Ending> end = new AtomicReference<>();
    Job job = wanted.endedBy(() -> end.get() != null);
    RunResults results = new RunResults(job);
    List<String> owners =
        order.steps().stream().filter(id -> !results.planned(id).isEmpty()).toList();
    try (ResponseValues responses = new ResponseValues(job.plan())) {
      Applier applier = new Applier(job, order, results, responses, end);
      return results.outcome(results.endingOf(() -> applier.applyAll(owners)), applier::leftFor);
    }
  }

  private Outcome.Ending applyAll(List<String> owners) throws InterruptedException {
    Map<String, FutureTask<Outcome.Ending>> tasks = new LinkedHashMap<>();
    owners.forEach(step -> tasks.put(step, new FutureTask<>(() -> applied(step))));
    Parallel.ordered(tasks, schedule.steps(owners));
    Outcome.Ending ending = Outcome.Ending.COMPLETED;
    for (FutureTask<Outcome.Ending> task : tasks.values()) {
      Outcome.Ending one = Parallel.seen(task);
      if (one == Outcome.Ending.UNVERIFIED || ending == Outcome.Ending.COMPLETED) {
        ending = one;
      }
    }
    Outcome.Ending early = end.get();
    if (early != null) {
      return early;
    }
    return results.hasFailures() ? Outcome.Ending.FAILED : ending;
  }

  /** Applies a step unless everything is to end, or what it needs has failed. */
  private Outcome.Ending applied(String step) throws InterruptedException {
    Optional<String> cause = cause(step);
    if (cause.isPresent()) {
      stopped.put(step, cause.get());
      return Outcome.Ending.COMPLETED;
    }
    if (end.get() != null) {
      return Outcome.Ending.STOPPED;
    }
    try {
      Outcome.Ending ending = steps.apply(step);
      if (endsAll(step, ending)) {
        end.compareAndSet(null, ending);
      } else if (ending == Outcome.Ending.FAILED) {
        stopped.put(step, step);
      }
      return ending;
    } catch (CallFailed e) {
      end.compareAndSet(null, results.failed(e.problem()));
      return Outcome.Ending.FAILED;
    } catch (RuntimeException | Error e) {
      broken();
      throw e;
    }
  }

  /** Nothing more is begun; what went wrong is told when all has ended. */
  private void broken() {
    end.compareAndSet(null, Outcome.Ending.FAILED);
  }

  /** Whether no other step is tried after one that has ended so. */
  private boolean endsAll(String step, Outcome.Ending ending) {
    return switch (ending) {
      case COMPLETED, UNVERIFIED, GIVEN_UP -> false;
      case FAILED -> results.endsAll(step);
      case STOPPED, MOVED, SEEN_NOW, OTHER_ACCOUNT -> true;
    };
  }

  /** The failed step without which this one can't be applied; empty if it can. */
  private Optional<String> cause(String step) {
    return Stream.concat(
            job.after().apply(step).stream(),
            results.open(step).stream().flatMap(this::ownersOfNeeded))
        .flatMap(other -> Optional.ofNullable(stopped.get(other)).stream())
        .findFirst();
  }

  /** The steps whose failure has left undone a change, or one that it refers to. */
  private Stream<String> ownersOfNeeded(Change change) {
    Set<String> references = Placeholders.references(change.request());
    List<Plan.Planned> done = results.done();
    return job.plan().changes().stream()
        .filter(planned -> !done.contains(planned))
        .filter(
            planned ->
                references.contains(planned.change().id())
                    || planned.change().equals(change) && results.hasFailed(planned))
        .flatMap(planned -> planned.steps().stream());
  }

  private Optional<String> leftFor(Plan.Planned planned) {
    return planned.steps().stream().filter(stopped::containsKey).findFirst().map(stopped::get);
  }
}
