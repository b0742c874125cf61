package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.StatusType;

/**
 * The credentials of one IAM user.
 *
 * @param user the user's name
 * @param console whether there is a password for the console
 * @param mfa whether there is an MFA device
 * @param keys the access keys that are active
 */
record UserCredentials(String user, boolean console, boolean mfa, List<AccessKey> keys) {
  /** Without these columns the report says nothing of a user. */
  private static final Set<String> NEEDED =
      Set.of("password_enabled", "mfa_active", "access_key_1_active", "access_key_2_active");

  /**
   * An active access key.
   *
   * @param created when it was made
   * @param used when it was used last; when it was made, if never
   */
  record AccessKey(String id, Instant created, Instant used) {}

  /** Reads them; a user who is gone has none. */
  static UserCredentials read(Account account, String user) throws CallFailed {
    IamQueries iam = new IamQueries(account);
    iam.devices(user).prefetch();
    iam.keys(user).prefetch();
    boolean console = iam.password(user).find(IamQueries.GONE).isPresent();
    return new UserCredentials(user, console, iam.hasMfa(user), activeKeys(iam, user));
  }

  private static List<AccessKey> activeKeys(IamQueries iam, String user) throws CallFailed {
    List<AccessKeyMetadata> all =
        iam.keys(user)
            .find(IamQueries.GONE)
            .map(ListAccessKeysResponse::accessKeyMetadata)
            .orElse(List.of());
    Account.requiredInEach(Reads.LIST_ACCESS_KEYS, all, AccessKeyMetadata::accessKeyId);
    List<AccessKey> active = new ArrayList<>();
    for (AccessKeyMetadata key : all) {
      if (key.status() == StatusType.ACTIVE) {
        Instant used =
            iam.keyLastUsed(key.accessKeyId())
                .find(IamQueries.GONE)
                .map(GetAccessKeyLastUsedResponse::accessKeyLastUsed)
                .map(AccessKeyLastUsed::lastUsedDate)
                .orElse(key.createDate());
        active.add(new AccessKey(key.accessKeyId(), key.createDate(), used));
      }
    }
    return List.copyOf(active);
  }

  /**
   * The credentials as the credential report has them, which knows keys by number only; empty if it
   * does not say all that a user is judged by.
   */
  static Optional<UserCredentials> reported(String user, CredentialReport.UserRow row) {
    if (!row.columns().keySet().containsAll(NEEDED)) {
      return Optional.empty();
    }
    List<AccessKey> keys = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      String key = "access_key_" + number + "_";
      if (row.says(key + "active")) {
        Optional<Instant> created = row.time(key + "last_rotated");
        // Only a time that is known clears a key.
        if (created.isEmpty()) {
          return Optional.empty();
        }
        Instant used = row.time(key + "last_used_date").orElse(created.get());
        keys.add(new AccessKey("#" + number, created.get(), used));
      }
    }
    return Optional.of(
        new UserCredentials(user, row.says("password_enabled"), row.says("mfa_active"), keys));
  }

  /** Whose a key is, as far as that can be seen. */
  static Optional<String> owner(Account account, String key) {
    try {
      return new IamQueries(account)
          .keyLastUsed(key)
          .find(IamQueries.GONE)
          .map(GetAccessKeyLastUsedResponse::userName);
    } catch (CallFailed e) {
      return Optional.empty();
    }
  }
}
