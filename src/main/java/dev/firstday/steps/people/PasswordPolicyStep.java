package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.SdkJson;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.DesiredSetting;
import java.util.Objects;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;

/**
 * Passwords of IAM users are long and of all four character classes; without MFA they also expire
 * and can't be used again. What is stricter stays.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html">Set
 *     an account password policy</a>
 */
public final class PasswordPolicyStep implements Step<Account> {
  private static final int LEAST_LENGTH = 12;
  private static final int LEAST_REUSE = 5;

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    DesiredSetting<PasswordPolicy> policy =
        DesiredSetting.find(
            account.query(Reads.GET_ACCOUNT_PASSWORD_POLICY),
            "NoSuchEntity",
            GetAccountPasswordPolicyResponse::passwordPolicy,
            found);
    facts(policy);
    rules(policy, answers);
    PasswordPolicy wanted =
        strengthened(policy.present().orElseGet(() -> PasswordPolicy.builder().build()), answers);
    policy.otherwise(
        "password-policy/policy",
        wanted,
        PasswordPolicyStep::put,
        Note.of("policy", wanted.minimumPasswordLength()),
        "/PasswordPolicy");
    return found.build();
  }

  private static void rules(DesiredSetting<PasswordPolicy> policy, Answers answers) {
    boolean noMfa = !answers.flag("mfa-used");
    int days = answers.integer("expire-days");
    policy
        .orMissing(Note.of("none"))
        .rule(
            "length",
            p -> length(p) >= LEAST_LENGTH,
            PasswordPolicy::minimumPasswordLength,
            p -> LEAST_LENGTH)
        .rule("classes", PasswordPolicyStep::allClasses)
        .ruleIf(noMfa, "expiry", p -> age(p) > 0 && age(p) <= days, p -> days)
        .ruleIf(noMfa, "reuse", p -> reuse(p) >= LEAST_REUSE, p -> reuse(p), p -> LEAST_REUSE);
  }

  /** What auditors ask of the policy; without one of its own the account has AWS's weak default. */
  private static void facts(DesiredSetting<PasswordPolicy> policy) {
    policy
        .fact("length-8", p -> length(p) >= 8)
        .fact("length-14", p -> length(p) >= 14)
        .fact("lowercase", p -> is(p.requireLowercaseCharacters()))
        .fact("uppercase", p -> is(p.requireUppercaseCharacters()))
        .fact("number", p -> is(p.requireNumbers()))
        .fact("symbol", p -> is(p.requireSymbols()))
        .fact("reuse-24", p -> reuse(p) >= 24);
  }

  private static boolean allClasses(PasswordPolicy policy) {
    return is(policy.requireLowercaseCharacters())
        && is(policy.requireUppercaseCharacters())
        && is(policy.requireNumbers())
        && is(policy.requireSymbols());
  }

  private static PasswordPolicy strengthened(PasswordPolicy present, Answers answers) {
    int atMost = answers.flag("mfa-used") ? age(present) : answers.integer("expire-days");
    int age = age(present) == 0 ? atMost : Math.min(age(present), atMost);
    return PasswordPolicy.builder()
        .minimumPasswordLength(Math.max(answers.integer("length"), length(present)))
        .requireLowercaseCharacters(true)
        .requireUppercaseCharacters(true)
        .requireNumbers(true)
        .requireSymbols(true)
        .passwordReusePrevention(Math.max(answers.integer("reuse"), reuse(present)))
        .maxPasswordAge(age == 0 ? null : age)
        // Else somebody who has to change the first password could not.
        .allowUsersToChangePassword(true)
        // A hard expiry locks people out; one that a person chose stays.
        .hardExpiry(is(present.hardExpiry()))
        .build();
  }

  /**
   * An update has no "leave as it is": what is not sent falls back to AWS's weak defaults, so
   * everything is sent.
   */
  private static AwsRequest.Builder put(PasswordPolicy policy) {
    return SdkJson.copy(policy, UpdateAccountPasswordPolicyRequest.builder());
  }

  private static int length(PasswordPolicy policy) {
    return Objects.requireNonNullElse(policy.minimumPasswordLength(), 0);
  }

  private static int reuse(PasswordPolicy policy) {
    return Objects.requireNonNullElse(policy.passwordReusePrevention(), 0);
  }

  /** After how many days a password expires; 0 for never. */
  private static int age(PasswordPolicy policy) {
    return Objects.requireNonNullElse(policy.maxPasswordAge(), 0);
  }

  private static boolean is(Boolean required) {
    return Boolean.TRUE.equals(required);
  }
}
