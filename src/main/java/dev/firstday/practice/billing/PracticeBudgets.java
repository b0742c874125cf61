package dev.firstday.practice.billing;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.PracticeState.BudgetRecord;
import java.util.List;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.CreateBudgetRequest;
import software.amazon.awssdk.services.budgets.model.CreateBudgetResponse;
import software.amazon.awssdk.services.budgets.model.DeleteBudgetRequest;
import software.amazon.awssdk.services.budgets.model.DeleteBudgetResponse;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetRequest;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetResponse;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsRequest;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsResponse;
import software.amazon.awssdk.services.budgets.model.Expression;
import software.amazon.awssdk.services.budgets.model.NotificationWithSubscribers;

/** AWS Budgets: the budgets themselves. */
public final class PracticeBudgets {
  private PracticeBudgets() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(DescribeBudgetsRequest.class, PracticeBudgets::describeBudgets)
        .on(DescribeBudgetRequest.class, PracticeBudgets::describeBudget)
        .on(CreateBudgetRequest.class, CreateBudgetResponse::builder, PracticeBudgets::createBudget)
        .on(
            DeleteBudgetRequest.class,
            DeleteBudgetResponse::builder,
            PracticeBudgets::deleteBudget);
  }

  private static AwsResponse.Builder describeBudgets(
      PracticeState model, DescribeBudgetsRequest request) {
    PracticeBudgetAlerts.own(request.accountId());
    List<Budget> all =
        model.budgets.values().stream()
            .map(record -> shown(record.budget(), request.showFilterExpression()))
            .toList();
    PagedItems<Budget> page =
        PracticeBudgetAlerts.page(all, request.maxResults(), request.nextToken());
    return DescribeBudgetsResponse.builder().budgets(page.items()).nextToken(page.next());
  }

  private static AwsResponse.Builder describeBudget(
      PracticeState model, DescribeBudgetRequest request) {
    PracticeBudgetAlerts.own(request.accountId());
    Budget budget = PracticeBudgetAlerts.budget(model, request.budgetName()).budget();
    return DescribeBudgetResponse.builder().budget(shown(budget, request.showFilterExpression()));
  }

  private static Budget shown(Budget budget, Boolean withFilter) {
    return Boolean.TRUE.equals(withFilter)
        ? budget
        : budget.toBuilder().filterExpression((Expression) null).build();
  }

  private static void createBudget(PracticeState model, CreateBudgetRequest request) {
    PracticeBudgetAlerts.own(request.accountId());
    PracticeBudgetAlerts.refuse(BudgetRules.wrong(request.budget()));
    String name = request.budget().budgetName();
    if (model.budgets.containsKey(name)) {
      throw PracticeBudgetAlerts.duplicate(
          "Error creating budget: %s - the budget already exists.".formatted(name));
    }
    BudgetRecord budget =
        new BudgetRecord(BudgetRules.withDefaults(request.budget(), model.opened));
    for (NotificationWithSubscribers alert : request.notificationsWithSubscribers()) {
      PracticeBudgetAlerts.add(budget, alert.notification(), alert.subscribers());
    }
    model.budgets.put(name, budget);
  }

  private static void deleteBudget(PracticeState model, DeleteBudgetRequest request) {
    PracticeBudgetAlerts.own(request.accountId());
    PracticeBudgetAlerts.budget(model, request.budgetName());
    model.budgets.remove(request.budgetName());
  }
}
