package dev.firstday.steps.money;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.plan.Change;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.ComparisonOperator;
import software.amazon.awssdk.services.budgets.model.CreateBudgetRequest;
import software.amazon.awssdk.services.budgets.model.CreateNotificationRequest;
import software.amazon.awssdk.services.budgets.model.CreateSubscriberRequest;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationType;
import software.amazon.awssdk.services.budgets.model.NotificationWithSubscribers;
import software.amazon.awssdk.services.budgets.model.ResourceTag;
import software.amazon.awssdk.services.budgets.model.Spend;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.budgets.model.SubscriptionType;
import software.amazon.awssdk.services.budgets.model.ThresholdType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;

/**
 * What {@link BudgetStep} would write.
 *
 * @param emails whom the alerts reach
 */
record BudgetChanges(Account account, Answers answers, List<String> emails) {
  /** Begins the names of the budgets we create. */
  static final String NAME = "firstday-";

  /** From this amount in US dollars on, a zero-spend budget speaks. */
  static final BigDecimal ZERO_SPEND = new BigDecimal("0.01");

  private String id() {
    return account.identity().accountId();
  }

  /** The budget, where there is none to complete. */
  Change create() {
    String kind = answers.text("kind").orElseThrow();
    boolean zeroSpend = kind.equals("zero-spend");
    String name = NAME + kind;
    String amount = zeroSpend ? "1" : answers.decimal("amount").toPlainString();
    String currency = answers.text("currency").orElseThrow();
    Spend limit = Spend.builder().amount(new BigDecimal(amount)).unit(currency).build();
    return account
        .change("budget/" + name, budget(name, limit, zeroSpend))
        .verifiedBy(
            account.query(Reads.DESCRIBE_BUDGET, read -> read.accountId(id()).budgetName(name)),
            "/Budget/BudgetLimit",
            "/Budget/BudgetType",
            "/Budget/TimeUnit")
        .create(
            Note.of(
                zeroSpend ? "zero-spend" : "monthly",
                name,
                amount + " " + currency,
                String.join(", ", emails)));
  }

  private CreateBudgetRequest.Builder budget(String name, Spend limit, boolean zeroSpend) {
    return CreateBudgetRequest.builder()
        .accountId(id())
        .budget(
            budget ->
                withoutCredits(budget)
                    .budgetName(name)
                    .budgetType(BudgetType.COST)
                    .timeUnit(TimeUnit.MONTHLY)
                    .budgetLimit(limit))
        .notificationsWithSubscribers(wanted(zeroSpend).map(this::toEverybody).toList())
        .resourceTags(ResourceTag.builder().key("CreatedBy").value("firstday").build());
  }

  // Sign-up credits would hide the spending that uses them up.
  @SuppressWarnings("deprecation") // The newer filter expression is not documented for credits.
  private static Budget.Builder withoutCredits(Budget.Builder budget) {
    return budget.costTypes(types -> types.includeCredit(false).includeRefund(false));
  }

  private Stream<Notification> wanted(boolean zeroSpend) {
    if (zeroSpend) {
      return Stream.of(
          alert(NotificationType.ACTUAL, ThresholdType.ABSOLUTE_VALUE, ZERO_SPEND.toString()));
    }
    return Stream.concat(
        answers.list("actual").stream()
            .map(p -> alert(NotificationType.ACTUAL, ThresholdType.PERCENTAGE, p)),
        answers.list("forecast").stream()
            .map(p -> alert(NotificationType.FORECASTED, ThresholdType.PERCENTAGE, p)));
  }

  private static Notification alert(NotificationType type, ThresholdType unit, String threshold) {
    return Notification.builder()
        .notificationType(type)
        .comparisonOperator(ComparisonOperator.GREATER_THAN)
        .threshold(Double.valueOf(threshold))
        .thresholdType(unit)
        .build();
  }

  private NotificationWithSubscribers toEverybody(Notification alert) {
    return NotificationWithSubscribers.builder()
        .notification(alert)
        .subscribers(subscribers())
        .build();
  }

  private List<Subscriber> subscribers() {
    return emails.stream().map(BudgetChanges::subscriber).toList();
  }

  private static Subscriber subscriber(String email) {
    return Subscriber.builder().subscriptionType(SubscriptionType.EMAIL).address(email).build();
  }

  /** Alerts of a type that a budget has none of. */
  Stream<Change> alerts(String budget, NotificationType type) {
    return wanted(false)
        .filter(alert -> alert.notificationType() == type)
        .map(alert -> alert(budget, alert));
  }

  private Change alert(String budget, Notification alert) {
    return account
        .change(
            "budget/%s/%s".formatted(budget, label(alert)),
            CreateNotificationRequest.builder()
                .accountId(id())
                .budgetName(budget)
                .notification(alert)
                .subscribers(subscribers()))
        .verifiedBy(
            ObservedBudget.alertsOf(account, budget),
            "/Notifications/*/NotificationType",
            "/Notifications/*/Threshold")
        .create(Note.of("alert", budget, label(alert), String.join(", ", emails)));
  }

  /** People for an alert that reaches nobody. */
  Stream<Change> subscribers(String budget, Notification silent) {
    Notification alert = plain(silent);
    return emails.stream().map(email -> subscriber(budget, alert, email));
  }

  private Change subscriber(String budget, Notification alert, String email) {
    return account
        .change(
            "budget/%s/%s/%s".formatted(budget, label(alert), email),
            CreateSubscriberRequest.builder()
                .accountId(id())
                .budgetName(budget)
                .notification(alert)
                .subscriber(subscriber(email)))
        .verifiedBy(ObservedBudget.subscribersOf(account, budget, alert), "/Subscribers")
        .create(Note.of("subscriber", budget, label(alert), email));
  }

  /** A notification as it was made: its state moves, and AWS finds it by the rest. */
  static Notification plain(Notification notification) {
    return notification.toBuilder().notificationState((String) null).build();
  }

  /** How an alert is called: {@code actual-80}. */
  static String label(Notification notification) {
    Double threshold = notification.threshold();
    String percent =
        threshold == null || !Double.isFinite(threshold)
            ? "0"
            : BigDecimal.valueOf(threshold).stripTrailingZeros().toPlainString();
    return notification.notificationTypeAsString().toLowerCase(Locale.ROOT) + "-" + percent;
  }
}
