package dev.firstday.steps.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Account;
import dev.firstday.aws.AnsweringApi;
import dev.firstday.aws.Identities;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Bench;
import dev.firstday.steps.Practised;
import dev.firstday.steps.Steps;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventForwardingTest {
  private static Practised fresh() {
    return new Practised(Scenario.NEW).answer("email", "alerts@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"health-events", "guardduty"})
  void it_waits_for_the_mail_is_done_with_it_and_can_be_taken_back(String id) {
    Practised practised = fresh();
    Assessment before = practised.assess(id);
    assertEquals(Verdict.TODO, before.verdict());
    List<Change> undo = practised.apply(id);
    Assessment waiting = practised.assess(id);
    assertEquals(List.of(), waiting.changes());
    assertEquals("pending", waiting.waiting().orElseThrow().reason().code());
    practised.practice.confirmMails();
    assertEquals(Verdict.DONE, practised.assess(id).verdict());
    practised.undo(undo);
    assertEquals(before, practised.assess(id));
  }

  @Test
  void the_steps_share_the_topic_and_the_role() {
    Practised practised = fresh();
    List<Change> health = practised.assess("health-events").changes();
    List<Change> guardduty = practised.assess("guardduty").changes();
    List<Change> both = health.stream().filter(guardduty::contains).toList();
    assertEquals(
        List.of(
            "alerts/topic",
            "alerts/subscription/alerts@example.com",
            "events/role",
            "events/role/policy"),
        both.stream().map(Change::id).toList());
    assertEquals(both.subList(0, 2), practised.assess("monitoring").changes().subList(0, 2));
  }

  @Test
  void health_events_have_rules_in_three_regions_and_a_text() {
    Assessment found = fresh().answer("health-events.language", "ja").assess("health-events");
    List<String> ids = Practised.ids(found);
    for (String region : List.of("ap-northeast-1", "us-east-1", "us-west-2")) {
      assertTrue(ids.contains("firstday-health/" + region + "/rule"), region);
    }
    String home =
        found.changes().stream()
            .filter(change -> change.id().equals("firstday-health/ap-northeast-1/target"))
            .findFirst()
            .orElseThrow()
            .request()
            .toString();
    assertTrue(home.contains("$.detail.eventRegion"), home);
    assertTrue(home.contains("リージョン"), home);
    assertFalse(home.contains("RoleArn"), home);
  }

  /** The Regions that a step asks in a partition. */
  private static Set<String> asked(String partition, String home, String step) throws CallFailed {
    Identity one = Identities.in(partition);
    Identity there =
        new Identity(
            one.accountId(),
            one.alias(),
            one.arn(),
            one.kind(),
            one.name(),
            partition,
            home,
            one.plan(),
            one.organization(),
            one.practice());
    Set<String> asked = new TreeSet<>();
    PracticeAccount practice = new PracticeAccount(Scenario.NEW);
    Account account =
        new Account(
            there,
            new AnsweringApi(
                practice,
                (request, region, real) -> {
                  asked.add(region);
                  return real.to(request);
                }));
    var answers = Bench.of(Scenario.NEW, Bench.answers("regions", "home")).session().answers(step);
    Steps.find(step).orElseThrow().step().assess(account, answers);
    return asked;
  }

  @ParameterizedTest
  @CsvSource({
    "aws-us-gov, us-gov-east-1, us-gov-east-1 us-gov-west-1",
    "aws-cn, cn-north-1, cn-north-1 cn-northwest-1",
    "aws-eusc, eusc-de-east-1, eusc-de-east-1",
  })
  void only_regions_of_the_own_partition_are_asked(String partition, String home, String regions)
      throws CallFailed {
    for (String step : List.of("health-events", "guardduty", "service-logs")) {
      Set<String> asked = asked(partition, home, step);
      assertTrue(List.of(regions.split(" ")).containsAll(asked), step + " " + asked);
    }
    assertEquals(Set.of(regions.split(" ")), asked(partition, home, "health-events"));
  }

  @Test
  void another_pattern_counts_if_it_takes_as_much() {
    assertTrue(EventPatterns.takesHealth("{\"source\":[\"aws.health\"]}"));
    assertFalse(
        EventPatterns.takesHealth(
            "{\"source\":[\"aws.health\"],\"detail\":{\"service\":[\"EC2\"]}}"));
    assertFalse(EventPatterns.takesHealth("{\"source\":[\"aws.ec2\"]}"));
    String numeric =
        "{\"source\":[\"aws.guardduty\"],\"detail\":{\"severity\":[{\"numeric\":[\">=\",7]}]}}";
    assertTrue(EventPatterns.takesFindings(numeric, 7));
    assertFalse(EventPatterns.takesFindings(numeric, 4));
    assertTrue(EventPatterns.takesFindings("{\"source\":[\"aws.guardduty\"]}", 1));
  }

  @Test
  void one_region_that_is_denied_is_unseen_and_no_other() {
    Practised practised = fresh();
    practised.apply("guardduty");
    practised.practice.confirmMails();
    practised.practice.denyIn("eu-west-1", "explicit deny in a service control policy");
    Assessment found = practised.assess("guardduty");
    assertEquals(Verdict.UNSEEN, found.verdict());
    assertTrue(
        found.findings().stream()
            .filter(finding -> finding.problem().isPresent())
            .allMatch(finding -> finding.region().orElseThrow().equals("eu-west-1")));
  }

  @Test
  void a_new_detector_has_no_plan_that_nobody_chose() {
    Practised practised = fresh().answer("guardduty.plans", "S3_DATA_EVENTS");
    practised.apply("guardduty");
    List<String> codes = Practised.codes(practised.assess("guardduty"));
    assertFalse(codes.contains("plans-on"));
    assertFalse(codes.contains("plans-kept"));
  }

  @Test
  void what_was_made_by_hand_is_completed_and_never_doubled() {
    Practised practised = new Practised(Scenario.HALF_DONE).answer("email", "alerts@example.com");
    Assessment health = practised.assess("health-events");
    List<String> ids = Practised.ids(health);
    assertTrue(ids.contains("firstday-health/us-east-1/text/health/mail"));
    assertFalse(ids.contains("firstday-health/us-east-1/rule"));
    assertTrue(ids.contains("alerts/policy"));
    assertTrue(ids.contains("alerts/subscription/alerts@example.com"));
    assertFalse(ids.contains("alerts/topic"));
    Assessment guardduty = practised.assess("guardduty");
    assertFalse(Practised.ids(guardduty).contains("guardduty/us-east-1/detector"));
    assertFalse(Practised.ids(guardduty).contains("guardduty/us-east-1/plans"));
    assertTrue(Practised.codes(guardduty).contains("plans-kept"));
    practised.apply("guardduty");
    practised.apply("health-events");
    practised.practice.confirmMails();
    for (String id : List.of("guardduty", "health-events")) {
      assertEquals(Verdict.DONE, practised.assess(id).verdict());
      assertEquals(List.of(), practised.assess(id).changes());
    }
  }
}
