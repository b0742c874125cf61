package dev.firstday.tui.model;

import dev.firstday.engine.Texts;
import dev.firstday.engine.plan.Plan;

/** Whether a plan can be taken back. */
public final class Reversibility {
  private Reversibility() {}

  public static String of(Plan plan, Texts words) {
    long can =
        plan.changes().stream().filter(planned -> !planned.change().undo().isEmpty()).count();
    if (can == plan.changes().size()) {
      return words.say("tui.undo.yes");
    }
    return can == 0
        ? words.say("tui.undo.no")
        : words.say("tui.undo.part", can, plan.changes().size());
  }
}
