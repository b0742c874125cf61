package dev.firstday.steps.watch.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Bench;
import dev.firstday.steps.Practised;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigRulesStepTest {
  private static final String ID = "config-rules";

  private static Practised in(String regions) {
    return new Practised(Scenario.NEW).answer("regions", regions);
  }

  @Test
  void without_a_recorder_rules_evaluate_nothing() {
    Practised account = new Practised(Scenario.NEW);
    Assessment found = account.assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals("no-recorder", found.findings().getFirst().code());
    assertEquals(7, found.changes().size());
    assertEquals(List.of(), found.ready());
  }

  @Test
  void alone_it_writes_no_rule_where_there_is_no_recorder() {
    Bench bench = Bench.of(Scenario.NEW);
    assertEquals(Outcome.Ending.COMPLETED, bench.apply(ID).ending());
    assertEquals(List.of(), bench.writes());
    assertEquals(Verdict.TODO, bench.assess(ID).verdict());
  }

  @Test
  void together_with_a_recorder_of_one_region_only_that_regions_rules_are_made() {
    Bench bench =
        Bench.of(
            Scenario.NEW,
            Bench.answers(
                "config-recorder.regions", "ap-northeast-1",
                "config-rules.regions", "ap-northeast-1, us-east-1"));
    Outcome outcome = bench.apply("config-recorder", ID);
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(
        List.of("ap-northeast-1"),
        outcome.done().stream()
            .filter(done -> done.steps().contains(ID))
            .map(done -> done.change().region())
            .distinct()
            .toList());
    assertTrue(Bench.codes(bench.assess(ID)).contains("no-recorder"));
  }

  @Test
  void a_recorder_that_is_stopped_evaluates_nothing() {
    Practised account = new Practised(Scenario.NEW);
    account.apply("config-recorder");
    Clients.in(account.practice, Practised.HOME)
        .config()
        .stopConfigurationRecorder(b -> b.configurationRecorderName("default"));
    Assessment found = account.assess(ID);
    assertEquals("not-recording", found.findings().getFirst().code());
    assertEquals(7, found.ready().size());
  }

  @Test
  void after_the_recorder_all_seven_are_made_and_stay() {
    Practised account = new Practised(Scenario.NEW);
    account.apply("config-recorder");
    account.apply(ID);
    Assessment after = account.assess(ID);
    assertEquals(Verdict.DONE, after.verdict());
    assertEquals(7, after.findings().stream().filter(f -> f.code().equals("rule")).count());
    assertEquals(List.of(), account.apply(ID), "a second apply writes nothing");
  }

  @Test
  void rules_about_iam_are_in_one_region_only() {
    Practised account = in("enabled");
    List<String> ids = Practised.ids(account.assess(ID));
    assertEquals(5 * 17 + 2, ids.size());
    assertEquals(
        List.of("config-rules/ap-northeast-1/iam-root-access-key-check"),
        ids.stream().filter(id -> id.endsWith("iam-root-access-key-check")).toList());
  }

  @Test
  void rules_that_a_region_lacks_are_said() {
    Assessment found = in("me-central-1").assess(ID);
    assertEquals(
        List.of("mfa-enabled-for-iam-console-access", "iam-root-access-key-check"),
        found.findings().stream()
            .filter(finding -> finding.code().equals("not-offered"))
            .map(finding -> finding.note().values().getFirst())
            .toList());
    assertEquals(5, found.changes().size());
  }

  @Test
  void a_rule_is_known_by_what_it_looks_for_and_what_breaks_it_is_counted() {
    Practised account = new Practised(Scenario.HALF_DONE);
    account.apply("config-recorder");
    Assessment found = account.assess(ID);
    assertEquals(6, found.changes().size());
    Finding broken =
        found.findings().stream().filter(f -> f.code().equals("broken")).findFirst().orElseThrow();
    assertEquals(List.of("restricted-ssh", "2"), broken.note().values());
    account.apply(ID);
    assertEquals(Verdict.DONE, account.assess(ID).verdict());
  }

  @Test
  void results_that_cannot_be_read_are_said_and_do_not_decide() {
    Practised account = new Practised(Scenario.NEW);
    account.practice.deny("config:DescribeComplianceByConfigRule", "not authorized");
    account.apply("config-recorder");
    account.apply(ID);
    Assessment after = account.assess(ID);
    assertEquals(Verdict.DONE, after.verdict());
    assertTrue(Practised.codes(after).contains("results-unseen"));
  }

  @Test
  void fewer_rules_can_be_chosen() {
    assertEquals(
        List.of("config-rules/ap-northeast-1/restricted-ssh"),
        Practised.ids(
            new Practised(Scenario.NEW).answer(ID + ".rules", "restricted-ssh").assess(ID)));
  }
}
