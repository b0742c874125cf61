package dev.firstday.steps;

import dev.firstday.aws.Account;
import dev.firstday.engine.Session;
import dev.firstday.engine.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The registry: every step that has a class, with what it may call. A step that only a person can
 * do is not here; its entry in {@code wizard-steps.yaml} is all there is of it.
 */
public final class Steps {
  private Steps() {}

  /**
   * A registered step.
   *
   * @param id its id in {@code wizard-steps.yaml}
   * @param step the step
   * @param reads keys of the reads it makes
   * @param writes keys of the writes it plans, and of those that undo them
   */
  public record Registered(
      String id, Step<Account> step, List<String> reads, List<String> writes) {}

  /** Every step that has a class. */
  public static final List<Registered> ALL =
      List.of(
          new Registered(
              "root-mfa",
              new RootMfaStep(),
              List.of("iam:GetAccountSummary", "iam:ListVirtualMFADevices"),
              List.of()),
          new Registered(
              "alternate-contacts",
              new AlternateContactsStep(),
              List.of("account:GetAlternateContact"),
              List.of("account:PutAlternateContact", "account:DeleteAlternateContact")),
          new Registered(
              "contact-phone",
              new ContactPhoneStep(),
              List.of("account:GetContactInformation"),
              List.of("account:PutContactInformation")),
          new Registered(
              "budget",
              new BudgetStep(),
              List.of(
                  "budgets:DescribeBudgets",
                  "budgets:DescribeNotificationsForBudget",
                  "budgets:DescribeSubscribersForNotification"),
              List.of(
                  "budgets:CreateBudget",
                  "budgets:CreateNotification",
                  "budgets:CreateSubscriber",
                  "budgets:DeleteBudget",
                  "budgets:DeleteNotification",
                  "budgets:DeleteSubscriber")),
          new Registered(
              "password-policy",
              new PasswordPolicyStep(),
              List.of("iam:GetAccountPasswordPolicy"),
              List.of("iam:UpdateAccountPasswordPolicy", "iam:DeleteAccountPasswordPolicy")));

  /** The ids of all registered steps. */
  public static Set<String> ids() {
    return ALL.stream().map(Registered::id).collect(Collectors.toUnmodifiableSet());
  }

  public static Optional<Registered> find(String id) {
    return ALL.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  /** All registered steps, bound to an account. */
  public static Map<String, Session.BoundStep> of(Account account) {
    Map<String, Session.BoundStep> bound = new LinkedHashMap<>();
    ALL.forEach(step -> bound.put(step.id(), Session.bind(step.step(), account)));
    return bound;
  }
}
