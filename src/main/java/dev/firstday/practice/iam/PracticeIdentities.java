package dev.firstday.practice.iam;

import dev.firstday.practice.model.PracticeCall;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupResponse;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupResponse;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupResponse;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupResponse;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileResponse;

/**
 * The part of IAM that is about users, groups and what they sign in with, by what answers each
 * call.
 */
abstract class PracticeIdentities implements IamClient {
  final PracticeCall practiceCall;
  final IamEntities entities;
  private final PracticeUsers users;
  private final PracticeUserWrites userWrites;
  private final PracticeCredentialReport report;
  private final PracticeAccessKeys accessKeys;
  private final PracticeMfa mfa;

  PracticeIdentities(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
    entities = new IamEntities(practiceCall);
    users = new PracticeUsers(practiceCall);
    userWrites = new PracticeUserWrites(practiceCall);
    report = new PracticeCredentialReport(practiceCall);
    accessKeys = new PracticeAccessKeys(practiceCall);
    mfa = new PracticeMfa(practiceCall);
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
}
