package dev.firstday.aws;

import static dev.firstday.aws.Operation.of;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.GetAlternateContactRequest;
import software.amazon.awssdk.services.account.model.GetAlternateContactResponse;
import software.amazon.awssdk.services.account.model.GetContactInformationRequest;
import software.amazon.awssdk.services.account.model.GetContactInformationResponse;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetRequest;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetResponse;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsRequest;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsResponse;
import software.amazon.awssdk.services.budgets.model.DescribeNotificationsForBudgetRequest;
import software.amazon.awssdk.services.budgets.model.DescribeNotificationsForBudgetResponse;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationRequest;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationResponse;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.freetier.FreeTierClient;
import software.amazon.awssdk.services.freetier.model.GetAccountPlanStateRequest;
import software.amazon.awssdk.services.freetier.model.GetAccountPlanStateResponse;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Everything firstday can read: the twin of {@link Writes}. What is not here is not called. */
public final class Reads {
  private Reads() {}

  public static final Operation<GetAlternateContactRequest, GetAlternateContactResponse>
      GET_ALTERNATE_CONTACT =
          of(
              "account",
              "GetAlternateContact",
              GetAlternateContactRequest::builder,
              Clients::account,
              AccountClient::getAlternateContact,
              "account:GetAlternateContact");

  public static final Operation<GetContactInformationRequest, GetContactInformationResponse>
      GET_CONTACT_INFORMATION =
          of(
              "account",
              "GetContactInformation",
              GetContactInformationRequest::builder,
              Clients::account,
              AccountClient::getContactInformation,
              "account:GetContactInformation");

  public static final Operation<DescribeBudgetRequest, DescribeBudgetResponse> DESCRIBE_BUDGET =
      of(
          "budgets",
          "DescribeBudget",
          DescribeBudgetRequest::builder,
          Clients::budgets,
          BudgetsClient::describeBudget,
          "budgets:ViewBudget");

  public static final Operation<DescribeBudgetsRequest, DescribeBudgetsResponse> DESCRIBE_BUDGETS =
      of(
              "budgets",
              "DescribeBudgets",
              DescribeBudgetsRequest::builder,
              Clients::budgets,
              BudgetsClient::describeBudgets,
              "budgets:ViewBudget")
          .paged("NextToken", "NextToken");

  public static final Operation<
          DescribeNotificationsForBudgetRequest, DescribeNotificationsForBudgetResponse>
      DESCRIBE_NOTIFICATIONS_FOR_BUDGET =
          of(
                  "budgets",
                  "DescribeNotificationsForBudget",
                  DescribeNotificationsForBudgetRequest::builder,
                  Clients::budgets,
                  BudgetsClient::describeNotificationsForBudget,
                  "budgets:ViewBudget")
              .paged("NextToken", "NextToken");

  public static final Operation<
          DescribeSubscribersForNotificationRequest, DescribeSubscribersForNotificationResponse>
      DESCRIBE_SUBSCRIBERS_FOR_NOTIFICATION =
          of(
                  "budgets",
                  "DescribeSubscribersForNotification",
                  DescribeSubscribersForNotificationRequest::builder,
                  Clients::budgets,
                  BudgetsClient::describeSubscribersForNotification,
                  "budgets:ViewBudget")
              .paged("NextToken", "NextToken");

  public static final Operation<DescribeRegionsRequest, DescribeRegionsResponse> DESCRIBE_REGIONS =
      of(
          "ec2",
          "DescribeRegions",
          DescribeRegionsRequest::builder,
          Clients::ec2,
          Ec2Client::describeRegions,
          "ec2:DescribeRegions");

  public static final Operation<GetAccountPlanStateRequest, GetAccountPlanStateResponse>
      GET_ACCOUNT_PLAN_STATE =
          of(
              "freetier",
              "GetAccountPlanState",
              GetAccountPlanStateRequest::builder,
              Clients::freeTier,
              FreeTierClient::getAccountPlanState,
              "freetier:GetAccountPlanState");

  public static final Operation<GetAccountPasswordPolicyRequest, GetAccountPasswordPolicyResponse>
      GET_ACCOUNT_PASSWORD_POLICY =
          of(
              "iam",
              "GetAccountPasswordPolicy",
              GetAccountPasswordPolicyRequest::builder,
              Clients::iam,
              IamClient::getAccountPasswordPolicy,
              "iam:GetAccountPasswordPolicy");

  public static final Operation<GetAccountSummaryRequest, GetAccountSummaryResponse>
      GET_ACCOUNT_SUMMARY =
          of(
              "iam",
              "GetAccountSummary",
              GetAccountSummaryRequest::builder,
              Clients::iam,
              IamClient::getAccountSummary,
              "iam:GetAccountSummary");

  public static final Operation<ListAccountAliasesRequest, ListAccountAliasesResponse>
      LIST_ACCOUNT_ALIASES =
          of(
                  "iam",
                  "ListAccountAliases",
                  ListAccountAliasesRequest::builder,
                  Clients::iam,
                  IamClient::listAccountAliases,
                  "iam:ListAccountAliases")
              .paged("Marker", "Marker");

  public static final Operation<ListVirtualMfaDevicesRequest, ListVirtualMfaDevicesResponse>
      LIST_VIRTUAL_MFA_DEVICES =
          of(
                  "iam",
                  "ListVirtualMFADevices",
                  ListVirtualMfaDevicesRequest::builder,
                  Clients::iam,
                  IamClient::listVirtualMFADevices,
                  "iam:ListVirtualMFADevices")
              .paged("Marker", "Marker");

  public static final Operation<DescribeOrganizationRequest, DescribeOrganizationResponse>
      DESCRIBE_ORGANIZATION =
          of(
              "organizations",
              "DescribeOrganization",
              DescribeOrganizationRequest::builder,
              Clients::organizations,
              OrganizationsClient::describeOrganization,
              "organizations:DescribeOrganization");

  /** Needs no permission: AWS answers it to everybody. */
  public static final Operation<GetCallerIdentityRequest, GetCallerIdentityResponse>
      GET_CALLER_IDENTITY =
          of(
              "sts",
              "GetCallerIdentity",
              GetCallerIdentityRequest::builder,
              Clients::sts,
              StsClient::getCallerIdentity);

  /** Every read. */
  public static final List<Operation<?, ?>> ALL =
      Operation.table(
          GET_ALTERNATE_CONTACT,
          GET_CONTACT_INFORMATION,
          DESCRIBE_BUDGET,
          DESCRIBE_BUDGETS,
          DESCRIBE_NOTIFICATIONS_FOR_BUDGET,
          DESCRIBE_SUBSCRIBERS_FOR_NOTIFICATION,
          DESCRIBE_REGIONS,
          GET_ACCOUNT_PLAN_STATE,
          GET_ACCOUNT_PASSWORD_POLICY,
          GET_ACCOUNT_SUMMARY,
          LIST_ACCOUNT_ALIASES,
          LIST_VIRTUAL_MFA_DEVICES,
          DESCRIBE_ORGANIZATION,
          GET_CALLER_IDENTITY);

  /**
   * The read of a name.
   *
   * @param key as {@code iam:GetAccountSummary}
   */
  public static Optional<Operation<?, ?>> find(String key) {
    return Operation.find(ALL, key);
  }
}
