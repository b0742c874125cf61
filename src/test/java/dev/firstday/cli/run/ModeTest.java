package dev.firstday.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the wizard speaks, by what was asked for and what there is. */
class ModeTest {

  private static Map<String, String> environment(String variables) {
    Map<String, String> environment = new HashMap<>();
    Arrays.stream((variables == null ? "" : variables).split(";"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> environment.put(pair[0], pair[1]));
    return environment;
  }

  @ParameterizedTest(name = "{0}, stdin a terminal: {1}, stdout a terminal: {2} -> {3}")
  @CsvSource({
    "TERM=xterm, true, true, FULL_SCREEN",
    "TERM=dumb, true, true, PLAIN",
    "TERM=, true, true, PLAIN",
    "TERM=xterm, false, true, PLAIN",
    "TERM=xterm, true, false, PLAIN",
    "TERM=xterm, false, false, PLAIN",
    "TERM=xterm;CI=true, true, true, NONE",
    "TERM=xterm;CI=true, false, false, NONE",
    "TERM=xterm;CI=false, true, true, FULL_SCREEN",
    "TERM=xterm;ACCESSIBLE=1, true, true, PLAIN",
    "TERM=xterm;FIRSTDAY_ACCESSIBLE=yes, true, true, PLAIN",
    "TERM=xterm;ACCESSIBLE=0, true, true, FULL_SCREEN",
    "TERM=xterm;CI=true;ACCESSIBLE=1, false, false, PLAIN",
  })
  void without_being_asked(String variables, boolean typedAt, boolean shownAt, Mode mode) {
    assertEquals(
        mode,
        new Mode.Situation(false, false, false, environment(variables), typedAt, shownAt).mode());
  }

  @ParameterizedTest(name = "{0}, lines: {1}, accessible: {2}, terminal: {3} -> {4}")
  @CsvSource({
    "TERM=xterm, true, false, true, LINES",
    "TERM=dumb, true, false, true, PLAIN",
    "TERM=xterm, true, false, false, PLAIN",
    "TERM=xterm, false, true, true, PLAIN",
    "TERM=xterm, true, true, true, PLAIN",
    "TERM=xterm;CI=true, true, false, false, PLAIN",
  })
  void as_it_was_asked(
      String variables, boolean lines, boolean accessible, boolean terminal, Mode mode) {
    assertEquals(
        mode,
        new Mode.Situation(lines, accessible, false, environment(variables), terminal, terminal)
            .mode());
  }

  @Test
  void what_was_kept_holds_until_the_environment_says_otherwise() {
    assertEquals(Mode.PLAIN, kept("TERM=xterm"));
    assertEquals(Mode.FULL_SCREEN, kept("TERM=xterm;ACCESSIBLE=0"));
  }

  private static Mode kept(String variables) {
    return new Mode.Situation(false, false, true, environment(variables), true, true).mode();
  }
}
