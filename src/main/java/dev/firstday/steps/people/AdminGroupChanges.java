package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.References;
import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Ask;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileRequest;

/**
 * What makes an administrator of a user.
 *
 * @param group the group that has AdministratorAccess, or gets it
 * @param user the user's name; empty for none
 * @param wrote whether firstday made a change before
 */
record AdminGroupChanges(Account account, String group, String user, Predicate<String> wrote) {
  private static final Duration PROPAGATION = Duration.ofSeconds(60);
  private static final String PASSWORD = "one-time-password";
  private static final Tag TAG = Tag.builder().key("CreatedBy").value("firstday").build();

  /** What was just written may be unknown for some seconds, or locked. */
  private static ChangeBuilder patient(ChangeBuilder change) {
    return change.waitingFor(
        PROPAGATION,
        AdminGroupUser.GONE,
        "EntityTemporarilyUnmodifiable",
        "ConcurrentModification");
  }

  /** The group with its policy. */
  List<Change> group(boolean exists) {
    List<Change> changes = new ArrayList<>();
    if (!exists) {
      changes.add(
          account
              .change(
                  "admin-group/group/" + group,
                  CreateGroupRequest.builder().groupName(group).build())
              .verifiedBy(Reads.GET_GROUP, Administrators.group(group), "/Group/GroupName")
              .undoneBy(Effect.DELETE, DeleteGroupRequest.builder().groupName(group).build())
              .build(Effect.CREATE, Note.of("group", group)));
    }
    String policy = Administrators.policy(account);
    changes.add(
        patient(
                account.change(
                    "admin-group/policy/" + group,
                    AttachGroupPolicyRequest.builder().groupName(group).policyArn(policy).build()))
            .verifiedBy(
                Reads.LIST_ENTITIES_FOR_POLICY, Administrators.entities(account), "/PolicyGroups")
            .undoneBy(
                Effect.DELETE,
                DetachGroupPolicyRequest.builder().groupName(group).policyArn(policy).build())
            .build(Effect.CREATE, Note.of("policy", group)));
    return changes;
  }

  /** The user in the group. */
  List<Change> user(AdminGroupUser seen, boolean member) {
    List<Change> changes = new ArrayList<>();
    if (!seen.exists()) {
      changes.add(
          account
              .change(
                  "admin-group/user/" + user,
                  CreateUserRequest.builder().userName(user).tags(TAG).build())
              .verifiedBy(Reads.GET_USER, AdminGroupUser.user(user), "/User/UserName")
              .undoneBy(Effect.DELETE, DeleteUserRequest.builder().userName(user).build())
              .build(Effect.CREATE, Note.of("user", user)));
    }
    if (!member) {
      changes.add(
          patient(
                  account.change(
                      "admin-group/member/" + group + "/" + user,
                      AddUserToGroupRequest.builder().groupName(group).userName(user).build()))
              .verifiedBy(Reads.GET_GROUP, Administrators.group(group), "/Users")
              .undoneBy(
                  Effect.DELETE,
                  RemoveUserFromGroupRequest.builder().groupName(group).userName(user).build())
              .build(Effect.CHANGE, Note.of("member", user, group)));
    }
    return changes;
  }

  /** A one-time password: where there is none, or where ours was lost before anybody used it. */
  Optional<Change> password(AdminGroupUser seen) {
    if (!seen.password()) {
      return Optional.of(firstPassword());
    }
    return seen.untouched() && wrote.test(passwordId())
        ? Optional.of(newPassword())
        : Optional.empty();
  }

  private Change firstPassword() {
    CreateLoginProfileRequest create =
        CreateLoginProfileRequest.builder()
            .userName(user)
            .password(References.secret(PASSWORD))
            .passwordResetRequired(true)
            .build();
    return profile(patient(account.change(passwordId(), create)))
        .undoneBy(Effect.DELETE, DeleteLoginProfileRequest.builder().userName(user).build())
        .build(Effect.CREATE, Note.of("password", user));
  }

  private Change newPassword() {
    UpdateLoginProfileRequest update =
        UpdateLoginProfileRequest.builder()
            .userName(user)
            .password(References.secret(PASSWORD))
            .passwordResetRequired(true)
            .build();
    return profile(
            patient(account.change("admin-group/new-password/" + user, update))
                .asking(new Ask.Consent(true)))
        .build(Effect.CHANGE, Note.of("new-password", user));
  }

