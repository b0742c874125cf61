package dev.firstday.cli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.cli.JsonOf;
import dev.firstday.cli.Trial;
import dev.firstday.engine.failure.FailureId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be explained, and what a mistyped name is taken for. */
class ExplainCommandTest {
  private final Trial firstday;

  ExplainCommandTest(@TempDir Path home) {
    firstday = new Trial(home);
  }

  @ParameterizedTest
  @EnumSource(FailureId.class)
  void each_failure_is_explained_in_both_languages(FailureId id) {
    for (String language : List.of("en", "ja")) {
      Trial.Result explained = firstday.run("explain", id.text(), "--lang", language);
      assertEquals(0, explained.code(), explained.err());
      assertTrue(explained.out().startsWith(id.text()), explained.out());
      assertFalse(explained.out().contains("failure."), explained.out());
      assertEquals(language.equals("en"), explained.out().chars().allMatch(c -> c < 0x80));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void whatever_is_completed_is_explained(String language) {
    List<String> topics =
        firstday
            .run("completion", "bash")
            .out()
            .lines()
            .filter(line -> line.strip().startsWith("explain)"))
            .flatMap(line -> Stream.of(line.split("'")[1].split(" ")))
            .filter(word -> !word.startsWith("-"))
            .toList();
    assertTrue(topics.contains("budget") && topics.contains("budget.amount"), topics.toString());
    for (String topic : topics) {
      Trial.Result explained = firstday.run("explain", topic, "--lang", language);
      assertEquals(0, explained.code(), explained.err());
    }
    assertEquals(List.of(), firstday.calls());
  }

  @Test
  void a_word_of_aws_is_explained_from_the_glossary() {
    assertTrue(firstday.run("explain", "MFA").out().contains("Multi-factor authentication"));
    assertTrue(firstday.run("explain", "SNS", "--lang", "ja").out().contains("トピック"));
  }

  @Test
  void a_step_says_how_it_is_done_by_hand_and_what_can_be_set() {
    String step = firstday.run("explain", "root-mfa", "--practice").out();
    assertTrue(step.contains("  1. Open the page"), step);
    assertTrue(step.endsWith("firstday check --step root-mfa --practice\n"), step);
    String budget = firstday.run("explain", "budget").out();
    assertTrue(budget.contains("    --set budget.amount=..."), budget);
    String email = firstday.run("explain", "email").out();
    assertTrue(email.contains("- Budget with alerts (budget)"), email);
  }

  @ParameterizedTest
  @CsvSource({
    "explain bugdet, budget",
    "explain fd-dney-001, FD-DENY-001",
    "chekc, firstday check",
    "version, --version",
    "check --practice --step buget, budget",
    "check --practice --except trial, trail",
    "check --practice=hlaf-done, half-done",
    "check --practice --preset thorogh, thorough",
    "check --practice --set budget.amuont=4, budget.amount",
    "check --practice --set emial=a@example.com, email",
    "check --practcie, --practice",
  })
  void what_is_mistyped_gets_a_suggestion(String line, String meant) {
    Trial.Result mistyped = firstday.run(line.split(" "));
    assertEquals(2, mistyped.code(), mistyped.all());
    assertTrue(mistyped.err().contains("Did you mean: " + meant), mistyped.err());
  }

  @Test
  void the_list_of_steps_is_data_too() {
    var steps = JsonOf.text(firstday.run("steps", "--json").out()).get("steps");
    assertEquals(29, steps.size());
    assertEquals("root-mfa", steps.get(0).get("id").textValue());
    assertEquals(
        firstday.run("steps", "--output", "json").out(), firstday.run("steps", "--json").out());
  }
}
