package dev.firstday.cli.run;

import dev.firstday.terminal.Terminals;
import java.util.Map;
import java.util.Optional;

/** How the wizard speaks with a person. */
public enum Mode {
  /** Drawn on the whole terminal. */
  FULL_SCREEN,
  /** Line by line, with the terminal's own editing made better. */
  LINES,
  /** Line by line, without a single control character. */
  PLAIN,
  /** Not at all: nobody is there to answer. */
  NONE;

  /**
   * What is known before anything is said.
   *
   * @param lines whether lines were asked for
   * @param accessible whether they were asked for without control characters
   * @param kept whether lines were chosen in an earlier run; empty where nothing was chosen
   */
  public record Situation(
      boolean lines,
      boolean accessible,
      boolean kept,
      Map<String, String> environment,
      boolean typedAt,
      boolean shownAt) {

    public Mode mode() {
      boolean terminal = typedAt && shownAt;
      Optional<Boolean> wanted = wanted();
      if (accessible || wanted.orElse(false)) {
        return PLAIN;
      }
      if (lines) {
        return terminal && Terminals.capable(environment) ? LINES : PLAIN;
      }
      if (ci(environment)) {
        return NONE;
      }
      if (!terminal || !Terminals.capable(environment)) {
        return PLAIN;
      }
      return kept && wanted.isEmpty() ? PLAIN : FULL_SCREEN;
    }

    /** What the environment says; empty where it says nothing. */
    private Optional<Boolean> wanted() {
      boolean said =
          environment.containsKey("ACCESSIBLE") || environment.containsKey("FIRSTDAY_ACCESSIBLE");
      return said ? Optional.of(Mode.accessible(environment)) : Optional.empty();
    }
  }

  /** Whether the environment asks for lines without control characters. */
  public static boolean accessible(Map<String, String> environment) {
    return on("ACCESSIBLE", environment) || on("FIRSTDAY_ACCESSIBLE", environment);
  }

  /** Whether the environment says that no person is there, as CI systems do. */
  public static boolean ci(Map<String, String> environment) {
    return on("CI", environment);
  }

  private static boolean on(String variable, Map<String, String> environment) {
    String value = environment.getOrDefault(variable, "");
    return !value.isEmpty() && !value.equals("0") && !value.equalsIgnoreCase("false");
  }
}
