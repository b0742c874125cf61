package dev.firstday.tui;

/** The way from signing in to the list: who and where, how much, the few answers. */
final class FirstDay {
  private FirstDay() {}

  /** What lies on the list when somebody comes to an account for the first time. */
  static Stack arrived() {
    return Stack.of(ScreenState.Steps.start()).open(new ScreenState.Arrival(0));
  }

  /** From the account to the choice of steps. */
  static Move choose(Model model) {
    return PresetsScreen.start(model).map(Move::open).orElseGet(() -> ask(model));
  }

  /** From the choice of steps to the answers. */
  static Move ask(Model model) {
    return AnswersScreen.firstDay(model).map(Move::open).orElse(Move.home());
  }
}
