package dev.firstday.steps.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Bench;
import dev.firstday.steps.Practised;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;

class MonitoringStepTest {
  private static final String ID = "monitoring";

  private static Practised fresh() {
    return new Practised(Scenario.NEW).answer("email", "alerts@example.com");
  }

  @Test
  void without_a_trail_the_trail_comes_first_and_all_is_planned_on_its_log_group() {
    Assessment found = fresh().assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertTrue(Practised.codes(found).contains("no-log-group"));
    // The topic, its subscription, 17 alarms, and 22 filters.
    assertEquals(2 + 17 + 22, found.changes().size());
    assertEquals("alerts/topic", found.changes().getFirst().id());
    assertTrue(
        found.changes().stream()
            .filter(change -> change.operation().equals("PutMetricFilter"))
            .allMatch(change -> "firstday-trail".equals(change.request().get("logGroupName"))));
  }

  @Test
  void alone_it_writes_nothing_and_sends_no_mail_before_there_is_a_trail() {
    Bench bench = Bench.of(Scenario.NEW);
    Outcome outcome = bench.apply(ID);
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(List.of(), bench.writes());
    assertEquals(Verdict.TODO, bench.assess(ID).verdict());
  }

  @Test
  void a_log_group_that_no_trail_writes_to_any_more_is_not_watched() {
    Bench bench = Bench.of(Scenario.NEW);
    bench.clients().logs().createLogGroup(r -> r.logGroupName("firstday-trail"));
    assertEquals(List.of(), bench.assess(ID).ready());
    bench.apply("trail", ID);
    assertEquals(List.of(), bench.assess(ID).changes());
  }

  @Test
  void after_the_trail_what_was_planned_before_it_still_is_what_is_missing() {
    Practised practised = fresh();
    List<Change> planned = practised.assess(ID).changes();
    practised.apply("trail");
    assertEquals(planned, practised.assess(ID).changes());
  }

  @Test
  void it_waits_for_the_mail_is_done_with_it_and_can_be_taken_back() {
    Practised practised = fresh();
    practised.apply("trail");
    Assessment before = practised.assess(ID);
    List<Change> undo = practised.apply(ID);
    Assessment waiting = practised.assess(ID);
    assertEquals(Verdict.TODO, waiting.verdict());
    assertEquals(List.of(), waiting.changes());
    assertEquals("pending", waiting.waiting().orElseThrow().reason().code());
    practised.practice.confirmMails();
    assertEquals(Verdict.DONE, practised.assess(ID).verdict());
    practised.undo(undo);
    assertEquals(before, practised.assess(ID));
  }

  @Test
  void an_apply_that_stopped_half_way_is_completed() {
    Practised practised = fresh();
    practised.apply("trail");
    List<Change> undo = practised.apply(ID);
    practised.undo(undo.subList(0, 7));
    assertEquals(7, practised.assess(ID).changes().size());
    practised.apply(ID);
    assertEquals(List.of(), practised.assess(ID).changes());
  }

  @Test
  void without_an_address_nothing_can_be_made() {
    assertTrue(new Practised(Scenario.NEW).assess(ID).missingAnswers().contains("emails"));
  }

  @Test
  void alarms_that_cannot_be_read_are_unseen_and_nothing_is_planned() {
    Practised practised = fresh();
    practised.apply("trail");
    practised.practice.deny("cloudwatch:DescribeAlarms", "not authorized");
    Assessment found = practised.assess(ID);
    assertEquals(Verdict.UNSEEN, found.verdict());
    assertEquals(List.of(), found.changes());
  }

  @Test
  void only_what_was_chosen_is_watched() {
    Practised practised = fresh().answer("monitoring.monitors", "root-use, organizations-change");
    assertEquals(
        List.of(
            "alerts/topic",
            "alerts/subscription/alerts@example.com",
            "monitoring/root-use/filter",
            "monitoring/root-use/alarm",
            "monitoring/organizations-change/filter",
            "monitoring/organizations-change/alarm"),
        Practised.ids(practised.assess(ID)));
  }

