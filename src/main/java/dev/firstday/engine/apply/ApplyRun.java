package dev.firstday.engine.apply;

import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.plan.Plan;
import java.util.List;
import java.util.Optional;

/** One apply: goes through the steps of a plan in their order, and decides when to end. */
final class ApplyRun {
  private final Plan plan;
  private final Cancellation stop;
  private final StepApplier steps;
  private final ApplyResults results;

  ApplyRun(Plan plan, Cancellation stop, StepApplier steps, ApplyResults results) {
    this.plan = plan;
    this.stop = stop;
    this.steps = steps;
    this.results = results;
  }

  Outcome apply(List<String> order) {
    List<String> owners =
        order.stream()
            .filter(id -> plan.changes().stream().anyMatch(p -> p.steps().contains(id)))
            .toList();
    try {
      return results.outcome(applyAll(owners));
    } catch (CallFailed e) {
      return failedWhole(e.problem());
    } catch (RecordFailed e) {
      return failedWhole(Problem.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return results.outcome(Outcome.Ending.STOPPED);
    }
  }

  private Outcome failedWhole(Problem problem) {
    results.fail("", Optional.empty(), problem);
    return results.outcome(Outcome.Ending.FAILED);
  }

  private Outcome.Ending applyAll(List<String> owners) throws CallFailed, InterruptedException {
    Outcome.Ending ending = Outcome.Ending.COMPLETED;
    for (int i = 0; i < owners.size(); i++) {
      String step = owners.get(i);
      if (results.stopsWithAnother(step)) {
        steps.dropAhead();
        continue;
      }
      Outcome.Ending end = apply(step, owners.stream().skip(i + 1).findFirst());
      if (endsAll(end)) {
        return end;
      }
      if (end == Outcome.Ending.FAILED) {
        results.stop(step);
        steps.dropAhead();
      } else if (end == Outcome.Ending.UNVERIFIED || ending == Outcome.Ending.COMPLETED) {
        ending = end;
      }
    }
    return results.failed() ? Outcome.Ending.FAILED : ending;
  }

  private Outcome.Ending apply(String step, Optional<String> next)
      throws CallFailed, InterruptedException {
    StepTransition.Precheck ahead = steps.ahead(step);
    // Credentials may change under way: a profile is switched, a session is renewed.
    return ahead.accountId().equals(plan.accountId())
        ? steps.apply(step, ahead, next)
        : Outcome.Ending.OTHER_ACCOUNT;
  }

  /** Whether no other step is tried after one that has ended so. */
  private boolean endsAll(Outcome.Ending end) {
    return switch (end) {
      case COMPLETED, UNVERIFIED, GIVEN_UP -> false;
      case FAILED -> stop.onFailure() || results.concernsAll();
      case STOPPED, MOVED, SEEN_NOW, OTHER_ACCOUNT -> true;
    };
  }
}
