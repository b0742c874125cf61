package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.PartLook;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.User;

/**
 * Every IAM user with a console password has MFA, no administrator has an access key, and no key is
 * unused or old. The credential report says who may fail; the first of them are looked at again
 * directly, for it is up to four hours old, and so are the owners of keys that a person named: only
 * those are deactivated. However many users there are, the calls are bounded.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html">Security best
 *     practices in IAM</a>
 */
public final class UserMfaStep implements Step<Account> {
  /** How many lines are told; nobody reads a thousand. */
  private static final int LINES = 20;

  /** As many users as IAM lists in an answer. */
  private static final int AT_ONCE = 1000;

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    CredentialReport.prefetch(account);
    new IamQueries(account).administrators().prefetch();
    List<String> users = users(account);
    Assessment.Builder found = Assessment.builder();
    if (users.isEmpty()) {
      UserFacts.ofNobody(found);
      return found.ok(Note.of("no-users")).build();
    }
    CredentialReport report = CredentialReport.read(account);
    Set<String> administrators = new HashSet<>();
    PartLook.at(found, () -> administrators.addAll(Administrators.read(account).users()));
    List<UserFault> faults =
        new CredentialAudit(account, answers, administrators, report).faults(users, found);
    tell(faults.stream().map(UserFault::note).toList(), found::missing);
    UserFacts facts = new UserFacts(users, report, found);
    facts.ofCredentials(faults.stream().map(one -> one.note().code()).toList());
    facts.ofPolicies(account);
    if (found.build().findings().isEmpty()) {
      found.ok(Note.of("good", users.size()));
    }
    facts.ofPasswords();
    deactivate(account, answers, faults, found);
    return found
        .info(Note.of("report-age", report.generated().truncatedTo(ChronoUnit.MINUTES)))
        .build();
  }

  private static List<String> users(Account account) throws CallFailed {
    return account
        .query(Reads.LIST_USERS, page -> page.maxItems(AT_ONCE))
        .all(ListUsersResponse::users, User::userName)
        .stream()
        .map(User::userName)
        .toList();
  }

  /** Tells the first of some notes, and how many more there are. */
  static void tell(List<Note> notes, Consumer<Note> say) {
    notes.stream().limit(LINES).forEach(say);
    if (notes.size() > LINES) {
      say.accept(Note.of("more", number(notes.size() - LINES)));
    }
  }

  static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Deactivates the keys that a person named, if they are among those that are wrong. */
  private static void deactivate(
      Account account, Answers answers, List<UserFault> faults, Assessment.Builder found) {
    for (String key : answers.list("deactivate").stream().distinct().toList()) {
      faults.stream()
          .filter(one -> one.key().equals(Optional.of(key)))
          .findFirst()
          .ifPresentOrElse(
              one -> found.change(deactivate(account, one.user(), key)),
              () -> found.info(Note.of("not-deactivated", key)));
    }
  }

  private static Change deactivate(Account account, String user, String key) {
    boolean own =
        account.identity().kind() == Identity.Kind.USER && account.identity().name().equals(user);
    return account
        .change("user-mfa/key/" + key, update(user, key, StatusType.INACTIVE))
        .verifiedBy(new IamQueries(account).keys(user), "/AccessKeyMetadata")
        .update(
            Note.of(own ? "deactivate-own" : "deactivate", user, key),
            update(user, key, StatusType.ACTIVE));
  }

  private static UpdateAccessKeyRequest.Builder update(String user, String key, StatusType status) {
    return UpdateAccessKeyRequest.builder().userName(user).accessKeyId(key).status(status);
  }
}
