package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;

/** What the steps about people ask IAM. */
record IamQueries(Account account) {
  /** The error code for what is not there. */
  static final String GONE = "NoSuchEntity";

  Query<GetUserResponse> user(String name) {
    return account.query(Reads.GET_USER, user -> user.userName(name));
  }

  /** A user's password for the console. */
  Query<GetLoginProfileResponse> password(String user) {
    return account.query(Reads.GET_LOGIN_PROFILE, profile -> profile.userName(user));
  }

  /** A user's MFA devices. */
  Query<ListMfaDevicesResponse> devices(String user) {
    return account.query(Reads.LIST_MFA_DEVICES, devices -> devices.userName(user));
  }

  boolean hasMfa(String user) throws CallFailed {
    return devices(user).find(GONE).filter(answer -> !answer.mfaDevices().isEmpty()).isPresent();
  }

  /** The account's virtual MFA devices that were never enabled. */
  Query<ListVirtualMfaDevicesResponse> looseDevices() {
    return account.query(
        Reads.LIST_VIRTUAL_MFA_DEVICES,
        devices -> devices.assignmentStatus(AssignmentStatusType.UNASSIGNED));
  }

  /** A user's access keys; one page, for nobody can have more than two. */
  Query<ListAccessKeysResponse> keys(String user) {
    return account.query(Reads.LIST_ACCESS_KEYS, keys -> keys.userName(user));
  }

  Query<GetAccessKeyLastUsedResponse> keyLastUsed(String key) {
    return account.query(Reads.GET_ACCESS_KEY_LAST_USED, last -> last.accessKeyId(key));
  }

  /** A group's members. */
  Query<GetGroupResponse> group(String name) {
    return account.query(Reads.GET_GROUP, group -> group.groupName(name));
  }

  /** The ARN of the policy that makes an administrator. */
  String administratorPolicy() {
    return "arn:%s:iam::aws:policy/AdministratorAccess".formatted(account.identity().partition());
  }

  /** Who has that policy. */
  Query<ListEntitiesForPolicyResponse> administrators() {
    return account.query(
        Reads.LIST_ENTITIES_FOR_POLICY, entities -> entities.policyArn(administratorPolicy()));
  }
}
