package dev.firstday.engine.undo;

import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What an undo would do.
 *
 * @param plan the changes that take something back, in this order; confirmed and shown like those
 *     of an apply
 * @param kept what stays as it is, and why
 */
public record UndoPlan(Plan plan, List<Kept> kept) {
  /** Other steps use it; the values are their ids. */
  public static final String USED = "kept.used";

  /** It holds data; the value is the command that removes it all the same. */
  public static final String DATA = "kept.data";

  /** Something in it stays; the values are its change's id, a step of it, and what it is for. */
  public static final String HOLDS = "kept.holds";

  /**
   * Something that an undo leaves as it is.
   *
   * @param why a note of the messages, under {@code kept.}
   */
  public record Kept(Change change, List<String> steps, Note why) {
    /** The command that removes what is kept for the data in it. */
    public Optional<String> removal() {
      return why.code().equals(DATA) ? Optional.of(why.values().getFirst()) : Optional.empty();
    }
  }

  public UndoPlan {
    kept = List.copyOf(kept);
  }
}
