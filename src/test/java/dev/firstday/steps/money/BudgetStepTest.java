package dev.firstday.steps.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.aws.Account;
import dev.firstday.aws.Identities;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Bench;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.ComparisonOperator;
import software.amazon.awssdk.services.budgets.model.NotFoundException;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationType;
import software.amazon.awssdk.services.budgets.model.NotificationWithSubscribers;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.budgets.model.SubscriptionType;
import software.amazon.awssdk.services.budgets.model.ThresholdType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;

public class BudgetStepTest {
  private static final String ID = "budget";
  private static final NotificationWithSubscribers ACTUAL =
      alert(NotificationType.ACTUAL, ThresholdType.PERCENTAGE, 80);
  private static final NotificationWithSubscribers FORECASTED =
      alert(NotificationType.FORECASTED, ThresholdType.PERCENTAGE, 100);

  private static NotificationWithSubscribers alert(
      NotificationType type, ThresholdType unit, double threshold) {
    return NotificationWithSubscribers.builder()
        .notification(
            Notification.builder()
                .notificationType(type)
                .comparisonOperator(ComparisonOperator.GREATER_THAN)
                .thresholdType(unit)
                .threshold(threshold)
                .build())
        .subscribers(
            Subscriber.builder()
                .subscriptionType(SubscriptionType.EMAIL)
                .address("somebody@example.com")
                .build())
        .build();
  }

  private static Bench with(
      String name, Consumer<Budget.Builder> more, NotificationWithSubscribers... alerts) {
    Bench bench = Bench.of(Scenario.NEW);
    create(bench, name, more, alerts);
    return bench;
  }

  private static void create(
      Bench bench,
      String name,
      Consumer<Budget.Builder> more,
      NotificationWithSubscribers... alerts) {
    Budget.Builder budget =
        Budget.builder()
            .budgetName(name)
            .budgetType(BudgetType.COST)
            .timeUnit(TimeUnit.MONTHLY)
            .budgetLimit(limit -> limit.amount(BigDecimal.TEN).unit("USD"));
    more.accept(budget);
    bench
        .clients()
        .budgets()
        .createBudget(
            r ->
                r.accountId(PracticeAccount.ID)
                    .budget(budget.build())
                    .notificationsWithSubscribers(alerts));
  }

  private static void as(Budget.Builder budget) {}

  @Test
  void a_new_account_gets_one_with_alerts() {
    Assessment found = Bench.of(Scenario.NEW).assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(List.of("none"), Bench.codes(found));
    Change change = Bench.change(found);
    assertEquals("budgets CreateBudget", change.service() + " " + change.operation());
    Map<?, ?> budget = (Map<?, ?>) change.request().get("Budget");
    assertEquals(Map.of("Amount", "50", "Unit", "USD"), budget.get("BudgetLimit"));
    assertEquals(Map.of("IncludeCredit", false, "IncludeRefund", false), budget.get("CostTypes"));
    List<?> alerts = (List<?>) change.request().get("NotificationsWithSubscribers");
    assertEquals(3, alerts.size());
    assertEquals("DeleteBudget", change.undo().getFirst().operation());
  }

  @Test
  void without_an_address_it_can_not_be_written() {
    Assessment found = Bench.of(Scenario.NEW, Map.of()).assess(ID);
    assertEquals(Set.of("emails"), found.missingAnswers());
    assertEquals(List.of(), found.changes());
  }

  @Test
  void a_zero_spend_budget_can_be_wanted() {
    Bench bench = Bench.of(Scenario.NEW, Bench.answers("budget.kind", "zero-spend"));
    assertEquals(List.of("budget/firstday-zero-spend"), Bench.ids(bench.assess(ID)));
    bench.apply(ID);
    assertEquals(List.of("zero-spend", "confirm-mail"), Bench.codes(bench.assess(ID)));
  }

  @Test
  void one_made_by_hand_that_does_it_all_is_done() {
    Assessment found = with("mine", BudgetStepTest::as, ACTUAL, FORECASTED).assess(ID);
    assertEquals(Verdict.DONE, found.verdict());
    assertEquals(List.of("good", "confirm-mail"), Bench.codes(found));
    assertEquals(List.of("mine", "10 USD"), found.findings().getFirst().note().values());
  }

