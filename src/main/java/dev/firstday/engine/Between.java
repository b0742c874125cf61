package dev.firstday.engine;

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
final class Between {
  private final Caller caller;
  private final Assessor assessor;
  private final Making making;
  private final FaultLog faults;

  Between(Caller caller, Assessor assessor, Making making, FaultLog faults) {
    this.caller = caller;
    this.assessor = assessor;
    this.making = making;
    this.faults = faults;
  }

  /** A step that is about to be written. */
  record Next(String step, List<Change> changes) {}

  /**
   * How it is before a step's first write; what went wrong in a look goes wrong where it is used.
   */
  static final class Ahead {
    private final FutureTask<String> accountId;
    private final FutureTask<Assessment> assessment;
    private final FutureTask<Map<String, Sight>> before;

    private Ahead(
        FutureTask<String> accountId,
        FutureTask<Assessment> assessment,
        FutureTask<Map<String, Sight>> before) {
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
      return SideBySide.seen(accountId);
    }

    Assessment assessment() {
      return SideBySide.seen(assessment);
    }

    /** What the reads of the step's changes show, by the changes' ids. */
    Map<String, Sight> before() {
      return SideBySide.seen(before);
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
  record Seen(Assessment assessment, Map<String, Sight> left, Optional<Ahead> ahead) {}

  /** Looks before the first write of a step. */
  Ahead ahead(Next next) throws InterruptedException {
    assessor.lookAgain();
    Ahead ahead = begin(next);
    SideBySide.all(ahead.looks().toList());
    return ahead;
  }

  /**
   * Looks behind the last write of a step, and before the first write of the next.
   *
   * @param made what was made for the step
   * @param next the step that is next; empty if it is not to be looked at
   */
  Seen look(String step, List<Plan.Planned> made, Optional<Next> next) throws InterruptedException {
    List<Change> changes = made.stream().map(Plan.Planned::change).toList();
    assessor.lookAgain();
    FutureTask<Assessment> assessment = new FutureTask<>(() -> assessor.assess(step));
    FutureTask<Map<String, Sight>> left = new FutureTask<>(() -> making.sights(changes));
    Optional<Ahead> ahead = next.map(this::begin);
    SideBySide.all(
        Stream.concat(Stream.of(assessment, left), ahead.stream().flatMap(Ahead::looks)).toList());
    return new Seen(SideBySide.seen(assessment), SideBySide.seen(left), ahead);
  }

  private Ahead begin(Next next) {
    return new Ahead(
        new FutureTask<>(() -> Faults.caught(faults, next.step(), false, caller::accountId)),
        new FutureTask<>(() -> assessor.assess(next.step())),
        new FutureTask<>(() -> making.sights(next.changes())));
  }
}
