package dev.firstday.practice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.IamClient;
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
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** IAM. */
final class PracticeIam implements IamClient {
  private final Door door;

  PracticeIam(Door door) {
    this.door = door;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public GetAccountSummaryResponse getAccountSummary(GetAccountSummaryRequest request) {
    return door.answer(
        "GetAccountSummary",
        request,
        model ->
            GetAccountSummaryResponse.builder()
                .summaryMapWithStrings(
                    Map.of(
                        "AccountMFAEnabled", model.rootMfa == Model.RootMfa.NONE ? 0 : 1,
                        "AccountPasswordPresent", 1,
                        "AccountAccessKeysPresent", 0,
                        "AccountSigningCertificatesPresent", 0,
                        "Users", 1,
                        "UsersQuota", 5000,
                        "Groups", 0,
                        "GroupsQuota", 300,
                        "MFADevices", devices(model).size(),
                        "MFADevicesInUse", devices(model).size())));
  }

  @Override
  public ListVirtualMfaDevicesResponse listVirtualMFADevices(ListVirtualMfaDevicesRequest request) {
    return door.answer(
        "ListVirtualMFADevices",
        request,
        model -> {
          // Every device there is is assigned.
          boolean none = request.assignmentStatus() == AssignmentStatusType.UNASSIGNED;
          Page<VirtualMFADevice> page =
              page(none ? List.of() : devices(model), request.maxItems(), request.marker());
          return ListVirtualMfaDevicesResponse.builder()
              .virtualMFADevices(page.items())
              .isTruncated(!page.last())
              .marker(page.next());
        });
  }

  private static List<VirtualMFADevice> devices(Model model) {
    return model.rootMfa != Model.RootMfa.VIRTUAL
        ? List.of()
        : List.of(
            VirtualMFADevice.builder()
                .serialNumber("arn:aws:iam::" + Model.ACCOUNT_ID + ":mfa/root-account-mfa-device")
                .user(user -> user.userId(Model.ACCOUNT_ID).arn(Model.ROOT_ARN))
                .enableDate(model.opened)
                .build());
  }

  @Override
  public ListAccountAliasesResponse listAccountAliases(ListAccountAliasesRequest request) {
    return door.answer(
        "ListAccountAliases",
        request,
        model -> {
          Page<String> page = page(List.of(), request.maxItems(), request.marker());
          return ListAccountAliasesResponse.builder()
              .accountAliases(page.items())
              .isTruncated(!page.last())
              .marker(page.next());
        });
  }

  @Override
  public GetAccountPasswordPolicyResponse getAccountPasswordPolicy(
      GetAccountPasswordPolicyRequest request) {
    return door.answer(
        "GetAccountPasswordPolicy",
        request,
        model ->
            GetAccountPasswordPolicyResponse.builder()
                .passwordPolicy(
                    model.passwordPolicy.orElseThrow(
                        () ->
                            noSuchEntity(
                                "The Password Policy with domain name %s cannot be found."
                                    .formatted(Model.ACCOUNT_ID)))));
  }

  @Override
  public UpdateAccountPasswordPolicyResponse updateAccountPasswordPolicy(
      UpdateAccountPasswordPolicyRequest request) {
    return door.answer(
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
    return door.answer(
        "DeleteAccountPasswordPolicy",
        request,
        model -> {
          if (model.passwordPolicy.isEmpty()) {
            throw noSuchEntity("The account policy with name PasswordPolicy cannot be found.");
          }
          model.passwordPolicy = Optional.empty();
          return DeleteAccountPasswordPolicyResponse.builder();
        });
  }

  private void within(String member, Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw invalid(
          "1 validation error detected: Value '%d' at '%s' failed to satisfy constraint: Member must have value %s than or equal to %d"
              .formatted(
                  value, member, value < least ? "greater" : "less", value < least ? least : most));
    }
  }

  private <T> Page<T> page(List<T> all, Integer size, String marker) {
    return Page.of(all, size, marker, () -> invalid("Invalid Marker."));
  }

  private AwsServiceException invalid(String message) {
    return door.error(IamException.builder(), 400, "ValidationError", message);
  }

  private AwsServiceException noSuchEntity(String message) {
    return door.error(NoSuchEntityException.builder(), 404, "NoSuchEntity", message);
  }
}
