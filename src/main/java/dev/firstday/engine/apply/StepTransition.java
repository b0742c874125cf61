package dev.firstday.engine.apply;

import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Parallel;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.Faults;
import dev.firstday.engine.journal.ObservedState;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * Looks at what has to be seen between the last write of a step and the first of the next: at
 * everything at the same time. Nothing is written meanwhile.
 */
final class StepTransition {
  private final Caller caller;
  private final Assessor assessor;
  private final ChangeExecutor executor;
  private final FaultLog faults;

  StepTransition(Caller caller, Assessor assessor, ChangeExecutor executor, FaultLog faults) {
    this.caller = caller;
    this.assessor = assessor;
    this.executor = executor;
    this.faults = faults;
  }

  /** A step that is about to be written. */
  record Next(String step, List<Change> changes) {}

  /**
   * How it is before a step's first write; what went wrong in a look goes wrong where it is used.
   */
  static final class Precheck {
    private final FutureTask<String> accountId;
    private final FutureTask<Assessment> assessment;
    private final FutureTask<Map<String, ObservedState>> before;

    private Precheck(
        FutureTask<String> accountId,
        FutureTask<Assessment> assessment,
        FutureTask<Map<String, ObservedState>> before) {
      this.accountId = accountId;
      this.assessment = assessment;
      this.before = before;
    }

    /** The account that the credentials belong to. */
    String accountId() throws CallFailed {
      if (accountId.state() == Future.State.FAILED
          && accountId.exceptionNow() instanceof CallFailed failure) {
        throw failure;
      }
      return Parallel.seen(accountId);
    }

    Assessment assessment() {
      return Parallel.seen(assessment);
    }

    /** What the reads of the step's changes show, by the changes' ids. */
    Map<String, ObservedState> before() {
      return Parallel.seen(before);
    }

    private Stream<FutureTask<?>> looks() {
      return Stream.of(accountId, assessment, before);
    }
  }

  /**
   * How it is behind a step's last write.
   *
   * @param left what the reads of the changes that were made show, by the changes' ids
   * @param ahead how it is before the next step's first write
   */
  record TransitionResult(
      Assessment assessment, Map<String, ObservedState> left, Optional<Precheck> ahead) {}

  /** Looks before the first write of a step. */
  Precheck prefetch(Next next) throws InterruptedException {
    assessor.invalidate();
    Precheck ahead = begin(next);
    Parallel.all(ahead.looks().toList());
    return ahead;
  }

  /**
   * Looks behind the last write of a step, and before the first write of the next.
   *
   * @param made what was made for the step
   * @param next the step that is next; empty if it is not to be looked at
   */
  TransitionResult look(String step, List<Plan.Planned> made, Optional<Next> next)
      throws InterruptedException {
    List<Change> changes = made.stream().map(Plan.Planned::change).toList();
    assessor.invalidate();
    FutureTask<Assessment> assessment = new FutureTask<>(() -> assessor.assess(step));
    FutureTask<Map<String, ObservedState>> left = new FutureTask<>(() -> executor.sights(changes));
    Optional<Precheck> ahead = next.map(this::begin);
    Parallel.all(
        Stream.concat(Stream.of(assessment, left), ahead.stream().flatMap(Precheck::looks))
            .toList());
    return new TransitionResult(Parallel.seen(assessment), Parallel.seen(left), ahead);
  }

  private Precheck begin(Next next) {
    return new Precheck(
        new FutureTask<>(() -> Faults.caught(faults, next.step(), false, caller::accountId)),
        new FutureTask<>(() -> assessor.assess(next.step())),
        new FutureTask<>(() -> executor.sights(next.changes())));
  }
}
