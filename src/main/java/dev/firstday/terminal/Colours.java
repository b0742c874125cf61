package dev.firstday.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether colours are wanted. Bold and reverse are not colours: they stay, so focus can be seen.
 */
public final class Colours {
  private static final Set<String> ON = Set.of("always", "on", "yes", "true", "1");
  private static final Set<String> OFF = Set.of("never", "off", "no", "false", "0");

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
}
