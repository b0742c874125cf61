package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.StatusType;

/**
 * The credentials of one IAM user, as they are now.
 *
 * @param user the user's name
 * @param console whether there is a password for the console
 * @param mfa whether there is an MFA device
 * @param keys the access keys that are active
 */
record UserCredentials(String user, boolean console, boolean mfa, List<AccessKey> keys) {
  private static final String GONE = "NoSuchEntity";

  /**
   * An active access key.
   *
   * @param created when it was made
   * @param used when it was used last; when it was made, if never
   */
  public record AccessKey(String id, Instant created, Instant used) {}

  /** Reads them; a user who is gone has none. */
  static UserCredentials read(Account account, String user) throws CallFailed {
    var devicesOf = ListMfaDevicesRequest.builder().userName(user).build();
    account.prefetch(Reads.LIST_MFA_DEVICES, devicesOf);
    account.prefetch(Reads.LIST_ACCESS_KEYS, keysOf(user));
    boolean console =
        account
            .find(
                Reads.GET_LOGIN_PROFILE,
                GetLoginProfileRequest.builder().userName(user).build(),
                GONE)
            .isPresent();
    boolean mfa =
        account
            .find(Reads.LIST_MFA_DEVICES, devicesOf, GONE)
            .map(devices -> !devices.mfaDevices().isEmpty())
            .orElse(false);
    List<AccessKey> keys = new ArrayList<>();
    List<AccessKeyMetadata> all =
        account
            .find(Reads.LIST_ACCESS_KEYS, keysOf(user), GONE)
            .map(page -> page.accessKeyMetadata())
            .orElse(List.of());
    Account.requiredInEach(Reads.LIST_ACCESS_KEYS, all, AccessKeyMetadata::accessKeyId);
    for (AccessKeyMetadata key : all) {
      if (key.status() == StatusType.ACTIVE) {
        keys.add(new AccessKey(key.accessKeyId(), key.createDate(), used(account, key)));
      }
    }
    return new UserCredentials(user, console, mfa, List.copyOf(keys));
  }

  /** The read that shows a user's keys; one page, for nobody can have more than two. */
  static ListAccessKeysRequest keysOf(String user) {
    return ListAccessKeysRequest.builder().userName(user).build();
  }

  /** Whose a key is, as far as that can be seen. */
  static Optional<String> owner(Account account, String key) {
    try {
      return account
          .find(
              Reads.GET_ACCESS_KEY_LAST_USED,
              GetAccessKeyLastUsedRequest.builder().accessKeyId(key).build(),
              GONE)
          .map(answer -> answer.userName());
    } catch (CallFailed e) {
      return Optional.empty();
    }
  }

  private static Instant used(Account account, AccessKeyMetadata key) throws CallFailed {
    return account
        .find(
            Reads.GET_ACCESS_KEY_LAST_USED,
            GetAccessKeyLastUsedRequest.builder().accessKeyId(key.accessKeyId()).build(),
            GONE)
        .flatMap(answer -> Optional.ofNullable(answer.accessKeyLastUsed()))
        .flatMap(last -> Optional.ofNullable(last.lastUsedDate()))
        .orElse(key.createDate());
  }
}
