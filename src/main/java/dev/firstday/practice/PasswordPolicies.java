package dev.firstday.practice;

import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;

/** What IAM makes of an update of the password policy. */
final class PasswordPolicies {
  private PasswordPolicies() {}

  /** The policy of an update: what it leaves out falls back to weak defaults. */
  static PasswordPolicy of(UpdateAccountPasswordPolicyRequest update) {
    Integer length = update.minimumPasswordLength();
    return PasswordPolicy.builder()
        .minimumPasswordLength(length == null ? 6 : length)
        .requireSymbols(is(update.requireSymbols()))
        .requireNumbers(is(update.requireNumbers()))
        .requireUppercaseCharacters(is(update.requireUppercaseCharacters()))
        .requireLowercaseCharacters(is(update.requireLowercaseCharacters()))
        .allowUsersToChangePassword(is(update.allowUsersToChangePassword()))
        .expirePasswords(update.maxPasswordAge() != null)
        .maxPasswordAge(update.maxPasswordAge())
        .passwordReusePrevention(update.passwordReusePrevention())
        .hardExpiry(is(update.hardExpiry()))
        .build();
  }

  private static boolean is(Boolean value) {
    return Boolean.TRUE.equals(value);
  }
}
