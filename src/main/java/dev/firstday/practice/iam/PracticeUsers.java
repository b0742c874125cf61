package dev.firstday.practice.iam;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.IdentityCenterRecord;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.MFADevice;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyUser;
import software.amazon.awssdk.services.iam.model.User;

/** The part of IAM that reads users, groups, and what they sign in with. */
public final class PracticeUsers {
  private PracticeUsers() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(ListUsersRequest.class, PracticeUsers::listUsers)
        .on(GetUserRequest.class, PracticeUsers::getUser)
        .on(GetGroupRequest.class, PracticeUsers::getGroup)
        .on(ListEntitiesForPolicyRequest.class, PracticeUsers::listEntitiesForPolicy)
        .on(GetLoginProfileRequest.class, PracticeUsers::getLoginProfile)
        .on(ListMfaDevicesRequest.class, PracticeUsers::listMfaDevices);
  }

  private static AwsResponse.Builder listUsers(PracticeState model, ListUsersRequest request) {
    List<User> all = model.people.users.values().stream().map(PracticeUsers::user).toList();
    PagedItems<User> page = IamEntities.page(all, request.maxItems(), request.marker());
    return ListUsersResponse.builder()
        .users(page.items())
        .isTruncated(!page.last())
        .marker(page.next());
  }

  static User user(People.UserRecord person) {
    return User.builder()
        .path("/")
        .userName(person.name)
        .userId(person.id())
        .arn(person.arn())
        .createDate(person.created)
        .passwordLastUsed(person.used.orElse(null))
        .build();
  }

  private static AwsResponse.Builder getUser(PracticeState model, GetUserRequest request) {
    People.UserRecord person = IamEntities.userOrCaller(model, request.userName());
    return GetUserResponse.builder().user(user(person).toBuilder().tags(person.tags).build());
  }

  private static AwsResponse.Builder getGroup(PracticeState model, GetGroupRequest request) {
    People.Team group = IamEntities.group(model, name(request.groupName()));
    List<User> members =
        group.members.stream().map(model.people.users::get).map(PracticeUsers::user).toList();
    PagedItems<User> page = IamEntities.page(members, request.maxItems(), request.marker());
    return GetGroupResponse.builder()
        .group(
            Group.builder()
                .path("/")
                .groupName(group.name)
                .groupId(group.id())
                .arn(group.arn())
                .createDate(group.created)
                .build())
        .users(page.items())
        .isTruncated(!page.last())
        .marker(page.next());
  }

  private static AwsResponse.Builder listEntitiesForPolicy(
      PracticeState model, ListEntitiesForPolicyRequest request) {
    String policy = name(request.policyArn());
    if (!policy.startsWith("arn:aws:iam::aws:policy/")) {
      throw IamEntities.missing("policy", policy);
    }
    PagedItems<PolicyUser> page =
        IamEntities.page(users(model, policy), request.maxItems(), request.marker());
    return ListEntitiesForPolicyResponse.builder()
        .policyUsers(page.items())
        .policyGroups(page.last() ? groups(model, policy) : List.of())
        .policyRoles(page.last() ? roles(model, policy) : List.of())
        .isTruncated(!page.last())
        .marker(page.next());
  }

  private static List<PolicyUser> users(PracticeState model, String policy) {
    return model.people.users.values().stream()
        .filter(person -> person.policies.contains(policy))
        .map(one -> PolicyUser.builder().userName(one.name).userId(one.id()).build())
        .toList();
  }

  private static List<PolicyGroup> groups(PracticeState model, String policy) {
    return model.people.groups.values().stream()
        .filter(team -> team.policies.contains(policy))
        .map(one -> PolicyGroup.builder().groupName(one.name).groupId(one.id()).build())
        .toList();
  }

  /** Identity Center makes a role of each permission set. */
  private static List<PolicyRole> roles(PracticeState model, String policy) {
    return model.identityCenter.provisioned.stream()
        .filter(set -> set.policies().contains(policy))
        .map(set -> PolicyRole.builder().roleName(IdentityCenterRecord.ROLE).build())
        .toList();
  }

  private static AwsResponse.Builder getLoginProfile(
      PracticeState model, GetLoginProfileRequest request) {
    People.UserRecord person = IamEntities.userOrCaller(model, request.userName());
    return GetLoginProfileResponse.builder()
        .loginProfile(
            profile ->
                profile
                    .userName(person.name)
                    .createDate(
                        person.password.orElseThrow(
                            () -> IamEntities.missing("login profile", person.name)))
                    .passwordResetRequired(person.oneTime));
  }

  private static AwsResponse.Builder listMfaDevices(
      PracticeState model, ListMfaDevicesRequest request) {
    People.UserRecord person = IamEntities.userOrCaller(model, request.userName());
    List<MFADevice> devices =
        person.devices.entrySet().stream()
            .map(
                device ->
                    MFADevice.builder()
                        .userName(person.name)
                        .serialNumber(device.getKey())
                        .enableDate(device.getValue())
                        .build())
            .toList();
    return ListMfaDevicesResponse.builder().mfaDevices(devices).isTruncated(false);
  }

  private static String name(String name) {
    return name == null ? "" : name;
  }
}
