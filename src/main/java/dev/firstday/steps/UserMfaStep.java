package dev.firstday.steps;

import dev.firstday.aws.Account;
import dev.firstday.aws.Reads;
import dev.firstday.engine.Answers;
import dev.firstday.engine.Assessment;
import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Change;
import dev.firstday.engine.Effect;
import dev.firstday.engine.Identity;
import dev.firstday.engine.Note;
import dev.firstday.engine.Problem;
import dev.firstday.engine.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.User;

/**
 * Every IAM user with a console password has MFA, no administrator has an access key, and no key is
 * unused or old. The credential report says who may fail; they are looked at again directly, for it
 * is up to four hours old. A key is deactivated only if a person named it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html">Security best
 *     practices in IAM</a>
 */
final class UserMfaStep implements Step<Account> {
  private static final Duration UNUSED = Duration.ofDays(45);
  private static final Duration OLD = Duration.ofDays(90);

  /** Without these columns the report says nothing of a user. */
  private static final Set<String> NEEDED =
      Set.of("password_enabled", "mfa_active", "access_key_1_active", "access_key_2_active");

  /** A user as seen just now, or why not. */
  private record Seen(Optional<UserCredentials> user, Optional<Problem> problem) {
    static Seen of(Account account, String user) {
      try {
        return new Seen(Optional.of(UserCredentials.read(account, user)), Optional.empty());
      } catch (CallFailed e) {
        return new Seen(Optional.empty(), Optional.of(e.problem()));
      }
    }
  }

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    CredentialReport.ahead(account);
    account.ahead(Reads.LIST_ENTITIES_FOR_POLICY, Administrators.entities(account));
    List<String> users =
        account.pages(Reads.LIST_USERS, ListUsersRequest.builder().build()).stream()
            .flatMap(page -> page.users().stream())
            .map(User::userName)
            .toList();
    Assessment.Builder found = Assessment.builder();
    if (users.isEmpty()) {
      UserFacts.ofNobody(found);
      return found.ok(Note.of("no-users")).build();
    }
    CredentialReport report = CredentialReport.read(account);
    Set<String> administrators = administrators(account, found);
    // Those who were made since the report are not in it, and those who are gone still are.
    List<String> suspects =
        users.stream()
            .filter(
                user ->
                    report
                        .user(user)
                        .map(row -> mayFail(row, administrators.contains(user), report.generated()))
                        .orElse(true))
            .toList();
    List<Wrong> wrong = new ArrayList<>();
    account
        .atOnce(suspects, user -> Seen.of(account, user))
        .forEach(
            seen -> {
              seen.problem().ifPresent(problem -> found.apart().unseen(problem));
              seen.user()
                  .map(user -> wrong(user, administrators.contains(user.user()), report))
                  .ifPresent(wrong::addAll);
            });
    wrong.forEach(one -> found.missing(one.note()));
    UserFacts facts = new UserFacts(users, report, found);
    facts.ofCredentials(wrong.stream().map(one -> one.note().code()).toList());
    facts.ofPolicies(account);
    if (found.build().findings().isEmpty()) {
      found.ok(Note.of("good", users.size()));
    }
    facts.ofPasswords();
    deactivate(account, answers, wrong, found);
    return found
        .info(Note.of("report-age", report.generated().truncatedTo(ChronoUnit.MINUTES)))
        .build();
  }

  private static Set<String> administrators(Account account, Assessment.Builder found) {
    try {
      return Administrators.read(account).users();
    } catch (CallFailed e) {
      found.unseen(e.problem());
      return Set.of();
    }
  }

  private static boolean mayFail(CredentialReport.Row row, boolean administrator, Instant now) {
    return !row.columns().keySet().containsAll(NEEDED)
        || (row.says("password_enabled") && !row.says("mfa_active"))
        || keyMayFail(row, "access_key_1_", administrator, now)
        || keyMayFail(row, "access_key_2_", administrator, now);
  }

  private static boolean keyMayFail(
      CredentialReport.Row row, String key, boolean administrator, Instant now) {
    // Only a time that is known and good clears a key.
    Instant made = row.time(key + "last_rotated").orElse(Instant.EPOCH);
    Instant used = row.time(key + "last_used_date").orElse(made);
    return row.says(key + "active")
        && (administrator || longer(OLD, made, now) || longer(UNUSED, used, now));
  }

  private static boolean longer(Duration limit, Instant since, Instant now) {
    return Duration.between(since, now).compareTo(limit) >= 0;
  }

  /** What is wrong with a user, and the key that it is about. */
  private record Wrong(Note note, String user, Optional<String> key) {}

  private static List<Wrong> wrong(
      UserCredentials user, boolean administrator, CredentialReport report) {
    List<Wrong> wrong = new ArrayList<>();
    if (user.console() && !user.mfa()) {
      wrong.add(new Wrong(Note.of("no-mfa", user.user()), user.user(), Optional.empty()));
    }
    for (UserCredentials.Key key : user.keys()) {
      Instant now = report.generated();
      if (administrator) {
        wrong.add(wrong(user, key, "administrator-key"));
      }
      if (longer(UNUSED, key.used(), now)) {
        wrong.add(wrong(user, key, "unused-key", days(key.used(), now)));
      }
      if (longer(OLD, key.created(), now)) {
        wrong.add(wrong(user, key, "old-key", days(key.created(), now)));
      }
    }
    return wrong;
  }

  private static Wrong wrong(
      UserCredentials user, UserCredentials.Key key, String code, Object... more) {
    List<Object> values = new ArrayList<>(List.of(user.user(), key.id()));
    values.addAll(List.of(more));
    return new Wrong(Note.of(code, values.toArray()), user.user(), Optional.of(key.id()));
  }

  private static long days(Instant since, Instant now) {
    return Duration.between(since, now).toDays();
  }

  /** Deactivates the keys that a person named, if they are among those that are wrong. */
  private static void deactivate(
      Account account, Answers answers, List<Wrong> wrong, Assessment.Builder found) {
    for (String key : answers.list("deactivate").stream().distinct().toList()) {
      wrong.stream()
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
        .shownBy(Reads.LIST_ACCESS_KEYS, UserCredentials.keysOf(user), "/AccessKeyMetadata")
        .undoneBy(Effect.CHANGE, update(user, key, StatusType.ACTIVE))
        .because(Effect.CHANGE, Note.of(own ? "deactivate-own" : "deactivate", user, key));
  }

  private static UpdateAccessKeyRequest update(String user, String key, StatusType status) {
    return UpdateAccessKeyRequest.builder().userName(user).accessKeyId(key).status(status).build();
  }
}
