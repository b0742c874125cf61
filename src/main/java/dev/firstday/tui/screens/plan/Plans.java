package dev.firstday.tui.screens.plan;

import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.screens.start.AnswersScreen;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way to a plan: straight there, or through the answers that it needs. */
public final class Plans {
  private Plans() {}

  public static Update open(List<String> steps, Model model) {
    List<String> unanswered =
        steps.stream().filter(id -> model.answersMissing(List.of(id))).toList();
    return unanswered.isEmpty()
        ? show(steps, model)
        : Update.open(AnswersScreen.start(unanswered, steps, model));
  }

  /** The plan itself. Keys pressed before it was seen were meant for something else. */
  public static Update show(List<String> steps, Model model) {
    PlanState.Planning plan = of(steps, Set.of(), model);
    return tested(Update.open(plan), plan).and(new Action.DropKeys());
  }

  /** Whether the plan is allowed is found out while it is looked at. */
  static Update tested(Update move, PlanState.Planning state) {
    return state.plan().isEmpty() ? move : move.and(new Action.TestRights(state.plan()));
  }

  /** What would be taken back and what stays; where there is neither, only a word on that. */
  public static Update undo(List<String> steps, UndoPlan undo, Model model) {
    if (undo.plan().isEmpty() && undo.kept().isEmpty()) {
      return Update.say(model.say("tui.undo.nothing"));
    }
    PlanState.Planning state =
        PlanState.Planning.of(steps, Set.of(), undo.plan(), Optional.of(undo), model.now());
    return tested(Update.open(state), state).and(new Action.DropKeys());
  }

  static PlanState.Planning of(List<String> steps, Set<String> left, Model model) {
    Plan plan = model.plan(steps.stream().filter(step -> !left.contains(step)).toList());
    return PlanState.Planning.of(steps, left, plan, Optional.empty(), model.now());
  }
}
