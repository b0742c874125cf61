package dev.firstday.practice.iam;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeState;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
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
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupResponse;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupResponse;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileResponse;

/** The part of IAM that makes and deletes groups, users and their passwords. */
public final class PracticeUserWrites {
  private PracticeUserWrites() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(CreateGroupRequest.class, PracticeUserWrites::createGroup)
        .on(DeleteGroupRequest.class, DeleteGroupResponse::builder, PracticeUserWrites::deleteGroup)
        .on(AttachGroupPolicyRequest.class, PracticeUserWrites::attachGroupPolicy)
        .on(DetachGroupPolicyRequest.class, PracticeUserWrites::detachGroupPolicy)
        .on(CreateUserRequest.class, PracticeUserWrites::createUser)
        .on(DeleteUserRequest.class, DeleteUserResponse::builder, PracticeUserWrites::deleteUser)
        .on(AddUserToGroupRequest.class, PracticeUserWrites::addUserToGroup)
        .on(RemoveUserFromGroupRequest.class, PracticeUserWrites::removeUserFromGroup)
        .on(CreateLoginProfileRequest.class, PracticeUserWrites::createLoginProfile)
        .on(UpdateLoginProfileRequest.class, PracticeUserWrites::updateLoginProfile)
        .on(DeleteLoginProfileRequest.class, PracticeUserWrites::deleteLoginProfile);
  }

  private static AwsResponse.Builder createGroup(PracticeState model, CreateGroupRequest request) {
    unique("Group", request.groupName(), model.people.groups);
    People.Team team =
        model.people.add(new People.Team(request.groupName(), model.clock.instant()));
    return CreateGroupResponse.builder()
        .group(
            group ->
                group
                    .path("/")
                    .groupName(team.name)
                    .groupId(team.id())
                    .arn(team.arn())
                    .createDate(team.created));
  }

  private static void deleteGroup(PracticeState model, DeleteGroupRequest request) {
    People.Team team = IamEntities.group(model, request.groupName());
    conflict(!team.members.isEmpty(), "remove users from group");
    conflict(!team.policies.isEmpty(), "detach all policies");
    model.people.groups.remove(team.name);
  }

  private static AwsResponse.Builder attachGroupPolicy(
      PracticeState model, AttachGroupPolicyRequest request) {
    if (!request.policyArn().startsWith("arn:aws:iam::aws:policy/")) {
      throw IamEntities.noSuchEntity("Policy %s does not exist.", request.policyArn());
    }
    IamEntities.group(model, request.groupName()).policies.add(request.policyArn());
    return AttachGroupPolicyResponse.builder();
  }

  private static AwsResponse.Builder detachGroupPolicy(
      PracticeState model, DetachGroupPolicyRequest request) {
    if (!IamEntities.group(model, request.groupName()).policies.remove(request.policyArn())) {
      throw IamEntities.noSuchEntity("Policy %s was not found.", request.policyArn());
    }
    return DetachGroupPolicyResponse.builder();
  }

  private static AwsResponse.Builder createUser(PracticeState model, CreateUserRequest request) {
    unique("User", request.userName(), model.people.users);
    People.UserRecord person =
        model.people.add(new People.UserRecord(request.userName(), model.clock.instant()));
    person.tags.addAll(request.tags());
    return CreateUserResponse.builder().user(PracticeUsers.user(person));
  }

  private static void deleteUser(PracticeState model, DeleteUserRequest request) {
    People.UserRecord person = IamEntities.user(model, request.userName());
    conflict(person.password.isPresent(), "delete login profile");
    conflict(!person.keys.isEmpty(), "delete access keys");
    conflict(!person.devices.isEmpty(), "delete MFA device");
    conflict(!person.policies.isEmpty(), "detach all policies");
    conflict(
        model.people.groups.values().stream().anyMatch(team -> team.members.contains(person.name)),
        "remove users from group");
    model.people.users.remove(person.name);
  }

  private static AwsResponse.Builder addUserToGroup(
      PracticeState model, AddUserToGroupRequest request) {
    String name = IamEntities.user(model, request.userName()).name;
    IamEntities.group(model, request.groupName()).members.add(name);
    return AddUserToGroupResponse.builder();
  }

  private static AwsResponse.Builder removeUserFromGroup(
      PracticeState model, RemoveUserFromGroupRequest request) {
    String name = IamEntities.user(model, request.userName()).name;
    IamEntities.group(model, request.groupName()).members.remove(name);
    return RemoveUserFromGroupResponse.builder();
  }

  private static AwsResponse.Builder createLoginProfile(
      PracticeState model, CreateLoginProfileRequest request) {
    People.UserRecord person = IamEntities.user(model, request.userName());
    if (person.password.isPresent()) {
      throw exists("Login Profile for user %s already exists.", person.name);
    }
    password(model, person, request.password(), request.passwordResetRequired());
    return CreateLoginProfileResponse.builder()
        .loginProfile(
            profile ->
                profile
                    .userName(person.name)
                    .createDate(person.password.orElseThrow())
                    .passwordResetRequired(person.oneTime));
  }

  private static AwsResponse.Builder updateLoginProfile(
      PracticeState model, UpdateLoginProfileRequest request) {
    People.UserRecord person = withPassword(model, request.userName());
    password(model, person, request.password(), request.passwordResetRequired());
    return UpdateLoginProfileResponse.builder();
  }

  private static AwsResponse.Builder deleteLoginProfile(
      PracticeState model, DeleteLoginProfileRequest request) {
    People.UserRecord person = withPassword(model, request.userName());
    person.password = Optional.empty();
    person.oneTime = false;
    return DeleteLoginProfileResponse.builder();
  }

  private static void password(
      PracticeState model, People.UserRecord person, String password, Boolean oneTime) {
    // The passwords of an earlier run are kept nowhere; they were strong enough.
    if (!model.replaying && !PasswordPolicies.allows(model.passwordPolicy, password)) {
      throw error(
          400,
          "PasswordPolicyViolation",
          "Password should have a minimum length of %s",
          model.passwordPolicy.map(PasswordPolicy::minimumPasswordLength).orElse(8));
    }
    person.password = Optional.of(model.clock.instant());
    person.oneTime = Boolean.TRUE.equals(oneTime);
  }

  private static People.UserRecord withPassword(PracticeState model, String name) {
    People.UserRecord person = IamEntities.user(model, name);
    if (person.password.isEmpty()) {
      throw IamEntities.noSuchEntity("Login Profile for User %s cannot be found.", name);
    }
    return person;
  }

  /** Names that differ in case only are the same to IAM. */
  private static void unique(String kind, String name, Map<String, ?> others) {
    if (others.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
      throw exists("%s with name %s already exists.", kind, name);
    }
  }

  private static void conflict(boolean there, String first) {
    if (there) {
      throw error(409, "DeleteConflict", "Cannot delete entity, must %s first.", first);
    }
  }

  private static AwsServiceException exists(String message, Object... values) {
    return error(409, "EntityAlreadyExists", message, values);
  }
}
