package dev.firstday.aws;

import static dev.firstday.aws.Operation.of;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.DeleteAlternateContactRequest;
import software.amazon.awssdk.services.account.model.PutAlternateContactRequest;
import software.amazon.awssdk.services.account.model.PutContactInformationRequest;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.CreateBudgetRequest;
import software.amazon.awssdk.services.budgets.model.CreateNotificationRequest;
import software.amazon.awssdk.services.budgets.model.CreateSubscriberRequest;
import software.amazon.awssdk.services.budgets.model.DeleteBudgetRequest;
import software.amazon.awssdk.services.budgets.model.DeleteNotificationRequest;
import software.amazon.awssdk.services.budgets.model.DeleteSubscriberRequest;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;

/**
 * Everything firstday can ever write: one line an operation, with the IAM actions it needs. What is
 * not on this page cannot be called. Each write is shown before it is made, and journalled before
 * the call.
 */
public final class Writes {
  private Writes() {}

  /** Every write. */
  public static final List<Operation<?, ?>> ALL =
      Operation.table(
          of(
              "account",
              "PutAlternateContact",
              PutAlternateContactRequest::builder,
              Clients::account,
              AccountClient::putAlternateContact,
              "account:PutAlternateContact"),
          of(
              "account",
              "DeleteAlternateContact",
              DeleteAlternateContactRequest::builder,
              Clients::account,
              AccountClient::deleteAlternateContact,
              "account:DeleteAlternateContact"),
          of(
              "account",
              "PutContactInformation",
              PutContactInformationRequest::builder,
              Clients::account,
              AccountClient::putContactInformation,
              "account:PutContactInformation"),
          of(
              "budgets",
              "CreateBudget",
              CreateBudgetRequest::builder,
              Clients::budgets,
              BudgetsClient::createBudget,
              "budgets:ModifyBudget",
              "budgets:TagResource"),
          of(
              "budgets",
              "DeleteBudget",
              DeleteBudgetRequest::builder,
              Clients::budgets,
              BudgetsClient::deleteBudget,
              "budgets:ModifyBudget"),
          of(
              "budgets",
              "CreateNotification",
              CreateNotificationRequest::builder,
              Clients::budgets,
              BudgetsClient::createNotification,
              "budgets:ModifyBudget"),
          of(
              "budgets",
              "DeleteNotification",
              DeleteNotificationRequest::builder,
              Clients::budgets,
              BudgetsClient::deleteNotification,
              "budgets:ModifyBudget"),
          of(
              "budgets",
              "CreateSubscriber",
              CreateSubscriberRequest::builder,
              Clients::budgets,
              BudgetsClient::createSubscriber,
              "budgets:ModifyBudget"),
          of(
              "budgets",
              "DeleteSubscriber",
              DeleteSubscriberRequest::builder,
              Clients::budgets,
              BudgetsClient::deleteSubscriber,
              "budgets:ModifyBudget"),
          of(
              "iam",
              "UpdateAccountPasswordPolicy",
              UpdateAccountPasswordPolicyRequest::builder,
              Clients::iam,
              IamClient::updateAccountPasswordPolicy,
              "iam:UpdateAccountPasswordPolicy"),
          of(
              "iam",
              "DeleteAccountPasswordPolicy",
              DeleteAccountPasswordPolicyRequest::builder,
              Clients::iam,
              IamClient::deleteAccountPasswordPolicy,
              "iam:DeleteAccountPasswordPolicy"));

  /**
   * The write of a name.
   *
   * @param key as {@code iam:UpdateAccountPasswordPolicy}
   */
  public static Optional<Operation<?, ?>> find(String key) {
    return Operation.find(ALL, key);
  }

  /**
   * The write that a request is for.
   *
   * @throws IllegalArgumentException if it is not on the list
   */
  static Operation<?, ?> thatTakes(SdkPojo request) {
    return ALL.stream()
        .filter(write -> write.takes(request))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(request.getClass() + " is no write of ours"));
  }
}