  @Test
  void a_zero_spend_budget_made_by_hand_counts_with_its_one_alert() {
    NotificationWithSubscribers cent =
        alert(NotificationType.ACTUAL, ThresholdType.ABSOLUTE_VALUE, 0.01);
    Assessment found = with("My Zero-Spend Budget", BudgetStepTest::as, cent).assess(ID);
    assertEquals(Verdict.DONE, found.verdict());
    assertEquals(List.of("zero-spend", "confirm-mail"), Bench.codes(found));
  }

  @Test
  void a_daily_budget_needs_no_forecast_alert() {
    Bench bench = with("guard", budget -> budget.timeUnit(TimeUnit.DAILY), ACTUAL);
    Assessment found = bench.assess(ID);
    assertEquals(Verdict.DONE, found.verdict());
    assertEquals(List.of("good-daily", "confirm-mail"), Bench.codes(found));
  }

  @Test
  void a_daily_budget_without_alerts_gets_those_that_aws_takes() {
    Bench bench = with("guard", budget -> budget.timeUnit(TimeUnit.DAILY));
    assertEquals(List.of("no-actual"), Bench.codes(bench.assess(ID)));
    bench.apply(ID);
    assertEquals(Verdict.DONE, bench.assess(ID).verdict());
  }

  private static NotificationWithSubscribers below(NotificationType type, double threshold) {
    NotificationWithSubscribers alert = alert(type, ThresholdType.PERCENTAGE, threshold);
    return alert.toBuilder()
        .notification(
            alert.notification().toBuilder()
                .comparisonOperator(ComparisonOperator.LESS_THAN)
                .build())
        .build();
  }

  @Test
  void alerts_that_cannot_warn_of_overspending_do_not_count_and_are_told() {
    NotificationWithSubscribers far =
        alert(NotificationType.FORECASTED, ThresholdType.PERCENTAGE, 100_000);
    Bench bench = with("mine", BudgetStepTest::as, below(NotificationType.ACTUAL, 10), far);
    Assessment found = bench.assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(
        List.of("no-warning", "no-warning", "no-actual", "no-forecast"), Bench.codes(found));
    bench.apply(ID);
    assertEquals(Verdict.DONE, bench.assess(ID).verdict());
  }

  @Test
  void an_amount_counts_if_it_is_in_reach_of_the_limit() {
    NotificationWithSubscribers near =
        alert(NotificationType.FORECASTED, ThresholdType.ABSOLUTE_VALUE, 20);
    assertEquals(Verdict.DONE, with("mine", BudgetStepTest::as, ACTUAL, near).assess(ID).verdict());
    NotificationWithSubscribers far =
        alert(NotificationType.FORECASTED, ThresholdType.ABSOLUTE_VALUE, 20.01);
    assertEquals(Verdict.TODO, with("mine", BudgetStepTest::as, ACTUAL, far).assess(ID).verdict());
  }

  @Test
  void one_without_a_forecast_alert_is_completed_and_not_doubled() {
    Bench bench = Bench.of(Scenario.HALF_DONE);
    Assessment found = bench.assess(ID);
    assertEquals(List.of("no-forecast"), Bench.codes(found));
    assertEquals(List.of("budget/Monthly/forecasted-100"), Bench.ids(found));
    bench.apply(ID);
    assertEquals(Verdict.DONE, bench.assess(ID).verdict());
  }

  @Test
  void one_without_any_alert_gets_both_kinds() {
    Assessment found = with("mine", BudgetStepTest::as).assess(ID);
    assertEquals(List.of("no-actual", "no-forecast"), Bench.codes(found));
    assertEquals(
        List.of("budget/mine/actual-80", "budget/mine/actual-100", "budget/mine/forecasted-100"),
        Bench.ids(found));
  }

  @Test
  void an_alert_that_reaches_nobody_gets_somebody() {
    PracticeAccount practice = new PracticeAccount(Scenario.HALF_DONE);
    practice.add(
        (service, operation) ->
            operation.equals("DescribeSubscribersForNotification")
                ? Optional.of(notFound())
                : Optional.empty());
    Assessment found = new Bench(listener -> practice, Bench.ANSWERS).assess(ID);
    assertEquals(List.of("no-actual", "no-forecast"), Bench.codes(found));
    assertEquals("budget/Monthly/actual-80/aoi@example.com", Bench.ids(found).getFirst());
    assertEquals("CreateSubscriber", found.changes().getFirst().operation());
  }

