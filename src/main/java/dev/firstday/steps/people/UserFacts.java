package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What auditors ask of IAM users: each thing by itself. */
final class UserFacts {
  private static final Duration UNUSED = Duration.ofDays(45);

  /** Facts about credentials, each with the code of the finding that speaks against it. */
  private static final Map<String, String> AGAINST =
      Map.of("console-mfa", "no-mfa", "keys-rotated", "old-key", "keys-used", "unused-key");

  private final List<String> users;
  private final CredentialReport report;
  private final Assessment.Builder found;

  UserFacts(List<String> users, CredentialReport report, Assessment.Builder found) {
    this.users = users;
    this.report = report;
    this.found = found;
  }

  /** Where there are no users, all of them are as they should be. */
  static void ofNobody(Assessment.Builder found) {
    AGAINST.keySet().forEach(code -> found.fact(code, true));
    found.fact("passwords-used", true).fact("through-groups", true);
  }

  /**
   * Passwords and keys.
   *
   * @param wrong codes of what was found to be wrong
   */
  void ofCredentials(List<String> wrong) {
    boolean unseen =
        found.build().problem().isPresent()
            || found.build().findings().stream()
                .anyMatch(finding -> finding.code().equals(CredentialAudit.NOT_IN_REPORT));
    AGAINST.forEach(
        (fact, against) -> {
          Judgement otherwise = unseen ? Judgement.NOT_JUDGED : Judgement.MET;
          found.fact(fact, wrong.contains(against) ? Judgement.NOT_MET : otherwise);
        });
  }

  /** Which other policies users have of their own is not looked at. */
  void ofPolicies(Account account) {
    try {
      boolean directly = !Administrators.read(account).directly().isEmpty();
      found.fact("through-groups", directly ? Judgement.NOT_MET : Judgement.NOT_JUDGED);
    } catch (CallFailed e) {
      found.fact("through-groups", Judgement.NOT_JUDGED);
    }
  }

  /** A password that nobody uses is worth knowing of, but no part of the verdict. */
  void ofPasswords() {
    found.fact("passwords-used", true);
    // Who is not in the report was made after it.
    List<Note> unused =
        users.stream()
            .flatMap(user -> report.user(user).flatMap(row -> password(user, row)).stream())
            .toList();
    UserMfaStep.tell(unused, found::info);
  }

  private Optional<Note> password(String user, CredentialReport.UserRow row) {
    if (!row.columns().containsKey("password_enabled")) {
      found.fact("passwords-used", Judgement.NOT_JUDGED);
    }
    if (!row.says("password_enabled")) {
      return Optional.empty();
    }
    Optional<Instant> used =
        row.time("password_last_used")
            .or(() -> row.time("password_last_changed"))
            .or(() -> row.time("user_creation_time"));
    if (used.isEmpty()) {
      found.fact("passwords-used", Judgement.NOT_JUDGED);
      return Optional.empty();
    }
    Duration since = Duration.between(used.get(), report.generated());
    if (since.compareTo(UNUSED) < 0) {
      return Optional.empty();
    }
    found.fact("passwords-used", false);
    return Optional.of(Note.of("unused-password", user, since.toDays()));
  }
}
