package dev.firstday.view;

import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import java.util.List;
import java.util.Optional;

/**
 * How an apply or an undo ended, and how to go on.
 *
 * @param undo what was to be taken back and what stays; empty where it was no undo
 * @param progress how the steps stand now
 */
public record ResultSummary(
    Plan plan, Optional<UndoPlan> undo, Outcome outcome, Progress progress) {

  /** A text of which an undo has one of its own. */
  public String key(String name) {
    return (undo.isPresent() ? "tui.undo.result." : "tui.result.") + name;
  }

  /** The steps that it was for. */
  public List<String> ids() {
    return plan.changes().stream().flatMap(change -> change.steps().stream()).distinct().toList();
  }

  /** Those of them that the catalogue of this run has. */
  public List<StepView> steps() {
    return ids().stream().flatMap(id -> progress.step(id).stream()).toList();
  }

  /** The step that was not as the plan had it, and the text that says so. */
  public Optional<StepView> moved() {
    return outcome.moved().flatMap(progress::step);
  }

  public String movedKey() {
    return seenNow() ? "tui.result.seen-now" : "tui.result.moved";
  }

  /** Whether there is a new plan because something is seen that could not be seen before. */
  public boolean seenNow() {
    return outcome.ending() == Outcome.Ending.SEEN_NOW;
  }

  /** What to go on with; after an undo nothing is proposed. */
  public Optional<StepView> next() {
    return undo.isPresent() ? Optional.empty() : NextStep.of(progress.steps());
  }

  /** Steps of the plan that firstday could do something for now. */
  public List<String> plannable() {
    return progress.plannable().stream().filter(ids()::contains).toList();
  }

  /** Whether something was not done that was to be done. */
  public boolean unfinished() {
    return !outcome.notTried().isEmpty() || outcome.failed().isPresent();
  }
}
