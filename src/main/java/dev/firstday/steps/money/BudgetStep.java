package dev.firstday.steps.money;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsRequest;
import software.amazon.awssdk.services.budgets.model.Expression;
import software.amazon.awssdk.services.budgets.model.NotificationType;
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
  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    if (!account.identity().partition().equals("aws")) {
      return Assessment.notApplicable(Note.of("not-offered"));
    }
    Assessment.Builder found = Assessment.builder();
    List<ObservedBudget> serving = serving(account, found);
    Optional<ObservedBudget> done = serving.stream().filter(ObservedBudget::done).findFirst();
    if (done.isPresent()) {
      return found.ok(good(done.get())).info(Note.of("confirm-mail")).build();
    }
    // One that could not be seen whole may be as it should; to double it would be wrong.
    for (ObservedBudget one : serving) {
      if (one.problem().isPresent()) {
        return found
            .info(Note.of("budget-there", one.budget().budgetName()))
            .unseen(one.problem().get())
            .build();
      }
    }
    BudgetChanges changes = new BudgetChanges(account, answers);
    return serving.stream()
        .min(Comparator.comparing(one -> !one.budget().budgetName().startsWith(BudgetChanges.NAME)))
        .map(one -> complete(one, changes, found))
        .orElseGet(() -> changes.create(found.missing(Note.of("none"))))
        .build();
  }

  /** The budgets that serve if they have their alerts; says why the others do not. */
  private static List<ObservedBudget> serving(Account account, Assessment.Builder found)
      throws CallFailed {
    List<Budget> budgets = new ArrayList<>();
    DescribeBudgetsRequest read =
        DescribeBudgetsRequest.builder()
            .accountId(account.identity().accountId())
            .showFilterExpression(true)
            .build();
    account.pages(Reads.DESCRIBE_BUDGETS, read).forEach(page -> budgets.addAll(page.budgets()));
    Account.requiredInEach(Reads.DESCRIBE_BUDGETS, budgets, Budget::budgetName);
    List<ObservedBudget> serving = new ArrayList<>();
    for (Budget budget : budgets) {
      notServing(budget, account.now())
          .ifPresentOrElse(
              why -> found.info(Note.of(why, budget.budgetName())),
              () -> serving.add(ObservedBudget.read(account, budget)));
    }
    return serving;
  }

  private static Note good(ObservedBudget done) {
    Budget budget = done.budget();
    String daily = done.types().size() == 1 ? "good-daily" : "good";
    return Note.of(
        done.zeroSpend() ? "zero-spend" : daily,
        budget.budgetName(),
        budget.budgetLimit() == null ? "" : amount(budget));
  }

  /** Why a budget does not serve whatever its alerts are; empty if it may. */
  @SuppressWarnings("deprecation") // Many budgets still have the older costFilters.
  private static Optional<String> notServing(Budget budget, Instant now) {
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

  /** Adds what a budget that is there lacks. */
  private static Assessment.Builder complete(
      ObservedBudget present, BudgetChanges changes, Assessment.Builder found) {
    String name = present.budget().budgetName();
    present.alerts().stream()
        .filter(alert -> !alert.warns())
        .map(ObservedBudget.Alert::notification)
        .forEach(alert -> found.info(Note.of("no-warning", name, BudgetChanges.label(alert))));
    for (NotificationType type : present.types()) {
      if (!present.reaches(type)) {
        String code = type == NotificationType.ACTUAL ? "no-actual" : "no-forecast";
        found.missing(Note.of(code, name));
        present.alerts().stream()
            .filter(alert -> alert.of(type))
            .findFirst()
            .ifPresentOrElse(
                silent -> changes.addSubscribers(name, silent.notification(), found),
                () -> changes.addAlerts(name, type, found));
      }
    }
    return found;
  }

  private static String amount(Budget budget) {
    return budget.budgetLimit().amount().stripTrailingZeros().toPlainString()
        + " "
        + budget.budgetLimit().unit();
  }
}
