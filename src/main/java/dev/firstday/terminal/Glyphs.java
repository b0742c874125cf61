package dev.firstday.terminal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The characters that lines are drawn with. {@code ─} is one column wide in some terminals and two
 * in others, so the terminal is asked once, and without an answer ASCII is used.
 */
public enum Glyphs {
  UNICODE("─", "│"),
  ASCII("-", "|");

  private static final Set<String> PLAIN_TERMINALS = Set.of("linux", "vt100", "dumb");

  private final String horizontal;
  private final String vertical;

  Glyphs(String horizontal, String vertical) {
    this.horizontal = horizontal;
    this.vertical = vertical;
  }

  /** One column of a horizontal rule. */
  public String horizontal() {
    return horizontal;
  }

  /** One row of a vertical rule. */
  public String vertical() {
    return vertical;
  }

  /** What is known without asking the terminal: ASCII, or nothing. */
  static Optional<Glyphs> decided(boolean ascii, Map<String, String> environment) {
    boolean plain = PLAIN_TERMINALS.contains(environment.getOrDefault("TERM", "dumb"));
    return ascii || plain || Charmap.of(environment) == Charmap.ASCII
        ? Optional.of(ASCII)
        : Optional.empty();
  }
}
