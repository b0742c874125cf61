package dev.firstday.steps.people;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Account;
import dev.firstday.aws.AnsweringApi;
import dev.firstday.aws.Clients;
import dev.firstday.aws.Identities;
import dev.firstday.aws.operations.AwsApi;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Bench;
import dev.firstday.steps.OneStep;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.iam.model.IamRequest;

@Timeout(60)
class UserMfaStepTest {
  private static final String KEY = "AKIAPRACTICE00000001";

  private static OneStep step(PracticeAccount practice, String... keys) {
    return new OneStep(
        "user-mfa",
        practice,
        keys.length == 0 ? Map.of() : Map.of("user-mfa.deactivate", String.join(", ", keys)));
  }

  private static List<String> missing(Assessment assessment) {
    return OneStep.notes(assessment).stream()
        .filter(note -> !note.startsWith("report-age"))
        .toList();
  }

  @Test
  void whoever_fails_is_named_and_nothing_is_deactivated_unasked() {
    Assessment seen = step(new PracticeAccount(Scenario.HALF_DONE)).assess();
    assertEquals(Verdict.TODO, seen.verdict());
    assertEquals(
        List.of(
            "unused-key [ci, %s, 60]".formatted(KEY),
            "old-key [ci, %s, 200]".formatted(KEY),
            "no-mfa [ren]",
            "unused-password [aoi, 200]",
            "unused-password [ren, 200]"),
        missing(seen));
    assertEquals(List.of(), seen.changes());
  }

  @Test
  void a_key_that_a_person_named_is_deactivated_and_can_be_taken_back() {
    PracticeAccount practice = new PracticeAccount(Scenario.HALF_DONE);
    OneStep step = step(practice, KEY);
    List<Change> written = step.apply();
    assertEquals(
        Map.of("UserName", "ci", "AccessKeyId", KEY, "Status", "Inactive"),
        written.getFirst().request());
    // The report is the old one, and a direct look knows better.
    Assessment after = step.assess();
    assertEquals(
        List.of(
            "no-mfa [ren]",
            "unused-password [aoi, 200]",
            "unused-password [ren, 200]",
            "not-deactivated [%s]".formatted(KEY)),
        missing(after));
    assertEquals(List.of(), after.changes());
    step.undo(written);
    assertEquals(5, missing(step.assess()).size());
  }

  @Test
  void a_key_that_nobody_listed_stays_as_it_is() {
    Assessment seen = step(new PracticeAccount(Scenario.HALF_DONE), "AKIAOTHER").assess();
    assertEquals(List.of(), seen.changes());
    assertTrue(OneStep.notes(seen).contains("not-deactivated [AKIAOTHER]"));
  }

  @Test
  void the_first_administrator_without_mfa_is_named() {
    assertEquals(
        List.of("no-mfa [aoi]"), missing(step(new PracticeAccount(Scenario.NEW)).assess()));
  }

  @Test
  void how_old_the_report_is_is_said() {
    assertTrue(
        OneStep.codes(step(new PracticeAccount(Scenario.NEW)).assess()).contains("report-age"));
  }

  @Test
  void administrators_that_cannot_be_seen_leave_the_rest_seen() {
    PracticeAccount practice = new PracticeAccount(Scenario.HALF_DONE);
    practice.deny("iam:ListEntitiesForPolicy", "no");
    Assessment seen = step(practice).assess();
    assertEquals(Verdict.TODO, seen.verdict());
    assertTrue(OneStep.codes(seen).contains("unseen"));
    assertTrue(OneStep.codes(seen).contains("no-mfa"));
  }

  @Test
  void without_a_report_nothing_is_claimed() {
    PracticeAccount practice = new PracticeAccount(Scenario.HALF_DONE);
    practice.deny("iam:GetCredentialReport", "no");
    Assessment seen = step(practice).assess();
    assertEquals(Verdict.UNSEEN, seen.verdict());
    assertEquals(List.of("unseen"), OneStep.codes(seen));
  }

  @Test
  void a_user_who_cannot_be_looked_at_again_is_not_judged() {
    PracticeAccount practice = new PracticeAccount(Scenario.NEW);
    practice.deny("iam:ListMFADevices", "no");
    Assessment seen = step(practice).assess();
    assertEquals(Verdict.UNSEEN, seen.verdict());
    assertFalse(OneStep.codes(seen).contains("no-mfa"));
  }

  /** An account with many users who have a password and no MFA, the last with an old key. */
  private static PracticeAccount crowded(int users) {
    PracticeAccount practice = new PracticeAccount(Scenario.HALF_DONE);
    var iam = Clients.in(practice, "ap-northeast-1").iam();
    for (int i = 0; i < users; i++) {
      String name = "crowd-%05d".formatted(i);
      iam.createUser(r -> r.userName(name));
      iam.createLoginProfile(r -> r.userName(name).password("Abcdef-123456"));
    }
    return practice;
  }

  @Test
  void of_very_many_who_fail_some_are_named_and_the_rest_are_counted() {
    Assessment seen = step(crowded(300)).assess();
    assertEquals(Verdict.TODO, seen.verdict());
    List<String> told =
        missing(seen).stream().filter(note -> !note.startsWith("unused-password")).toList();
    assertEquals(21, told.size(), told.toString());
    assertEquals("more [283]", told.getLast());
  }

  @Test
  void the_calls_do_not_grow_with_the_users() {
    AtomicInteger calls = new AtomicInteger();
    PracticeAccount crowd = crowded(1_500);
    Account account = new Account(Identities.PRACTICE, counting(crowd, calls));
    var answers = Bench.of(Scenario.NEW).session().answers("user-mfa");
    Assessment seen = assertDoesNotThrow(() -> new UserMfaStep().assess(account, answers));
    assertTrue(Bench.codes(seen).contains("more"));
    assertTrue(calls.get() < 200, calls + " calls");
  }

  private static AwsApi counting(AwsApi account, AtomicInteger calls) {
    return new AnsweringApi(
        account,
        (request, region, real) -> {
          calls.addAndGet(request instanceof IamRequest ? 1 : 0);
          return real.to(request);
        });
  }

  @Test
  void the_owner_of_a_named_key_is_looked_at_however_many_fail_before() {
    PracticeAccount practice = crowded(100);
    var iam = Clients.in(practice, "ap-northeast-1").iam();
    iam.createUser(r -> r.userName("zoe"));
    Assessment seen = step(practice, KEY).assess();
    assertEquals(List.of("user-mfa/key/" + KEY), Bench.ids(seen));
  }
}
