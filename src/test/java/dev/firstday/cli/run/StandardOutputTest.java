package dev.firstday.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.operations.CallListener;
import dev.firstday.cli.Cli;
import dev.firstday.cli.Program;
import dev.firstday.cli.Trial;
import dev.firstday.practice.PracticeAccount;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard output that does not take what is written. */
class StandardOutputTest {
  @TempDir private Path home;

  private Trial.Result run(String failure, String... arguments) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        };
    PrintWriter out = new PrintWriter(new StandardOutput(broken), true, StandardCharsets.UTF_8);
    StringWriter err = new StringWriter();
    RunEnvironment world =
        new RunEnvironment(
            Map.of("LC_ALL", "C.UTF-8"),
            home,
            new BufferedReader(new StringReader("")),
            out,
            out,
            new PrintWriter(err),
            () -> false,
            Clock.systemUTC(),
            time -> {},
            CallListener.NONE,
            new RunEnvironment.Ends(() -> false, () -> false, then -> () -> {}, Optional.empty()),
            PracticeAccount::new);
    return new Trial.Result(Cli.run(world, arguments), "", err.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "steps",
        "--version",
        "--help",
        "check --practice --step password-policy",
        "check --practice --step password-policy --output json",
        "plan --practice --step password-policy --output aws-cli",
        "report --practice --format html",
        "history --practice",
        "doctor --practice",
        "permissions check",
        "answers --practice",
        "completion bash",
      })
  void a_full_disk_is_one_message_and_a_code_of_its_own(String command) {
    Trial.Result result = run("No space left on device", command.split(" "));
    assertEquals(74, result.code(), result.err());
    assertEquals(
        1,
        result.err().lines().filter(line -> line.contains("could not be written")).count(),
        result.err());
  }

  @Test
  void a_reader_who_leaves_is_no_failure() {
    Trial.Result result = run("Broken pipe", "steps");
    assertEquals(0, result.code());
    assertEquals("", result.err());
  }

  @Test
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  void the_program_itself_says_so() throws Exception {
    Process process =
        new ProcessBuilder(Program.firstday("steps"))
            .redirectOutput(Path.of("/dev/full").toFile())
            .start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(74, process.waitFor(), err);
    assertEquals(1, err.lines().count(), err);
  }

  // --- CI ---

  @Test
  void where_ci_is_set_it_is_said_that_this_is_why_nobody_is_asked() {
    for (String language : new String[] {"en", "ja"}) {
      Trial.Result result = atTerminal("true", "--practice", "--lang", language);
      assertEquals(2, result.code(), result.all());
      assertTrue(result.err().contains("env -u CI firstday"), result.err());
      assertTrue(
          atTerminal("1", "doctor", "--practice", "--lang", language)
              .out()
              .contains("env -u CI firstday"));
    }
    assertFalse(atTerminal("false", "doctor", "--practice").out().contains("env -u CI"));
  }

  private Trial.Result atTerminal(String ci, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    RunEnvironment world =
        new RunEnvironment(
            Map.of("LC_ALL", "C.UTF-8", "TERM", "xterm", "CI", ci),
            home,
            new BufferedReader(new StringReader("")),
            new PrintWriter(out),
            new PrintWriter(out),
            new PrintWriter(err),
            () -> true,
            Clock.systemUTC(),
            time -> {},
            CallListener.NONE,
            new RunEnvironment.Ends(() -> true, () -> true, then -> () -> {}, Optional.empty()),
            PracticeAccount::new);
    return new Trial.Result(Cli.run(world, arguments), out.toString(), err.toString());
  }
}
