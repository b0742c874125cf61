package dev.firstday.practice;

import dev.firstday.practice.billing.BudgetRules;
import dev.firstday.practice.model.PracticeState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.artifact.model.CustomerAgreementState;
import software.amazon.awssdk.services.artifact.model.CustomerAgreementSummary;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.ComparisonOperator;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationType;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.budgets.model.SubscriptionType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;
import software.amazon.awssdk.services.costexplorer.model.AnomalyMonitor;
import software.amazon.awssdk.services.costexplorer.model.MonitorDimension;
import software.amazon.awssdk.services.costexplorer.model.MonitorType;

/** What somebody who began by hand has for the bill: a budget, and a contract with AWS Japan. */
final class HalfDoneBilling {
  private HalfDoneBilling() {}

  static void prepare(PracticeState model) {
    contract(model);
    budget(model);
  }

  /** AWS's own cost monitor, and a contract with AWS Japan. */
  private static void contract(PracticeState model) {
    model.costs.add(
        AnomalyMonitor.builder()
            .monitorName("Default-Services-Monitor")
            .monitorType(MonitorType.DIMENSIONAL)
            .monitorDimension(MonitorDimension.SERVICE)
            .build());
    model.seller = Optional.of("Amazon Web Services Japan G.K.");
    model.agreements.add(
        CustomerAgreementSummary.builder()
            .name("AWS Customer Agreement amendment for Japanese law")
            .state(CustomerAgreementState.ACTIVE)
            .awsAccountId(PracticeState.ACCOUNT_ID)
            .effectiveStart(model.opened)
            .build());
  }

  private static void budget(PracticeState model) {
    PracticeState.BudgetRecord budget =
        new PracticeState.BudgetRecord(
            BudgetRules.withDefaults(
                Budget.builder()
                    .budgetName("Monthly")
                    .budgetType(BudgetType.COST)
                    .timeUnit(TimeUnit.MONTHLY)
                    .budgetLimit(limit -> limit.amount(new BigDecimal("100")).unit("USD"))
                    .build(),
                model.opened));
    alert(budget);
    model.budgets.put(budget.budget().budgetName(), budget);
  }

  private static void alert(PracticeState.BudgetRecord budget) {
    budget.alert(
        BudgetRules.plain(
            Notification.builder()
                .notificationType(NotificationType.ACTUAL)
                .comparisonOperator(ComparisonOperator.GREATER_THAN)
                .threshold(80.0)
                .build()),
        List.of(
            Subscriber.builder()
                .subscriptionType(SubscriptionType.EMAIL)
                .address("aoi@example.com")
                .build()));
  }
}
