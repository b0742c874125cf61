package dev.firstday.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firstday.dist.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser is opened when a person presses {@code o}, and where that is of no use, never. */
@Tag("binary")
@Execution(ExecutionMode.CONCURRENT)
class BrowserInTmuxIT {
  /** What a Java loads when it has started a program. */
  private static final String CHILD = "java.lang.ProcessHandleImpl$ExitCompletion";

  private static final String IN_HELP = "open the console page in the browser";

  @TempDir private Path home;
  private Loaded loaded;

  @BeforeEach
  void a_program_and_a_browser() throws IOException {
    assumeTrue(Tmux.available(), "no tmux on this machine");
    Tmux.program(home);
    loaded = new Loaded(home.resolve("loaded.txt"));
    Path opener = Files.createDirectory(home.resolve("bin")).resolve("xdg-open");
    Files.writeString(opener, "#!/bin/sh\necho \"$1\" >>'" + home + "/opened'\n");
    Files.setPosixFilePermissions(opener, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void no_program_is_started_before_the_key_is_pressed() throws Exception {
    assumeTrue(Edition.onJvm(), "the classes that a JVM loads tell it");
    try (Tmux terminal = new Tmux(80, 24, home)) {
      byHand("./firstday --practice", terminal);
      assertTrue(terminal.screen().contains("o open page"), terminal.screen());
      terminal.type("?").waitFor("Find:");
      assertTrue(terminal.screen().contains(IN_HELP), terminal.screen());
      closeHelp(terminal);
      assertFalse(loaded.classes().contains(CHILD), "a program was started, unasked");

      terminal.type("o").waitFor("The page should open in your browser");
      assertTrue(loaded.classes().contains(CHILD), "the name that the JDK gives it");
      assertEquals(
          "https://console.aws.amazon.com/iam/home#/security_credentials\n",
          Files.readString(home.resolve("opened")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "./firstday --practice --no-browser",
        "FIRSTDAY_NO_BROWSER=1 ./firstday --practice",
        "SSH_CONNECTION='192.0.2.1 50000 192.0.2.2 22' ./firstday --practice",
        "AWS_EXECUTION_ENV=CloudShell ./firstday --practice",
        "DISPLAY= ./firstday --practice",
      })
  void where_it_is_of_no_use_it_is_not_offered_and_the_key_does_nothing(String command)
      throws Exception {
    try (Tmux terminal = new Tmux(80, 24, home)) {
      byHand(command, terminal);
      assertFalse(terminal.screen().contains("o open page"), terminal.screen());
      terminal.type("o").type("?").waitFor("Find:");
      assertFalse(terminal.screen().contains(IN_HELP), terminal.screen());
      closeHelp(terminal);
      terminal.type("q").waitFor("Go on with: firstday");
      assertFalse(loaded.classes().contains(CHILD), "a program was started");
    }
  }

  /** The key bar below may be seen before it, while a frame is being drawn. */
  private static void closeHelp(Tmux terminal) throws IOException {
    terminal
        .press("Escape")
        .waitFor(
            screen -> screen.contains("O link alone") && !screen.contains("Find:"),
            "the page below the help");
  }

  /** To the page of the first step, which only a person can do. */
  private void byHand(String command, Tmux terminal) throws IOException {
    terminal.type("unset SSH_CONNECTION SSH_TTY SSH_CLIENT AWS_EXECUTION_ENV WAYLAND_DISPLAY");
    terminal.press("Enter").type("unset BROWSER FIRSTDAY_NO_BROWSER WSL_DISTRO_NAME WSL_INTEROP");
    terminal.press("Enter").type("export DISPLAY=:0 PATH=\"$HOME/bin:$PATH\"").press("Enter");
    terminal.type("export JAVA_TOOL_OPTIONS=" + loaded.option()).press("Enter");
    terminal.type("clear").press("Enter").type(command).press("Enter");
    terminal.waitFor("Using a screen reader");
    terminal.press("Enter").waitFor("Is this the account");
    terminal.press("Escape").waitForList();
    terminal.press("Enter").waitFor("Esc back");
    terminal.press("Enter").waitFor("O link alone");
  }
}
