package dev.firstday.tui.model;

import java.util.OptionalInt;

/**
 * What is on the screen.
 *
 * @param bar the entry of the key bar that has the focus, if Tab went there
 */
public record View(Stack stack, OptionalInt bar) {
  public static View of(Stack stack) {
    return new View(stack, OptionalInt.empty());
  }
}
