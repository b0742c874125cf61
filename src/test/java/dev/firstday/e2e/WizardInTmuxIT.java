package dev.firstday.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firstday.dist.Edition;
import dev.firstday.practice.Authenticator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The practice wizard as a process in a real terminal, with keys alone. */
@Tag("binary")
@Execution(ExecutionMode.CONCURRENT)
class WizardInTmuxIT {
  private static final Pattern SECRET = Pattern.compile("^otpauth://totp/.*[?&]secret=([A-Z2-7]+)");

  @TempDir private Path home;

  @BeforeEach
  void a_program_to_run() throws IOException {
    assumeTrue(Tmux.available(), "no tmux on this machine");
    Tmux.program(home);
  }

  @Test
  void a_first_day_from_nothing_to_the_summary_with_keys_alone() throws Exception {
    try (Tmux terminal = new Tmux(80, 24, home)) {
      terminal.type("stty -g > before; echo still here").press("Enter").waitFor("still here");
      start(terminal, "--practice");

      terminal.waitFor("Using a screen reader");
      terminal.press("Enter").waitFor("Is this the account");
      terminal.press("Enter").waitFor("How much do you want");
      // Minimal, which costs nothing.
      terminal.press("Up", "Enter").waitFor("asked once");
      terminal.type("alerts@example.com").waitFor("alerts@example.com");
      terminal.press("Escape").waitFor("How much do you want");
      terminal.press("Escape", "Escape").waitForList();

      find("Password policy", terminal).waitFor("There is no password policy");
      terminal.press("Enter", "Enter").waitFor("What would be written");
      terminal.press("Enter");
      confirm(terminal, "How the steps stand now");
      terminal.press("Escape").waitForLine("Password policy", "Done", "USD");
      terminal.press("Escape").waitForList();
      find("Budget with alerts", terminal).waitFor("There is no budget");
      terminal.press("Enter", "Enter").waitFor("What was found");
      // The address was asked for already.
      terminal.press("Enter");
      confirm(terminal, "How the steps stand now");
      terminal.press("Escape").waitForLine("Budget with alerts", "Done", "USD");
      quit(terminal);

      String screen = terminal.screen();
      assertTrue(screen.contains("still here"), "the primary screen is back");
      assertTrue(screen.contains("Changes made in AWS account 123456789012: 2"), screen);
      assertClean(terminal);
      terminal.type("clear").press("Enter");
      start(terminal, "--practice");
      // The summary of the first run has no such line.
      terminal.waitForList();
      find("Password policy", terminal).waitForLine("Password policy", "Done");
      terminal.press("Escape").waitForList();
      quit(terminal);
    }
  }

  @Test
  void a_first_day_in_Japanese_and_the_language_switches_in_place() throws Exception {
    try (Tmux terminal = new Tmux(120, 35, home)) {
      start(terminal, "--practice --lang ja");
      terminal.waitFor("スクリーンリーダー");
      terminal.press("Enter").waitForLine("練習", "123456789012");
      terminal.waitFor("間違いありませんか");
      terminal.press("Enter").waitFor("どこまで設定しますか");
      terminal.press("Enter").waitFor("空欄のまま");
      terminal.press("Escape").waitFor("どこまで設定しますか");
      terminal.press("Escape").waitFor("間違いありませんか");
      terminal.press("Escape").waitFor("パスワードポリシー");
      terminal.type("L").waitFor("Password policy");
      quit(terminal);
      terminal.type("clear").press("Enter");
      start(terminal, "--practice");
      terminal.waitFor("Password policy");
      quit(terminal);
    }
  }

