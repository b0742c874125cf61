package dev.firstday.tui;

import dev.firstday.engine.StepView;

/** Names of steps and of their pages. */
final class Places {
  private Places() {}

  /** A step as it is spoken of: number and title. */
  static String name(StepView step, Model model) {
    return model.number(step.id()) + " " + model.words().of(step.entry().title());
  }

  /** Said beside everything that is only planned. */
  static Line notYet(Model model) {
    String text = model.made().isEmpty() ? "plan.nothing-yet" : "plan.not-yet";
    return Line.of(model.words().say(text), Role.TITLE);
  }

  /** Its page, for the header. */
  static String step(StepView step, Model model) {
    return model.words().say("place.step", name(step, model));
  }
}
