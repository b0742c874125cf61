package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are named on the command line, and what is no file. */
class InputFilesTest {
  @TempDir private Path home;

  private Trial.Result run(String... arguments) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> new Trial(home).run(arguments), String.join(" ", arguments));
  }

  private List<Trial.Result> everyOption(String file) {
    return Stream.of(
            List.of("check", "--practice", "--answers", file),
            List.of("steps", "--steps", file),
            List.of("apply", "--practice", "--yes", "--plan", file),
            List.of("check", "--accounts", file))
        .map(words -> run(words.toArray(String[]::new)))
        .toList();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void what_is_no_regular_file_is_refused_at_once() throws Exception {
    Path pipe = home.resolve("pipe");
    new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
    for (String file : List.of("/dev/zero", "/dev/null", pipe.toString(), home.toString())) {
      for (Trial.Result result : everyOption(file)) {
        assertEquals(2, result.code(), file + ": " + result.all());
        assertTrue(
            result
                .err()
                .contains(file + ":1: the file is not a regular one, expected such a file, or -"),
            result.err());
      }
    }
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    for (Trial.Result result : everyOption(home.resolve("none").toString())) {
      assertEquals(2, result.code(), result.all());
      assertTrue(result.err().contains(home.resolve("none").toString()), result.err());
    }
  }

  @Test
  void answers_a_plan_and_steps_can_come_from_standard_input() throws IOException {
    String steps = Files.readString(Path.of("wizard-steps.yaml"));
    assertEquals(0, new Trial(home).piping(steps).run("steps", "--steps", "-").code());
    Trial.Result check =
        new Trial(home)
            .piping("email: someone@example.com\n")
            .run("answers", "--practice", "--answers", "-");
    assertTrue(check.out().contains("someone@example.com"), check.all());
    List<String> plan = new ArrayList<>(List.of("plan", "--practice", "--step", "password-policy"));
    plan.addAll(List.of("--output", "json"));
    String written = run(plan.toArray(String[]::new)).out();
    Trial.Result applied =
        new Trial(home).piping(written).run("apply", "--practice", "--yes", "--plan", "-");
    assertEquals(0, applied.code(), applied.all());
  }

  @Test
  void standard_input_is_one_of_them_alone() throws IOException {
    String steps = Files.readString(Path.of("wizard-steps.yaml"));
    Trial.Result result =
        new Trial(home).piping(steps).run("plan", "--practice", "--steps", "-", "--answers", "-");
    assertEquals(2, result.code(), result.all());
    assertTrue(result.err().contains("--steps - and --answers -: only one"), result.err());
  }

  @Test
  void standard_input_is_read_up_to_a_limit() {
    Trial.Result result =
        new Trial(home).piping("#".repeat(2 << 20)).run("check", "--practice", "--answers", "-");
    assertEquals(2, result.code(), result.all());
    assertTrue(result.err().contains("standard input: more than 1048576 characters"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://console.aws.amazon.com.evil.example/",
        "https://evil.example/console.aws.amazon.com",
        "https://console.aws.amazon.com@evil.example/",
        "https://who:word@console.aws.amazon.com/",
        "https://console.aws.amazon.com:8443/",
        "https://evilconsole.aws.amazon.com/",
        "https://aws.amazon.com.evil/",
        "http://console.aws.amazon.com/",
        "https:console.aws.amazon.com",
        "https://console.aws.amazon.com\\\\.evil.example/",
      })
  void a_console_page_is_one_of_aws_alone(String page) throws IOException {
    Trial.Result result = steps(page);
    assertEquals(2, result.code(), page + result.all());
    assertTrue(result.err().contains("expected a page of AWS's console"), result.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://console.aws.amazon.com/iam/home#/users",
        "https://eu-west-1.console.aws.amazon.com/s3/",
        "https://console.amazonaws-us-gov.com/iam",
        "https://cn-north-1.console.amazonaws.cn/iam",
      })
  void pages_of_all_partitions_are_taken(String page) throws IOException {
    assertEquals(0, steps(page).code(), steps(page).all());
  }

  private Trial.Result steps(String page) throws IOException {
    String built = Files.readString(Path.of("wizard-steps.yaml"));
    String other =
        built.replaceFirst(
            "    console: https://\\S+", "    console: \"" + page.replace("\\", "\\\\") + "\"");
    Path file = Files.writeString(home.resolve("steps.yaml"), other);
    return run("steps", "--steps", file.toString());
  }
}
