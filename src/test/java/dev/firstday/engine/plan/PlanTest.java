package dev.firstday.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Note;
import dev.firstday.engine.Changes;
import dev.firstday.engine.assess.Assessment;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
  private static final String ACCOUNT = "123456780042";

  private static Plan plan(Map<String, List<Change>> byStep) {
    return Plan.of(ACCOUNT, byStep);
  }

  @Test
  void an_equal_change_of_two_steps_is_one_with_two_owners() {
    Map<String, List<Change>> byStep = new LinkedHashMap<>();
    byStep.put("trail", List.of(Changes.of("topic"), Changes.of("trail")));
    byStep.put("health", List.of(Changes.of("topic"), Changes.of("rule")));
    assertEquals(
        List.of(
            new Plan.Planned(Changes.of("topic"), List.of("trail", "health")),
            new Plan.Planned(Changes.of("trail"), List.of("trail")),
            new Plan.Planned(Changes.of("rule"), List.of("health"))),
        plan(byStep).changes());
  }

  @Test
  void two_different_changes_of_one_name_are_a_fault_of_ours() {
    Map<String, List<Change>> byStep =
        Map.of(
            "a", List.of(Changes.of("topic")),
            "b", List.of(Changes.of("topic", Map.of("Name", "other"))));
    assertThrows(IllegalStateException.class, () -> plan(byStep));
  }

  /** A step that lacks a group, and one that lacks what can be put on that group only. */
  private static Map<String, Assessment> looks() {
    Map<String, Assessment> looks = new LinkedHashMap<>();
    looks.put("trail", Assessment.builder().change(Changes.of("group")).build());
    looks.put(
        "watch",
        Assessment.builder()
            .change(Changes.of("topic"))
            .behind(Optional.of("group"))
            .change(Changes.of("filter"))
            .build());
    return looks;
  }

  private static List<String> ids(Plan plan) {
    return plan.changes().stream().map(planned -> planned.change().id()).toList();
  }

  @Test
  void what_needs_another_steps_change_is_planned_together_with_it_only() {
    Map<String, Assessment> looks = looks();
    assertEquals(List.of("group", "topic", "filter"), ids(Plan.from(ACCOUNT, looks)));
    looks.remove("trail");
    assertEquals(List.of("topic"), ids(Plan.from(ACCOUNT, looks)));
    looks.put("trail", Assessment.builder().build());
    assertEquals(List.of("topic"), ids(Plan.from(ACCOUNT, looks)));
  }

  @Test
  void a_plan_covers_its_own_changes_only() {
    Plan plan = plan(Map.of("a", List.of(Changes.of("one"), Changes.of("two"))));
    assertTrue(plan.covers(List.of()));
    assertTrue(plan.covers(List.of(Changes.of("two"))));
    assertFalse(plan.covers(List.of(Changes.of("two"), Changes.of("three"))));
    assertFalse(plan.covers(List.of(Changes.of("one", Map.of("Name", "other")))));
  }

  @Test
  void the_same_changes_have_the_same_name() {
    Plan plan = plan(Map.of("a", List.of(Changes.of("one"))));
    assertEquals(plan.id(), plan(Map.of("a", List.of(Changes.of("one")))).id());
    assertNotEquals(plan.id(), plan(Map.of("b", List.of(Changes.of("one")))).id());
    assertNotEquals(plan.id(), plan(Map.of()).id());
    assertEquals(8, plan.id().length());
  }

  @Test
  void a_plan_has_the_same_name_in_every_process() {
    Map<String, Object> request =
        Map.of("Type", "A", "Default", List.of("x", 1), "Tags", Map.of("a", "1", "b", "2"));
    Change change =
        new Change(
            "one",
            Effect.CREATE,
            "iam",
            "CreateGroup",
            "us-east-1",
            request,
            Note.of("why", "x"),
            Optional.empty(),
            List.of(),
            Optional.of(new WaitFor(Set.of("A", "B", "C", "D"), Duration.ofSeconds(60))),
            List.of(new Ask.NewUserPassword("aoi", "https://x", Set.of("E", "F", "G"))));
    assertEquals("6a54a30d", plan(Map.of("a", List.of(change))).id());
  }

  @Test
  void what_belongs_to_one_text_is_told_from_what_belongs_to_the_next() {
    Change one = Changes.of("one", Map.of("a", "1, b=2"));
    Change two = Changes.of("one", Map.of("a", "1", "b", "2"));
    assertNotEquals(plan(Map.of("a", List.of(one))).id(), plan(Map.of("a", List.of(two))).id());
  }

  @Test
  void the_last_four_digits_confirm() {
    Plan plan = plan(Map.of());
    assertEquals(plan, plan.confirm("0042").orElseThrow().plan());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "42", "0043", "00 42", "780042", "123456780042"})
  void nothing_else_confirms(String text) {
    assertTrue(plan(Map.of()).confirm(text).isEmpty());
  }
}
