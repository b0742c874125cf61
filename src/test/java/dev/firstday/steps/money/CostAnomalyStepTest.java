package dev.firstday.steps.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.OneStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscription;
import software.amazon.awssdk.services.costexplorer.model.CostExplorerException;
import software.amazon.awssdk.services.costexplorer.model.Subscriber;

class CostAnomalyStepTest {
  private static final Map<String, String> ANSWERS = Map.of("email", "aoi@example.com");

  private static OneStep step(PracticeAccount practice) {
    return new OneStep("cost-anomaly", practice, ANSWERS);
  }

  private static CostExplorerClient costs(PracticeAccount practice) {
    return Clients.in(practice, "us-east-1").costExplorer();
  }

  private static AnomalySubscription only(PracticeAccount practice) {
    var all = costs(practice).getAnomalySubscriptions(r -> {}).anomalySubscriptions();
    assertEquals(1, all.size());
    return all.getFirst();
  }

  @Test
  void a_new_account_gets_a_monitor_and_a_subscription_and_both_can_be_taken_back() {
    PracticeAccount practice = new PracticeAccount(Scenario.NEW);
    OneStep step = step(practice);
    assertEquals(Verdict.TODO, step.assess().verdict());
    List<Change> written = step.apply();
    assertEquals(
        List.of("cost-anomaly/monitor", "cost-anomaly/subscription"),
        written.stream().map(Change::id).toList());
    Assessment after = step.assess();
    assertEquals(Verdict.DONE, after.verdict());
    assertEquals(
        List.of(
            "monitor [firstday-services]",
            "subscription [firstday-cost-anomalies, aoi@example.com]"),
        OneStep.notes(after));
    assertEquals(List.of(), after.changes());
    step.undo(written);
    assertEquals(List.of("no-monitor"), OneStep.codes(step.assess()));
    assertEquals(
        List.of(), costs(practice).getAnomalySubscriptions(r -> {}).anomalySubscriptions());
  }

  @Test
  void the_threshold_is_both_an_amount_and_a_share_and_the_mail_comes_daily() {
    Change change = step(new PracticeAccount(Scenario.HALF_DONE)).assess().changes().getFirst();
    Map<?, ?> subscription = (Map<?, ?>) change.request().get("AnomalySubscription");
    assertEquals("DAILY", subscription.get("Frequency"));
    assertEquals(
        Map.of(
            "And",
            List.of(
                threshold("ANOMALY_TOTAL_IMPACT_ABSOLUTE", "10"),
                threshold("ANOMALY_TOTAL_IMPACT_PERCENTAGE", "40"))),
        subscription.get("ThresholdExpression"));
    assertEquals(
        List.of(Map.of("Address", "aoi@example.com", "Type", "EMAIL")),
        subscription.get("Subscribers"));
  }

  private static Map<String, Object> threshold(String dimension, String value) {
    return Map.of(
        "Dimensions",
        Map.of(
            "Key",
            dimension,
            "Values",
            List.of(value),
            "MatchOptions",
            List.of("GREATER_THAN_OR_EQUAL")));
  }

  @Test
  void the_monitor_that_aws_made_is_adopted() {
    PracticeAccount practice = new PracticeAccount(Scenario.HALF_DONE);
    OneStep step = step(practice);
    assertEquals(
        List.of("monitor [Default-Services-Monitor]", "no-subscription []"),
        OneStep.notes(step.assess()));
    assertEquals(
        List.of("cost-anomaly/subscription"), step.apply().stream().map(Change::id).toList());
    assertEquals(Verdict.DONE, step.assess().verdict());
    assertEquals(1, costs(practice).getAnomalyMonitors(r -> {}).anomalyMonitors().size());
  }

  @Test
  void a_subscription_of_somebody_else_that_reaches_somebody_is_enough() {
    PracticeAccount practice = new PracticeAccount(Scenario.HALF_DONE);
    subscribe(practice, "Default-Services-Subscription", "root@example.com");
    Assessment seen = step(practice).assess();
    assertEquals(Verdict.DONE, seen.verdict());
    assertEquals(List.of(), seen.changes());
  }

