package dev.firstday.tui.model;

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
public record Update(List<ScreenChange> turns, List<Action> actions, Optional<String> hint) {
  /** One way to another screen. */
  sealed interface ScreenChange {
    /** The screen itself, in another state, or another screen in its place. */
    record Become(ScreenState state) implements ScreenChange {}

    /** A screen on top. */
    record Open(ScreenState state) implements ScreenChange {}

    /** One screen back. */
    record Back() implements ScreenChange {}

    /** Back to the list. */
    record Home() implements ScreenChange {}
  }

  public Update {
    turns = List.copyOf(turns);
    actions = List.copyOf(actions);
  }

  public static Update none() {
    return new Update(List.of(), List.of(), Optional.empty());
  }

  public static Update become(ScreenState state) {
    return none().turn(new ScreenChange.Become(state));
  }

  public static Update open(ScreenState state) {
    return none().turn(new ScreenChange.Open(state));
  }

  public static Update back() {
    return none().turn(new ScreenChange.Back());
  }

  public static Update home() {
    return none().turn(new ScreenChange.Home());
  }

  public static Update act(Action action) {
    return none().and(action);
  }

  public static Update say(String hint) {
    return new Update(List.of(), List.of(), Optional.of(hint));
  }

  /** This move, and then another one. */
  public Update then(Update other) {
    Update both = this;
    for (ScreenChange turn : other.turns) {
      both = both.turn(turn);
    }
    for (Action action : other.actions) {
      both = both.and(action);
    }
    return new Update(both.turns, both.actions, other.hint.or(() -> hint));
  }

  public Update thenOpen(ScreenState state) {
    return turn(new ScreenChange.Open(state));
  }

  public Update and(Action action) {
    List<Action> more = new ArrayList<>(actions);
    more.add(action);
    return new Update(turns, more, hint);
  }

  public Update saying(String text) {
    return new Update(turns, actions, Optional.of(text));
  }

  private Update turn(ScreenChange turn) {
    List<ScreenChange> more = new ArrayList<>(turns);
    more.add(turn);
    return new Update(more, actions, hint);
  }

  /** The screens after the move. */
  public Stack from(Stack stack) {
    Stack now = stack;
    for (ScreenChange turn : turns) {
      now =
          switch (turn) {
            case ScreenChange.Become(ScreenState state) -> now.top(state);
            case ScreenChange.Open(ScreenState state) -> now.open(state);
            case ScreenChange.Back() -> now.back();
            case ScreenChange.Home() -> now.home();
          };
    }
    return now;
  }
}
