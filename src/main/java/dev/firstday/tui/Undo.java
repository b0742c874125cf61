package dev.firstday.tui;

import dev.firstday.engine.plan.Plan;

/** Whether a plan can be taken back. */
final class Undo {
  private Undo() {}

  static String of(Plan plan, Words words) {
    long can =
        plan.changes().stream().filter(planned -> !planned.change().undo().isEmpty()).count();
    if (can == plan.changes().size()) {
      return words.say("undo.yes");
    }
    return can == 0 ? words.say("undo.no") : words.say("undo.part", can, plan.changes().size());
  }
}
