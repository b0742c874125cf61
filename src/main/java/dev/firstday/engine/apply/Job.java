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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An apply or an undo that a person has agreed to, and all that it works with.
 *
 * @param pause waits until AWS shows what was written
 * @param after the ids of the steps that a step needs
 * @param person whoever can be asked; without one, what needs a person is left
 * @param stop asked before each call
 * @param faults where it is written down that a call has met a fault of ours
 */
public record Job(
    Plan.Confirmed confirmed,
    Caller caller,
    Assessor assessor,
    Journal journal,
    Clock clock,
    Pause pause,
    Function<String, List<String>> after,
    Optional<Person> person,
    Consumer<ApplyEvent> events,
    Cancellation stop,
    FaultLog faults) {
  public Plan plan() {
    return confirmed.plan();
  }

  public boolean stopped() {
    return stop.getAsBoolean();
  }

  /** The same, which also ends where this says so. */
  Job endedBy(BooleanSupplier ended) {
    return new Job(
        confirmed,
        caller,
        assessor,
        journal,
        clock,
        pause,
        after,
        person,
        events,
        stop.or(ended),
        faults);
  }

  public void tell(ApplyEvent event) {
    events.accept(event);
  }
}
