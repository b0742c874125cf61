package dev.firstday.practice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.account.model.AlternateContact;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.ComparisonOperator;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationType;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.budgets.model.SubscriptionType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;

/** How a practice account stands when nobody has worked on it yet. */
public enum Scenario {
  /** Opened today: nothing is set. */
  NEW,
  /** Somebody began by hand: some things are there, some are weak or wrong. */
  HALF_DONE,
  /** As new, but much is not allowed: by the person's own policies, and by the organization's. */
  DENIED,
  /** No call gets an answer. */
  OFFLINE;

  private static final String NOT_ALLOWED =
      "User: %s is not authorized to perform: %s on resource: %s because no identity-based policy"
          + " allows the %2$s action";
  private static final String FORBIDDEN =
      "User: %s is not authorized to perform: %s on resource: %s with an explicit deny in a service"
          + " control policy";

  /** Its name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The scenario of a name. */
  public static Optional<Scenario> of(String id) {
    return Stream.of(values()).filter(scenario -> scenario.id().equals(id)).findFirst();
  }

  void prepare(Model model) {
    switch (this) {
      case NEW, OFFLINE -> {}
      // A service control policy binds the members of an organization only.
      case DENIED -> model.managementAccount = Optional.of("210987654321");
      case HALF_DONE -> begin(model);
    }
  }

  private static void begin(Model model) {
    model.rootMfa = Model.RootMfa.VIRTUAL;
    model.contact = model.contact.toBuilder().phoneNumber("+8109012345678").build();
    model.contacts.put(
        AlternateContactType.SECURITY,
        AlternateContact.builder()
            .alternateContactType(AlternateContactType.SECURITY)
            .name("Aoi Tanaka")
            .title("Founder")
            .emailAddress("aoi@example.com")
            .phoneNumber("+819012345678")
            .build());
    model.passwordPolicy =
        Optional.of(
            PasswordPolicies.of(
                UpdateAccountPasswordPolicyRequest.builder()
                    .minimumPasswordLength(8)
                    .requireLowercaseCharacters(true)
                    .requireNumbers(true)
                    .allowUsersToChangePassword(true)
                    .build()));
    Model.BudgetRecord budget =
        new Model.BudgetRecord(
            BudgetRules.withDefaults(
                Budget.builder()
                    .budgetName("Monthly")
                    .budgetType(BudgetType.COST)
                    .timeUnit(TimeUnit.MONTHLY)
                    .budgetLimit(limit -> limit.amount(new BigDecimal("100")).unit("USD"))
                    .build(),
                model.opened));
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
    model.budgets.put(budget.budget().budgetName(), budget);
  }

  void restrict(PracticeAccount account) {
    switch (this) {
      case NEW, HALF_DONE -> {}
      case OFFLINE -> account.add((service, operation) -> Optional.of(Errors.offline(service)));
      case DENIED -> {
        String contacts = "arn:aws:account::" + Model.ACCOUNT_ID + ":account";
        String budgets = "arn:aws:budgets::" + Model.ACCOUNT_ID + ":budget/*";
        deny(account, NOT_ALLOWED, "account:PutAlternateContact", contacts);
        deny(account, NOT_ALLOWED, "account:DeleteAlternateContact", contacts);
        deny(account, NOT_ALLOWED, "account:PutContactInformation", contacts);
        deny(account, FORBIDDEN, "iam:UpdateAccountPasswordPolicy", "*");
        deny(account, NOT_ALLOWED, "budgets:ViewBudget", budgets);
      }
    }
  }

  private static void deny(PracticeAccount account, String text, String action, String resource) {
    account.deny(action, text.formatted(Model.USER_ARN, action, resource));
  }
}
