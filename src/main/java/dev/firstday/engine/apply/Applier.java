package dev.firstday.engine.apply;

import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Pause;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.plan.Plan;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

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
    try (ChangeExecutor executor = new ChangeExecutor(caller, journal, clock, pause, job)) {
      ApplyResults results = new ApplyResults(job.plan(), executor, after);
      StepTransition transition = new StepTransition(caller, assessor, executor, faults);
      StepApplier steps = new StepApplier(job, executor, transition, results, clock, pause);
      return new ApplyRun(job.plan(), stop, steps, results).apply(order);
    }
  }
}
