package dev.firstday.engine.apply;

import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an apply has done of its plan so far, what failed, and which steps that has stopped. */
final class ApplyResults {
  private final Plan plan;
  private final ChangeExecutor executor;
  private final Function<String, List<String>> after;
  private final Map<String, Assessment> assessments = new LinkedHashMap<>();
  private final List<Outcome.Failure> failures = new ArrayList<>();

  /** Steps that something has stopped, with the step in which that began. */
  private final Map<String, String> stopped = new LinkedHashMap<>();

  private Optional<String> moved = Optional.empty();

  /**
   * Nothing yet.
   *
   * @param after the ids of the steps that a step needs
   */
  ApplyResults(Plan plan, ChangeExecutor executor, Function<String, List<String>> after) {
    this.plan = plan;
    this.executor = executor;
    this.after = after;
  }

  /** What of a step is still to be made. */
  StepTransition.Next open(String step) {
    return new StepTransition.Next(
        step,
        planned(step).stream()
            .filter(planned -> !executor.done().contains(planned))
            .map(Plan.Planned::change)
            .toList());
  }

  boolean allMade(String step) {
    return executor.done().containsAll(planned(step));
  }

  private List<Plan.Planned> planned(String step) {
    return plan.changes().stream().filter(planned -> planned.steps().contains(step)).toList();
  }

  /**
   * Something failed.
   *
   * @param step the step that it stops; empty if it stops everything
   * @param change the change that failed; empty if it was a read
   */
  void fail(String step, Optional<Plan.Planned> change, Problem problem) {
    failures.add(new Outcome.Failure(step, change, problem));
  }

  /** A step is missing something else than what was confirmed. */
  void moved(String step) {
    moved = Optional.of(step);
  }

  /** How a step stands after its changes. */
  void verified(String step, Assessment assessment) {
    assessments.put(step, assessment);
  }

  boolean failed() {
    return !failures.isEmpty();
  }

  /** Whether every other call would meet what failed last. */
  boolean concernsAll() {
    return failures.getLast().problem().kind().concernsAll();
  }

  /** A step has failed: those that need it are not applied. */
  void stop(String step) {
    stopped.put(step, step);
  }

  /** Stops a step that needs one that was stopped; says whether it did. */
  boolean stopsWithAnother(String step) {
    Optional<String> cause = cause(step);
    cause.ifPresent(other -> stopped.put(step, other));
    return cause.isPresent();
  }

  /** The failed step without which this one can't be applied; empty if it can. */
  private Optional<String> cause(String step) {
    return Stream.concat(
            after.apply(step).stream(), open(step).changes().stream().flatMap(this::ownersOfNeeded))
        .flatMap(other -> Optional.ofNullable(stopped.get(other)).stream())
        .findFirst();
  }

  /** The steps whose failure has left undone a change, or one that it refers to. */
  private Stream<String> ownersOfNeeded(Change change) {
    Set<String> references = Placeholders.references(change.request());
    return plan.changes().stream()
        .filter(planned -> !executor.done().contains(planned))
        .filter(
            planned ->
                references.contains(planned.change().id())
                    || planned.change().equals(change) && hasFailed(planned))
        .flatMap(planned -> planned.steps().stream());
  }

  private boolean hasFailed(Plan.Planned planned) {
    return failures.stream().anyMatch(f -> f.change().equals(Optional.of(planned)));
  }

  Outcome outcome(Outcome.Ending ending) {
    List<Plan.Planned> done = executor.done();
    List<Plan.Planned> left =
        plan.changes().stream()
            .filter(planned -> !done.contains(planned) && !hasFailed(planned))
            .filter(planned -> ending != Outcome.Ending.COMPLETED)
            .toList();
    return new Outcome(
        ending,
        done,
        failures.stream().flatMap(f -> f.change().stream()).findFirst(),
        failures.stream().map(Outcome.Failure::problem).findFirst(),
        left,
        Map.copyOf(assessments),
        moved,
        List.copyOf(failures),
        behind(left));
  }

  private Map<String, String> behind(List<Plan.Planned> left) {
    Map<String, String> behind = new LinkedHashMap<>();
    left.forEach(
        planned ->
            planned.steps().stream()
                .filter(stopped::containsKey)
                .findFirst()
                .ifPresent(step -> behind.put(planned.change().id(), stopped.get(step))));
    return behind;
  }
}
