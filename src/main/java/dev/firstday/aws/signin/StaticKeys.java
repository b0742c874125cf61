package dev.firstday.aws.signin;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Keys as they stand in variables and files. */
final class StaticKeys {
  private StaticKeys() {}

  /**
   * Credentials of keys.
   *
   * @param token the session's; empty, or an empty text, for keys of a user
   */
  static AwsCredentials of(String id, String secret, Optional<String> token) {
    return token
        .filter(text -> !text.isEmpty())
        .<AwsCredentials>map(text -> AwsSessionCredentials.create(id, secret, text))
        .orElseGet(() -> AwsBasicCredentials.create(id, secret));
  }
}
