package dev.firstday.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No run on the practice account opens a connection, not even to look up a host. */
class PracticeOfflineIT {
  @TempDir private Path home;
  private Loaded loaded;

  @BeforeEach
  void a_program_to_run() throws IOException {
    Tmux.program(home);
    loaded = new Loaded(home.resolve("loaded.txt"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, check --practice",
    "0, plan --practice --output json",
    "0, apply --practice --yes --step password-policy",
    "0, report --practice --format html",
    "0, doctor --practice",
    "3, check --practice=offline",
  })
  void a_command_opens_no_connection(int code, String command) throws Exception {
    assertEquals(code, run(command, ProcessBuilder.Redirect.PIPE));
    assertOffline("dev.firstday.practice.PracticeAccount");
  }

  @Test
  void a_first_day_in_lines_opens_no_connection() throws Exception {
    Path script = Path.of("examples/first-day.txt").toAbsolutePath();
    assertEquals(0, run("--practice --accessible", ProcessBuilder.Redirect.from(script.toFile())));
    assertOffline("dev.firstday.engine.apply.Applier");
  }

  @Test
  void a_step_that_is_applied_on_the_full_screen_opens_no_connection() throws Exception {
    assumeTrue(Tmux.available(), "no tmux on this machine");
    try (Tmux terminal = new Tmux(80, 24, home)) {
      terminal.type("JAVA_TOOL_OPTIONS=" + loaded.option() + " ./firstday --practice");
      terminal.press("Enter").waitFor("Using a screen reader");
      terminal.press("Enter").waitFor("Is this the account");
      terminal.press("Escape").waitForList();
      terminal.type("/Password policy").waitFor("There is no password policy");
      terminal.press("Enter", "Enter").waitFor("What would be written");
      terminal.press("Enter").waitFor("To apply, type the last 4 digits");
      // Keys right after the page has opened don't count.
      Thread.sleep(600);
      terminal.type("9012").waitFor("(ready)");
      terminal.press("Enter").waitFor("How the steps stand now");
      terminal.type("q").waitFor("Changes made in AWS account 123456789012: 1");
    }
    assertOffline("dev.firstday.engine.apply.Applier");
  }

  /** Without this nobody would see that the JDK calls it by another name. */
  @Test
  void a_run_on_an_account_that_is_not_practice_is_caught_at_its_connection() throws Exception {
    run("check --region eu-west-1 --endpoint-url http://localhost:9", ProcessBuilder.Redirect.PIPE);
    assertEquals(2, loaded.classes().stream().filter(Loaded::ofNetwork).count());
  }

  private int run(String arguments, ProcessBuilder.Redirect input) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", "./firstday " + arguments);
    builder.directory(home.toFile()).redirectErrorStream(true).redirectInput(input);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("JAVA_TOOL_OPTIONS", loaded.option());
    builder.environment().put("AWS_ACCESS_KEY_ID", "x");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "x");
    builder.environment().remove("XDG_STATE_HOME");
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(said.length() > 100, said);
    return process.waitFor();
  }

  private void assertOffline(String seen) {
    List<String> classes = loaded.classes();
    assertTrue(classes.contains(seen), "the log is of something else");
    assertEquals(List.of(), classes.stream().filter(Loaded::ofNetwork).toList());
  }
}
