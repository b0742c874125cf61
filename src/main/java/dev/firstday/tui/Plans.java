package dev.firstday.tui;

import dev.firstday.engine.undo.UndoPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way to a plan: straight there, or through the answers that it needs. */
final class Plans {
  private Plans() {}

  static Move open(List<String> steps, Model model) {
    List<String> unanswered =
        steps.stream().filter(id -> model.answersMissing(List.of(id))).toList();
    return unanswered.isEmpty()
        ? show(steps, model)
        : Move.open(AnswersScreen.start(unanswered, steps, model));
  }

  /** The plan itself. Keys pressed before it was seen were meant for something else. */
  static Move show(List<String> steps, Model model) {
    ScreenState.Planning plan = of(steps, Set.of(), model);
    return tested(Move.open(plan), plan).and(new Action.DropKeys());
  }

  /** Whether the plan is allowed is found out while it is looked at. */
  static Move tested(Move move, ScreenState.Planning state) {
    return state.plan().isEmpty() ? move : move.and(new Action.TestRights(state.plan()));
  }

  /** What would be taken back and what stays; where there is neither, only a word on that. */
  static Move undo(List<String> steps, UndoPlan undo, Model model) {
    if (undo.plan().isEmpty() && undo.kept().isEmpty()) {
      return Move.say(model.words().say("undo.nothing"));
    }
    ScreenState.Planning state =
        new ScreenState.Planning(
            steps,
            Set.of(),
            undo.plan(),
            Optional.of(undo),
            0,
            ScreenState.Planning.Focus.BACK,
            "",
            model.now(),
            Optional.empty());
    return tested(Move.open(state), state).and(new Action.DropKeys());
  }

  static ScreenState.Planning of(List<String> steps, Set<String> left, Model model) {
    return new ScreenState.Planning(
        steps,
        left,
        model.plan(steps.stream().filter(step -> !left.contains(step)).toList()),
        Optional.empty(),
        0,
        ScreenState.Planning.Focus.BACK,
        "",
        model.now(),
        Optional.empty());
  }
}
