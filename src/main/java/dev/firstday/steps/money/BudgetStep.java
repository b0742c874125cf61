package dev.firstday.steps.money;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.NotificationType;

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
      return found.ok(done.get().good()).info(Note.of("confirm-mail")).build();
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
    plan(serving, new BudgetChanges(account, answers, answers.list("emails")), found);
    return found.build();
  }

  /** Completes a budget, ours before others, or creates one. */
  private static void plan(
      List<ObservedBudget> serving, BudgetChanges changes, Assessment.Builder found) {
    Optional<ObservedBudget> present =
        serving.stream()
            .min(
                Comparator.comparing(
                    it -> !it.budget().budgetName().startsWith(BudgetChanges.NAME)));
    if (present.isPresent()) {
      complete(present.get(), changes, found);
    } else if (changes.emails().isEmpty()) {
      found.missing(Note.of("none")).missingAnswer("emails");
    } else {
      found.missing(Note.of("none")).change(changes.create());
    }
  }

  /** The budgets that serve if they have their alerts; says why the others do not. */
  private static List<ObservedBudget> serving(Account account, Assessment.Builder found)
      throws CallFailed {
    List<Budget> budgets =
        account
            .query(
                Reads.DESCRIBE_BUDGETS,
                read -> read.accountId(account.identity().accountId()).showFilterExpression(true))
            .all(page -> page.budgets(), Budget::budgetName);
    List<ObservedBudget> serving = new ArrayList<>();
    for (Budget budget : budgets) {
      ObservedBudget.notServing(budget, account.now())
          .ifPresentOrElse(
              why -> found.info(Note.of(why, budget.budgetName())),
              () -> serving.add(ObservedBudget.read(account, budget)));
    }
    return serving;
  }

  /** Adds what a budget that is there lacks. */
  private static void complete(
      ObservedBudget present, BudgetChanges changes, Assessment.Builder found) {
    String name = present.budget().budgetName();
    present.alerts().stream()
        .filter(alert -> !alert.warns())
        .map(ObservedBudget.Alert::notification)
        .forEach(alert -> found.info(Note.of("no-warning", name, BudgetChanges.label(alert))));
    for (NotificationType type : present.types()) {
      if (!present.reaches(type)) {
        found.missing(Note.of(type == NotificationType.ACTUAL ? "no-actual" : "no-forecast", name));
        if (changes.emails().isEmpty()) {
          found.missingAnswer("emails");
          continue;
        }
        present.alerts().stream()
            .filter(alert -> alert.of(type))
            .findFirst()
            .map(silent -> changes.subscribers(name, silent.notification()))
            .orElseGet(() -> changes.alerts(name, type))
            .forEach(found::change);
      }
    }
  }
}
