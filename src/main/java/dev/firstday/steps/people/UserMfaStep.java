package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
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
  /** The code of the finding about users of whom nothing is known yet. */
  static final String NOT_IN_REPORT = "not-in-report";

  private static final Duration UNUSED = Duration.ofDays(45);
  private static final Duration OLD = Duration.ofDays(90);

  /** How many users are looked at directly; the others are told as the report has them. */
  private static final int DIRECT = 40;

  /** How many lines are told; nobody reads a thousand. */
  private static final int LINES = 20;

  /** As many users as IAM lists in an answer. */
  private static final ListUsersRequest USERS = ListUsersRequest.builder().maxItems(1000).build();

  /** The columns of each key begin so. */
  private static final List<String> KEYS = List.of("access_key_1_", "access_key_2_");

  /** Without these columns the report says nothing of a user. */
  private static final Set<String> NEEDED =
      Set.of("password_enabled", "mfa_active", "access_key_1_active", "access_key_2_active");

  /** A user as seen just now, or why not. */
  private record ObservedUser(Optional<UserCredentials> user, Optional<Problem> problem) {
    static ObservedUser of(Account account, String user) {
      try {
        return new ObservedUser(Optional.of(UserCredentials.read(account, user)), Optional.empty());
      } catch (CallFailed e) {
        return new ObservedUser(Optional.empty(), Optional.of(e.problem()));
      }
    }
  }

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    CredentialReport.prefetch(account);
    account.prefetch(Reads.LIST_ENTITIES_FOR_POLICY, Administrators.entities(account));
    List<String> users = users(account);
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
    List<UserFault> wrong = wrong(account, answers, suspects, administrators, report, found);
    tell(wrong.stream().map(UserFault::note).toList(), found::missing);
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

  private static List<String> users(Account account) throws CallFailed {
    List<User> all =
        account.pages(Reads.LIST_USERS, USERS).stream()
            .flatMap(page -> page.users().stream())
            .toList();
    return Account.requiredInEach(Reads.LIST_USERS, all, User::userName).stream()
        .map(User::userName)
        .toList();
  }

  /** What is wrong with the users who may fail. */
  private static List<UserFault> wrong(
      Account account,
      Answers answers,
      List<String> suspects,
      Set<String> administrators,
      CredentialReport report,
      Assessment.Builder found) {
    Map<String, ObservedUser> seen = direct(account, answers, suspects, report);
    seen.values().stream()
        .flatMap(one -> one.problem().stream())
        .collect(Collectors.toMap(Problem::call, Function.identity(), (a, b) -> a, TreeMap::new))
        .values()
        .forEach(problem -> found.apart().unseen(problem));
    List<UserFault> wrong = new ArrayList<>();
    int unknown = 0;
    for (String user : suspects) {
      boolean administrator = administrators.contains(user);
      Optional<CredentialReport.UserRow> row = report.user(user);
      if (seen.containsKey(user)) {
        seen.get(user)
            .user()
            .map(now -> wrong(now, administrator, report))
            .ifPresent(wrong::addAll);
      } else if (row.filter(UserMfaStep::tells).isPresent()) {
        wrong.addAll(wrong(user, row.get(), administrator, report.generated()));
      } else {
        unknown++;
      }
    }
    if (unknown > 0) {
      found.missing(Note.of(NOT_IN_REPORT, number(unknown)));
    }
    return wrong;
  }

  /** Users as they are now: owners of the named keys, who is in no report, and then the first. */
  private static Map<String, ObservedUser> direct(
      Account account, Answers answers, List<String> suspects, CredentialReport report) {
    Set<String> owners = owners(account, answers, suspects.size() > DIRECT);
    List<String> first =
        suspects.stream()
            .sorted(
                Comparator.comparing((String user) -> !owners.contains(user))
                    .thenComparing(
                        user -> report.user(user).filter(UserMfaStep::tells).isPresent()))
            .limit(DIRECT)
            .toList();
    List<ObservedUser> looks = account.atOnce(first, user -> ObservedUser.of(account, user));
    Map<String, ObservedUser> seen = new HashMap<>();
    for (int i = 0; i < looks.size(); i++) {
      seen.put(first.get(i), looks.get(i));
    }
    return seen;
  }

  /** Whose the keys are that a person named; the report has no ids of keys. */
  private static Set<String> owners(Account account, Answers answers, boolean needed) {
    List<String> keys =
        needed ? answers.list("deactivate").stream().distinct().toList() : List.of();
    return account.atOnce(keys, key -> UserCredentials.owner(account, key)).stream()
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /** Tells the first of some notes, and how many more there are. */
  static void tell(List<Note> notes, Consumer<Note> say) {
    notes.stream().limit(LINES).forEach(say);
    if (notes.size() > LINES) {
      say.accept(Note.of("more", number(notes.size() - LINES)));
    }
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Whether a row of the report says all that a user is judged by. */
  private static boolean tells(CredentialReport.UserRow row) {
    return row.columns().keySet().containsAll(NEEDED)
        && KEYS.stream()
            .allMatch(
                key -> !row.says(key + "active") || row.time(key + "last_rotated").isPresent());
  }

  private static Set<String> administrators(Account account, Assessment.Builder found) {
    try {
      return Administrators.read(account).users();
    } catch (CallFailed e) {
      found.unseen(e.problem());
      return Set.of();
    }
  }

  private static boolean mayFail(CredentialReport.UserRow row, boolean administrator, Instant now) {
    return !row.columns().keySet().containsAll(NEEDED)
        || (row.says("password_enabled") && !row.says("mfa_active"))
        || KEYS.stream().anyMatch(key -> keyMayFail(row, key, administrator, now));
  }

  private static boolean keyMayFail(
      CredentialReport.UserRow row, String key, boolean administrator, Instant now) {
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
  private record UserFault(Note note, String user, Optional<String> key) {}

  private static List<UserFault> wrong(
      UserCredentials user, boolean administrator, CredentialReport report) {
    List<UserFault> wrong = new ArrayList<>();
    if (user.console() && !user.mfa()) {
      wrong.add(new UserFault(Note.of("no-mfa", user.user()), user.user(), Optional.empty()));
    }
    for (UserCredentials.AccessKey key : user.keys()) {
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

  /** The same from the report, which knows keys by number only. */
  private static List<UserFault> wrong(
      String user, CredentialReport.UserRow row, boolean administrator, Instant now) {
    List<Note> notes = new ArrayList<>();
    if (row.says("password_enabled") && !row.says("mfa_active")) {
      notes.add(Note.of("no-mfa", user));
    }
    for (String key : KEYS) {
      if (!row.says(key + "active")) {
        continue;
      }
      String number = "#" + (KEYS.indexOf(key) + 1);
      Instant made = row.time(key + "last_rotated").orElseThrow();
      Instant used = row.time(key + "last_used_date").orElse(made);
      if (administrator) {
        notes.add(Note.of("administrator-key", user, number));
      }
      if (longer(UNUSED, used, now)) {
        notes.add(Note.of("unused-key", user, number, days(used, now)));
      }
      if (longer(OLD, made, now)) {
        notes.add(Note.of("old-key", user, number, days(made, now)));
      }
    }
    return notes.stream().map(note -> new UserFault(note, user, Optional.empty())).toList();
  }

  private static UserFault wrong(
      UserCredentials user, UserCredentials.AccessKey key, String code, Object... more) {
    List<Object> values = new ArrayList<>(List.of(user.user(), key.id()));
    values.addAll(List.of(more));
    return new UserFault(Note.of(code, values.toArray()), user.user(), Optional.of(key.id()));
  }

  private static long days(Instant since, Instant now) {
    return Duration.between(since, now).toDays();
  }

  /** Deactivates the keys that a person named, if they are among those that are wrong. */
  private static void deactivate(
      Account account, Answers answers, List<UserFault> wrong, Assessment.Builder found) {
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
        .verifiedBy(Reads.LIST_ACCESS_KEYS, UserCredentials.keysOf(user), "/AccessKeyMetadata")
        .undoneBy(Effect.CHANGE, update(user, key, StatusType.ACTIVE))
        .build(Effect.CHANGE, Note.of(own ? "deactivate-own" : "deactivate", user, key));
  }

  private static UpdateAccessKeyRequest update(String user, String key, StatusType status) {
    return UpdateAccessKeyRequest.builder().userName(user).accessKeyId(key).status(status).build();
  }
}
