package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every JSON that firstday prints is as its published schema says. */
class SchemasTest {
  private final Trial firstday;

  SchemasTest(@TempDir Path home) {
    firstday = new Trial(home);
  }

  @ParameterizedTest
  @ValueSource(strings = {"new", "half-done", "denied"})
  void what_a_check_a_plan_and_a_report_print_is_as_promised(String scenario) {
    String practice = "--practice=" + scenario;
    JsonNode check =
        Schema.of("check.json").accepts(firstday.run("check", practice, "--output", "json").out());
    assertTrue(check.get("steps").size() > 20);
    JsonNode plan =
        Schema.of("plan.json")
            .accepts(firstday.answered("plan", practice, "--output", "json").out());
    assertTrue(plan.get("changes").size() > 1);
    JsonNode report =
        Schema.of("report.json")
            .accepts(firstday.run("report", practice, "--format", "json").out());
    assertEquals(check.get("steps").size(), report.get("steps").size());
  }

  @Test
  void a_schema_refuses_what_it_does_not_name() {
    Schema schema = Schema.of("check.json");
    JsonNode check =
        JsonOf.text(
            firstday.run("check", "--practice", "--step", "root-mfa", "--output", "json").out());
    assertEquals(List.of(), schema.errors(check));
    ((ObjectNode) check.get("steps").get(0)).put("verdict", "GREAT");
    assertFalse(schema.errors(check).isEmpty());
    ((ObjectNode) check.get("steps").get(0)).put("verdict", "DONE");
    ((ObjectNode) check).put("more", 1);
    assertFalse(schema.errors(check).isEmpty());
    ((ObjectNode) check).remove(List.of("more", "at"));
    assertFalse(schema.errors(check).isEmpty());
    ((ObjectNode) check).put("at", "yesterday");
    assertFalse(schema.errors(check).isEmpty());
  }
}
