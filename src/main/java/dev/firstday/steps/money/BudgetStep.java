package dev.firstday.steps.money;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.ComparisonOperator;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsRequest;
import software.amazon.awssdk.services.budgets.model.DescribeNotificationsForBudgetRequest;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationRequest;
import software.amazon.awssdk.services.budgets.model.Expression;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationType;
import software.amazon.awssdk.services.budgets.model.ThresholdType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;

/**
 * A recurring cost budget over the whole account whose alerts reach somebody: one on what was spent
 * and one on the forecast, or the one alert of a zero-spend budget; a daily budget can't have one
 * on the forecast. A budget that is there is completed, not doubled.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html">Managing
 *     your costs with AWS Budgets</a>
 */
public final class BudgetStep implements Step<Account> {
  /** An alert at more than twice the limit comes too late to be a warning. */
  private static final int MOST_PERCENT = 200;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    if (!account.identity().partition().equals("aws")) {
      return Assessment.notApplicable(Note.of("not-offered"));
    }
    List<Budget> budgets = new ArrayList<>();
    DescribeBudgetsRequest read =
        DescribeBudgetsRequest.builder()
            .accountId(account.identity().accountId())
            .showFilterExpression(true)
            .build();
    account.pages(Reads.DESCRIBE_BUDGETS, read).forEach(page -> budgets.addAll(page.budgets()));
    Account.requiredInEach(Reads.DESCRIBE_BUDGETS, budgets, Budget::budgetName);
    Assessment.Builder found = Assessment.builder();
    List<ObservedBudget> looks = new ArrayList<>();
    for (Budget budget : budgets) {
      serves(budget, account.now())
          .ifPresentOrElse(
              why -> found.info(Note.of(why, budget.budgetName())),
              () -> looks.add(look(account, budget)));
    }
    Optional<ObservedBudget> done = looks.stream().filter(ObservedBudget::done).findFirst();
    if (done.isPresent()) {
      Budget budget = done.get().budget();
      return found
          .ok(
              Note.of(
                  done.get().zeroSpend()
                      ? "zero-spend"
                      : done.get().types().size() == 1 ? "good-daily" : "good",
                  budget.budgetName(),
                  budget.budgetLimit() == null ? "" : amount(budget)))
          .info(Note.of("confirm-mail"))
          .build();
    }
    // One that could not be seen whole may serve; to double it would be wrong.
    Optional<ObservedBudget> hidden =
        looks.stream().filter(look -> look.problem().isPresent()).findFirst();
    if (hidden.isPresent()) {
      ObservedBudget look = hidden.get();
      return found
          .info(Note.of("budget-there", look.budget().budgetName()))
          .unseen(look.problem().get())
          .build();
    }
    BudgetChanges changes = new BudgetChanges(account, answers);
    return looks.stream()
        .min(
            Comparator.comparing(
                look -> !look.budget().budgetName().startsWith(BudgetChanges.NAME)))
        .map(look -> complete(look, changes, found))
        .orElseGet(() -> changes.create(found.missing(Note.of("none"))))
        .build();
  }

  /** Why a budget does not serve whatever its alerts are; empty if it may. */
  @SuppressWarnings("deprecation") // Many budgets still have the older costFilters.
  private static Optional<String> serves(Budget budget, Instant now) {
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
      return filter.and().stream().allMatch(BudgetStep::onlyRecordTypes);
    }
    Expression not = filter.not();
    return not != null
        && not.dimensions() != null
        && "RECORD_TYPE".equals(not.dimensions().keyAsString());
  }

  /**
   * An alert and whom it reaches.
   *
   * @param warns whether it can warn of overspending
   */
  private record Alert(Notification notification, boolean warns, boolean reaches) {
    /** Whether it is one of this type that can warn. */
    boolean of(NotificationType type) {
      return warns && notification.notificationType() == type;
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

  /** A budget with its alerts, as far as they could be seen. */
  private record ObservedBudget(Budget budget, List<Alert> alerts, Optional<Problem> problem) {
    boolean zeroSpend() {
      return alerts.stream()
          .anyMatch(
              alert ->
                  alert.of(NotificationType.ACTUAL)
                      && alert.notification().thresholdType() == ThresholdType.ABSOLUTE_VALUE
                      && BigDecimal.valueOf(alert.notification().threshold())
                              .compareTo(BudgetChanges.ZERO_SPEND)
                          <= 0);
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

    boolean done() {
      return problem.isEmpty() && types().stream().allMatch(this::reaches);
    }
  }

  private static ObservedBudget look(Account account, Budget budget) {
    List<Alert> alerts = new ArrayList<>();
    String id = account.identity().accountId();
    try {
      var read =
          DescribeNotificationsForBudgetRequest.builder()
              .accountId(id)
              .budgetName(budget.budgetName())
              .build();
      for (var page : account.pages(Reads.DESCRIBE_NOTIFICATIONS_FOR_BUDGET, read)) {
        page.notifications()
            .forEach(
                one ->
                    account.prefetch(
                        Reads.DESCRIBE_SUBSCRIBERS_FOR_NOTIFICATION,
                        subscribers(account, budget, one)));
        for (Notification notification : page.notifications()) {
          alerts.add(
              new Alert(
                  notification,
                  warns(budget, notification),
                  reaches(account, budget, notification)));
        }
      }
      return new ObservedBudget(budget, alerts, Optional.empty());
    } catch (CallFailed e) {
      return new ObservedBudget(budget, alerts, Optional.of(e.problem()));
    }
  }

  private static DescribeSubscribersForNotificationRequest subscribers(
      Account account, Budget budget, Notification notification) {
    return DescribeSubscribersForNotificationRequest.builder()
        .accountId(account.identity().accountId())
        .budgetName(budget.budgetName())
        .notification(BudgetChanges.plain(notification))
        .build();
  }

  private static boolean reaches(Account account, Budget budget, Notification notification)
      throws CallFailed {
    return account
        .find(
            Reads.DESCRIBE_SUBSCRIBERS_FOR_NOTIFICATION,
            subscribers(account, budget, notification),
            "NotFoundException")
        .map(page -> !page.subscribers().isEmpty())
        .orElse(false);
  }

  /** Adds what a budget that is there lacks. */
  private static Assessment.Builder complete(
      ObservedBudget look, BudgetChanges changes, Assessment.Builder found) {
    String name = look.budget().budgetName();
    look.alerts().stream()
        .filter(alert -> !alert.warns())
        .forEach(
            alert ->
                found.info(Note.of("no-warning", name, BudgetChanges.label(alert.notification()))));
    look.types().stream()
        .filter(type -> !look.reaches(type))
        .forEach(
            type -> {
              found.missing(
                  Note.of(type == NotificationType.ACTUAL ? "no-actual" : "no-forecast", name));
              look.alerts().stream()
                  .filter(alert -> alert.of(type))
                  .findFirst()
                  .ifPresentOrElse(
                      silent -> changes.addSubscribers(name, silent.notification(), found),
                      () -> changes.addAlerts(name, type, found));
            });
    return found;
  }

  private static String amount(Budget budget) {
    return budget.budgetLimit().amount().stripTrailingZeros().toPlainString()
        + " "
        + budget.budgetLimit().unit();
  }
}
