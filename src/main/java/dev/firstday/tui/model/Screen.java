package dev.firstday.tui.model;

import dev.firstday.terminal.Key;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A screen in one state, over one model: what it shows, what can be done on it, and its answer to
 * each key. Nothing here changes anything; a {@link Update} says what should be.
 */
public interface Screen {
  /** Where one is. */
  String place();

  /** How things stand there. */
  default Line standing() {
    return Line.EMPTY;
  }

  Body body();

  /** All that it says, as text. */
  default String content() {
    return Line.text(body().lines());
  }

  /** What can be done now, the most useful first. */
  default Offers choices() {
    Offers choices = new Offers();
    offers().forEach(option -> choices.add(option, () -> run(option.command())));
    return choices;
  }

  default List<CommandOption> offers() {
    return choices().options();
  }

  /** Does one of the commands that were offered. */
  default Update run(Command command) {
    return choices().run(command);
  }

  /** Takes a key before it is looked up: for fields, and for parts that Tab goes through. */
  default Optional<Update> type(Key key) {
    return Optional.empty();
  }

  /** Whether the body takes the whole screen but the key bar. */
  default boolean bare() {
    return false;
  }

  /** Whether it shows what must not get anywhere else, as a copy of the page would. */
  default boolean secret() {
    return false;
  }

  /** Whether letters are text now. */
  default boolean typing() {
    return false;
  }

  /** Text goes into fields only. */
  default Optional<Update> paste(String text) {
    return Optional.empty();
  }

  /** A click into the body; rows are counted from its top. */
  default Update click(int column, int row) {
    return Update.none();
  }

  /** What a person waits for here, and may leave; empty if there is nothing. */
  default Optional<Wait> waiting() {
    return Optional.empty();
  }

  /** What the status row says while there is no news; empty for what was changed so far. */
  default Optional<Line> status() {
    return Optional.empty();
  }

  /** When the screen has something to do without a key. */
  default Optional<Instant> wakeAt() {
    return Optional.empty();
  }

  default Update wake() {
    return Update.none();
  }

  /** Follows news about a step. */
  default Update refreshed() {
    return Update.none();
  }
}
