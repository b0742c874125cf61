package dev.firstday.steps.workloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.Workload;
import dev.firstday.steps.Practised;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackupsStepTest {
  private static final String ID = "backups";

  @Test
  void a_new_account_has_nothing_to_back_up() {
    Assessment found = new Practised(Scenario.NEW).assess(ID);
    assertEquals(List.of("nothing"), Practised.codes(found));
    assertEquals(Verdict.DONE, found.verdict());
  }

  @Test
  void nothing_is_changed_that_nobody_named() {
    Assessment found = new Practised(Scenario.HALF_DONE).assess(ID);
    assertEquals(
        List.of("lacking rds:shop", "lacking dynamodb:orders", "choose rds:shop"),
        Practised.said(found));
    assertEquals(List.of(), found.changes());
  }

  @Test
  void what_was_named_is_backed_up_and_back() {
    Practised practised =
        new Practised(Scenario.HALF_DONE)
            .answer("backups.resources", "rds:shop, dynamodb:orders, rds:gone");
    Assessment before = practised.assess(ID);
    assertEquals(
        List.of("backups/ap-northeast-1/rds:shop", "backups/ap-northeast-1/dynamodb:orders"),
        Practised.ids(before));
    assertEquals(new BigDecimal("3.000"), before.quantities().get("recovery"));
    assertTrue(Practised.said(before).contains("not-there rds:gone"));
    List<Change> undo = practised.apply(ID);
    assertEquals(Verdict.DONE, practised.assess(ID).verdict());
    practised.undo(undo);
    assertEquals(before, practised.assess(ID));
  }

  @Test
  void file_systems_and_volumes_need_a_plan_by_hand() {
    Practised practised = new Practised(Scenario.NEW).answer("backups.resources", "ebs:vol-2");
    Workload here = practised.here();
    here.cluster("aurora");
    here.fileSystem("fs-1", true);
    here.fileSystem("fs-2", false);
    here.volume("vol-1");
    here.volume("vol-2");
    here.backupPlan("daily", "arn:aws:ec2:ap-northeast-1:123456789012:volume/vol-1");
    Assessment found = practised.assess(ID);
    assertEquals(
        List.of(
            "lacking rds-cluster:aurora",
            "good efs:fs-1",
            "lacking efs:fs-2",
            "good ebs:vol-1",
            "lacking ebs:vol-2",
            "by-hand ebs:vol-2",
            "plan daily"),
        Practised.said(found));
    assertEquals(List.of(), found.changes());
  }

  @Test
  void a_database_that_keeps_its_backups_for_a_day_only_is_mended_and_put_back() {
    Practised practised = new Practised(Scenario.HALF_DONE).answer("backups.resources", "rds:shop");
    var rds = Clients.in(practised.practice, Practised.HOME).rds();
    rds.modifyDBInstance(r -> r.dbInstanceIdentifier("shop").backupRetentionPeriod(1));
    Assessment found = practised.assess(ID);
    assertTrue(Practised.said(found).contains("lacking rds:shop"));
    List<Change> undo = practised.apply(ID);
    assertTrue(Practised.said(practised.assess(ID)).contains("good rds:shop"));
    practised.undo(undo);
    assertEquals(
        1, rds.describeDBInstances(r -> {}).dbInstances().getFirst().backupRetentionPeriod());
  }

  @Test
  void hundreds_of_tables_are_all_seen() {
    Practised practised = new Practised(Scenario.NEW);
    for (int i = 0; i < 250; i++) {
      practised.here().table("t" + i, 0);
    }
    assertEquals(
        250, Practised.codes(practised.assess(ID)).stream().filter("lacking"::equals).count());
  }
}
