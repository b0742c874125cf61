package dev.firstday.practice.iam;

import dev.firstday.practice.model.IdentityCenterRecord;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
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
final class PracticeUsers {
  private final PracticeCall practiceCall;
  private final IamEntities entities;

  PracticeUsers(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
    this.entities = new IamEntities(practiceCall);
  }

  ListUsersResponse listUsers(ListUsersRequest request) {
    return practiceCall.answer(
        "ListUsers",
        request,
        model -> {
          List<User> all = model.people.users.values().stream().map(PracticeUsers::user).toList();
          PagedItems<User> page = entities.page(all, request.maxItems(), request.marker());
          return ListUsersResponse.builder()
              .users(page.items())
              .isTruncated(!page.last())
              .marker(page.next());
        });
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

  GetUserResponse getUser(GetUserRequest request) {
    return practiceCall.answer(
        "GetUser",
        request,
        model -> {
          People.UserRecord person = entities.userOrCaller(model, request.userName());
          return GetUserResponse.builder().user(user(person).toBuilder().tags(person.tags).build());
        });
  }

  GetGroupResponse getGroup(GetGroupRequest request) {
    return practiceCall.answer(
        "GetGroup",
        request,
        model -> {
          People.Team group = entities.group(model, name(request.groupName()));
          List<User> members =
              group.members.stream().map(model.people.users::get).map(PracticeUsers::user).toList();
          PagedItems<User> page = entities.page(members, request.maxItems(), request.marker());
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
        });
  }

  ListEntitiesForPolicyResponse listEntitiesForPolicy(ListEntitiesForPolicyRequest request) {
    return practiceCall.answer(
        "ListEntitiesForPolicy",
        request,
        model -> {
          String policy = name(request.policyArn());
          if (!policy.startsWith("arn:aws:iam::aws:policy/")) {
            throw entities.noSuchEntity("policy", policy);
          }
          PagedItems<PolicyUser> page =
              entities.page(users(model, policy), request.maxItems(), request.marker());
          return ListEntitiesForPolicyResponse.builder()
              .policyUsers(page.items())
              .policyGroups(page.last() ? groups(model, policy) : List.of())
              .policyRoles(page.last() ? roles(model, policy) : List.of())
              .isTruncated(!page.last())
              .marker(page.next());
        });
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

  GetLoginProfileResponse getLoginProfile(GetLoginProfileRequest request) {
    return practiceCall.answer(
        "GetLoginProfile",
        request,
        model -> {
          People.UserRecord person = entities.userOrCaller(model, request.userName());
          return GetLoginProfileResponse.builder()
              .loginProfile(
                  profile ->
                      profile
                          .userName(person.name)
                          .createDate(
                              person.password.orElseThrow(
                                  () -> entities.noSuchEntity("login profile", person.name)))
                          .passwordResetRequired(person.oneTime));
        });
  }

  ListMfaDevicesResponse listMfaDevices(ListMfaDevicesRequest request) {
    return practiceCall.answer(
        "ListMFADevices",
        request,
        model -> {
          People.UserRecord person = entities.userOrCaller(model, request.userName());
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
        });
  }

  private static String name(String name) {
    return name == null ? "" : name;
  }
}
