package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstday.cli.run.Exit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetOptionTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Trial firstday;

  PresetOptionTest(@TempDir Path home) {
    firstday = new Trial(home);
  }

  private JsonNode check(String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("check", "--practice", "--output", "json"));
    words.addAll(List.of(more));
    return JSON.readTree(firstday.run(words.toArray(String[]::new)).out()).get("steps");
  }

  private static double price(JsonNode steps) {
    double usd = 0;
    for (JsonNode step : steps) {
      usd += step.has("skipped") ? 0 : step.get("monthlyUsd").asDouble();
    }
    return usd;
  }

  @Test
  void minimal_costs_nothing_and_each_next_one_more() throws IOException {
    double recommended = price(check());
    assertEquals(0, price(check("--preset", "minimal")));
    assertEquals(recommended, price(check("--preset", "recommended")), "the default");
    assertTrue(recommended > 0);
    assertTrue(price(check("--preset", "thorough")) > recommended);
  }

  @Test
  void what_is_left_out_is_in_no_plan_unless_it_is_named() {
    String[] plan = {"plan", "--practice", "--preset", "minimal", "--output", "json"};
    assertFalse(firstday.answered(plan).out().contains("\"trail"));
    assertTrue(
        firstday
            .answered(
                "plan", "--practice", "--preset", "minimal", "--output", "json", "--step", "trail")
            .out()
            .contains("\"trail"));
    assertTrue(firstday.run("check", "--practice").out().matches("(?s).*service-logs +Skipped.*"));
  }

  @Test
  void an_unknown_preset_is_bad_input() {
    Trial.Result result = firstday.run("check", "--practice", "--preset", "huge");
    assertEquals(Exit.BAD_INPUT, result.code());
    assertTrue(result.err().contains("minimal, recommended, thorough"), result.err());
  }

  @Test
  void development_records_once_a_day() {
    String plan =
        firstday
            .answered(
                "plan",
                "--practice",
                "--output",
                "json",
                "--step",
                "config-recorder",
                "--set",
                "environment=development")
            .out();
    assertTrue(plan.contains("DAILY"), plan);
  }
}
