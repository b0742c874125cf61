package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.terminal.Width;

/** Measures text as a terminal does. */
public final class Columns {
  private Columns() {}

  /** Fails if a line is wider. */
  public static void atMost(int columns, String text) {
    text.lines()
        .forEach(
            line ->
                assertTrue(Width.of(line) <= columns, () -> Width.of(line) + " columns: " + line));
  }
}
