package dev.firstday.tui.model;

import dev.firstday.engine.plan.Plan;
import dev.firstday.tui.widgets.ScreenTexts;

/** Whether a plan can be taken back. */
public final class Reversibility {
  private Reversibility() {}

  public static String of(Plan plan, ScreenTexts words) {
    long can =
        plan.changes().stream().filter(planned -> !planned.change().undo().isEmpty()).count();
    if (can == plan.changes().size()) {
      return words.say("undo.yes");
    }
    return can == 0 ? words.say("undo.no") : words.say("undo.part", can, plan.changes().size());
  }
}
