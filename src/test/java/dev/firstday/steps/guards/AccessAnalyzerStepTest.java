package dev.firstday.steps.guards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Practised;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessAnalyzerStepTest {
  private static final String ID = "access-analyzer";

  @Test
  void a_new_account_gets_one_in_every_enabled_region_and_back() {
    Practised practised = new Practised(Scenario.NEW);
    Assessment before = practised.assess(ID);
    assertEquals(17, before.changes().size());
    assertEquals(
        Map.of(
            "analyzerName", "firstday-external-access",
            "type", "ACCOUNT",
            "tags", Map.of("CreatedBy", "firstday")),
        before.changes().getFirst().request());
    List<Change> undo = practised.apply(ID);
    assertEquals(Verdict.DONE, practised.assess(ID).verdict());
    practised.undo(undo);
    assertEquals(before, practised.assess(ID));
  }

  @Test
  void one_made_by_hand_serves_and_a_paid_one_does_not() {
    Practised practised = new Practised(Scenario.HALF_DONE).answer("regions", "home");
    Assessment found = practised.assess(ID);
    assertEquals(Verdict.DONE, found.verdict());
    assertEquals(
        List.of("paid unused ACCOUNT_UNUSED_ACCESS", "active by-hand"), Practised.said(found));
  }

  @Test
  void one_that_is_being_made_is_waited_for_and_a_broken_one_is_not_doubled() {
    Practised practised = new Practised(Scenario.NEW).answer("regions", "home");
    practised.here().analyzer("a", "ACCOUNT", "CREATING");
    Assessment found = practised.assess(ID);
    assertTrue(found.waiting().isPresent());
    assertEquals(List.of(), found.changes());
    practised.here().analyzer("a", "ACCOUNT", "FAILED");
    found = practised.assess(ID);
    assertEquals(List.of("broken a FAILED"), Practised.said(found));
    assertEquals(List.of(), found.changes());
  }

  @Test
  void one_of_many_is_found_on_a_later_page() {
    Practised practised = new Practised(Scenario.NEW).answer("regions", "home");
    for (int i = 0; i < 250; i++) {
      practised.here().analyzer("a" + i, "ACCOUNT_UNUSED_ACCESS", "ACTIVE");
    }
    practised.here().analyzer("z", "ORGANIZATION", "ACTIVE");
    assertEquals(Verdict.DONE, practised.assess(ID).verdict());
  }
}
