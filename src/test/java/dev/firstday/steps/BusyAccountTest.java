package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts in which much else is going on, and Regions that can't be read. */
class BusyAccountTest {
  private static final int MANY = 130;

  private static final List<String> IDS = Steps.ALL.stream().map(Steps.Registered::id).toList();

  /** Each step with its verdict and what was found, but for how old a report is. */
  private static Map<String, Assessment> looks(Bench bench) {
    Map<String, Assessment> looks = new LinkedHashMap<>();
    IDS.forEach(id -> looks.put(id, bench.assess(id)));
    return looks;
  }

  /** More of everything than one page holds, before and behind what is ours in every list. */
  private static void fill(Clients clients) {
    for (int i = 0; i < MANY; i++) {
      String name = (i % 2 == 0 ? "a-" : "z-") + i;
      clients.iam().createUser(user -> user.userName(name));
      clients.iam().createGroup(group -> group.groupName(name));
      clients.logs().createLogGroup(group -> group.logGroupName(name));
      clients.sns().createTopic(topic -> topic.name(name));
      clients.events().putRule(rule -> rule.name(name).eventPattern("{\"source\":[\"a\"]}"));
      clients
          .cloudWatch()
          .putMetricAlarm(
              alarm ->
                  alarm
                      .alarmName(name)
                      .namespace("App")
                      .metricName(name)
                      .statistic("Sum")
                      .period(300)
                      .evaluationPeriods(1)
                      .threshold(1.0)
                      .comparisonOperator("GreaterThanThreshold"));
    }
  }

  @Test
  void what_is_done_is_still_seen_among_much_else() {
    Bench bench = Bench.of(Scenario.NEW, Bench.answers("regions", "home"));
    bench.apply(IDS.toArray(String[]::new));
    bench.confirmMails();
    Map<String, Assessment> before = looks(bench);
    fill(bench.clients());
    Map<String, Assessment> after = looks(bench);
    for (String id : IDS) {
      assertEquals(before.get(id).verdict(), after.get(id).verdict(), id);
      assertEquals(List.of(), after.get(id).changes(), id);
    }
    assertEquals(Verdict.DONE, after.get("monitoring").verdict());
    assertEquals(Verdict.DONE, after.get("admin-group").verdict());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config-recorder",
        "config-rules",
        "guardduty",
        "ebs-encryption",
        "imdsv2",
        "access-analyzer"
      })
  void a_region_that_can_not_be_read_is_unseen_and_the_others_are_not(String step) {
    String away = "eu-west-1";
    Bench bench = Bench.of(Scenario.NEW, Bench.answers("regions", "enabled"));
    ((PracticeAccount) bench.source())
        .denyIn(away, "with an explicit deny in a service control policy");
    Assessment found = bench.assess(step);
    assertEquals(Verdict.TODO, found.verdict());
    Set<String> unseen =
        found.findings().stream()
            .filter(finding -> finding.kind() == Finding.Kind.UNSEEN)
            .map(finding -> finding.region().orElse(""))
            .collect(Collectors.toSet());
    assertEquals(Set.of(away), unseen);
    assertTrue(found.problem().orElseThrow().deniedByOrganization());
    Set<String> written = found.changes().stream().map(Change::region).collect(Collectors.toSet());
    assertFalse(written.contains(away));
    assertTrue(step.equals("config-rules") || written.contains("us-west-2"), written.toString());
  }
}
