package dev.firstday.tui.screens.start;

import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Stack;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.model.Update;

/** The way from signing in to the list: who and where, how much, the few answers. */
public final class OnboardingFlow {
  private OnboardingFlow() {}

  /** What lies on the list when somebody comes to an account for the first time. */
  public static Stack arrived() {
    return Stack.of(StepState.StepList.start()).open(new StartState.Arrival(0));
  }

  /** From the account to the choice of steps. */
  public static Update choose(Model model) {
    return PresetsScreen.start(model).map(Update::open).orElseGet(() -> ask(model));
  }

  /** From the choice of steps to the answers. */
  public static Update ask(Model model) {
    return AnswersScreen.firstDay(model).map(Update::open).orElse(Update.home());
  }
}
