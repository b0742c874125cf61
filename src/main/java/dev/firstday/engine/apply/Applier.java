package dev.firstday.engine.apply;

import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Job job;
  private final RunResults results;
  private final StepApplier steps;

  /** Steps that something has stopped, with the step in which that began. */
  private final Map<String, String> stopped = new LinkedHashMap<>();

  private Applier(Job job, RunResults results, StepApplier steps) {
    this.job = job;
    this.results = results;
    this.steps = steps;
  }

  /**
   * Applies a plan.
   *
   * @param order ids of the steps, in the order of an apply
   */
  public static Outcome apply(Job job, List<String> order) {
    RunResults results = new RunResults(job);
    List<String> owners = order.stream().filter(id -> !results.planned(id).isEmpty()).toList();
    try (ResponseValues responses = new ResponseValues(job.plan())) {
      Applier applier = new Applier(job, results, new StepApplier(job, results, responses));
      return results.outcome(results.endingOf(() -> applier.applyAll(owners)), applier::leftFor);
    }
  }

  private Outcome.Ending applyAll(List<String> owners) throws CallFailed, InterruptedException {
    Outcome.Ending ending = Outcome.Ending.COMPLETED;
    for (int i = 0; i < owners.size(); i++) {
      String step = owners.get(i);
      Optional<String> cause = cause(step);
      if (cause.isPresent()) {
        stopped.put(step, cause.get());
        steps.dropAhead();
        continue;
      }
      Outcome.Ending end = apply(step, owners.stream().skip(i + 1).findFirst());
      if (endsAll(end)) {
        return end;
      }
      if (end == Outcome.Ending.FAILED) {
        stopped.put(step, step);
        steps.dropAhead();
      } else if (end == Outcome.Ending.UNVERIFIED || ending == Outcome.Ending.COMPLETED) {
        ending = end;
      }
    }
    return results.hasFailures() ? Outcome.Ending.FAILED : ending;
  }

  private Outcome.Ending apply(String step, Optional<String> next)
      throws CallFailed, InterruptedException {
    StepTransition.Precheck ahead = steps.ahead(step);
    // Credentials may change under way: a profile is switched, a session is renewed.
    return ahead.accountId().equals(job.plan().accountId())
        ? steps.apply(step, ahead, next)
        : Outcome.Ending.OTHER_ACCOUNT;
  }

  /** Whether no other step is tried after one that has ended so. */
  private boolean endsAll(Outcome.Ending end) {
    return switch (end) {
      case COMPLETED, UNVERIFIED, GIVEN_UP -> false;
      case FAILED -> results.lastFailureEndsAll();
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
    return job.plan().changes().stream()
        .filter(planned -> !results.done().contains(planned))
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
