package dev.firstday.steps.money;

import dev.firstday.aws.Account;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.ComparisonOperator;
import software.amazon.awssdk.services.budgets.model.DescribeNotificationsForBudgetResponse;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationResponse;
import software.amazon.awssdk.services.budgets.model.Expression;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationType;
import software.amazon.awssdk.services.budgets.model.Spend;
import software.amazon.awssdk.services.budgets.model.ThresholdType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;

/**
 * A budget with its alerts, as far as they could be seen.
 *
 * @param problem why the alerts could not all be read
 */
record ObservedBudget(Budget budget, List<Alert> alerts, Optional<Problem> problem) {
  /** An alert at more than twice the limit comes too late to be a warning. */
  private static final int MOST_PERCENT = 200;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * An alert and whom it reaches.
   *
   * @param warns whether it can warn of overspending
   * @param reaches whether it has a subscriber
   */
  record Alert(Notification notification, boolean warns, boolean reaches) {
    /** Whether it is one of this type that can warn. */
    boolean of(NotificationType type) {
      return warns && notification.notificationType() == type;
    }

    private boolean zeroSpend() {
      return of(NotificationType.ACTUAL)
          && notification.thresholdType() == ThresholdType.ABSOLUTE_VALUE
          && BigDecimal.valueOf(notification.threshold()).compareTo(BudgetChanges.ZERO_SPEND) <= 0;
    }
  }

  /** Why a budget does not serve whatever its alerts are; empty if it may. */
  @SuppressWarnings("deprecation") // Many budgets still have the older costFilters.
  static Optional<String> notServing(Budget budget, Instant now) {
    if (budget.budgetType() != BudgetType.COST) {
      return Optional.of("no-cost-budget");
    }
    boolean recurring = budget.timeUnit() != TimeUnit.UNKNOWN_TO_SDK_VERSION;
    boolean expired =
        budget.timePeriod() != null
            && budget.timePeriod().end() != null
            && budget.timePeriod().end().isBefore(now);
    if (!recurring || expired) {
      return Optional.of("expired");
    }
    boolean narrowed =
        (budget.hasCostFilters() && !budget.costFilters().isEmpty())
            || (budget.filterExpression() != null && !onlyRecordTypes(budget.filterExpression()));
    return narrowed ? Optional.of("filtered") : Optional.empty();
  }

  /** Leaving credits, refunds or taxes out does not narrow a budget to a part of the account. */
  private static boolean onlyRecordTypes(Expression filter) {
    if (filter.hasAnd()) {
      return filter.and().stream().allMatch(ObservedBudget::onlyRecordTypes);
    }
    Expression not = filter.not();
    return not != null
        && not.dimensions() != null
        && "RECORD_TYPE".equals(not.dimensions().keyAsString());
  }

  /** Reads the alerts of a budget and whom they reach. */
  static ObservedBudget read(Account account, Budget budget) {
    List<Alert> alerts = new ArrayList<>();
    String name = budget.budgetName();
    try {
      List<Notification> all = alertsOf(account, name).all(page -> page.notifications());
      all.forEach(one -> subscribersOf(account, name, one).prefetch());
      for (Notification one : all) {
        boolean reaches =
            subscribersOf(account, name, one)
                .find("NotFoundException")
                .filter(page -> !page.subscribers().isEmpty())
                .isPresent();
        alerts.add(new Alert(one, warns(budget, one), reaches));
      }
      return new ObservedBudget(budget, alerts, Optional.empty());
    } catch (CallFailed e) {
      return new ObservedBudget(budget, alerts, Optional.of(e.problem()));
    }
  }

  /** Whether an alert speaks when too much is spent, and not only when it is far too much. */
  private static boolean warns(Budget budget, Notification alert) {
    boolean number = alert.threshold() != null && Double.isFinite(alert.threshold());
    if (!number || alert.comparisonOperator() != ComparisonOperator.GREATER_THAN) {
      return false;
    }
    if (alert.thresholdType() != ThresholdType.ABSOLUTE_VALUE) {
      return alert.threshold() <= MOST_PERCENT;
    }
    return budget.budgetLimit() == null
        || budget.budgetLimit().amount() == null
        || BigDecimal.valueOf(alert.threshold())
                .multiply(HUNDRED)
                .compareTo(budget.budgetLimit().amount().multiply(BigDecimal.valueOf(MOST_PERCENT)))
            <= 0;
  }

  /** The read that shows a budget's alerts. */
  static Query<DescribeNotificationsForBudgetResponse> alertsOf(Account account, String budget) {
    return account.query(
        Reads.DESCRIBE_NOTIFICATIONS_FOR_BUDGET,
        read -> read.accountId(account.identity().accountId()).budgetName(budget));
  }

  /** The read that shows whom an alert reaches. */
  static Query<DescribeSubscribersForNotificationResponse> subscribersOf(
      Account account, String budget, Notification alert) {
    return account.query(
        Reads.DESCRIBE_SUBSCRIBERS_FOR_NOTIFICATION,
        read ->
            read.accountId(account.identity().accountId())
                .budgetName(budget)
                .notification(BudgetChanges.plain(alert)));
  }

  boolean zeroSpend() {
    return alerts.stream().anyMatch(Alert::zeroSpend);
  }

  /** The types of alerts that the budget has to have. */
  List<NotificationType> types() {
    // AWS takes no alert on the forecast of a day.
    return zeroSpend() || budget.timeUnit() == TimeUnit.DAILY
        ? List.of(NotificationType.ACTUAL)
        : List.of(NotificationType.ACTUAL, NotificationType.FORECASTED);
  }

  boolean reaches(NotificationType type) {
    return alerts.stream().anyMatch(alert -> alert.of(type) && alert.reaches());
  }

  /** Whether every alert that the budget has to have reaches somebody. */
  boolean done() {
    return problem.isEmpty() && types().stream().allMatch(this::reaches);
  }

  /** What is good about one that is done. */
  Note good() {
    String daily = types().size() == 1 ? "good-daily" : "good";
    Spend limit = budget.budgetLimit();
    return Note.of(
        zeroSpend() ? "zero-spend" : daily,
        budget.budgetName(),
        limit == null
            ? ""
            : limit.amount().stripTrailingZeros().toPlainString() + " " + limit.unit());
  }
}
