package dev.firstday.practice.iam;

import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;

/** What IAM makes of an update of the password policy. */
public final class PasswordPolicies {
  private PasswordPolicies() {}

  /** The policy of an update: what it leaves out falls back to weak defaults. */
  public static PasswordPolicy of(UpdateAccountPasswordPolicyRequest update) {
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

  /** Whether a policy takes a password; without one, AWS's own wants 8 characters. */
  public static boolean allows(Optional<PasswordPolicy> policy, String password) {
    if (policy.isEmpty()) {
      return password.length() >= 8;
    }
    PasswordPolicy wanted = policy.get();
    return password.length() >= wanted.minimumPasswordLength()
        && has(wanted.requireUppercaseCharacters(), "[A-Z]", password)
        && has(wanted.requireLowercaseCharacters(), "[a-z]", password)
        && has(wanted.requireNumbers(), "[0-9]", password)
        && has(wanted.requireSymbols(), "[!@#$%^&*()_+\\-=\\[\\]{}|']", password);
  }

  private static boolean has(Boolean wanted, String characters, String password) {
    return !is(wanted) || Pattern.compile(characters).matcher(password).find();
  }

  private static boolean is(Boolean value) {
    return Boolean.TRUE.equals(value);
  }
}
