package dev.firstday.engine.undo;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.plan.Effect;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which steps need what a change made, beside those that are undone.
 *
 * @param catalog says which step stands on which
 * @param leaving the ids of the steps that are taken back
 */
public record Dependents(
    Catalog catalog,
    Map<String, Assessment> assessments,
    List<AppliedChange> live,
    Collection<String> leaving) {

  public Set<String> of(AppliedChange applied) {
    return staying(step -> needs(step, applied) && setUp(step.id()));
  }

  /** The ids of the steps that may need what one of these changes made, whatever AWS shows. */
  public Set<String> possible(Collection<AppliedChange> made) {
    return staying(step -> made.stream().anyMatch(one -> shared(one) || standsOn(step, one)));
  }

  private Set<String> staying(Predicate<StepEntry> chosen) {
    return catalog.steps().stream()
        .filter(step -> !leaving.contains(step.id()) && chosen.test(step))
        .map(StepEntry::id)
        .collect(Collectors.toSet());
  }

  /**
   * Whether steps may use it that never made it: what is for one step alone bears that one's id.
   */
  private static boolean shared(AppliedChange applied) {
    String id = applied.change().id();
    return applied.steps().stream().noneMatch(step -> id.equals(step) || id.startsWith(step + "/"));
  }

  private boolean needs(StepEntry step, AppliedChange applied) {
    return standsOn(step, applied) || uses(step.id(), applied.change().id());
  }

  private static boolean standsOn(StepEntry step, AppliedChange applied) {
    return applied.steps().contains(step.id())
        || applied.change().effect() == Effect.CREATE
            && applied.steps().stream().anyMatch(step.after()::contains);
  }

  private boolean uses(String step, String change) {
    return Optional.ofNullable(assessments.get(step))
        .filter(assessment -> assessment.uses().contains(change))
        .isPresent();
  }

  /** Something of its own is still there, or AWS shows that it is set up. */
  private boolean setUp(String step) {
    return live.stream().anyMatch(applied -> applied.steps().equals(List.of(step)))
        || Optional.ofNullable(assessments.get(step)).filter(Assessment::standing).isPresent();
  }
}
