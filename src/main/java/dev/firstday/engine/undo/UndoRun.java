package dev.firstday.engine.undo;

import dev.firstday.engine.account.Caller;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Cancellation;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One undo: goes through the changes of a plan in their order, and decides when to end. */
final class UndoRun {
  private final Caller caller;
  private final Assessor assessor;
  private final Plan plan;
  private final Consumer<ApplyEvent> events;
  private final Cancellation stop;
  private final UndoExecutor executor;
  private final UndoFailures failures;
  private final Map<String, Assessment> assessments = new LinkedHashMap<>();
  private Optional<String> moved = Optional.empty();

  UndoRun(Caller caller, Assessor assessor, UndoExecutor.UndoJob job, UndoExecutor executor) {
    this.caller = caller;
    this.assessor = assessor;
    this.plan = job.plan();
    this.events = job.events();
    this.stop = job.stop();
    this.executor = executor;
    this.failures = executor.failures();
  }

  Outcome undo() {
    Outcome.Ending ending;
    try {
      ending = undoAll();
    } catch (CallFailed e) {
      failures.add(e.problem());
      ending = Outcome.Ending.FAILED;
    } catch (RecordFailed e) {
      failures.add(Problem.of(e));
      ending = Outcome.Ending.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ending = Outcome.Ending.STOPPED;
    }
    // An assessment of another account would tell nothing about this one.
    if (ending != Outcome.Ending.OTHER_ACCOUNT) {
      assessor.invalidate();
      executor.done().stream()
          .flatMap(planned -> planned.steps().stream())
          .distinct()
          .forEach(this::assess);
    }
    return outcome(ending);
  }

  private Outcome.Ending undoAll() throws CallFailed, InterruptedException {
    String step = "";
    for (Plan.Planned planned : plan.changes()) {
      if (stop.getAsBoolean()) {
        return Outcome.Ending.STOPPED;
      }
      Optional<AppliedChange> applied = executor.applied(planned);
      if (applied.filter(failures::keep).isPresent()) {
        continue;
      }
      String owner = planned.steps().getFirst();
      if (!owner.equals(step)) {
        step = owner;
        if (!caller.accountId().equals(plan.accountId())) {
          return Outcome.Ending.OTHER_ACCOUNT;
        }
        events.accept(new ApplyEvent.StepStarted(step));
      }
      Optional<Outcome.Ending> end = executor.undo(planned, applied);
      if (end.isPresent() && !goesOn(end.get())) {
        moved = end.filter(one -> one == Outcome.Ending.MOVED).map(one -> owner);
        return end.get();
      }
    }
    return wholeEnding();
  }

  private boolean goesOn(Outcome.Ending end) {
    return end == Outcome.Ending.FAILED && !failures.concernsAll() && !stop.onFailure();
  }

  private Outcome.Ending wholeEnding() {
    if (!failures.all().isEmpty()) {
      return Outcome.Ending.FAILED;
    }
    return executor.unverified() ? Outcome.Ending.UNVERIFIED : Outcome.Ending.COMPLETED;
  }

  private void assess(String step) {
    Assessment assessment = assessor.assess(step);
    assessments.put(step, assessment);
    events.accept(new ApplyEvent.StepVerified(step, assessment));
  }

  private Outcome outcome(Outcome.Ending ending) {
    List<Outcome.Failure> all = failures.all();
    List<Plan.Planned> failed = all.stream().flatMap(one -> one.change().stream()).toList();
    List<Plan.Planned> done = executor.done();
    List<Plan.Planned> left =
        plan.changes().stream()
            .filter(one -> !done.contains(one) && !failed.contains(one))
            .toList();
    Map<String, String> behind = new LinkedHashMap<>();
    left.forEach(
        planned ->
            executor
                .applied(planned)
                .flatMap(failures::cause)
                .ifPresent(step -> behind.put(planned.change().id(), step)));
    return new Outcome(
        ending,
        done,
        failed.stream().findFirst(),
        all.stream().map(Outcome.Failure::problem).findFirst(),
        left,
        Map.copyOf(assessments),
        moved,
        all,
        behind);
  }
}