  private ChangeBuilder profile(ChangeBuilder change) {
    return change
        .asking(new Ask.NewUserPassword(user, signIn(), Set.of("PasswordPolicyViolation")))
        .verifiedBy(
            Reads.GET_LOGIN_PROFILE,
            AdminGroupUser.profile(user),
            "/LoginProfile/UserName",
            "/LoginProfile/PasswordResetRequired");
  }

  private String passwordId() {
    return "admin-group/password/" + user;
  }

  private String signIn() {
    String domain =
        switch (account.identity().partition()) {
          case "aws-cn" -> "signin.amazonaws.cn";
          case "aws-us-gov" -> "signin.amazonaws-us-gov.com";
          default -> "signin.aws.amazon.com";
        };
    return "https://%s.%s/console".formatted(account.identity().accountId(), domain);
  }

  /** The MFA device's serial number. */
  String device() {
    return "arn:%s:iam::%s:mfa/firstday-%s"
        .formatted(account.identity().partition(), account.identity().accountId(), user);
  }

  /** The id of the change that makes a user's device. */
  static String deviceId(String user) {
    return "admin-group/device/" + user;
  }

  private String deviceId() {
    return deviceId(user);
  }

  /** Whether somebody else's device has the name that ours would have. */
  boolean foreignDevice(AdminGroupUser seen) {
    return seen.loose().contains(device()) && !wrote.test(deviceId());
  }

  /** A new device, enabled; one of ours that never was is of no use, for nobody has its seed. */
  List<Change> mfa(AdminGroupUser seen) {
    Change create = createDevice();
    List<Change> changes = new ArrayList<>();
    if (seen.loose().contains(device())) {
      changes.add(deleteOld());
    }
    changes.add(create);
    changes.add(enable(create));
    return changes;
  }

  private Change deleteOld() {
    return account
        .change("admin-group/old-device/" + user, deleteDevice())
        .asking(new Ask.Consent(false))
        .verifiedBy(
            Reads.LIST_VIRTUAL_MFA_DEVICES, AdminGroupUser.looseDevices(), "/VirtualMFADevices")
        .build(Effect.DELETE, Note.of("old-device", user));
  }

  private Change createDevice() {
    CreateVirtualMfaDeviceRequest create =
        CreateVirtualMfaDeviceRequest.builder()
            .virtualMFADeviceName("firstday-" + user)
            .tags(TAG)
            .build();
    return patient(account.change(deviceId(), create))
        .asking(new Ask.Presence())
        // It leaves this list when it is enabled; AWS deletes none that is.
        .verifiedBy(Reads.LIST_VIRTUAL_MFA_DEVICES, AdminGroupUser.looseDevices())
        .undoneBy(Effect.DELETE, deleteDevice())
        .build(Effect.CREATE, Note.of("device", user));
  }

  private DeleteVirtualMfaDeviceRequest deleteDevice() {
    return DeleteVirtualMfaDeviceRequest.builder().serialNumber(device()).build();
  }

  private Change enable(Change create) {
    return patient(
            account.change(
                "admin-group/enable/" + user,
                EnableMfaDeviceRequest.builder()
                    .userName(user)
                    .serialNumber(References.to(create, "/VirtualMFADevice/SerialNumber"))
                    .authenticationCode1(References.asked(Ask.FIRST_CODE))
                    .authenticationCode2(References.asked(Ask.SECOND_CODE))
                    .build()))
        .asking(
            new Ask.MfaEnrolment(
                user,
                References.name(create, "/VirtualMFADevice/Base32StringSeed"),
                Set.of("InvalidAuthenticationCode", "EntityTemporarilyUnmodifiable")))
        .verifiedBy(Reads.LIST_MFA_DEVICES, AdminGroupUser.devices(user), "/MFADevices")
        .undoneBy(
            Effect.DELETE,
            DeactivateMfaDeviceRequest.builder().userName(user).serialNumber(device()).build())
        .build(Effect.CREATE, Note.of("enable", user));
  }
}
