package dev.firstday.tui.screens.plan;

import dev.firstday.engine.plan.Plan;
import dev.firstday.tui.model.Model;

/** A plan as text to copy. */
public final class Scripts {
  private Scripts() {}

  public static String of(Plan plan, boolean json, Model model) {
    return json ? json(plan, model) : model.session().printer().awsCli(plan);
  }

  /** The same as {@code firstday plan --output json} prints. */
  private static String json(Plan plan, Model model) {
    return model
        .session()
        .printer()
        .plan(
            plan,
            model.session().given(),
            (step, change) -> model.words().change(model.step(step).entry(), change));
  }
}
