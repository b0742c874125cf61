package dev.firstday.view;

import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import java.util.List;
import java.util.Optional;

/**
 * What a person should do next, for every front end: the first step at which there is something to
 * do, and only then one that merely waits.
 */
public final class NextStep {
  private NextStep() {}

  /**
   * The step to open; empty where none is left.
   *
   * @param steps those that are shown to the person, in order
   */
  public static Optional<StepView> of(List<StepView> steps) {
    return steps.stream()
        .filter(step -> step.open() && !Progress.waits(step))
        .findFirst()
        .or(() -> steps.stream().filter(StepView::open).findFirst());
  }
}
