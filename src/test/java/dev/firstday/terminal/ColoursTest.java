package dev.firstday.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColoursTest {
  @ParameterizedTest
  @CsvSource({
    "'',                                  true,  true",
    "'',                                  false, false",
    "NO_COLOR=1,                          true,  false",
    "NO_COLOR=,                           true,  true",
    "NO_COLOR=0,                          true,  false",
    "FIRSTDAY_COLOR=always NO_COLOR=1,    false, true",
    "FIRSTDAY_COLOR=never FORCE_COLOR=1,  true,  false",
    "FIRSTDAY_COLOR=auto NO_COLOR=1,      true,  false",
    "FIRSTDAY_COLOR= NO_COLOR=1,          true,  false",
    "NO_COLOR=1 FORCE_COLOR=1,            true,  false",
    "NO_COLOR=1 CLICOLOR_FORCE=1,         true,  false",
    "FORCE_COLOR=1,                       false, true",
    "FORCE_COLOR=0,                       true,  false",
    "FORCE_COLOR=false CLICOLOR_FORCE=1,  true,  false",
    "FORCE_COLOR=,                        false, false",
    "FORCE_COLOR=3 TERM=dumb,             false, true",
    "CLICOLOR_FORCE=1 CLICOLOR=0,         false, true",
    "CLICOLOR_FORCE=0,                    false, false",
    "CLICOLOR=0,                          true,  false",
    "CLICOLOR=1,                          false, false",
    "CLICOLOR=1,                          true,  true",
    "TERM=dumb,                           true,  false",
    "TERM=xterm,                          true,  true"
  })
  void the_first_that_says_something_decides(
      String variables, boolean interactive, boolean wanted) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.split(" ")) {
      String[] pair = variable.split("=", 2);
      environment.put(pair[0], pair.length > 1 ? pair[1] : "");
    }
    assertEquals(wanted, Colours.wanted(false, environment, interactive));
    assertFalse(Colours.wanted(true, environment, interactive));
  }

  @Test
  void the_flag_wins_over_everything() {
    assertFalse(Colours.wanted(true, Map.of("FIRSTDAY_COLOR", "always"), true));
  }
}
