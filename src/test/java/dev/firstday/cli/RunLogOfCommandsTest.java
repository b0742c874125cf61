package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says in its log of what it has asked of AWS. */
class RunLogOfCommandsTest {
  private final Trial firstday;

  RunLogOfCommandsTest(@TempDir Path home) {
    firstday = new Trial(home);
  }

  private List<String> logged(String scenario) throws IOException {
    try (Stream<Path> files = Files.list(firstday.state(scenario).resolve("logs"))) {
      return Files.readAllLines(files.sorted().toList().getLast());
    }
  }

  @Test
  void every_call_has_a_line_and_nothing_of_a_person_is_in_one() throws IOException {
    Trial.Result apply = firstday.answered("apply", "--practice", "--yes");
    List<String> lines = logged("new");
    assertEquals(firstday.calls().size(), lines.size(), apply.all());
    assertTrue(
        lines.stream().anyMatch(line -> line.contains(" Budgets:CreateBudget ")), lines.toString());
    for (String line : lines) {
      assertTrue(
          line.matches(
              "2026-11-22T09:00:00Z [\\w-]+:\\w+ [a-z0-9-]+ (\\d{3}|-) [\\w.]+ \\d+ms"
                  + " attempts=1 request=[0-9a-f-]+"),
          line);
      for (String personal :
          List.of("@", "example", "Aoi", "Tanaka", "Operations", "81312345678")) {
        assertFalse(line.contains(personal), line);
      }
    }
  }

  @Test
  void a_denial_is_logged_with_its_status_and_code() throws IOException {
    firstday.run("check", "--practice=denied");
    assertTrue(
        logged("denied").stream()
            .anyMatch(line -> line.matches(".* 40[03] AccessDenied(Exception)? .*")));
  }

  @Test
  void a_failure_names_the_log_in_both_languages() throws IOException {
    firstday.failing(
        (service, operation, region) -> {
          // A fault in a step costs that step alone.
          if (operation.equals("GetCallerIdentity")) {
            throw new IllegalStateException("a fault");
          }
        });
    Path logs = firstday.state("new").resolve("logs");
    Trial.Result english = firstday.run("check", "--practice", "--lang=en");
    assertEquals(70, english.code());
    assertTrue(
        english.err().contains("Every call of this run is in the log " + logs), english.err());
    Trial.Result japanese = firstday.run("check", "--practice", "--lang=ja");
    assertTrue(japanese.err().contains("API呼び出しのログ: " + logs), japanese.err());
  }

  @Test
  void the_wizard_in_lines_names_it_where_nobody_can_sign_in() {
    String told = firstday.piping("q\n").run("--practice=offline", "--accessible").out();
    assertTrue(
        told.replaceAll("\\s+", "")
            .contains("Everycallofthisrunisinthelog" + firstday.state("offline").resolve("logs")),
        told);
  }

  @Test
  void without_a_log_everything_goes_on() throws IOException {
    Path folder = Files.createDirectories(firstday.state("new"));
    Files.writeString(folder.resolve("logs"), "a file where the folder should be");
    assertEquals(1, firstday.run("check", "--practice", "--step=password-policy").code());
  }
}
