package dev.firstday.steps.guards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Practised;
import java.util.List;
import org.junit.jupiter.api.Test;

class S3PublicAccessBlockStepTest {
  private static final String ID = "s3-public-access-block";

  @Test
  void a_new_account_gets_all_four_and_back() {
    Practised practised = new Practised(Scenario.NEW);
    Assessment before = practised.assess(ID);
    assertEquals(List.of("none", "sites"), Practised.codes(before));
    List<Change> undo = practised.apply(ID);
    assertEquals(Verdict.DONE, practised.assess(ID).verdict());
    practised.undo(undo);
    assertEquals(before, practised.assess(ID));
  }

  @Test
  void what_is_on_stays_and_undo_brings_back_what_was() {
    Practised practised = new Practised(Scenario.HALF_DONE);
    Assessment before = practised.assess(ID);
    assertEquals(List.of("on", "on", "off", "off", "sites"), Practised.codes(before));
    List<Change> undo = practised.apply(ID);
    assertEquals(List.of(), practised.assess(ID).changes());
    practised.undo(undo);
    assertEquals(before, practised.assess(ID));
  }

  @Test
  void what_may_not_be_read_is_unseen() {
    Practised practised = new Practised(Scenario.NEW);
    practised.practice.deny("s3:GetAccountPublicAccessBlock", "no identity-based policy allows it");
    assertEquals(Verdict.UNSEEN, practised.assess(ID).verdict());
  }
}
