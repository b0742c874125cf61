package dev.firstday.practice.iam;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Roles;
import dev.firstday.practice.model.ServiceLinkedRoles;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupResponse;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupResponse;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupResponse;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupResponse;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileResponse;

/** IAM. */
public final class PracticeIam implements IamClient {
  private final PracticeCall practiceCall;
  private final PracticeUsers users;
  private final PracticeUserWrites userWrites;
  private final PracticeCredentialReport report;
  private final PracticeAccessKeys accessKeys;
  private final PracticeMfa mfa;
  private final PolicySimulator simulator;

  public PracticeIam(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
    users = new PracticeUsers(practiceCall);
    userWrites = new PracticeUserWrites(practiceCall);
    report = new PracticeCredentialReport(practiceCall);
    accessKeys = new PracticeAccessKeys(practiceCall);
    mfa = new PracticeMfa(practiceCall);
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
        model ->
            GetAccountSummaryResponse.builder()
                .summaryMapWithStrings(
                    Map.of(
                        "AccountMFAEnabled",
                        model.rootMfa == PracticeState.RootMfa.NONE ? 0 : 1,
                        "AccountPasswordPresent",
                        1,
                        "AccountAccessKeysPresent",
                        model.people.rootKeys > 0 ? 1 : 0,
                        "AccountSigningCertificatesPresent",
                        0,
                        "Users",
                        model.people.users.size(),
                        "UsersQuota",
                        5000,
                        "Groups",
                        model.people.groups.size(),
                        "GroupsQuota",
                        300,
                        "MFADevices",
                        PracticeMfa.devices(model, AssignmentStatusType.ANY).size(),
                        "MFADevicesInUse",
                        PracticeMfa.devices(model, AssignmentStatusType.ASSIGNED).size())));
  }

  @Override
  public ListAccountAliasesResponse listAccountAliases(ListAccountAliasesRequest request) {
    return practiceCall.answer(
        "ListAccountAliases",
        request,
        model -> {
          PagedItems<String> page = page(List.of(), request.maxItems(), request.marker());
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
                            noSuchEntity(
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
            throw noSuchEntity("The account policy with name PasswordPolicy cannot be found.");
          }
          model.passwordPolicy = Optional.empty();
          return DeleteAccountPasswordPolicyResponse.builder();
        });
  }

  @Override
  public CreateRoleResponse createRole(CreateRoleRequest request) {
    return practiceCall.answer(
        "CreateRole",
        request,
        model -> {
          if (model.roles.find(request.roleName()).isPresent()) {
            throw practiceCall.error(
                EntityAlreadyExistsException.builder(),
                409,
                "EntityAlreadyExists",
                "Role with name %s already exists.".formatted(request.roleName()));
          }
          String path = request.path() == null ? "/" : request.path();
          Role role =
              role(path, request.roleName(), request.assumeRolePolicyDocument(), model)
                  .description(request.description())
                  .tags(request.tags())
                  .build();
          model.roles.put(role, model.replaying);
          return CreateRoleResponse.builder().role(role);
        });
  }

  private static Role.Builder role(String path, String name, String trust, PracticeState model) {
    return Role.builder()
        .path(path)
        .roleName(name)
        .roleId("AROA" + String.format(Locale.ROOT, "%017d", Math.abs((long) name.hashCode())))
        .arn("arn:aws:iam::%s:role%s%s".formatted(PracticeState.ACCOUNT_ID, path, name))
        .createDate(model.opened)
        .maxSessionDuration(3600)
        .assumeRolePolicyDocument(encoded(trust));
  }

  // IAM gives policies back percent-encoded, and the SDK leaves them so.
  private static String encoded(String policy) {
    return URLEncoder.encode(policy, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public SimulatePrincipalPolicyResponse simulatePrincipalPolicy(
      SimulatePrincipalPolicyRequest request) {
    return simulator.answer(request);
  }

  @Override
  public GetRoleResponse getRole(GetRoleRequest request) {
    return practiceCall.answer(
        "GetRole",
        request,
        model -> GetRoleResponse.builder().role(role(model, request.roleName()).role()));
  }

  @Override
  public DeleteRoleResponse deleteRole(DeleteRoleRequest request) {
    return practiceCall.answer(
        "DeleteRole",
        request,
        model -> {
          if (!role(model, request.roleName()).policies.isEmpty()) {
            throw practiceCall.error(
                DeleteConflictException.builder(),
                409,
                "DeleteConflict",
                "Cannot delete entity, must delete policies first.");
          }
          model.roles.remove(request.roleName());
          return DeleteRoleResponse.builder();
        });
  }

  @Override
  public UpdateAssumeRolePolicyResponse updateAssumeRolePolicy(
      UpdateAssumeRolePolicyRequest request) {
    return practiceCall.answer(
        "UpdateAssumeRolePolicy",
        request,
        model -> {
          role(model, request.roleName()).trust(encoded(request.policyDocument()));
          return UpdateAssumeRolePolicyResponse.builder();
        });
  }

  @Override
  public PutRolePolicyResponse putRolePolicy(PutRolePolicyRequest request) {
    return practiceCall.answer(
        "PutRolePolicy",
        request,
        model -> {
          role(model, request.roleName())
              .policies
              .put(request.policyName(), request.policyDocument());
          return PutRolePolicyResponse.builder();
        });
  }

  @Override
  public GetRolePolicyResponse getRolePolicy(GetRolePolicyRequest request) {
    return practiceCall.answer(
        "GetRolePolicy",
        request,
        model -> {
          String policy = role(model, request.roleName()).policies.get(request.policyName());
          if (policy == null) {
            throw noRolePolicy(request.policyName());
          }
          return GetRolePolicyResponse.builder()
              .roleName(request.roleName())
              .policyName(request.policyName())
              .policyDocument(encoded(policy));
        });
  }

  @Override
  public DeleteRolePolicyResponse deleteRolePolicy(DeleteRolePolicyRequest request) {
    return practiceCall.answer(
        "DeleteRolePolicy",
        request,
        model -> {
          if (role(model, request.roleName()).policies.remove(request.policyName()) == null) {
            throw noRolePolicy(request.policyName());
          }
          return DeleteRolePolicyResponse.builder();
        });
  }

  @Override
  public CreateServiceLinkedRoleResponse createServiceLinkedRole(
      CreateServiceLinkedRoleRequest request) {
    return practiceCall.answer(
        "CreateServiceLinkedRole",
        request,
        model -> {
          String service = request.awsServiceName();
          String name = ServiceLinkedRoles.name(service);
          if (model.roles.find(name).isPresent()) {
            throw practiceCall.error(
                InvalidInputException.builder(),
                400,
                "InvalidInput",
                ("Service role name %s has been taken in this account, please try a different"
                        + " suffix.")
                    .formatted(name));
          }
          Role role =
              role(ServiceLinkedRoles.path(service), name, ServiceLinkedRoles.trust(service), model)
                  .build();
          model.roles.put(role, true);
          return CreateServiceLinkedRoleResponse.builder().role(role);
        });
  }

  @Override
  public DeleteServiceLinkedRoleResponse deleteServiceLinkedRole(
      DeleteServiceLinkedRoleRequest request) {
    return practiceCall.answer(
        "DeleteServiceLinkedRole",
        request,
        model -> {
          Role role = role(model, request.roleName()).role();
          model.roles.remove(role.roleName());
          return DeleteServiceLinkedRoleResponse.builder()
              .deletionTaskId("task" + role.path() + role.roleName() + "/1");
        });
  }

  private Roles.RoleRecord role(PracticeState model, String name) {
    return model
        .roles
        .find(name)
        .orElseThrow(() -> noSuchEntity("The role with name %s cannot be found.".formatted(name)));
  }

  private AwsServiceException noRolePolicy(String name) {
    return noSuchEntity("The role policy with name %s cannot be found.".formatted(name));
  }

  @Override
  public GenerateCredentialReportResponse generateCredentialReport(
      GenerateCredentialReportRequest request) {
    return report.generateCredentialReport(request);
  }

  @Override
  public GetCredentialReportResponse getCredentialReport(GetCredentialReportRequest request) {
    return report.getCredentialReport(request);
  }

  @Override
  public ListUsersResponse listUsers(ListUsersRequest request) {
    return users.listUsers(request);
  }

  @Override
  public GetGroupResponse getGroup(GetGroupRequest request) {
    return users.getGroup(request);
  }

  @Override
  public ListEntitiesForPolicyResponse listEntitiesForPolicy(ListEntitiesForPolicyRequest request) {
    return users.listEntitiesForPolicy(request);
  }

  @Override
  public GetLoginProfileResponse getLoginProfile(GetLoginProfileRequest request) {
    return users.getLoginProfile(request);
  }

  @Override
  public ListMfaDevicesResponse listMFADevices(ListMfaDevicesRequest request) {
    return users.listMfaDevices(request);
  }

  @Override
  public ListAccessKeysResponse listAccessKeys(ListAccessKeysRequest request) {
    return accessKeys.listAccessKeys(request);
  }

  @Override
  public GetAccessKeyLastUsedResponse getAccessKeyLastUsed(GetAccessKeyLastUsedRequest request) {
    return accessKeys.getAccessKeyLastUsed(request);
  }

  @Override
  public UpdateAccessKeyResponse updateAccessKey(UpdateAccessKeyRequest request) {
    return accessKeys.updateAccessKey(request);
  }

  @Override
  public AddUserToGroupResponse addUserToGroup(AddUserToGroupRequest request) {
    return userWrites.addUserToGroup(request);
  }

  @Override
  public AttachGroupPolicyResponse attachGroupPolicy(AttachGroupPolicyRequest request) {
    return userWrites.attachGroupPolicy(request);
  }

  @Override
  public CreateGroupResponse createGroup(CreateGroupRequest request) {
    return userWrites.createGroup(request);
  }

  @Override
  public CreateLoginProfileResponse createLoginProfile(CreateLoginProfileRequest request) {
    return userWrites.createLoginProfile(request);
  }

  @Override
  public CreateUserResponse createUser(CreateUserRequest request) {
    return userWrites.createUser(request);
  }

  @Override
  public CreateVirtualMfaDeviceResponse createVirtualMFADevice(
      CreateVirtualMfaDeviceRequest request) {
    return mfa.create(request);
  }

  @Override
  public DeactivateMfaDeviceResponse deactivateMFADevice(DeactivateMfaDeviceRequest request) {
    return mfa.deactivate(request);
  }

  @Override
  public DeleteGroupResponse deleteGroup(DeleteGroupRequest request) {
    return userWrites.deleteGroup(request);
  }

  @Override
  public DeleteLoginProfileResponse deleteLoginProfile(DeleteLoginProfileRequest request) {
    return userWrites.deleteLoginProfile(request);
  }

  @Override
  public DeleteUserResponse deleteUser(DeleteUserRequest request) {
    return userWrites.deleteUser(request);
  }

  @Override
  public DeleteVirtualMfaDeviceResponse deleteVirtualMFADevice(
      DeleteVirtualMfaDeviceRequest request) {
    return mfa.delete(request);
  }

  @Override
  public DetachGroupPolicyResponse detachGroupPolicy(DetachGroupPolicyRequest request) {
    return userWrites.detachGroupPolicy(request);
  }

  @Override
  public EnableMfaDeviceResponse enableMFADevice(EnableMfaDeviceRequest request) {
    return mfa.enable(request);
  }

  @Override
  public RemoveUserFromGroupResponse removeUserFromGroup(RemoveUserFromGroupRequest request) {
    return userWrites.removeUserFromGroup(request);
  }

  @Override
  public UpdateLoginProfileResponse updateLoginProfile(UpdateLoginProfileRequest request) {
    return userWrites.updateLoginProfile(request);
  }

  @Override
  public GetUserResponse getUser(GetUserRequest request) {
    return users.getUser(request);
  }

  @Override
  public ListVirtualMfaDevicesResponse listVirtualMFADevices(ListVirtualMfaDevicesRequest request) {
    return mfa.list(request);
  }

  private void within(String member, Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw invalid(
          "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must have value %s than or equal to %s"
              .formatted(
                  value, member, value < least ? "greater" : "less", value < least ? least : most));
    }
  }

  private <T> PagedItems<T> page(List<T> all, Integer size, String marker) {
    return PagedItems.of(all, size, marker, () -> invalid("Invalid Marker."));
  }

  private AwsServiceException invalid(String message) {
    return practiceCall.error(IamException.builder(), 400, "ValidationError", message);
  }

  private AwsServiceException noSuchEntity(String message) {
    return practiceCall.error(NoSuchEntityException.builder(), 404, "NoSuchEntity", message);
  }
}
