package dev.firstday.terminal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalsTest {
  @Test
  void pipes_are_not_interactive() {
    assertFalse(Terminals.interactive());
  }

  @Test
  void a_terminal_that_can_only_print_is_not_interactive() {
    assertFalse(Terminals.capable(Map.of("TERM", "dumb"), false));
    assertFalse(Terminals.capable(Map.of("TERM", ""), false));
    assertFalse(Terminals.capable(Map.of(), false));
    assertTrue(Terminals.capable(Map.of("TERM", "xterm"), false));
    assertTrue(Terminals.capable(Map.of(), true));
  }
}
