package dev.firstday.practice.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.AccessDeniedException;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.ComparisonOperator;
import software.amazon.awssdk.services.budgets.model.CreationLimitExceededException;
import software.amazon.awssdk.services.budgets.model.DuplicateRecordException;
import software.amazon.awssdk.services.budgets.model.InvalidNextTokenException;
import software.amazon.awssdk.services.budgets.model.InvalidParameterException;
import software.amazon.awssdk.services.budgets.model.NotFoundException;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationState;
import software.amazon.awssdk.services.budgets.model.NotificationType;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.budgets.model.SubscriptionType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;

class PracticeBudgetsTest {
  private static final String ID = PracticeAccount.ID;
  private static final Subscriber AOI = email("aoi@example.com");

  private final BudgetsClient budgets =
      Clients.in(new PracticeAccount(Scenario.NEW), "us-east-1").budgets();

  private static Subscriber email(String address) {
    return Subscriber.builder().subscriptionType(SubscriptionType.EMAIL).address(address).build();
  }

  private static Notification alert(double threshold) {
    return Notification.builder()
        .notificationType(NotificationType.ACTUAL)
        .comparisonOperator(ComparisonOperator.GREATER_THAN)
        .threshold(threshold)
        .build();
  }

  private static Budget.Builder budget(String name) {
    return Budget.builder()
        .budgetName(name)
        .budgetType(BudgetType.COST)
        .timeUnit(TimeUnit.MONTHLY)
        .budgetLimit(limit -> limit.amount(BigDecimal.TEN).unit("USD"));
  }

  private void create(Budget.Builder budget) {
    budgets.createBudget(r -> r.accountId(ID).budget(budget.build()));
  }

  private Budget read(String name) {
    return budgets.describeBudget(r -> r.accountId(ID).budgetName(name)).budget();
  }

  @Test
  @SuppressWarnings("deprecation") // What most budgets are still made of.
  void what_a_budget_leaves_out_has_its_default() {
    create(budget("a").costTypes(types -> types.includeCredit(false)));
    Budget budget = read("a");
    assertFalse(budget.costTypes().includeCredit());
    assertTrue(budget.costTypes().includeRefund());
    assertFalse(budget.costTypes().useBlended());
    assertEquals("2087-06-15T00:00:00Z", budget.timePeriod().end().toString());
  }

  @Test
  void a_filter_is_shown_to_those_who_ask_for_it() {
    create(budget("a").filterExpression(e -> e.dimensions(d -> d.key("REGION").values("x"))));
    assertNull(read("a").filterExpression());
    var asked = budgets.describeBudgets(r -> r.accountId(ID).showFilterExpression(true));
    assertEquals(
        "REGION", asked.budgets().getFirst().filterExpression().dimensions().keyAsString());
  }

  @Test
  void a_second_budget_of_the_same_name_is_refused() {
    create(budget("a"));
    var e = assertThrows(DuplicateRecordException.class, () -> create(budget("a")));
    assertEquals(400, e.statusCode());
    assertEquals("DuplicateRecordException", e.awsErrorDetails().errorCode());
  }

  @SuppressWarnings("deprecation") // What most budgets are still made of.
  static Stream<Consumer<Budget.Builder>> wrong() {
    return Stream.of(
        b -> b.budgetName("a:b"),
        b -> b.budgetName("x".repeat(101)),
        b -> b.budgetName("a/action/b"),
        b -> b.budgetType((BudgetType) null),
        b -> b.timeUnit((TimeUnit) null),
        b -> b.budgetLimit(limit -> limit.amount(BigDecimal.ZERO).unit("USD")),
        b -> b.costTypes(t -> t.includeTax(true)).filterExpression(e -> e.and(List.of())));
  }

  @ParameterizedTest
  @MethodSource
  void wrong(Consumer<Budget.Builder> wrong) {
    Budget.Builder budget = budget("a");
    wrong.accept(budget);
    assertThrows(InvalidParameterException.class, () -> create(budget));
  }

