package dev.firstday.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Whether colours are wanted, and for a light or a dark background. Bold and reverse are not
 * colours: they stay, so focus can be seen.
 */
public final class Colours {
  private static final Set<String> ON = Set.of("always", "on", "yes", "true", "1");
  private static final Set<String> OFF = Set.of("never", "off", "no", "false", "0");

  private static final Pattern ANSWER =
      Pattern.compile("]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4}).*");

  // How much red, green and blue add to the brightness that is seen.
  private static final double[] WEIGHTS = {0.299, 0.587, 0.114};

  private Colours() {}

  /**
   * The first of these that says something decides: {@code --no-color}, FIRSTDAY_COLOR, NO_COLOR,
   * FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR=0, TERM=dumb, and last whether this is a terminal. Empty
   * variables say nothing.
   */
  public static boolean wanted(
      boolean noColor, Map<String, String> environment, boolean interactive) {
    if (noColor) {
      return false;
    }
    String own = value(environment, "FIRSTDAY_COLOR");
    if (ON.contains(own) || OFF.contains(own)) {
      return ON.contains(own);
    }
    if (!value(environment, "NO_COLOR").isEmpty()) {
      return false;
    }
    String force = value(environment, "FORCE_COLOR");
    if (!force.isEmpty()) {
      return !force.equals("0") && !force.equals("false");
    }
    String cliForce = value(environment, "CLICOLOR_FORCE");
    if (!cliForce.isEmpty() && !cliForce.equals("0")) {
      return true;
    }
    return !value(environment, "CLICOLOR").equals("0")
        && !value(environment, "TERM").equals("dumb")
        && interactive;
  }

  private static String value(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
  }

  /** What the answer to OSC 11 says; empty if it is none. */
  static Optional<Boolean> light(String answer) {
    Matcher colour = ANSWER.matcher(answer);
    return colour.matches()
        ? Optional.of(
            IntStream.range(0, 3).mapToDouble(i -> WEIGHTS[i] * part(colour.group(i + 1))).sum()
                > 0.5)
        : Optional.empty();
  }

  /** One part of a colour, from 0 to 1, in however many digits it was written. */
  private static double part(String digits) {
    return Integer.parseInt(digits, 16) / (Math.pow(16, digits.length()) - 1);
  }

  /** What COLORFGBG says, which some terminals set: the last number is that of the background. */
  public static boolean light(Map<String, String> environment) {
    return environment.getOrDefault("COLORFGBG", "").matches(".*;(7|15)");
  }
}
