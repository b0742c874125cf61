package dev.firstday.engine;

import java.util.List;

/**
 * What an undo would do.
 *
 * @param plan the changes that take something back, in this order; confirmed and shown like those
 *     of an apply
 * @param kept what stays as it is, and why
 */
public record UndoPlan(Plan plan, List<Kept> kept) {

  /**
   * Something that an undo leaves as it is.
   *
   * @param change the change that is not taken back
   * @param steps the steps that wanted it
   * @param why a note of the messages, under {@code kept.}
   */
  public record Kept(Change change, List<String> steps, Note why) {}

  public UndoPlan {
    kept = List.copyOf(kept);
  }
}
