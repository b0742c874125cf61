package dev.firstday.practice.iam;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyResponse;

/** IAM: the account itself, its password policy, and the policy simulator. */
public final class PracticeIam extends PracticeIdentities {
  private final PolicySimulator simulator;

  public PracticeIam(PracticeCall practiceCall) {
    super(practiceCall);
    simulator = new PolicySimulator(practiceCall);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public GetAccountSummaryResponse getAccountSummary(GetAccountSummaryRequest request) {
    return practiceCall.answer(
        "GetAccountSummary",
        request,
        model -> GetAccountSummaryResponse.builder().summaryMapWithStrings(summary(model)));
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

  @Override
  public ListAccountAliasesResponse listAccountAliases(ListAccountAliasesRequest request) {
    return practiceCall.answer(
        "ListAccountAliases",
        request,
        model -> {
          PagedItems<String> page = entities.page(List.of(), request.maxItems(), request.marker());
          return ListAccountAliasesResponse.builder()
              .accountAliases(page.items())
              .isTruncated(!page.last())
              .marker(page.next());
        });
  }

  @Override
  public GetAccountPasswordPolicyResponse getAccountPasswordPolicy(
      GetAccountPasswordPolicyRequest request) {
    return practiceCall.answer(
        "GetAccountPasswordPolicy",
        request,
        model ->
            GetAccountPasswordPolicyResponse.builder()
                .passwordPolicy(
                    model.passwordPolicy.orElseThrow(
                        () ->
                            entities.noSuchEntity(
                                "The Password Policy with domain name %s cannot be found."
                                    .formatted(PracticeState.ACCOUNT_ID)))));
  }

  @Override
  public UpdateAccountPasswordPolicyResponse updateAccountPasswordPolicy(
      UpdateAccountPasswordPolicyRequest request) {
    return practiceCall.answer(
        "UpdateAccountPasswordPolicy",
        request,
        model -> {
          within("minimumPasswordLength", request.minimumPasswordLength(), 6, 128);
          within("maxPasswordAge", request.maxPasswordAge(), 1, 1095);
          within("passwordReusePrevention", request.passwordReusePrevention(), 1, 24);
          model.passwordPolicy = Optional.of(PasswordPolicies.of(request));
          return UpdateAccountPasswordPolicyResponse.builder();
        });
  }

  @Override
  public DeleteAccountPasswordPolicyResponse deleteAccountPasswordPolicy(
      DeleteAccountPasswordPolicyRequest request) {
    return practiceCall.answer(
        "DeleteAccountPasswordPolicy",
        request,
        model -> {
          if (model.passwordPolicy.isEmpty()) {
            throw entities.noSuchEntity(
                "The account policy with name PasswordPolicy cannot be found.");
          }
          model.passwordPolicy = Optional.empty();
          return DeleteAccountPasswordPolicyResponse.builder();
        });
  }

  @Override
  public SimulatePrincipalPolicyResponse simulatePrincipalPolicy(
      SimulatePrincipalPolicyRequest request) {
    return simulator.answer(request);
  }

  private void within(String member, Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw invalid(
          "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must have value %s than or equal to %s"
              .formatted(
                  value, member, value < least ? "greater" : "less", value < least ? least : most));
    }
  }

  private AwsServiceException invalid(String message) {
    return practiceCall.error(IamException.builder(), 400, "ValidationError", message);
  }
}
