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

  /** A choice that leads to a page in place of this one. */
  public static Choice replace(LineCommand act, String text, Supplier<Page> page) {
    return new Choice(act, text, () -> new Navigation.ReplacePage(page.get()));
  }

  /** A choice that says or does something and stays on the page. */
  public static Choice act(LineCommand act, String text, Runnable work) {
    return new Choice(
        act,
        text,
        () -> {
          work.run();
          return new Navigation.Again();
        });
  }

  /** A choice that changes something, so that the page is said again. */
  public static Choice change(LineCommand act, String text, Runnable work) {
    return new Choice(
        act,
        text,
        () -> {
          work.run();
          return new Navigation.Afresh();
        });
  }
}
