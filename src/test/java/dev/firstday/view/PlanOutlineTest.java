package dev.firstday.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Note;
import dev.firstday.engine.Changes;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanOutlineTest {
  private static Plan.Planned planned(String name, Effect effect, String region, String... steps) {
    Change change =
        new Change(
            name + "@" + region,
            effect,
            "guardduty",
            name,
            region,
            Map.of(),
            Note.of(name),
            Optional.empty(),
            effect == Effect.CREATE ? List.of(Changes.of("undo")) : List.of(),
            Optional.empty());
    return new Plan.Planned(change, List.of(steps));
  }

  private static final Plan PLAN =
      new Plan(
          "123456789012",
          List.of(
              planned("detector", Effect.CREATE, "eu-west-1", "guardduty"),
              planned("topic", Effect.CREATE, "us-east-1", "health", "guardduty"),
              planned("feature", Effect.CHANGE, "eu-west-1", "guardduty"),
              planned("detector", Effect.CREATE, "us-east-1", "guardduty"),
              planned("feature", Effect.CHANGE, "us-east-1", "guardduty")));

  private static String text(Plan.Planned planned) {
    Change change = planned.change();
    return "The " + change.operation() + " (" + change.region() + ").";
  }

  private static final PlanOutline OUTLINE = PlanOutline.of(PLAN, PlanOutlineTest::text);

  @Test
  void every_change_stands_once_under_the_first_step_that_wants_it() {
    assertEquals(
        List.of("guardduty", "health"),
        OUTLINE.sections().stream().map(PlanOutline.Section::step).toList());
    assertEquals(
        PLAN.changes().size(),
        OUTLINE.sections().stream().mapToInt(section -> section.changes().size()).sum());
  }

  @Test
  void a_step_has_its_regions_and_what_can_not_be_taken_back() {
    PlanOutline.Section step = OUTLINE.sections().getFirst();
    assertEquals(List.of("eu-west-1", "us-east-1"), step.regions());
    assertEquals(2, step.forGood());
    assertEquals(Effect.CHANGE, step.effect(), "it creates and changes");
    assertEquals(Effect.CREATE, OUTLINE.sections().getLast().effect());
  }

  @Test
  void the_same_change_in_two_regions_is_one_row_though_others_stand_between() {
    List<PlanOutline.Row> rows = OUTLINE.sections().getFirst().rows();
    assertEquals(2, rows.size());
    assertEquals(
        "The detector (eu-west-1 + us-east-1).",
        rows.getFirst().text(regions -> String.join(" + ", regions)));
    assertFalse(rows.getFirst().forGood());
    assertTrue(rows.getLast().forGood());
    assertEquals(List.of(PLAN.changes().get(2), PLAN.changes().get(4)), rows.getLast().changes());
  }

  @Test
  void what_can_not_be_taken_back_stands_alone_if_asked_for() {
    PlanOutline some = OUTLINE.onlyForGood();
    assertEquals(1, some.sections().size());
    assertEquals(2, some.sections().getFirst().changes().size());
    assertEquals(1, some.sections().getFirst().rows().size());
  }
}
