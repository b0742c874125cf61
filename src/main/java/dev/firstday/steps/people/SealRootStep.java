package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.assess.PartLook;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.assess.Waiting;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.steps.root.RootUser;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The root user has MFA and no access keys, and has not been used for a day since there is an
 * administrator. Until a report shows that, the step waits.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html">The root
 *     user</a>
 */
public final class SealRootStep implements Step<Account> {
  private static final Duration UNUSED = Duration.ofDays(1);
  private static final List<String> USES =
      List.of("password_last_used", "access_key_1_last_used_date", "access_key_2_last_used_date");

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    if (account.identity().partition().equals("aws-us-gov")) {
      return Assessment.notApplicable(Note.of("no-root-console"));
    }
    RootUser root = RootUser.read(account);
    Assessment.Builder found = Assessment.builder();
    say(found, !root.keys(), "keys");
    if (root.password()) {
      say(found, root.mfa(), "mfa");
    } else {
      found.ok(Note.of("no-password"));
    }
    // Without a password and without keys nobody can use it.
    if (root.password() || root.keys()) {
      PartLook.at(found, () -> use(account, found));
    }
    Stream.of("account", "billing", "recovery")
        .forEach(what -> found.info(Note.of("needs-" + what)));
    return found.build();
  }

  private static void say(Assessment.Builder found, boolean good, String what) {
    found.check(good, Note.of(what), Note.of(what + "-wrong"));
  }

  private static void use(Account account, Assessment.Builder found) throws CallFailed {
    if (account.identity().kind() == Identity.Kind.ROOT) {
      found.missing(Note.of("in-use")).fact("unused-two-days", false);
      return;
    }
    Administrators administrators = Administrators.read(account);
    if (administrators.users().isEmpty() && !administrators.identityCenter()) {
      found.missing(Note.of("no-administrator")).fact("unused-two-days", Judgement.NOT_JUDGED);
      return;
    }
    CredentialReport report = CredentialReport.read(account);
    Optional<CredentialReport.UserRow> root = report.root();
    if (root.isEmpty()) {
      found.unseen(withoutRoot(account));
      return;
    }
    Optional<Instant> used = lastUse(root.get());
    Instant generated = report.generated();
    Duration twoDays = UNUSED.multipliedBy(2);
    boolean lately =
        used.stream().anyMatch(at -> Duration.between(at, generated).compareTo(twoDays) < 0);
    found.fact("unused-two-days", !lately);
    used.ifPresent(time -> found.info(Note.of("last-used", minute(time))));
    judge(used, since(administrators, report), generated, found);
  }

  private static Optional<Instant> lastUse(CredentialReport.UserRow root) {
    return USES.stream()
        .flatMap(column -> root.time(column).stream())
        .max(Comparator.naturalOrder());
  }

  /** Judges whether a report shows a day without use since there is an administrator. */
  private static void judge(
      Optional<Instant> used,
      Optional<Instant> administrator,
      Instant generated,
      Assessment.Builder found) {
    Instant sealed =
        Stream.concat(used.stream(), administrator.stream())
            .max(Comparator.naturalOrder())
            .map(time -> time.plus(UNUSED))
            .orElse(Instant.MIN);
    if (!generated.isBefore(sealed)) {
      found.ok(Note.of("unused"));
      return;
    }
    // A later report has to show it, and AWS makes none earlier.
    Instant next = generated.plus(CredentialReport.REUSED);
    Instant until = next.isAfter(sealed) ? next : sealed;
    Note reason = Note.of("unused-wrong", minute(until));
    boolean onlyTime = found.build().verdict() != Verdict.TODO;
    found.missing(reason);
    if (onlyTime) {
      found.waiting(new Waiting(reason, Optional.of(until)));
    }
  }

  /** Since when there is an administrator; empty if only Identity Center knows. */
  private static Optional<Instant> since(Administrators administrators, CredentialReport report) {
    return administrators.users().stream()
        .map(
            user ->
                report
                    .user(user)
                    .flatMap(row -> row.time("user_creation_time"))
                    // Who is not in the report was made after it.
                    .orElse(report.generated()))
        .min(Comparator.naturalOrder())
        .filter(first -> !administrators.identityCenter());
  }

  private static Instant minute(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES);
  }

  private static Problem withoutRoot(Account account) {
    return new Problem(
        Problem.Kind.OTHER,
        Reads.GET_CREDENTIAL_REPORT.service().cli(),
        Reads.GET_CREDENTIAL_REPORT.name(),
        account.homeRegion(),
        "",
        "the report has no row of the root user",
        "",
        Optional.empty(),
        Reads.GET_CREDENTIAL_REPORT.actions());
  }
}