  @Test
  void a_first_day_in_Japanese_from_nothing_to_the_summary() throws Exception {
    try (Tmux terminal = new Tmux(80, 24, home)) {
      terminal.type("stty -g > before").press("Enter");
      start(terminal, "--practice --lang ja");
      terminal.waitFor("スクリーンリーダー");
      terminal.press("Enter").waitFor("間違いありませんか");
      terminal.press("Enter").waitFor("どこまで設定しますか");
      terminal.press("Enter").waitFor("回答 1 / 8");
      terminal.type("alerts@example.com").press("Enter", "Enter", "Enter", "Enter");
      terminal.waitFor("回答 5 / 8");
      terminal.type("090-1234-5678").waitFor("+819012345678 として登録します。");
      terminal.press("Enter", "Enter", "Enter", "Enter").waitForList();

      // Typed in English, found in Japanese.
      find("EBS encryption", terminal).waitForLine("EBS", "未着手");
      terminal.press("Enter", "Enter").waitFor("書き込む内容");
      terminal.press("Enter").waitFor("末尾4桁を入力");
      // Keys right after the page has opened don't count.
      Thread.sleep(600);
      terminal.type("9012").waitFor("(適用できます)");
      terminal.press("Enter").waitFor("[##");
      terminal.waitFor("完了しました。");
      terminal.press("Escape").waitForLine("EBS", "完了");
      terminal.press("Escape").waitForList();
      terminal.type("v").waitFor("未完了の項目が");
      quit(terminal);
      assertTrue(terminal.screen().contains("123456789012"), terminal.screen());
      assertClean(terminal);
    }
  }

  @Test
  void a_terminal_that_is_not_UTF_8_is_drawn_on_in_ASCII() throws Exception {
    try (Tmux terminal = new Tmux(80, 24, home)) {
      terminal.type("LC_ALL=ja_JP.eucJP ./firstday --practice --lang ja").press("Enter");
      assertASCII(terminal.waitFor("Using a screen reader"));
      terminal.type("L").waitFor("Only English here");
      terminal.press("Enter").waitFor("Is this the account");
      terminal.press("Escape");
      assertASCII(terminal.waitForList());
      // What is typed may be UTF-8 all the same.
      terminal.type("/日本");
      assertASCII(terminal.waitFor("____"));
      terminal.press("Escape").waitForList();
      quit(terminal);
    }
  }

  private static void assertASCII(String screen) {
    assertTrue(screen.chars().allMatch(c -> c < 0x80), screen);
  }

  /** In the binary, where charsets are missing, it is the page that once ended the program. */
  @Test
  void a_phone_reads_the_QR_code_from_the_terminal_and_its_codes_enable_the_device()
      throws Exception {
    try (Tmux terminal = new Tmux(80, 24, home)) {
      terminal.type("stty -g > before").press("Enter");
      start(terminal, "--practice --set admin-group.user=mio");
      terminal.waitFor("Using a screen reader");
      terminal.press("Enter").waitFor("Is this the account");
      terminal.press("Escape").waitForList();
      find("Administrators with MFA", terminal).waitForLine("Administrators with MFA", "To do");
      terminal.press("Enter", "Enter").waitFor("What would be written");
      terminal.press("Enter");
      confirm(terminal, "Next code");
      String page = terminal.waitFor(QrOnScreen::readable, "QR code");
      Matcher secret = SECRET.matcher(QrOnScreen.read(page));
      assertTrue(secret.find(), page);
      assertTrue(page.replaceAll("[^A-Z2-7]", "").contains(secret.group(1).substring(0, 8)), page);

      Authenticator phone = new Authenticator(secret.group(1));
      terminal.type(phone.code(Clock.systemUTC(), 0)).press("Enter");
      terminal.type(phone.code(Clock.systemUTC(), 1)).press("Enter");
      terminal.waitFor("The one-time password of mio");
      // Keys right after the page has opened don't count.
      terminal.pressUntil("Enter", "How the steps stand now");
      terminal.press("Escape").waitForLine("Administrators with MFA", "Done");
      terminal.press("Escape").waitForList();
      quit(terminal);
      assertClean(terminal);
    }
  }

  /** However an apply is cut off, the terminal is as it was, and the next start goes on. */
  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP", "KILL", "TSTP"})
  void an_apply_that_is_cut_off_leaves_no_trace_and_the_next_start_goes_on(String signal)
      throws Exception {
    try (Tmux terminal = new Tmux(80, 24, home)) {
      terminal.type("stty -g > before").press("Enter");
      // Writes that take their time are cut off before the last one, however busy the machine is.
      terminal.type("FIRSTDAY_PARALLELISM=1 " + (Edition.onJvm() ? "FAULT=slow " : ""));
      toTheList(terminal);
      planOfSeventeenChanges(terminal);
      confirm(terminal, "[##");
      cutOff(signal, terminal);
      terminal.type("clear").press("Enter");

      start(terminal, "--practice");
      terminal.waitForList();
      if (!signal.equals("TSTP")) {
        planOfSeventeenChanges(terminal);
        confirm(terminal, "How to go on");
        terminal.press("Escape").waitFor("EBS");
      } else {
        find("EBS", terminal);
      }
      terminal.waitForLine("EBS encryption by default", "Done");
      terminal.press("Escape").waitForList();
      quit(terminal);
      assertClean(terminal);
    }
  }

