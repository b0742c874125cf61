package dev.firstday.practice.iam;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import software.amazon.awssdk.awscore.AwsResponse;
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
public final class PracticeAccessKeys {
  private PracticeAccessKeys() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(ListAccessKeysRequest.class, PracticeAccessKeys::listAccessKeys)
        .on(GetAccessKeyLastUsedRequest.class, PracticeAccessKeys::getAccessKeyLastUsed)
        .on(UpdateAccessKeyRequest.class, PracticeAccessKeys::updateAccessKey);
  }

  private static AwsResponse.Builder listAccessKeys(
      PracticeState model, ListAccessKeysRequest request) {
    People.UserRecord person = IamEntities.userOrCaller(model, request.userName());
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
  }

  private static AwsResponse.Builder getAccessKeyLastUsed(
      PracticeState model, GetAccessKeyLastUsedRequest request) {
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
    throw IamEntities.missing("Access Key", request.accessKeyId());
  }

  private static AwsResponse.Builder updateAccessKey(
      PracticeState model, UpdateAccessKeyRequest request) {
    People.AccessKeyRecord key =
        IamEntities.userOrCaller(model, request.userName()).keys.stream()
            .filter(one -> one.id.equals(request.accessKeyId()))
            .findFirst()
            .orElseThrow(() -> IamEntities.missing("Access Key", request.accessKeyId()));
    key.active = request.status() == StatusType.ACTIVE;
    return UpdateAccessKeyResponse.builder();
  }
}
