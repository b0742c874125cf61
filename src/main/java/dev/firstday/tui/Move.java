package dev.firstday.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A screen's answer to a key.
 *
 * @param turns where to go, one after the other
 * @param actions what else is to be done
 * @param hint what to say in the status row, until the next key
 */
record Move(List<Turn> turns, List<Action> actions, Optional<String> hint) {
  /** One way to another screen. */
  sealed interface Turn {
    /** The screen itself, in another state, or another screen in its place. */
    record Become(ScreenState state) implements Turn {}

    /** A screen on top. */
    record Open(ScreenState state) implements Turn {}

    /** One screen back. */
    record Back() implements Turn {}

    /** Back to the list. */
    record Home() implements Turn {}
  }

  Move {
    turns = List.copyOf(turns);
    actions = List.copyOf(actions);
  }

  static Move none() {
    return new Move(List.of(), List.of(), Optional.empty());
  }

  static Move become(ScreenState state) {
    return none().turn(new Turn.Become(state));
  }

  static Move open(ScreenState state) {
    return none().turn(new Turn.Open(state));
  }

  static Move back() {
    return none().turn(new Turn.Back());
  }

  static Move home() {
    return none().turn(new Turn.Home());
  }

  static Move act(Action action) {
    return none().and(action);
  }

  static Move say(String hint) {
    return new Move(List.of(), List.of(), Optional.of(hint));
  }

  /** This move, and then another one. */
  Move then(Move other) {
    Move both = this;
    for (Turn turn : other.turns) {
      both = both.turn(turn);
    }
    for (Action action : other.actions) {
      both = both.and(action);
    }
    return new Move(both.turns, both.actions, other.hint.or(() -> hint));
  }

  Move thenOpen(ScreenState state) {
    return turn(new Turn.Open(state));
  }

  Move and(Action action) {
    List<Action> more = new ArrayList<>(actions);
    more.add(action);
    return new Move(turns, more, hint);
  }

  Move saying(String text) {
    return new Move(turns, actions, Optional.of(text));
  }

  private Move turn(Turn turn) {
    List<Turn> more = new ArrayList<>(turns);
    more.add(turn);
    return new Move(more, actions, hint);
  }

  /** The screens after the move. */
  Stack from(Stack stack) {
    Stack now = stack;
    for (Turn turn : turns) {
      now =
          switch (turn) {
            case Turn.Become(ScreenState state) -> now.top(state);
            case Turn.Open(ScreenState state) -> now.open(state);
            case Turn.Back() -> now.back();
            case Turn.Home() -> now.home();
          };
    }
    return now;
  }
}
