package dev.firstday.steps.workloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Practised;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeletionProtectionStepTest {
  private static final String ID = "deletion-protection";

  @Test
  void a_new_account_has_nothing_to_protect() {
    Assessment found = new Practised(Scenario.NEW).assess(ID);
    assertEquals(List.of("nothing"), Practised.codes(found));
    assertEquals(Verdict.DONE, found.verdict());
  }

  @Test
  void each_kind_is_protected_when_named_and_back() {
    Practised practised = new Practised(Scenario.HALF_DONE);
    practised.here().cluster("aurora");
    practised.here().stack("shop", "CREATE_COMPLETE");
    practised.here().stack("old", "DELETE_COMPLETE");
    assertEquals(List.of(), practised.assess(ID).changes());
    practised.answer(
        "deletion-protection.resources",
        "rds:shop, rds-cluster:aurora, dynamodb:orders, elb:web, ec2:i-0a1b2c3d4e5f60002,"
            + " stack:shop");
    Assessment before = practised.assess(ID);
    assertEquals(Verdict.TODO, before.verdict());
    assertEquals(6, before.changes().size());
    assertTrue(Practised.said(before).contains("good ec2:i-0a1b2c3d4e5f60001"));
    List<Change> undo = practised.apply(ID);
    assertEquals(Verdict.DONE, practised.assess(ID).verdict());
    practised.undo(undo);
    assertEquals(before, practised.assess(ID));
  }

  @Test
  void a_kind_that_may_not_be_read_is_unseen_and_the_others_are_judged() {
    Practised practised = new Practised(Scenario.NEW);
    practised.here().table("orders", 0);
    practised.practice.deny("cloudformation:DescribeStacks", "no identity-based policy allows it");
    Assessment found = practised.assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(List.of("lacking", "unseen", "choose"), Practised.codes(found));
  }
}
