package dev.firstday.practice.iam;

import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeCall;
import java.util.List;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyResponse;

/** The part of IAM that is about users' access keys. */
final class PracticeAccessKeys {
  private final PracticeCall practiceCall;
  private final IamEntities entities;

  PracticeAccessKeys(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
    this.entities = new IamEntities(practiceCall);
  }

  ListAccessKeysResponse listAccessKeys(ListAccessKeysRequest request) {
    return practiceCall.answer(
        "ListAccessKeys",
        request,
        model -> {
          People.UserRecord person = entities.userOrCaller(model, request.userName());
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
          throw entities.noSuchEntity("Access Key", request.accessKeyId());
        });
  }

  UpdateAccessKeyResponse updateAccessKey(UpdateAccessKeyRequest request) {
    return practiceCall.answer(
        "UpdateAccessKey",
        request,
        model -> {
          People.AccessKeyRecord key =
              entities.userOrCaller(model, request.userName()).keys.stream()
                  .filter(one -> one.id.equals(request.accessKeyId()))
                  .findFirst()
                  .orElseThrow(() -> entities.noSuchEntity("Access Key", request.accessKeyId()));
          key.active = request.status() == StatusType.ACTIVE;
          return UpdateAccessKeyResponse.builder();
        });
  }
}