  @Test
  void half_an_address_outlives_escape_and_a_kill_and_is_used_for_nothing() throws Exception {
    try (Tmux terminal = new Tmux(80, 24, home)) {
      terminal.type("stty -g > before").press("Enter");
      toTheList(terminal);
      toTheAddress(terminal);
      terminal.type("alerts@exam").waitForLine("[ alerts@exam", "]");
      terminal.press("Escape").waitFor("There is no budget");
      terminal.type("e").waitForLine("[ alerts@exam", "]");
      terminal.type("ple").waitForLine("[ alerts@example", "]");
      // What is typed is written beside the thread that draws.
      terminal.waitFor(screen -> kept("alerts@example"), "the address on the disk");
      cutOff("KILL", terminal);
      terminal.type("clear").press("Enter");

      String step = "--practice --step budget --output json";
      terminal.type("./firstday check " + step + " > seen; ./firstday plan " + step + " > planned");
      terminal.press("Enter").type("echo ended with $?").press("Enter").waitFor("ended with 0");
      assertTrue(Files.readString(home.resolve("seen")).contains("TODO"));
      assertFalse(Files.readString(home.resolve("planned")).contains("alerts@"));

      start(terminal, "--practice");
      terminal.waitForList();
      toTheAddress(terminal);
      terminal.waitForLine("[ alerts@example", "]");
      terminal.waitFor("expected an e-mail address");
      terminal.type(".com").waitFor(screen -> !screen.contains("expected"), "an answer");
      terminal.press("Escape").waitFor("There is no budget");
      terminal.press("Escape").waitFor("Esc show all");
      terminal.press("Escape").waitForList();
      quit(terminal);
      assertClean(terminal);
    }
  }

  private boolean kept(String text) {
    try {
      return Files.readString(home.resolve(".local/state/firstday/practice/new/notes.json"))
          .contains(text);
    } catch (IOException e) {
      return false;
    }
  }

  /** The field that the budget lacks, by way of its page. */
  private static void toTheAddress(Tmux terminal) throws Exception {
    find("Budget with alerts", terminal).waitFor("There is no budget");
    terminal.press("Enter", "Enter").waitFor("What was found");
    terminal.type("e").waitFor("What this step uses");
  }

  @Test
  void a_fault_of_ours_in_a_write_fails_its_step_and_the_wizard_goes_on() throws Exception {
    assumeTrue(Edition.onJvm(), "the fault is in a class of the tests");
    try (Tmux terminal = new Tmux(80, 24, home)) {
      terminal.type("stty -g > before").press("Enter");
      terminal.type("FIRSTDAY_PARALLELISM=1 FAULT=exception ");
      toTheList(terminal);
      planOfSeventeenChanges(terminal);
      confirm(terminal, "fault.log");
      terminal.waitFor("2 of 17 done");
      terminal.press("Escape").waitFor("Esc show all");
      terminal.press("Escape").waitForList();
      quit(terminal);
      assertClean(terminal);
    }
  }

  @Test
  void a_machine_without_memory_in_an_apply_gives_the_terminal_back_and_the_next_start_goes_on()
      throws Exception {
    assumeTrue(Edition.onJvm(), "the fault is in a class of the tests");
    try (Tmux terminal = new Tmux(80, 24, home)) {
      terminal.type("stty -g > before").press("Enter");
      terminal.type("FAULT=memory ");
      toTheList(terminal);
      planOfSeventeenChanges(terminal);
      confirm(terminal, "fault.log");
      prompt(terminal);
      terminal.type("echo \"ended with $?\"").press("Enter").waitFor("ended with 70");
      assertClean(terminal);
      terminal.type("clear").press("Enter");

      start(terminal, "--practice");
      terminal.waitForList();
      planOfSeventeenChanges(terminal);
      confirm(terminal, "How to go on");
      terminal.press("Escape").waitForLine("EBS encryption by default", "Done");
      terminal.press("Escape").waitForList();
      quit(terminal);
    }
  }

