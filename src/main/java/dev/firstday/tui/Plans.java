package dev.firstday.tui;

import java.util.List;
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
    return Move.open(of(steps, Set.of(), model)).and(new Action.DropKeys());
  }

  static ScreenState.Planning of(List<String> steps, Set<String> left, Model model) {
    return new ScreenState.Planning(
        steps,
        left,
        model.plan(steps.stream().filter(step -> !left.contains(step)).toList()),
        0,
        ScreenState.Planning.Focus.BACK,
        "",
        model.now());
  }
}
