package dev.firstday.practice.iam;

import dev.firstday.practice.model.IdentityCenterRecord;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.CredentialReportNotPresentException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotReadyException;
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
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.MFADevice;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyUser;
import software.amazon.awssdk.services.iam.model.ReportFormatType;
import software.amazon.awssdk.services.iam.model.ReportStateType;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.User;

/** The part of IAM that is about users, their credentials, and the report about these. */
final class PracticeUsers {
  private final PracticeCall practiceCall;

  PracticeUsers(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  GenerateCredentialReportResponse generateCredentialReport(
      GenerateCredentialReportRequest request) {
    return practiceCall.answer(
        "GenerateCredentialReport",
        request,
        model ->
            GenerateCredentialReportResponse.builder()
                .state(
                    model.people.generate(model)
                        ? ReportStateType.STARTED
                        : ReportStateType.COMPLETE));
  }

  GetCredentialReportResponse getCredentialReport(GetCredentialReportRequest request) {
    return practiceCall.answer(
        "GetCredentialReport",
        request,
        model -> {
          People.CredentialReportRecord report =
              model
                  .people
                  .report()
                  .orElseThrow(
                      () ->
                          practiceCall.error(
                              CredentialReportNotPresentException.builder(),
                              410,
                              "ReportNotPresent",
                              "Credential report not present"));
          if (!report.ready) {
            report.ready = true;
            throw practiceCall.error(
                CredentialReportNotReadyException.builder(),
                404,
                "ReportInProgress",
                "Credential report generation is in progress");
          }
          return GetCredentialReportResponse.builder()
              .content(SdkBytes.fromString(report.csv, StandardCharsets.UTF_8))
              .reportFormat(ReportFormatType.TEXT_CSV)
              .generatedTime(report.generated);
        });
  }

  ListUsersResponse listUsers(ListUsersRequest request) {
    return practiceCall.answer(
        "ListUsers",
        request,
        model -> {
          List<User> all = model.people.users.values().stream().map(PracticeUsers::user).toList();
          PagedItems<User> page = page(all, request.maxItems(), request.marker());
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
          People.UserRecord person = person(model, request.userName());
          return GetUserResponse.builder().user(user(person).toBuilder().tags(person.tags).build());
        });
  }

  GetGroupResponse getGroup(GetGroupRequest request) {
    return practiceCall.answer(
        "GetGroup",
        request,
        model -> {
          People.Team group = model.people.groups.get(name(request.groupName()));
          if (group == null) {
            throw noSuchEntity("group", request.groupName());
          }
          List<User> members =
              group.members.stream().map(model.people.users::get).map(PracticeUsers::user).toList();
          PagedItems<User> page = page(members, request.maxItems(), request.marker());
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
            throw noSuchEntity("policy", policy);
          }
          List<PolicyUser> users =
              model.people.users.values().stream()
                  .filter(person -> person.policies.contains(policy))
                  .map(one -> PolicyUser.builder().userName(one.name).userId(one.id()).build())
                  .toList();
          List<PolicyGroup> groups =
              model.people.groups.values().stream()
                  .filter(team -> team.policies.contains(policy))
                  .map(one -> PolicyGroup.builder().groupName(one.name).groupId(one.id()).build())
                  .toList();
          PagedItems<PolicyUser> page = page(users, request.maxItems(), request.marker());
          return ListEntitiesForPolicyResponse.builder()
              .policyUsers(page.items())
              .policyGroups(page.last() ? groups : List.of())
              .policyRoles(page.last() ? roles(model, policy) : List.of())
              .isTruncated(!page.last())
              .marker(page.next());
        });
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
          People.UserRecord person = person(model, request.userName());
          return GetLoginProfileResponse.builder()
              .loginProfile(
                  profile ->
                      profile
                          .userName(person.name)
                          .createDate(
                              person.password.orElseThrow(
                                  () -> noSuchEntity("login profile", person.name)))
                          .passwordResetRequired(person.oneTime));
        });
  }

  ListMfaDevicesResponse listMfaDevices(ListMfaDevicesRequest request) {
    return practiceCall.answer(
        "ListMFADevices",
        request,
        model -> {
          People.UserRecord person = person(model, request.userName());
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

  ListAccessKeysResponse listAccessKeys(ListAccessKeysRequest request) {
    return practiceCall.answer(
        "ListAccessKeys",
        request,
        model -> {
          People.UserRecord person = person(model, request.userName());
          List<AccessKeyMetadata> keys =
              person.keys.stream()
                  .map(
                      key ->
                          AccessKeyMetadata.builder()
                              .userName(person.name)
                              .accessKeyId(key.id)
                              .status(key.active ? StatusType.ACTIVE : StatusType.INACTIVE)
                              .createDate(key.created)
                              .build())
                  .toList();
          return ListAccessKeysResponse.builder().accessKeyMetadata(keys).isTruncated(false);
        });
  }

  GetAccessKeyLastUsedResponse getAccessKeyLastUsed(GetAccessKeyLastUsedRequest request) {
    return practiceCall.answer(
        "GetAccessKeyLastUsed",
        request,
        model -> {
          for (People.UserRecord person : model.people.users.values()) {
            for (People.AccessKeyRecord key : person.keys) {
              if (key.id.equals(request.accessKeyId())) {
                String where = key.used.isPresent() ? "ap-northeast-1" : "N/A";
                return GetAccessKeyLastUsedResponse.builder()
                    .userName(person.name)
                    .accessKeyLastUsed(
                        AccessKeyLastUsed.builder()
                            .lastUsedDate(key.used.orElse(null))
                            .region(where)
                            .serviceName(key.used.isPresent() ? "s3" : "N/A")
                            .build());
              }
            }
          }
          throw noSuchEntity("Access Key", request.accessKeyId());
        });
  }

  UpdateAccessKeyResponse updateAccessKey(UpdateAccessKeyRequest request) {
    return practiceCall.answer(
        "UpdateAccessKey",
        request,
        model -> {
          People.AccessKeyRecord key =
              person(model, request.userName()).keys.stream()
                  .filter(one -> one.id.equals(request.accessKeyId()))
                  .findFirst()
                  .orElseThrow(() -> noSuchEntity("Access Key", request.accessKeyId()));
          key.active = request.status() == StatusType.ACTIVE;
          return UpdateAccessKeyResponse.builder();
        });
  }

  /** The user of a name; of no name, whoever is signed in. */
  private People.UserRecord person(PracticeState model, String name) {
    String wanted =
        name == null
            ? PracticeState.USER_ARN.substring(PracticeState.USER_ARN.indexOf('/') + 1)
            : name;
    People.UserRecord person = model.people.users.get(wanted);
    if (person == null) {
      throw noSuchEntity("user", wanted);
    }
    return person;
  }

  private static String name(String name) {
    return name == null ? "" : name;
  }

  private <T> PagedItems<T> page(List<T> all, Integer size, String marker) {
    return PagedItems.of(
        all,
        size,
        marker,
        () ->
            practiceCall.error(IamException.builder(), 400, "ValidationError", "Invalid Marker."));
  }

  private AwsServiceException noSuchEntity(String kind, String name) {
    return practiceCall.error(
        NoSuchEntityException.builder(),
        404,
        "NoSuchEntity",
        "The %s with name %s cannot be found.".formatted(kind, name));
  }
}