  /** One for each Region: long enough to be cut off in the middle. */
  private static void planOfSeventeenChanges(Tmux terminal) throws Exception {
    find("EBS encryption", terminal).waitForLine("EBS encryption", "To do");
    terminal.press("Enter", "Enter").waitFor("What was found");
    terminal.press("Enter");
  }

  private void cutOff(String signal, Tmux terminal) throws Exception {
    switch (signal) {
      case "INT" -> {
        terminal.press("C-c", "C-c");
        prompt(terminal);
        assertClean(terminal);
      }
      case "TSTP" -> {
        terminal.press("C-z").waitFor("Press Ctrl+Z again");
        terminal.press("C-z").waitFor("Stopped");
        assertEquals("0", terminal.tell("alternate_on"));
        terminal.type("fg").press("Enter").waitFor("How to go on");
        // Keys right after going on don't count.
        Thread.sleep(600);
        quit(terminal);
        assertClean(terminal);
      }
      case "KILL" -> {
        terminal.signal(signal);
        terminal.waitFor("Killed");
        // Nobody could clean up after this one.
        terminal.type("stty sane; printf '\\033[?1049l\\033[?25h\\033[?2004l'").press("Enter");
        terminal.type("stty -g > before").press("Enter");
      }
      default -> {
        terminal.signal(signal);
        prompt(terminal);
        assertClean(terminal);
      }
    }
  }

  private void assertClean(Tmux terminal) throws Exception {
    assertEquals("1", terminal.tell("cursor_flag"));
    assertEquals("0", terminal.tell("alternate_on"));
    terminal.type("clear; stty -g > after; echo sa''ved").press("Enter").waitFor("saved");
    assertEquals(Files.readString(home.resolve("before")), Files.readString(home.resolve("after")));
  }

  /** Past the pages of a first day. */
  private void toTheList(Tmux terminal) throws Exception {
    start(terminal, "--practice");
    terminal.waitFor("Using a screen reader");
    terminal.press("Enter").waitFor("Is this the account");
    terminal.press("Escape").waitForList();
  }

  @Test
  void a_change_of_size_and_a_stop_leave_no_trace() throws Exception {
    try (Tmux terminal = new Tmux(80, 24, home)) {
      terminal.type("stty -g > before").press("Enter");
      toTheList(terminal);
      terminal.resize(40, 12);
      terminal.waitFor("ap-nor...");
      terminal.resize(120, 35);
      // Two panes.
      terminal.waitFor("│");

      terminal.press("C-z").waitFor("Stopped");
      assertEquals("0", terminal.tell("alternate_on"));
      terminal.resize(80, 24);
      terminal.type("fg").press("Enter").waitForList();
      terminal.waitFor(screen -> !screen.contains("│"), "one pane again");
      // Keys right after going on don't count.
      Thread.sleep(600);
      terminal.press("C-c");
      prompt(terminal);
      assertClean(terminal);
    }
  }

  @Test
  void without_a_terminal_it_speaks_in_lines() throws Exception {
    try (Tmux terminal = new Tmux(80, 24, home)) {
      start(terminal, "--practice < /dev/null | cat");
      String screen = terminal.waitFor("line mode");
      assertFalse(screen.contains("Exception"), screen);
      // Its folder is removed next.
      prompt(terminal);
    }
  }

  private void start(Tmux terminal, String arguments) throws Exception {
    terminal.type("./firstday " + arguments).press("Enter");
  }

  /** Leaves one step in the list, whatever others there are. */
  private static Tmux find(String title, Tmux terminal) throws Exception {
    return terminal.type("/" + title);
  }

  private static void confirm(Tmux terminal, String then) throws Exception {
    terminal.waitFor("To apply, type the last 4 digits");
    // Keys right after the page has opened don't count.
    Thread.sleep(600);
    terminal.type("9012").waitFor("(ready)");
    terminal.press("Enter").waitFor(then);
  }

  private static void quit(Tmux terminal) throws Exception {
    terminal.type("q");
    prompt(terminal);
  }

  /** The shell has the terminal again: older prompts are on the normal screen, too. */
  private static void prompt(Tmux terminal) throws Exception {
    terminal.waitFor(screen -> screen.stripTrailing().endsWith("\n$"), "a new prompt");
  }
}
