package dev.firstday.tui.model;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A screen's answer to a key.
 *
 * @param turn where to go
 * @param actions what else is to be done
 * @param hint what to say in the status row, until the next key
 */
public record Update(UnaryOperator<Stack> turn, List<Action> actions, Optional<String> hint) {
  public Update {
    actions = List.copyOf(actions);
  }

  private static Update to(UnaryOperator<Stack> turn) {
    return new Update(turn, List.of(), Optional.empty());
  }

  public static Update none() {
    return to(UnaryOperator.identity());
  }

  /** The screen itself, in another state, or another screen in its place. */
  public static Update become(ScreenState state) {
    return to(stack -> stack.top(state));
  }

  /** A screen on top. */
  public static Update open(ScreenState state) {
    return to(stack -> stack.open(state));
  }

  /** One screen back. */
  public static Update back() {
    return to(Stack::back);
  }

  /** Back to the list. */
  public static Update home() {
    return to(Stack::home);
  }

  public static Update act(Action action) {
    return none().and(action);
  }

  public static Update say(String hint) {
    return none().saying(hint);
  }

  /** This move, and then another one. */
  public Update then(Update other) {
    return new Update(
        stack -> other.from(from(stack)),
        Stream.concat(actions.stream(), other.actions.stream()).toList(),
        other.hint.or(() -> hint));
  }

  public Update thenOpen(ScreenState state) {
    return then(open(state));
  }

  public Update and(Action action) {
    return new Update(turn, Stream.concat(actions.stream(), Stream.of(action)).toList(), hint);
  }

  public Update saying(String text) {
    return new Update(turn, actions, Optional.of(text));
  }

  /** The screens after the move. */
  public Stack from(Stack stack) {
    return turn.apply(stack);
  }
}
