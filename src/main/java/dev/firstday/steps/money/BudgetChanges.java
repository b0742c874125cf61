package dev.firstday.steps.money;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.plan.Effect;
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
import software.amazon.awssdk.services.budgets.model.DeleteBudgetRequest;
import software.amazon.awssdk.services.budgets.model.DeleteNotificationRequest;
import software.amazon.awssdk.services.budgets.model.DeleteSubscriberRequest;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetRequest;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationType;
import software.amazon.awssdk.services.budgets.model.NotificationWithSubscribers;
import software.amazon.awssdk.services.budgets.model.ResourceTag;
import software.amazon.awssdk.services.budgets.model.Spend;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.budgets.model.SubscriptionType;
import software.amazon.awssdk.services.budgets.model.ThresholdType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;

/** What {@link BudgetStep} would write. */
final class BudgetChanges {
  /** Begins the names of the budgets we create. */
  static final String NAME = "firstday-";

  /** From this amount in US dollars on, a zero-spend budget speaks. */
  static final BigDecimal ZERO_SPEND = new BigDecimal("0.01");

  private final Account account;
  private final String accountId;
  private final Answers answers;
  private final List<String> emails;

  BudgetChanges(Account account, Answers answers) {
    this.account = account;
    this.accountId = account.identity().accountId();
    this.answers = answers;
    this.emails = answers.list("emails");
  }

  /** The budget, where there is none to complete. */
  Assessment.Builder create(Assessment.Builder found) {
    if (emails.isEmpty()) {
      return found.missingAnswer("emails");
    }
    String name = NAME + kind();
    Spend limit = limit();
    return found.change(
        account
            .change("budget/" + name, budget(name, limit))
            .verifiedBy(
                Reads.DESCRIBE_BUDGET,
                DescribeBudgetRequest.builder().accountId(accountId).budgetName(name).build(),
                "/Budget/BudgetLimit",
                "/Budget/BudgetType",
                "/Budget/TimeUnit")
            .undoneBy(
                Effect.DELETE,
                DeleteBudgetRequest.builder().accountId(accountId).budgetName(name).build())
            .build(
                Effect.CREATE,
                Note.of(
                    zeroSpend() ? "zero-spend" : "monthly",
                    name,
                    limit.amount().toPlainString() + " " + limit.unit(),
                    String.join(", ", emails))));
  }

  private CreateBudgetRequest budget(String name, Spend limit) {
    return CreateBudgetRequest.builder()
        .accountId(accountId)
        .budget(
            budget ->
                withoutCredits(budget)
                    .budgetName(name)
                    .budgetType(BudgetType.COST)
                    .timeUnit(TimeUnit.MONTHLY)
                    .budgetLimit(limit))
        .notificationsWithSubscribers(wanted(zeroSpend()).map(this::toEverybody).toList())
        .resourceTags(ResourceTag.builder().key("CreatedBy").value("firstday").build())
        .build();
  }

  private String kind() {
    return answers.text("kind").orElseThrow();
  }

  private boolean zeroSpend() {
    return kind().equals("zero-spend");
  }

  private Spend limit() {
    String amount = zeroSpend() ? "1" : answers.decimal("amount").toPlainString();
    return Spend.builder()
        .amount(new BigDecimal(amount))
        .unit(answers.text("currency").orElseThrow())
        .build();
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

  private NotificationWithSubscribers toEverybody(Notification notification) {
    return NotificationWithSubscribers.builder()
        .notification(notification)
        .subscribers(emails.stream().map(BudgetChanges::subscriber).toList())
        .build();
  }

  private static Subscriber subscriber(String email) {
    return Subscriber.builder().subscriptionType(SubscriptionType.EMAIL).address(email).build();
  }

  /** Alerts of a type that a budget has none of. */
  void addAlerts(String budget, NotificationType type, Assessment.Builder found) {
    if (emails.isEmpty()) {
      found.missingAnswer("emails");
      return;
    }
    wanted(false)
        .filter(alert -> alert.notificationType() == type)
        .forEach(alert -> addAlert(budget, alert, found));
  }

  private void addAlert(String budget, Notification notification, Assessment.Builder found) {
    CreateNotificationRequest create =
        CreateNotificationRequest.builder()
            .accountId(accountId)
            .budgetName(budget)
            .notification(notification)
            .subscribers(emails.stream().map(BudgetChanges::subscriber).toList())
            .build();
    found.change(
        account
            .change("budget/%s/%s".formatted(budget, label(notification)), create)
            .verifiedBy(
                Reads.DESCRIBE_NOTIFICATIONS_FOR_BUDGET,
                ObservedBudget.alertsOf(account, budget),
                "/Notifications/*/NotificationType",
                "/Notifications/*/Threshold")
            .undoneBy(
                Effect.DELETE,
                DeleteNotificationRequest.builder()
                    .accountId(accountId)
                    .budgetName(budget)
                    .notification(notification)
                    .build())
            .build(
                Effect.CREATE,
                Note.of("alert", budget, label(notification), String.join(", ", emails))));
  }

  /** People for an alert that reaches nobody. */
  void addSubscribers(String budget, Notification notification, Assessment.Builder found) {
    if (emails.isEmpty()) {
      found.missingAnswer("emails");
    }
    emails.forEach(email -> addSubscriber(budget, plain(notification), email, found));
  }

  private void addSubscriber(
      String budget, Notification plain, String email, Assessment.Builder found) {
    CreateSubscriberRequest create =
        CreateSubscriberRequest.builder()
            .accountId(accountId)
            .budgetName(budget)
            .notification(plain)
            .subscriber(subscriber(email))
            .build();
    found.change(
        account
            .change("budget/%s/%s/%s".formatted(budget, label(plain), email), create)
            .verifiedBy(
                Reads.DESCRIBE_SUBSCRIBERS_FOR_NOTIFICATION,
                ObservedBudget.subscribersOf(account, budget, plain),
                "/Subscribers")
            .undoneBy(
                Effect.DELETE,
                DeleteSubscriberRequest.builder()
                    .accountId(accountId)
                    .budgetName(budget)
                    .notification(plain)
                    .subscriber(subscriber(email))
                    .build())
            .build(Effect.CREATE, Note.of("subscriber", budget, label(plain), email)));
  }

  // Sign-up credits would hide the spending that uses them up.
  @SuppressWarnings("deprecation") // The newer filter expression is not documented for credits.
  private static Budget.Builder withoutCredits(Budget.Builder budget) {
    return budget.costTypes(types -> types.includeCredit(false).includeRefund(false));
  }

  /** A notification as it was made: its state moves, and AWS finds it by the rest. */
  static Notification plain(Notification notification) {
    return notification.toBuilder().notificationState((String) null).build();
  }

  /** How an alert is called: {@code actual-80}. */
  static String label(Notification notification) {
    return notification.notificationTypeAsString().toLowerCase(Locale.ROOT)
        + "-"
        + threshold(notification);
  }

  private static String threshold(Notification notification) {
    Double percent = notification.threshold();
    return percent == null || !Double.isFinite(percent)
        ? "0"
        : BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
  }
}
