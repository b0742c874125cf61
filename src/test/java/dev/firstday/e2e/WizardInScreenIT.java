package dev.firstday.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firstday.terminal.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The practice wizard inside GNU screen, which draws on a terminal of its own making. */
@Tag("binary")
class WizardInScreenIT {
  @TempDir private Path home;

  /** Whether there is a GNU screen to test with. */
  private static boolean available() throws InterruptedException {
    try {
      new ProcessBuilder("screen", "-v").start().waitFor();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void the_list_is_drawn_in_japanese_keys_work_and_the_screen_is_given_back() throws Exception {
    assumeTrue(Tmux.available(), "no tmux on this machine");
    assumeTrue(available(), "no GNU screen on this machine");
    Tmux.program(home);
    Files.writeString(home.resolve("screenrc"), "startup_message off\naltscreen on\n");
    try (Tmux terminal = new Tmux(80, 24, home)) {
      terminal.type("SCREENDIR=$HOME/sessions screen -U -c screenrc bash --norc -i").press("Enter");
      terminal.type("echo $TERM; stty -g > before").press("Enter").waitFor("screen");
      terminal.type("./firstday --practice --lang ja").press("Enter");
      terminal.waitFor("スクリーンリーダー");
      terminal.press("Enter").waitFor("間違いありませんか");
      String list = terminal.press("Escape").waitForList();
      // Whatever is wide takes its two columns: what stands to the right of it is in line.
      assertEquals(
          1,
          list.lines()
              .filter(line -> line.endsWith(" USD") && line.contains("["))
              .map(WizardInScreenIT::columns)
              .distinct()
              .count(),
          list);
      assertTrue(list.contains("───"), list);

      terminal.press("Down", "Down").waitFor(screen -> row(screen).contains(" 3 "), "the third");
      terminal.press("Up").waitFor(screen -> row(screen).contains(" 2 "), "the second");
      terminal.type("/mfa").waitFor("検索: mfa");
      terminal.press("Escape").waitFor(screen -> !screen.contains("検索:"), "all steps again");
      terminal.type("L").waitForList();
      terminal.type("q").waitFor(screen -> screen.stripTrailing().endsWith("$"), "a prompt");

      String after = terminal.screen();
      assertTrue(after.contains("./firstday --practice"), "what stood there is back: " + after);
      assertFalse(after.contains("left: "), after);
      assertEquals("1", terminal.tell("cursor_flag"));
      terminal.type("clear; stty -g > after; echo sa''ved").press("Enter").waitFor("saved");
      assertEquals(
          Files.readString(home.resolve("before")), Files.readString(home.resolve("after")));
      terminal.type("exit").press("Enter").waitFor("terminating");
    }
  }

  /** The row under the cursor. */
  private static String row(String screen) {
    return screen.lines().filter(line -> line.startsWith(" >")).findFirst().orElse("");
  }

  private static int columns(String line) {
    return Width.of(line);
  }
}
