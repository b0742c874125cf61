package dev.firstday.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The practice wizard as a process in a real terminal, with keys alone. */
class WizardInTmuxTest {
  @TempDir private Path home;

  @BeforeEach
  void a_program_to_run() throws IOException {
    assumeTrue(Tmux.available(), "no tmux on this machine");
    Path program = home.resolve("firstday");
    Files.writeString(
        program,
        """
        #!/bin/sh
        exec '%s/bin/java' --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -cp '%s' \\
          dev.firstday.cli.Main "$@"
        """
            .formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void a_person_sets_password_policy_and_budget_with_keys_alone() throws Exception {
    try (Tmux terminal = new Tmux(80, 24, home)) {
      terminal.type("stty -g > before; echo still here").press("Enter").waitFor("still here");
      start(terminal, "--practice");

      terminal.waitFor("Root user has MFA");
      find("Password policy", terminal).waitFor("There is no password policy");
      terminal.press("Enter", "Enter").waitFor("What would be written");
      terminal.press("Enter").waitFor("To apply, type the last 4 digits");
      confirm(terminal);
      terminal.press("Escape").waitForLine("Password policy", "Done", "USD");

      terminal.press("Escape").waitFor("more below");
      find("Budget with alerts", terminal).waitFor("There is no budget");
      terminal.press("Enter", "Enter").waitFor("What was found");
      terminal.press("Enter").waitFor("A plan needs these answers first");
      terminal.type("alerts@example.com").waitFor("alerts@example.com");
      terminal.press("Enter");
      confirm(terminal);
      terminal.press("Escape").waitForLine("Budget with alerts", "Done", "USD");
      quit(terminal);

      assertTrue(terminal.screen().contains("still here"), "the primary screen is back");
      assertEquals("1", terminal.tell("cursor_flag"));
      assertEquals("0", terminal.tell("alternate_on"));
      terminal.type("stty -g > after; clear").press("Enter");
      start(terminal, "--practice");
      // The summary of the first run has no such line.
      terminal.waitFor("more below");
      find("Password policy", terminal).waitForLine("Password policy", "Done");
      terminal.press("Escape").waitFor("more below");
      find("Budget with alerts", terminal).waitForLine("Budget with alerts", "Done");
      terminal.press("Escape").waitFor("more below");
      quit(terminal);
    }
    assertEquals(Files.readString(home.resolve("before")), Files.readString(home.resolve("after")));
  }

  @Test
  void it_speaks_Japanese_and_switches() throws Exception {
    try (Tmux terminal = new Tmux(120, 35, home)) {
      start(terminal, "--practice --lang ja");
      String screen = terminal.waitFor("ルートユーザーのMFA");
      assertTrue(screen.contains("練習"), screen);
      terminal.type("L").waitFor("Root user has MFA");
      quit(terminal);
    }
  }

  @Test
  void a_change_of_size_and_a_stop_leave_no_trace() throws Exception {
    try (Tmux terminal = new Tmux(80, 24, home)) {
      start(terminal, "--practice");
      terminal.waitFor("Root user has MFA");
      terminal.resize(40, 12);
      terminal.waitFor("ap-nor...");
      terminal.resize(120, 35);
      // Two panes.
      terminal.waitFor("│");

      terminal.press("C-z").waitFor("Stopped");
      assertEquals("0", terminal.tell("alternate_on"));
      terminal.type("fg").press("Enter").waitFor("q quit");
      // Keys right after going on don't count.
      Thread.sleep(600);
      terminal.press("C-c").waitFor("$");
      assertEquals("0", terminal.tell("alternate_on"));
      assertEquals("1", terminal.tell("cursor_flag"));
    }
  }

  @Test
  void without_a_terminal_it_says_what_to_do_instead() throws Exception {
    try (Tmux terminal = new Tmux(80, 24, home)) {
      start(terminal, "--practice < /dev/null | cat");
      String screen = terminal.waitFor("firstday check");
      assertFalse(screen.contains("Exception"), screen);
    }
  }

  private void start(Tmux terminal, String arguments) throws Exception {
    terminal.type("./firstday " + arguments).press("Enter");
  }

  /** Leaves one step in the list, whatever others there are. */
  private static Tmux find(String title, Tmux terminal) throws Exception {
    return terminal.type("/" + title);
  }

  private static void confirm(Tmux terminal) throws Exception {
    terminal.waitFor("To apply, type the last 4 digits");
    // Keys right after the page has opened don't count.
    Thread.sleep(600);
    terminal.type("9012").waitFor("(ready)");
    terminal.press("Enter").waitFor("How the steps stand now");
  }

  private static void quit(Tmux terminal) throws Exception {
    terminal.type("q").waitFor("$ ");
  }
}
