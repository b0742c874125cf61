package dev.firstday.practice.billing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.CostTypes;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationState;
import software.amazon.awssdk.services.budgets.model.NotificationType;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.budgets.model.SubscriptionType;
import software.amazon.awssdk.services.budgets.model.ThresholdType;
import software.amazon.awssdk.services.budgets.model.TimePeriod;
import software.amazon.awssdk.services.budgets.model.TimeUnit;

/** What AWS Budgets takes, and what it makes of it. */
public final class BudgetRules {
  /** When a budget without an end ends. */
  private static final Instant NO_END = Instant.parse("2087-06-15T00:00:00Z");

  public static final int ALERTS = 10;
  private static final int ADDRESSES = 10;

  private BudgetRules() {}

  /** The budget as AWS keeps it: what was left out has its default. */
  @SuppressWarnings("deprecation") // What most budgets are still made of.
  public static Budget withDefaults(Budget budget, Instant now) {
    TimePeriod period =
        Optional.ofNullable(budget.timePeriod()).orElseGet(() -> TimePeriod.builder().build());
    Budget.Builder kept =
        budget.toBuilder()
            .timePeriod(
                TimePeriod.builder()
                    .start(period.start() == null ? beginningOfMonth(now) : period.start())
                    .end(period.end() == null ? NO_END : period.end())
                    .build());
    if (budget.filterExpression() == null && !budget.hasMetrics()) {
      kept.costTypes(withDefaults(budget.costTypes()));
      kept.costFilters(budget.hasCostFilters() ? budget.costFilters() : Map.of());
    }
    return kept.build();
  }

  private static Instant beginningOfMonth(Instant now) {
    return now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
  }

  private static CostTypes withDefaults(CostTypes types) {
    CostTypes given = types == null ? CostTypes.builder().build() : types;
    return CostTypes.builder()
        .includeTax(not(given.includeTax()))
        .includeSubscription(not(given.includeSubscription()))
        .useBlended(Boolean.TRUE.equals(given.useBlended()))
        .includeRefund(not(given.includeRefund()))
        .includeCredit(not(given.includeCredit()))
        .includeUpfront(not(given.includeUpfront()))
        .includeRecurring(not(given.includeRecurring()))
        .includeOtherSubscription(not(given.includeOtherSubscription()))
        .includeSupport(not(given.includeSupport()))
        .includeDiscount(not(given.includeDiscount()))
        .useAmortized(Boolean.TRUE.equals(given.useAmortized()))
        .build();
  }

  private static boolean not(Boolean value) {
    return !Boolean.FALSE.equals(value);
  }

  /** An alert by what AWS knows it by: its state moves. */
  public static Notification plain(Notification alert) {
    return alert.toBuilder()
        .thresholdType(
            alert.thresholdType() == null ? ThresholdType.PERCENTAGE : alert.thresholdType())
        .notificationState((NotificationState) null)
        .build();
  }

  /** What is wrong with a budget. */
  @SuppressWarnings("deprecation") // What most budgets are still made of.
  public static Optional<String> wrong(Budget budget) {
    String name = budget.budgetName();
    boolean limited =
        budget.budgetLimit() != null
            || budget.hasPlannedBudgetLimits()
            || budget.autoAdjustData() != null;
    boolean old = budget.costTypes() != null || budget.hasCostFilters();
    boolean now = budget.filterExpression() != null || budget.hasMetrics();
    if (name == null || !name.matches("[^:\\\\]{1,100}") || name.contains("/action/")) {
      return Optional.of("Invalid budget name: " + name);
    } else if (budget.budgetType() == null || budget.timeUnit() == null) {
      return Optional.of("BudgetType and TimeUnit must not be null");
    } else if (!limited) {
      return Optional.of("Budget limit must be specified");
    } else if (budget.budgetLimit() != null && budget.budgetLimit().amount().signum() <= 0) {
      return Optional.of("Budget limit amount must be greater than zero");
    } else if (old && now) {
      return Optional.of(
          "CostFilters and CostTypes can't be used with FilterExpression or Metrics");
    }
    return Optional.empty();
  }

  /** What is wrong with an alert of a budget. */
  public static Optional<String> wrong(Budget budget, Notification alert) {
    return budget.timeUnit() == TimeUnit.DAILY
            && alert.notificationType() == NotificationType.FORECASTED
        ? Optional.of("Forecasted notifications are not supported for daily budgets")
        : Optional.empty();
  }

  /** What is wrong with an alert and those it goes to. */
  public static Optional<String> wrong(Notification alert, List<Subscriber> subscribers) {
    if (alert.notificationType() == null
        || alert.comparisonOperator() == null
        || alert.threshold() == null
        || alert.threshold() < 0) {
      return Optional.of("Invalid notification");
    } else if (subscribers.isEmpty()) {
      return Optional.of("A notification must have at least one subscriber");
    } else if (count(subscribers, SubscriptionType.EMAIL) > ADDRESSES
        || count(subscribers, SubscriptionType.SNS) > 1) {
      return Optional.of("A notification can have 10 EMAIL and 1 SNS subscribers at most");
    }
    return subscribers.stream().flatMap(person -> wrong(person).stream()).findFirst();
  }

  private static long count(List<Subscriber> subscribers, SubscriptionType type) {
    return subscribers.stream().filter(person -> person.subscriptionType() == type).count();
  }

  private static Optional<String> wrong(Subscriber subscriber) {
    boolean right =
        subscriber.address() != null
            && (subscriber.subscriptionType() == SubscriptionType.SNS
                || subscriber.address().matches("[^@\\s]+@[^@\\s]+"));
    return right ? Optional.empty() : Optional.of("Invalid address: " + subscriber.address());
  }
}
