package dev.firstday.aws;

import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.freetier.FreeTierClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The SDK's clients for one Region: AWS itself, or the practice account. Nobody but {@link
 * Operation} calls them.
 */
public interface Clients {
  AccountClient account();

  BudgetsClient budgets();

  FreeTierClient freeTier();

  IamClient iam();

  OrganizationsClient organizations();

  StsClient sts();

  /** Gives the clients of a Region. */
  @FunctionalInterface
  interface Source {
    Clients in(String region);
  }
}
