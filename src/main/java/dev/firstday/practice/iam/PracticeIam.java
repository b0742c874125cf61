package dev.firstday.practice.iam;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyResponse;

/** IAM: the account itself, its password policy, and the policy simulator. */
public final class PracticeIam {
  /** An alias that another account has. */
  private static final String TAKEN = "taken";

  private static final Pattern ALIAS = Pattern.compile("(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*");

  private PracticeIam() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(
            GetAccountSummaryRequest.class,
            (model, request) ->
                GetAccountSummaryResponse.builder().summaryMapWithStrings(summary(model)))
        .on(ListAccountAliasesRequest.class, PracticeIam::listAccountAliases)
        .on(CreateAccountAliasRequest.class, PracticeIam::createAccountAlias)
        .on(DeleteAccountAliasRequest.class, PracticeIam::deleteAccountAlias)
        .on(GetAccountPasswordPolicyRequest.class, PracticeIam::getAccountPasswordPolicy)
        .on(UpdateAccountPasswordPolicyRequest.class, PracticeIam::updateAccountPasswordPolicy)
        .on(DeleteAccountPasswordPolicyRequest.class, PracticeIam::deleteAccountPasswordPolicy);
  }

  private static Map<String, Integer> summary(PracticeState model) {
    return Map.ofEntries(
        Map.entry("AccountMFAEnabled", model.rootMfa == PracticeState.RootMfa.NONE ? 0 : 1),
        Map.entry("AccountPasswordPresent", 1),
        Map.entry("AccountAccessKeysPresent", model.people.rootKeys > 0 ? 1 : 0),
        Map.entry("AccountSigningCertificatesPresent", 0),
        Map.entry("Users", model.people.users.size()),
        Map.entry("UsersQuota", 5000),
        Map.entry("Groups", model.people.groups.size()),
        Map.entry("GroupsQuota", 300),
        Map.entry("MFADevices", PracticeMfa.devices(model, AssignmentStatusType.ANY).size()),
        Map.entry(
            "MFADevicesInUse", PracticeMfa.devices(model, AssignmentStatusType.ASSIGNED).size()));
  }

  private static AwsResponse.Builder listAccountAliases(
      PracticeState model, ListAccountAliasesRequest request) {
    PagedItems<String> page =
        IamEntities.page(model.alias.stream().toList(), request.maxItems(), request.marker());
    return ListAccountAliasesResponse.builder()
        .accountAliases(page.items())
        .isTruncated(!page.last())
        .marker(page.next());
  }

  /** An account has one alias: the new one takes the old one's place. */
  private static AwsResponse.Builder createAccountAlias(
      PracticeState model, CreateAccountAliasRequest request) {
    String alias = request.accountAlias();
    if (alias == null || !ALIAS.matcher(alias).matches()) {
      throw error(
          400,
          "ValidationError",
          "1 validation error detected: Value '%s' at 'accountAlias' failed to satisfy constraint",
          alias);
    }
    if (alias.equals(TAKEN) || model.alias.equals(Optional.of(alias))) {
      throw error(409, "EntityAlreadyExists", "The account alias %s already exists.", alias);
    }
    model.alias = Optional.of(alias);
    return CreateAccountAliasResponse.builder();
  }

  private static AwsResponse.Builder deleteAccountAlias(
      PracticeState model, DeleteAccountAliasRequest request) {
    if (!model.alias.equals(Optional.ofNullable(request.accountAlias()))) {
      throw IamEntities.noSuchEntity(
          "The account alias %s cannot be found.", request.accountAlias());
    }
    model.alias = Optional.empty();
    return DeleteAccountAliasResponse.builder();
  }

  private static AwsResponse.Builder getAccountPasswordPolicy(
      PracticeState model, GetAccountPasswordPolicyRequest request) {
    return GetAccountPasswordPolicyResponse.builder()
        .passwordPolicy(
            model.passwordPolicy.orElseThrow(
                () ->
                    IamEntities.noSuchEntity(
                        "The Password Policy with domain name %s cannot be found.",
                        PracticeState.ACCOUNT_ID)));
  }

  private static AwsResponse.Builder updateAccountPasswordPolicy(
      PracticeState model, UpdateAccountPasswordPolicyRequest request) {
    within("minimumPasswordLength", request.minimumPasswordLength(), 6, 128);
    within("maxPasswordAge", request.maxPasswordAge(), 1, 1095);
    within("passwordReusePrevention", request.passwordReusePrevention(), 1, 24);
    model.passwordPolicy = Optional.of(PasswordPolicies.of(request));
    return UpdateAccountPasswordPolicyResponse.builder();
  }

  private static AwsResponse.Builder deleteAccountPasswordPolicy(
      PracticeState model, DeleteAccountPasswordPolicyRequest request) {
    if (model.passwordPolicy.isEmpty()) {
      throw IamEntities.noSuchEntity(
          "The account policy with name PasswordPolicy cannot be found.");
    }
    model.passwordPolicy = Optional.empty();
    return DeleteAccountPasswordPolicyResponse.builder();
  }

  private static void within(String member, Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw error(
          400,
          "ValidationError",
          "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must have value %s than or equal to %s",
          value,
          member,
          value < least ? "greater" : "less",
          value < least ? least : most);
    }
  }
}
