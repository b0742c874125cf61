package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.operations.References;
import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Ask;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.steps.resources.Partition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceRequest;
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

  private IamQueries iam() {
    return new IamQueries(account);
  }

  private ChangeBuilder change(String id, AwsRequest.Builder request) {
    return account.change("admin-group/" + id, request);
  }

  /** What was just written may be unknown for some seconds, or locked. */
  private ChangeBuilder patient(String id, AwsRequest.Builder request) {
    return change(id, request)
        .waitingFor(
            PROPAGATION,
            IamQueries.GONE,
            "EntityTemporarilyUnmodifiable",
            "ConcurrentModification");
  }

  /** The group with its policy. */
  List<Change> group(boolean exists) {
    List<Change> changes = new ArrayList<>();
    if (!exists) {
      changes.add(
          change("group/" + group, CreateGroupRequest.builder().groupName(group))
              .verifiedBy(iam().group(group), "/Group/GroupName")
              .create(Note.of("group", group)));
    }
    String policy = iam().administratorPolicy();
    changes.add(
        patient(
                "policy/" + group,
                AttachGroupPolicyRequest.builder().groupName(group).policyArn(policy))
            .verifiedBy(iam().administrators(), "/PolicyGroups")
            .create(Note.of("policy", group)));
    return changes;
  }

  /** The user in the group. */
  List<Change> user(AdminGroupUser seen, boolean member) {
    List<Change> changes = new ArrayList<>();
    if (!seen.exists()) {
      changes.add(
          change("user/" + user, CreateUserRequest.builder().userName(user).tags(TAG))
              .verifiedBy(iam().user(user), "/User/UserName")
              .create(Note.of("user", user)));
    }
    if (!member) {
      changes.add(
          patient(
                  "member/" + group + "/" + user,
                  AddUserToGroupRequest.builder().groupName(group).userName(user))
              .verifiedBy(iam().group(group), "/Users")
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
    return seen.untouched() && wrote.test("admin-group/password/" + user)
        ? Optional.of(newPassword())
        : Optional.empty();
  }

  private Change firstPassword() {
    return password(
            "password/" + user,
            CreateLoginProfileRequest.builder()
                .userName(user)
                .password(References.secret(PASSWORD))
                .passwordResetRequired(true))
        .create(Note.of("password", user));
  }

  private Change newPassword() {
    return password(
            "new-password/" + user,
            UpdateLoginProfileRequest.builder()
                .userName(user)
                .password(References.secret(PASSWORD))
                .passwordResetRequired(true),
            new Ask.Consent(true))
        .build(Effect.CHANGE, Note.of("new-password", user));
  }

  private ChangeBuilder password(String id, AwsRequest.Builder request, Ask... first) {
    return patient(id, request)
        .asking(first)
        .asking(new Ask.NewUserPassword(user, signIn(), Set.of("PasswordPolicyViolation")))
        .verifiedBy(
            iam().password(user), "/LoginProfile/UserName", "/LoginProfile/PasswordResetRequired");
  }

  private String signIn() {
    return "https://%s.%s/console"
        .formatted(account.identity().accountId(), Partition.signIn(account));
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

  /** Whether somebody else's device has the name that ours would have. */
  boolean foreignDevice(AdminGroupUser seen) {
    return seen.loose().contains(device()) && !wrote.test(deviceId(user));
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
    return change("old-device/" + user, deleteDevice())
        .asking(new Ask.Consent(false))
        .verifiedBy(iam().looseDevices(), "/VirtualMFADevices")
        .build(Effect.DELETE, Note.of("old-device", user));
  }

  private Change createDevice() {
    return patient(
            "device/" + user,
            CreateVirtualMfaDeviceRequest.builder()
                .virtualMFADeviceName("firstday-" + user)
                .tags(TAG))
        .asking(new Ask.Presence())
        // It leaves this list when it is enabled; AWS deletes none that is.
        .verifiedBy(iam().looseDevices())
        .create(Note.of("device", user), deleteDevice());
  }

  private DeleteVirtualMfaDeviceRequest.Builder deleteDevice() {
    return DeleteVirtualMfaDeviceRequest.builder().serialNumber(device());
  }

  private Change enable(Change create) {
    return patient(
            "enable/" + user,
            EnableMfaDeviceRequest.builder()
                .userName(user)
                .serialNumber(References.to(create, "/VirtualMFADevice/SerialNumber"))
                .authenticationCode1(References.asked(Ask.FIRST_CODE))
                .authenticationCode2(References.asked(Ask.SECOND_CODE)))
        .asking(
            new Ask.MfaEnrolment(
                user,
                References.name(create, "/VirtualMFADevice/Base32StringSeed"),
                Set.of("InvalidAuthenticationCode", "EntityTemporarilyUnmodifiable")))
        .verifiedBy(iam().devices(user), "/MFADevices")
        .create(
            Note.of("enable", user),
            DeactivateMfaDeviceRequest.builder().userName(user).serialNumber(device()));
  }
}
