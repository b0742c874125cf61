package dev.firstday.line.model;

import java.util.function.Supplier;

/**
 * One thing that can be chosen by its number.
 *
 * @param act what it means
 * @param text what it is called
 * @param then does it
 */
public record Choice(LineCommand act, String text, Supplier<Navigation> then) {
  /** A choice that only leads to another page. */
  public static Choice open(LineCommand act, String text, Supplier<Page> page) {
    return new Choice(act, text, () -> new Navigation.NextPage(page.get()));
  }
}
