package dev.firstday.view;

import dev.firstday.engine.Texts;
import dev.firstday.engine.plan.Plan;

/** Whether a plan can be taken back. */
public final class Reversibility {
  private Reversibility() {}

  public static String of(Plan plan, Texts texts) {
    long can =
        plan.changes().stream().filter(planned -> !planned.change().undo().isEmpty()).count();
    if (can == plan.changes().size()) {
      return texts.say("tui.undo.yes");
    }
    return can == 0
        ? texts.say("tui.undo.no")
        : texts.say("tui.undo.part", can, plan.changes().size());
  }
}
