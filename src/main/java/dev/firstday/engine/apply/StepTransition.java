package dev.firstday.engine.apply;

import dev.firstday.engine.account.Parallel;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.journal.ObservedState;
import dev.firstday.engine.journal.StateReader;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Looks at all that has to be seen before the first write of a step, or behind its last. */
record StepTransition(Job job, RunResults results, ResponseValues responses) {
  /**
   * How it is before a step's first write; what went wrong in a look goes wrong where it is used.
   */
  record Precheck(
      FutureTask<String> account,
      FutureTask<Assessment> step,
      FutureTask<Map<String, ObservedState>> states) {
    String accountId() throws CallFailed {
      if (account.state() == Future.State.FAILED
          && account.exceptionNow() instanceof CallFailed failure) {
        throw failure;
      }
      return Parallel.seen(account);
    }

    Assessment assessment() {
      return Parallel.seen(step);
    }

    /** What the reads of the step's changes show, by the changes' ids. */
    Map<String, ObservedState> before() {
      return Parallel.seen(states);
    }
  }

  /**
   * How it is behind a step's last write.
   *
   * @param left what the reads of the changes that were made show, by the changes' ids
   */
  record TransitionResult(Assessment assessment, Map<String, ObservedState> left) {}

  Precheck prefetch(String step) throws InterruptedException {
    List<Change> changes = results.open(step);
    job.assessor().invalidate();
    Precheck ahead =
        new Precheck(
            new FutureTask<>(() -> job.faults().caught(step, false, job.caller()::accountId)),
            new FutureTask<>(() -> job.assessor().assess(step)),
            new FutureTask<>(() -> states(changes)));
    Parallel.all(List.of(ahead.account(), ahead.step(), ahead.states()));
    return ahead;
  }

  /** Looks behind the last write of a step. */
  TransitionResult look(String step, List<Plan.Planned> made) throws InterruptedException {
    List<Change> changes = made.stream().map(Plan.Planned::change).toList();
    job.assessor().invalidate();
    FutureTask<Assessment> assessment = new FutureTask<>(() -> job.assessor().assess(step));
    FutureTask<Map<String, ObservedState>> left = new FutureTask<>(() -> states(changes));
    Parallel.all(List.of(assessment, left));
    return new TransitionResult(Parallel.seen(assessment), Parallel.seen(left));
  }

  /** What the reads of changes show now, by the changes' ids; without what can't be seen. */
  private Map<String, ObservedState> states(List<Change> changes) throws InterruptedException {
    Map<String, Read> reads = new LinkedHashMap<>();
    changes.forEach(
        change ->
            change
                .shows()
                .map(responses::resolved)
                .filter(read -> Placeholders.allReferences(read.request()).isEmpty())
                .ifPresent(read -> reads.put(change.id(), read)));
    Map<Read, StateReader.StateResult> seen =
        new StateReader(job.caller()::share, job.faults()).at(reads.values());
    Map<String, ObservedState> states = new LinkedHashMap<>();
    reads.forEach(
        (id, read) ->
            Objects.requireNonNull(seen.get(read))
                .sight()
                .ifPresent(state -> states.put(id, state)));
    return states;
  }
}
