package dev.firstday.steps.guards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Practised;
import java.util.List;
import org.junit.jupiter.api.Test;

class EbsEncryptionStepTest {
  private static final String ID = "ebs-encryption";

  @Test
  void a_new_account_gets_it_in_every_enabled_region_and_back() {
    Practised practised = new Practised(Scenario.NEW);
    Assessment before = practised.assess(ID);
    assertEquals(Verdict.TODO, before.verdict());
    assertEquals(17, before.changes().size());
    assertEquals("ebs-encryption/ap-northeast-1", before.changes().getFirst().id());
    List<Change> undo = practised.apply(ID);
    Assessment after = practised.assess(ID);
    assertEquals(Verdict.DONE, after.verdict());
    assertEquals(List.of(), after.changes());
    practised.undo(undo);
    assertEquals(before, practised.assess(ID));
  }

  @Test
  void a_region_where_it_is_on_is_left_alone() {
    Practised practised = new Practised(Scenario.HALF_DONE);
    assertFalse(Practised.ids(practised.assess(ID)).contains("ebs-encryption/us-east-1"));
  }

  @Test
  void one_region_that_is_denied_is_unseen_and_no_other() {
    Practised practised = new Practised(Scenario.NEW);
    practised.apply(ID);
    practised.practice.denyIn(
        "eu-west-1", "You are not authorized: explicit deny in a service control policy");
    Assessment found = practised.assess(ID);
    assertEquals(Verdict.UNSEEN, found.verdict());
    assertEquals(1, found.findings().stream().filter(f -> f.problem().isPresent()).count());
    assertTrue(found.problem().orElseThrow().deniedByOrganization());
  }

  @Test
  void a_region_that_is_off_is_unseen_if_somebody_asks_for_it() {
    Practised practised =
        new Practised(Scenario.NEW).answer("regions", "ap-northeast-1, ap-east-1");
    Assessment found = practised.assess(ID);
    assertEquals(List.of("off", "unseen"), Practised.codes(found));
    assertEquals(List.of("ebs-encryption/ap-northeast-1"), Practised.ids(found));
  }
}
