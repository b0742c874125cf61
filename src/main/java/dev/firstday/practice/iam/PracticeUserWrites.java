package dev.firstday.practice.iam;

import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.Map;
import java.util.Optional;
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
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupResponse;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.PasswordPolicyViolationException;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupResponse;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileResponse;

/** The part of IAM that makes and deletes groups, users and their passwords. */
final class PracticeUserWrites {
  private final PracticeCall practiceCall;
  private final IamEntities entities;

  PracticeUserWrites(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
    this.entities = new IamEntities(practiceCall);
  }

  CreateGroupResponse createGroup(CreateGroupRequest request) {
    return practiceCall.answer(
        "CreateGroup",
        request,
        model -> {
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
        });
  }

  DeleteGroupResponse deleteGroup(DeleteGroupRequest request) {
    return practiceCall.answer(
        "DeleteGroup",
        request,
        model -> {
          People.Team team = entities.group(model, request.groupName());
          conflict(!team.members.isEmpty(), "remove users from group");
          conflict(!team.policies.isEmpty(), "detach all policies");
          model.people.groups.remove(team.name);
          return DeleteGroupResponse.builder();
        });
  }

  AttachGroupPolicyResponse attachGroupPolicy(AttachGroupPolicyRequest request) {
    return practiceCall.answer(
        "AttachGroupPolicy",
        request,
        model -> {
          if (!request.policyArn().startsWith("arn:aws:iam::aws:policy/")) {
            throw entities.noSuchEntity("Policy %s does not exist.".formatted(request.policyArn()));
          }
          entities.group(model, request.groupName()).policies.add(request.policyArn());
          return AttachGroupPolicyResponse.builder();
        });
  }

  DetachGroupPolicyResponse detachGroupPolicy(DetachGroupPolicyRequest request) {
    return practiceCall.answer(
        "DetachGroupPolicy",
        request,
        model -> {
          if (!entities.group(model, request.groupName()).policies.remove(request.policyArn())) {
            throw entities.noSuchEntity("Policy %s was not found.".formatted(request.policyArn()));
          }
          return DetachGroupPolicyResponse.builder();
        });
  }

  CreateUserResponse createUser(CreateUserRequest request) {
    return practiceCall.answer(
        "CreateUser",
        request,
        model -> {
          unique("User", request.userName(), model.people.users);
          People.UserRecord person =
              model.people.add(new People.UserRecord(request.userName(), model.clock.instant()));
          person.tags.addAll(request.tags());
          return CreateUserResponse.builder().user(PracticeUsers.user(person));
        });
  }

  DeleteUserResponse deleteUser(DeleteUserRequest request) {
    return practiceCall.answer(
        "DeleteUser",
        request,
        model -> {
          People.UserRecord person = entities.user(model, request.userName());
          conflict(person.password.isPresent(), "delete login profile");
          conflict(!person.keys.isEmpty(), "delete access keys");
          conflict(!person.devices.isEmpty(), "delete MFA device");
          conflict(!person.policies.isEmpty(), "detach all policies");
          conflict(
              model.people.groups.values().stream()
                  .anyMatch(team -> team.members.contains(person.name)),
              "remove users from group");
          model.people.users.remove(person.name);
          return DeleteUserResponse.builder();
        });
  }

  AddUserToGroupResponse addUserToGroup(AddUserToGroupRequest request) {
    return practiceCall.answer(
        "AddUserToGroup",
        request,
        model -> {
          String name = entities.user(model, request.userName()).name;
          entities.group(model, request.groupName()).members.add(name);
          return AddUserToGroupResponse.builder();
        });
  }

  RemoveUserFromGroupResponse removeUserFromGroup(RemoveUserFromGroupRequest request) {
    return practiceCall.answer(
        "RemoveUserFromGroup",
        request,
        model -> {
          String name = entities.user(model, request.userName()).name;
          entities.group(model, request.groupName()).members.remove(name);
          return RemoveUserFromGroupResponse.builder();
        });
  }

  CreateLoginProfileResponse createLoginProfile(CreateLoginProfileRequest request) {
    return practiceCall.answer(
        "CreateLoginProfile",
        request,
        model -> {
          People.UserRecord person = entities.user(model, request.userName());
          if (person.password.isPresent()) {
            throw exists("Login Profile for user %s already exists.".formatted(person.name));
          }
          password(model, person, request.password(), request.passwordResetRequired());
          return CreateLoginProfileResponse.builder()
              .loginProfile(
                  profile ->
                      profile
                          .userName(person.name)
                          .createDate(person.password.orElseThrow())
                          .passwordResetRequired(person.oneTime));
        });
  }

  UpdateLoginProfileResponse updateLoginProfile(UpdateLoginProfileRequest request) {
    return practiceCall.answer(
        "UpdateLoginProfile",
        request,
        model -> {
          People.UserRecord person = withPassword(model, request.userName());
          password(model, person, request.password(), request.passwordResetRequired());
          return UpdateLoginProfileResponse.builder();
        });
  }

  DeleteLoginProfileResponse deleteLoginProfile(DeleteLoginProfileRequest request) {
    return practiceCall.answer(
        "DeleteLoginProfile",
        request,
        model -> {
          People.UserRecord person = withPassword(model, request.userName());
          person.password = Optional.empty();
          person.oneTime = false;
          return DeleteLoginProfileResponse.builder();
        });
  }

  private void password(
      PracticeState model, People.UserRecord person, String password, Boolean oneTime) {
    // The passwords of an earlier run are kept nowhere; they were strong enough.
    if (!model.replaying && !PasswordPolicies.allows(model.passwordPolicy, password)) {
      throw practiceCall.error(
          PasswordPolicyViolationException.builder(),
          400,
          "PasswordPolicyViolation",
          "Password should have a minimum length of %s"
              .formatted(
                  model.passwordPolicy.map(PasswordPolicy::minimumPasswordLength).orElse(8)));
    }
    person.password = Optional.of(model.clock.instant());
    person.oneTime = Boolean.TRUE.equals(oneTime);
  }

  private People.UserRecord withPassword(PracticeState model, String name) {
    People.UserRecord person = entities.user(model, name);
    if (person.password.isEmpty()) {
      throw entities.noSuchEntity("Login Profile for User %s cannot be found.".formatted(name));
    }
    return person;
  }

  /** Names that differ in case only are the same to IAM. */
  private void unique(String kind, String name, Map<String, ?> others) {
    if (others.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
      throw exists("%s with name %s already exists.".formatted(kind, name));
    }
  }

  private void conflict(boolean there, String first) {
    if (there) {
      throw practiceCall.error(
          DeleteConflictException.builder(),
          409,
          "DeleteConflict",
          "Cannot delete entity, must %s first.".formatted(first));
    }
  }

  private AwsServiceException exists(String message) {
    return practiceCall.error(
        EntityAlreadyExistsException.builder(), 409, "EntityAlreadyExists", message);
  }
}
