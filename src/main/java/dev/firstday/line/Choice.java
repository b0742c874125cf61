package dev.firstday.line;

import java.util.function.Supplier;

/**
 * One thing that can be chosen by its number.
 *
 * @param act what it means
 * @param text what it is called
 * @param then does it
 */
record Choice(Act act, String text, Supplier<Turn> then) {
  /** A choice that only leads to another page. */
  static Choice open(Act act, String text, Supplier<Page> page) {
    return new Choice(act, text, () -> new Turn.Open(page.get()));
  }
}