  @Test
  void budgets_come_in_pages() {
    List<String> names = IntStream.range(100, 350).mapToObj(i -> "budget-" + i).toList();
    names.forEach(name -> create(budget(name)));
    var pages = budgets.describeBudgetsPaginator(r -> r.accountId(ID).maxResults(100));
    assertEquals(List.of(100, 100, 50), pages.stream().map(page -> page.budgets().size()).toList());
    assertEquals(
        names, pages.stream().flatMap(p -> p.budgets().stream()).map(Budget::budgetName).toList());
    assertThrows(
        InvalidNextTokenException.class,
        () -> budgets.describeBudgets(r -> r.accountId(ID).nextToken("x")));
  }

  private void addAlert(Notification alert, Subscriber... subscribers) {
    budgets.createNotification(
        r -> r.accountId(ID).budgetName("a").notification(alert).subscribers(subscribers));
  }

  private List<Subscriber> subscribers(Notification alert) {
    return budgets
        .describeSubscribersForNotification(
            r -> r.accountId(ID).budgetName("a").notification(alert))
        .subscribers();
  }

  private List<Notification> alerts() {
    return budgets
        .describeNotificationsForBudget(r -> r.accountId(ID).budgetName("a"))
        .notifications();
  }

  @Test
  void an_alert_is_known_by_all_but_its_state() {
    create(budget("a"));
    addAlert(alert(80), AOI);
    Notification listed = alerts().getFirst();
    assertEquals(NotificationState.OK, listed.notificationState());
    assertEquals(List.of(AOI), subscribers(listed));
    assertEquals(List.of(AOI), subscribers(alert(80)));
    assertThrows(NotFoundException.class, () -> subscribers(alert(81)));
    assertThrows(DuplicateRecordException.class, () -> addAlert(alert(80), AOI));
    budgets.deleteNotification(r -> r.accountId(ID).budgetName("a").notification(listed));
    assertEquals(List.of(), alerts());
  }

  @Test
  void the_last_subscriber_takes_the_alert_with_it() {
    create(budget("a"));
    addAlert(alert(80), AOI);
    Subscriber other = email("other@example.com");
    budgets.createSubscriber(
        r -> r.accountId(ID).budgetName("a").notification(alert(80)).subscriber(other));
    assertEquals(List.of(AOI, other), subscribers(alert(80)));
    Stream.of(AOI, other)
        .forEach(
            person ->
                budgets.deleteSubscriber(
                    r ->
                        r.accountId(ID)
                            .budgetName("a")
                            .notification(alert(80))
                            .subscriber(person)));
    assertEquals(List.of(), alerts());
  }

  @Test
  void there_are_limits() {
    create(budget("a"));
    assertThrows(InvalidParameterException.class, () -> addAlert(alert(80)));
    assertThrows(InvalidParameterException.class, () -> addAlert(alert(80), email("nobody")));
    Subscriber[] many =
        IntStream.range(0, 11)
            .mapToObj(i -> email(i + "@example.com"))
            .collect(Collectors.toList())
            .toArray(Subscriber[]::new);
    assertThrows(InvalidParameterException.class, () -> addAlert(alert(80), many));
    IntStream.range(0, 10).forEach(i -> addAlert(alert(i), AOI));
    assertThrows(CreationLimitExceededException.class, () -> addAlert(alert(80), AOI));
  }

  @Test
  void what_is_not_there_is_not_found() {
    assertThrows(NotFoundException.class, () -> read("a"));
    assertThrows(NotFoundException.class, () -> addAlert(alert(80), AOI));
    assertThrows(
        NotFoundException.class, () -> budgets.deleteBudget(r -> r.accountId(ID).budgetName("a")));
  }

  @Test
  void somebody_elses_budgets_are_denied() {
    assertThrows(AccessDeniedException.class, () -> budgets.describeBudgets(r -> r.accountId("1")));
  }
}
