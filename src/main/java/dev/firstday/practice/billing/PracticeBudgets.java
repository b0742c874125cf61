package dev.firstday.practice.billing;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState.BudgetRecord;
import java.util.List;
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
public final class PracticeBudgets extends PracticeBudgetAlerts {
  public PracticeBudgets(PracticeCall practiceCall) {
    super(practiceCall);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public DescribeBudgetsResponse describeBudgets(DescribeBudgetsRequest request) {
    return practiceCall.answer(
        "DescribeBudgets",
        request,
        model -> {
          own(request.accountId());
          List<Budget> all =
              model.budgets.values().stream()
                  .map(record -> shown(record.budget(), request.showFilterExpression()))
                  .toList();
          PagedItems<Budget> page = page(all, request.maxResults(), request.nextToken());
          return DescribeBudgetsResponse.builder().budgets(page.items()).nextToken(page.next());
        });
  }

  @Override
  public DescribeBudgetResponse describeBudget(DescribeBudgetRequest request) {
    return practiceCall.answer(
        "DescribeBudget",
        request,
        model -> {
          own(request.accountId());
          Budget budget = budget(model, request.budgetName()).budget();
          return DescribeBudgetResponse.builder()
              .budget(shown(budget, request.showFilterExpression()));
        });
  }

  private static Budget shown(Budget budget, Boolean withFilter) {
    return Boolean.TRUE.equals(withFilter)
        ? budget
        : budget.toBuilder().filterExpression((Expression) null).build();
  }

  @Override
  public CreateBudgetResponse createBudget(CreateBudgetRequest request) {
    return practiceCall.answer(
        "CreateBudget",
        request,
        model -> {
          own(request.accountId());
          BudgetRules.wrong(request.budget()).ifPresent(this::refuse);
          String name = request.budget().budgetName();
          if (model.budgets.containsKey(name)) {
            throw duplicate(
                "Error creating budget: %s - the budget already exists.".formatted(name));
          }
          BudgetRecord budget =
              new BudgetRecord(BudgetRules.withDefaults(request.budget(), model.opened));
          for (NotificationWithSubscribers alert : request.notificationsWithSubscribers()) {
            add(budget, alert.notification(), alert.subscribers());
          }
          model.budgets.put(name, budget);
          return CreateBudgetResponse.builder();
        });
  }

  @Override
  public DeleteBudgetResponse deleteBudget(DeleteBudgetRequest request) {
    return practiceCall.answer(
        "DeleteBudget",
        request,
        model -> {
          own(request.accountId());
          budget(model, request.budgetName());
          model.budgets.remove(request.budgetName());
          return DeleteBudgetResponse.builder();
        });
  }
}