  @Test
  void the_topic_lets_only_alarms_and_rules_of_this_account_publish() {
    String policy =
        ((Map<?, ?>) fresh().assess(ID).changes().getFirst().request().get("Attributes"))
            .get("Policy")
            .toString();
    assertFalse(policy.contains("\"*\""));
    assertTrue(policy.contains("cloudwatch.amazonaws.com"));
    assertTrue(policy.contains("events.amazonaws.com"));
    assertEquals(2, policy.split("aws:SourceAccount\":\"123456789012\"", -1).length - 1);
    assertEquals(2, policy.split("aws:SourceArn", -1).length - 1);
  }

  @ParameterizedTest
  @CsvSource({"1, 3, 3", "0, 1, 1", "0.0, 1, 1"})
  void an_alarm_that_one_event_does_not_wake_does_not_count(
      String value, int periods, int datapoints) {
    Practised practised = fresh().answer("monitoring.monitors", "root-use");
    practised.apply("trail");
    Clients here = Clients.in(practised.practice, Practised.HOME);
    here.logs()
        .putMetricFilter(
            b ->
                b.logGroupName("firstday-trail")
                    .filterName("by-hand")
                    .filterPattern(Monitor.ROOT_USE.patterns().getLast())
                    .metricTransformations(
                        MetricTransformation.builder()
                            .metricNamespace("Mine")
                            .metricName("root")
                            .metricValue(value)
                            .build()));
    here.cloudWatch()
        .putMetricAlarm(
            b ->
                b.alarmName("by-hand")
                    .namespace("Mine")
                    .metricName("root")
                    .statistic("Sum")
                    .threshold(1.0)
                    .evaluationPeriods(periods)
                    .datapointsToAlarm(datapoints)
                    .comparisonOperator("GreaterThanOrEqualToThreshold")
                    .alarmActions("arn:aws:sns:ap-northeast-1:123456789012:firstday-alerts"));
    assertTrue(
        Practised.ids(practised.assess(ID)).contains("monitoring/root-use/alarm"),
        Practised.ids(practised.assess(ID)).toString());
  }

  @Test
  void a_filter_and_an_alarm_made_by_hand_count() {
    Practised practised = fresh().answer("monitoring.monitors", "root-use, security-group-change");
    practised.apply("trail");
    Clients here = Clients.in(practised.practice, Practised.HOME);
    String topic = here.sns().createTopic(b -> b.name("mine")).topicArn();
    here.sns().subscribe(b -> b.topicArn(topic).protocol("email").endpoint("a@example.com"));
    for (Monitor monitor : List.of(Monitor.ROOT_USE, Monitor.SECURITY_GROUP_CHANGE)) {
      here.logs()
          .putMetricFilter(
              b ->
                  b.logGroupName("firstday-trail")
                      .filterName("by-hand-" + monitor.id())
                      .filterPattern(monitor.patterns().getLast().replace(" ", "  "))
                      .metricTransformations(
                          MetricTransformation.builder()
                              .metricNamespace("Mine")
                              .metricName(monitor.id())
                              .metricValue("1")
                              .build()));
      here.cloudWatch()
          .putMetricAlarm(
              b ->
                  b.alarmName("by-hand-" + monitor.id())
                      .namespace("Mine")
                      .metricName(monitor.id())
                      .statistic("Sum")
                      .threshold(1.0)
                      .comparisonOperator("GreaterThanOrEqualToThreshold")
                      .alarmActions(topic));
    }
    Assessment waiting = practised.assess(ID);
    assertEquals(List.of(), waiting.changes());
    assertEquals("alarm-pending", waiting.waiting().orElseThrow().reason().code());
    practised.practice.confirmMails();
    assertEquals(Verdict.DONE, practised.assess(ID).verdict());
  }

  @Test
  void a_busy_account_is_read_page_by_page() {
    Practised practised = fresh();
    practised.apply("trail");
    practised.apply(ID);
    Clients here = Clients.in(practised.practice, Practised.HOME);
    for (int i = 0; i < 120; i++) {
      String name = "a" + i;
      here.cloudWatch().putMetricAlarm(b -> b.alarmName(name).namespace("N").metricName("M"));
    }
    assertEquals(List.of(), practised.assess(ID).changes());
  }
}