  public static RuntimeException notFound() {
    return NotFoundException.builder()
        .awsErrorDetails(AwsErrorDetails.builder().errorCode("NotFoundException").build())
        .statusCode(400)
        .build();
  }

  @Test
  @SuppressWarnings("deprecation") // Many budgets still have the older costFilters.
  void a_budget_that_sees_a_part_only_does_not_count() {
    Bench bench =
        with(
            "old",
            b -> b.costFilters(Map.of("Service", List.of("Amazon EC2"))),
            ACTUAL,
            FORECASTED);
    create(
        bench,
        "new",
        b -> b.filterExpression(e -> e.dimensions(d -> d.key("REGION").values("us-east-1"))),
        ACTUAL,
        FORECASTED);
    Assessment found = bench.assess(ID);
    assertEquals(List.of("filtered", "filtered", "none"), Bench.codes(found));
    assertEquals(List.of("budget/firstday-monthly"), Bench.ids(found));
  }

  @Test
  void leaving_credits_out_narrows_nothing() {
    Consumer<Budget.Builder> noCredits =
        b ->
            b.filterExpression(
                e -> e.not(n -> n.dimensions(d -> d.key("RECORD_TYPE").values("Credit"))));
    assertEquals(Verdict.DONE, with("mine", noCredits, ACTUAL, FORECASTED).assess(ID).verdict());
  }

  @Test
  void a_budget_that_has_ended_does_not_count() {
    Consumer<Budget.Builder> ended =
        b ->
            b.timePeriod(
                t ->
                    t.start(Instant.parse("2020-01-01T00:00:00Z"))
                        .end(Instant.parse("2021-01-01T00:00:00Z")));
    Assessment found = with("mine", ended, ACTUAL, FORECASTED).assess(ID);
    assertEquals(List.of("expired", "none"), Bench.codes(found));
  }

  @Test
  void a_budget_that_is_not_about_cost_does_not_count() {
    Assessment found =
        with("mine", b -> b.budgetType(BudgetType.USAGE), ACTUAL, FORECASTED).assess(ID);
    assertEquals(List.of("no-cost-budget", "none"), Bench.codes(found));
  }

  @Test
  void the_right_one_is_found_on_the_second_page() {
    Bench bench = Bench.of(Scenario.NEW);
    IntStream.range(0, 100)
        .forEach(i -> create(bench, "part-" + i, b -> b.budgetType(BudgetType.USAGE)));
    create(bench, "whole", BudgetStepTest::as, ACTUAL, FORECASTED);
    assertEquals(Verdict.DONE, bench.assess(ID).verdict());
  }

  @Test
  void what_can_not_be_seen_whole_is_unseen_and_never_doubled() {
    PracticeAccount practice = new PracticeAccount(Scenario.HALF_DONE);
    practice.add(
        (service, operation) ->
            operation.startsWith("DescribeSub") ? Optional.of(broken()) : Optional.empty());
    Assessment found = new Bench(listener -> practice, Bench.ANSWERS).assess(ID);
    assertEquals(Verdict.UNSEEN, found.verdict());
    assertEquals(List.of("budget-there", "unseen"), Bench.codes(found));
    assertEquals(List.of(), found.changes());
  }

  private static RuntimeException broken() {
    return NotFoundException.builder()
        .awsErrorDetails(AwsErrorDetails.builder().errorCode("InternalErrorException").build())
        .statusCode(500)
        .build();
  }

  @Test
  void without_permission_it_is_unseen() {
    Assessment found = Bench.of(Scenario.DENIED).assess(ID);
    assertEquals(Verdict.UNSEEN, found.verdict());
    assertEquals("budgets:ViewBudget", found.problem().orElseThrow().action());
  }

  @Test
  void other_partitions_have_no_budgets() throws CallFailed {
    Account account = new Account(Identities.in("aws-cn"), new PracticeAccount(Scenario.NEW));
    var answers = Bench.of(Scenario.NEW).session().answers(ID);
    assertEquals(Verdict.NOT_APPLICABLE, new BudgetStep().assess(account, answers).verdict());
  }
}
