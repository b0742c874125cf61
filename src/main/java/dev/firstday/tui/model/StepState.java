package dev.firstday.tui.model;

import dev.firstday.tui.widgets.TextField;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The list of steps, and the screens of one step. */
public sealed interface StepState extends ScreenState {

  /**
   * The list of steps.
   *
   * @param selected the step under the cursor; empty for the first open one, wherever that is
   * @param picked steps chosen for the next plan
   * @param find what the list is narrowed to
   * @param finding whether that is being typed
   * @param openOnly whether settled and skipped steps are hidden
   */
  record StepList(
      Optional<String> selected,
      Set<String> picked,
      TextField find,
      boolean finding,
      boolean openOnly)
      implements StepState {
    public StepList {
      picked = Set.copyOf(picked);
    }

    public static StepList start() {
      return new StepList(Optional.empty(), Set.of(), TextField.of(""), false, false);
    }

    public StepList at(String step) {
      return new StepList(Optional.of(step), picked, find, finding, openOnly);
    }

    public StepList picking(Set<String> steps) {
      return new StepList(selected, steps, find, finding, openOnly);
    }

    public StepList finding(TextField text, boolean typing) {
      return new StepList(selected, picked, text, typing, openOnly);
    }

    public StepList openOnly(boolean only) {
      return new StepList(selected, picked, find, finding, only);
    }
  }

  /**
   * One step.
   *
   * @param view which face of it is shown
   */
  record Detail(String step, DetailView view, int scroll) implements StepState {
    /** The faces of a step: in words, as AWS CLI script, as JSON. */
    public enum DetailView {
      WORDS,
      SCRIPT,
      JSON;

      public DetailView next() {
        return values()[(ordinal() + 1) % values().length];
      }
    }

    public static Detail of(String step) {
      return new Detail(step, DetailView.WORDS, 0);
    }
  }

  /**
   * How a person does a step.
   *
   * @param opened when the page was opened
   * @param nextLook when firstday looks again; empty if it no longer does
   * @param settled whether it is known that the step is done, so that this is said only once
   */
  record ByHand(
      String step, Instant opened, Optional<Instant> nextLook, boolean settled, int scroll)
      implements StepState {}
}
