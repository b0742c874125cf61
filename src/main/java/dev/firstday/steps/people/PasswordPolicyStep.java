package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
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
  private static final GetAccountPasswordPolicyRequest READ =
      GetAccountPasswordPolicyRequest.builder().build();

  private static final int LEAST_LENGTH = 12;
  private static final int LEAST_REUSE = 5;

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Optional<PasswordPolicy> present =
        account
            .find(Reads.GET_ACCOUNT_PASSWORD_POLICY, READ, "NoSuchEntity")
            .map(GetAccountPasswordPolicyResponse::passwordPolicy);
    Assessment.Builder found = Assessment.builder();
    if (present.isEmpty()) {
      found.missing(Note.of("none"));
    }
    facts(present.orElseGet(() -> PasswordPolicy.builder().build()), found);
    boolean done = present.isPresent() && judge(present.get(), answers, found);
    if (done) {
      return found.build();
    }
    return found.change(update(account, present, answers)).build();
  }

  private static Change update(Account account, Optional<PasswordPolicy> present, Answers answers) {
    UpdateAccountPasswordPolicyRequest update =
        wanted(present.orElseGet(() -> PasswordPolicy.builder().build()), answers);
    return account
        .change("password-policy/policy", update)
        .verifiedBy(Reads.GET_ACCOUNT_PASSWORD_POLICY, READ, "/PasswordPolicy")
        .undoneBy(
            present.isPresent() ? Effect.CHANGE : Effect.DELETE,
            present.map(PasswordPolicyStep::asItWas).orElseGet(PasswordPolicyStep::none))
        .build(
            present.isPresent() ? Effect.CHANGE : Effect.CREATE,
            Note.of("policy", update.minimumPasswordLength()));
  }

  /** What auditors ask of the policy; without one of its own the account has AWS's weak default. */
  private static void facts(PasswordPolicy policy, Assessment.Builder found) {
    int length = number(policy.minimumPasswordLength());
    found
        .fact("length-8", length >= 8)
        .fact("length-14", length >= 14)
        .fact("lowercase", Boolean.TRUE.equals(policy.requireLowercaseCharacters()))
        .fact("uppercase", Boolean.TRUE.equals(policy.requireUppercaseCharacters()))
        .fact("number", Boolean.TRUE.equals(policy.requireNumbers()))
        .fact("symbol", Boolean.TRUE.equals(policy.requireSymbols()))
        .fact("reuse-24", number(policy.passwordReusePrevention()) >= 24);
  }

  private static boolean judge(PasswordPolicy policy, Answers answers, Assessment.Builder found) {
    boolean longEnough = number(policy.minimumPasswordLength()) >= LEAST_LENGTH;
    boolean classes =
        Boolean.TRUE.equals(policy.requireLowercaseCharacters())
            && Boolean.TRUE.equals(policy.requireUppercaseCharacters())
            && Boolean.TRUE.equals(policy.requireNumbers())
            && Boolean.TRUE.equals(policy.requireSymbols());
    say(found, longEnough, "length", policy.minimumPasswordLength(), LEAST_LENGTH);
    say(found, classes, "classes");
    if (answers.flag("mfa-used")) {
      return longEnough && classes;
    }
    boolean expires =
        number(policy.maxPasswordAge()) > 0
            && policy.maxPasswordAge() <= answers.integer("expire-days");
    boolean reuse = number(policy.passwordReusePrevention()) >= LEAST_REUSE;
    say(found, expires, "expiry", answers.integer("expire-days"));
    say(found, reuse, "reuse", number(policy.passwordReusePrevention()), LEAST_REUSE);
    return longEnough && classes && expires && reuse;
  }

  private static void say(Assessment.Builder found, boolean good, String what, Object... values) {
    if (good) {
      found.ok(Note.of(what, values));
    } else {
      found.missing(Note.of(what + "-wrong", values));
    }
  }

  /**
   * The policy to be. An update has no "leave as it is": what is not sent falls back to AWS's weak
   * defaults, so everything is sent.
   */
  private static UpdateAccountPasswordPolicyRequest wanted(
      PasswordPolicy present, Answers answers) {
    UpdateAccountPasswordPolicyRequest.Builder wanted =
        UpdateAccountPasswordPolicyRequest.builder()
            .minimumPasswordLength(
                Math.max(answers.integer("length"), number(present.minimumPasswordLength())))
            .requireLowercaseCharacters(true)
            .requireUppercaseCharacters(true)
            .requireNumbers(true)
            .requireSymbols(true)
            .passwordReusePrevention(
                Math.max(answers.integer("reuse"), number(present.passwordReusePrevention())))
            // Else somebody who has to change the first password could not.
            .allowUsersToChangePassword(true)
            // A hard expiry locks people out; one that a person chose stays.
            .hardExpiry(Boolean.TRUE.equals(present.hardExpiry()));
    int age = number(present.maxPasswordAge());
    if (!answers.flag("mfa-used")) {
      int atMost = answers.integer("expire-days");
      wanted.maxPasswordAge(age == 0 ? atMost : Math.min(age, atMost));
    } else if (age > 0) {
      wanted.maxPasswordAge(age);
    }
    return wanted.build();
  }

  private static AwsRequest asItWas(PasswordPolicy policy) {
    return UpdateAccountPasswordPolicyRequest.builder()
        .minimumPasswordLength(policy.minimumPasswordLength())
        .requireLowercaseCharacters(policy.requireLowercaseCharacters())
        .requireUppercaseCharacters(policy.requireUppercaseCharacters())
        .requireNumbers(policy.requireNumbers())
        .requireSymbols(policy.requireSymbols())
        .allowUsersToChangePassword(policy.allowUsersToChangePassword())
        .maxPasswordAge(policy.maxPasswordAge())
        .passwordReusePrevention(policy.passwordReusePrevention())
        .hardExpiry(policy.hardExpiry())
        .build();
  }

  private static AwsRequest none() {
    return DeleteAccountPasswordPolicyRequest.builder().build();
  }

  private static int number(Integer number) {
    return number == null ? 0 : number;
  }
}