  private static void subscribe(PracticeAccount practice, String name, String address) {
    var costs = costs(practice);
    String monitor = costs.getAnomalyMonitors(r -> {}).anomalyMonitors().getFirst().monitorArn();
    costs.createAnomalySubscription(
        r ->
            r.anomalySubscription(
                s ->
                    s.subscriptionName(name)
                        .frequency("WEEKLY")
                        .monitorArnList(monitor)
                        .subscribers(Subscriber.builder().type("EMAIL").address(address).build())
                        .thresholdExpression(
                            e ->
                                e.dimensions(
                                    d ->
                                        d.key("ANOMALY_TOTAL_IMPACT_ABSOLUTE")
                                            .matchOptionsWithStrings("GREATER_THAN_OR_EQUAL")
                                            .values("100")))));
  }

  @Test
  void a_monitor_of_one_kind_of_cost_is_no_monitor_of_all_services() {
    PracticeAccount practice = new PracticeAccount(Scenario.NEW);
    costs(practice)
        .createAnomalyMonitor(
            r -> r.anomalyMonitor(m -> m.monitorName("team").monitorType("CUSTOM")));
    assertEquals(List.of("no-monitor"), OneStep.codes(step(practice).assess()));
  }

  @Test
  void monitors_on_a_later_page_are_found() {
    PracticeAccount practice = new PracticeAccount(Scenario.NEW);
    for (int i = 0; i < 120; i++) {
      String name = "team" + i;
      costs(practice)
          .createAnomalyMonitor(
              r -> r.anomalyMonitor(m -> m.monitorName(name).monitorType("CUSTOM")));
    }
    costs(practice)
        .createAnomalyMonitor(
            r ->
                r.anomalyMonitor(
                    m ->
                        m.monitorName("zz")
                            .monitorType("DIMENSIONAL")
                            .monitorDimension("SERVICE")));
    assertEquals("monitor [zz]", OneStep.notes(step(practice).assess()).getFirst());
  }

  @Test
  void without_an_address_nothing_can_be_planned() {
    Assessment seen =
        new OneStep("cost-anomaly", new PracticeAccount(Scenario.NEW), Map.of()).assess();
    assertEquals(List.of(), seen.changes());
    assertTrue(seen.missingAnswers().contains("emails"));
    assertTrue(OneStep.codes(seen).contains(Finding.ANSWER_MISSING));
  }

  private static Assessment failing(String code, String message) {
    PracticeAccount practice = new PracticeAccount(Scenario.NEW);
    practice.add(
        (service, operation) ->
            service.equals("ce")
                ? Optional.of(
                    CostExplorerException.builder()
                        .awsErrorDetails(
                            AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
                        .statusCode(400)
                        .build())
                : Optional.empty());
    Assessment seen = step(practice).assess();
    assertEquals(List.of(), seen.changes());
    return seen;
  }

  @Test
  void a_cost_explorer_that_was_never_opened_is_a_state_of_its_own() {
    Assessment seen = failing("AccessDeniedException", "User not enabled for cost explorer access");
    assertEquals(Verdict.TODO, seen.verdict());
    assertEquals(List.of("not-opened", "opening"), OneStep.codes(seen));
  }

  @Test
  void what_it_says_instead_of_an_answer_is_told_apart() {
    assertEquals(
        List.of("payer"),
        OneStep.codes(
            failing(
                "AccessDeniedException", "Linked account doesn't have access to cost explorer")));
    Assessment young = failing("DataUnavailableException", "no data");
    assertEquals(List.of("no-data"), OneStep.codes(young));
    assertTrue(young.waiting().isPresent());
    assertEquals(
        Verdict.UNSEEN,
        failing("AccessDeniedException", "User: x is not authorized to perform: y").verdict());
  }

  @Test
  void subscriptions_that_cannot_be_read_are_not_doubled() {
    PracticeAccount practice = new PracticeAccount(Scenario.HALF_DONE);
    practice.deny("ce:GetAnomalySubscriptions", "no");
    Assessment seen = step(practice).assess();
    assertEquals(Verdict.UNSEEN, seen.verdict());
    assertEquals(List.of(), seen.changes());
    assertEquals(1, OneStep.codes(seen).size());
  }

  @Test
  void the_subscription_is_weekly_if_somebody_says_so() {
    PracticeAccount practice = new PracticeAccount(Scenario.HALF_DONE);
    new OneStep(
            "cost-anomaly",
            practice,
            Map.of("email", "aoi@example.com", "cost-anomaly.frequency", "weekly"))
        .apply();
    assertEquals("WEEKLY", only(practice).frequencyAsString());
  }
}
