package dev.firstday.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The wizard line by line as a process in a real terminal. */
@Tag("binary")
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class LinesInTmuxIT {
  @TempDir private Path home;

  @BeforeEach
  void a_program_to_run() throws IOException {
    assumeTrue(Tmux.available(), "no tmux on this machine");
    Tmux.program(home);
  }

  /** Runs something, and tells its exit code in the end. */
  private static Tmux run(Tmux terminal, String command) throws IOException {
    terminal.type("clear").press("Enter");
    return terminal.type(command + "; echo code $?").press("Enter");
  }

  private static void answer(Tmux terminal, String prompt, String... keys) throws IOException {
    terminal.waitFor(screen -> screen.stripTrailing().endsWith(prompt), prompt);
    terminal.press(keys).press("Enter");
  }

  /** Past the questions of a first run, and past what is said of the account. */
  private static void toTheAccount(Tmux terminal, String command) throws IOException {
    run(terminal, command);
    answer(terminal, "Number, default 1:");
    answer(terminal, "y or n:", "n");
    answer(terminal, "a number chooses:", "s");
  }

  @Test
  void answers_are_edited_with_arrows_and_kept_whether_by_ctrl_c_or_ctrl_d() throws IOException {
    try (Tmux terminal = new Tmux(80, 50, home)) {
      toTheAccount(terminal, "./firstday --line --practice");
      answer(terminal, "y or n:", "x", "BSpace", "ｙ");
      answer(terminal, "a number chooses:", "１");
      answer(terminal, "Number, default 1:");
      answer(
          terminal,
          "Answer:",
          "a@exmple.com",
          "Left",
          "Left",
          "Left",
          "Left",
          "Left",
          "Left",
          "Left",
          "Left",
          "a");
      terminal.waitFor("Question 2 of 8");
      // The answer before is found again; what is no answer is not kept.
      terminal.press("Up").waitFor("Answer: a@example.com");
      terminal.press("C-c").waitFor("code 130");
      assertTrue(terminal.screen().contains("Stopped. Everything you answered is kept."));

      run(terminal, "./firstday --line --practice");
      answer(terminal, "a number chooses:", "s");
      answer(terminal, "y or n:", "はい");
      answer(terminal, "a number chooses:", "1");
      answer(terminal, "Number, default 1:");
      terminal.waitFor("Now: a@example.com");
      terminal.press("C-d").waitFor("code 130");
    }
  }

  @Test
  void a_terminal_that_is_not_UTF_8_is_talked_with_in_ASCII_and_editing_stays_in_place()
      throws IOException {
    try (Tmux terminal = new Tmux(80, 50, home)) {
      run(terminal, "LC_ALL=C ./firstday --line --practice --lang ja");
      answer(terminal, "y or n:", "n");
      answer(terminal, "a number chooses:", "s");
      terminal.waitFor("set up?");
      terminal.press("日", "本").waitFor("y or n: ____");
      answer(terminal, "y or n: ____", "BSpace", "BSpace", "n");
      String screen = terminal.waitFor("code 0");
      assertTrue(screen.chars().allMatch(c -> c < 0x80), screen);
    }
  }

  @Test
  void control_c_leaves_a_look_and_the_talk_goes_on() throws IOException {
    try (Tmux terminal = new Tmux(80, 50, home)) {
      toTheAccount(terminal, "./firstday --line --practice=slow");
      answer(terminal, "y or n:", "y");
      answer(terminal, "a number chooses:", "s");
      answer(terminal, "Number, default 2:");
      answer(terminal, "Number, default 1:");
      for (int question = 1; question <= 8; question++) {
        terminal.waitFor("Question " + question + " of 8");
        answer(terminal, "Answer:");
      }
      terminal.waitFor("AWS is slow to answer");
      terminal.press("C-c").waitFor("You did not wait for AWS to answer.");
      answer(terminal, "a number chooses:", "q");
      terminal.waitFor("code 0");
    }
  }

  @Test
  void accessible_lines_hold_no_escape_byte_wherever_they_go() throws IOException {
    try (Tmux terminal = new Tmux(80, 50, home)) {
      run(terminal, "script -q -e -c './firstday --accessible --practice' lines");
      answer(terminal, "Number, default 1:", "２");
      answer(terminal, "はいなら y、いいえなら n:", "いいえ");
      answer(terminal, "番号:", "s");
      answer(terminal, "はいなら y、いいえなら n:");
      answer(terminal, "はいなら y、いいえなら n:", "ｑ");
      terminal.waitFor("code 0");
      String lines = Files.readString(home.resolve("lines"));
      assertTrue(lines.contains("AWSにまだ何も変更していません"), lines);
      assertFalse(lines.contains("\u001b"), lines);

      run(terminal, "TERM=dumb ./firstday --practice");
      answer(terminal, "番号:", "s");
      terminal.waitFor("間違いありませんか");
      terminal.press("C-d").waitFor("code 130");
      run(terminal, "./firstday --practice </dev/null").waitFor("code 130");
      run(terminal, "./firstday --practice | tee heard").waitFor("標準出力はこの端末ではありません");
      answer(terminal, "番号:", "s");
      answer(terminal, "はいなら y、いいえなら n:", "n");
      terminal.waitFor("code 0");
      assertFalse(Files.readString(home.resolve("heard")).contains("\u001b"));
      run(terminal, "CI=true ./firstday --practice").waitFor("code 2");
    }
  }

  @Test
  void a_terminal_of_one_column_is_talked_with_in_plain_lines() throws IOException {
    try (Tmux terminal = new Tmux(80, 50, home)) {
      toTheAccount(terminal, "stty cols 1; ./firstday --line --practice");
      answer(terminal, "y or n:", "n");
      terminal.waitFor("code 0");
      assertTrue(terminal.screen().contains("\nIs this the account you want to set up?\n"));
    }
  }
}
