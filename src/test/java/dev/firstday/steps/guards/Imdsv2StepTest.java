package dev.firstday.steps.guards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Practised;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Imdsv2StepTest {
  private static final String ID = "imdsv2";

  @Test
  void a_new_account_gets_it_in_every_enabled_region_and_back() {
    Practised practised = new Practised(Scenario.NEW);
    Assessment before = practised.assess(ID);
    assertEquals(17, before.changes().size());
    assertEquals(
        Map.of("HttpTokens", "required", "HttpPutResponseHopLimit", 2),
        before.changes().getFirst().request());
    List<Change> undo = practised.apply(ID);
    assertEquals(Verdict.DONE, practised.assess(ID).verdict());
    practised.undo(undo);
    assertEquals(before, practised.assess(ID));
  }

  @Test
  void a_hop_limit_set_by_hand_stays() {
    Practised practised = new Practised(Scenario.HALF_DONE);
    Change change = practised.assess(ID).changes().getFirst();
    assertEquals("imdsv2/ap-northeast-1", change.id());
    assertEquals(Map.of("HttpTokens", "required"), change.request());
    assertEquals(Map.of("HttpTokens", "optional"), change.undo().getFirst().request());
    assertFalse(Practised.ids(practised.assess(ID)).contains("imdsv2/us-east-1"));
  }

  @Test
  void what_the_organization_sets_is_not_changed() {
    Practised practised = new Practised(Scenario.NEW).answer("regions", "home");
    practised.here().metadataDefaultsManaged();
    Assessment found = practised.assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(List.of("managed"), Practised.codes(found));
    assertEquals(List.of(), found.changes());
  }
}
