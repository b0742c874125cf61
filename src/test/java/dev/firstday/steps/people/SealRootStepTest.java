package dev.firstday.steps.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.operations.CallListener;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Evidence;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.assess.Waiting;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.WriteLog;
import dev.firstday.steps.Bench;
import dev.firstday.steps.OneStep;
import dev.firstday.steps.Steps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SealRootStepTest {
  private static final Instant OPENED = Instant.parse("2026-11-22T00:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(OPENED);

  private PracticeAccount practice(Scenario scenario) {
    InstantSource time = now::get;
    Clock clock = time.withZone(ZoneOffset.UTC);
    return new PracticeAccount(
        scenario, WriteLog.NONE, CallListener.NONE, Duration.ZERO, clock, false);
  }

  private static OneStep step(PracticeAccount practice) {
    return new OneStep("seal-root", practice, Map.of());
  }

  private static Optional<Instant> until(Assessment assessment) {
    return assessment.waiting().flatMap(Waiting::until);
  }

  @Test
  void a_root_user_who_was_used_today_waits_a_day_and_then_is_put_away() {
    PracticeAccount practice = practice(Scenario.NEW);
    practice.assignRootMfa();
    OneStep step = step(practice);
    Assessment first = step.assess();
    assertEquals(Verdict.TODO, first.verdict());
    assertEquals(Optional.of(OPENED.plus(Duration.ofDays(1))), until(first));
    now.set(OPENED.plus(Duration.ofDays(1)));
    Assessment after = step.assess();
    assertEquals(Verdict.DONE, after.verdict());
    assertTrue(OneStep.codes(after).containsAll(List.of("keys", "mfa", "unused", "last-used")));
    assertTrue(
        OneStep.codes(after)
            .containsAll(List.of("needs-account", "needs-billing", "needs-recovery")));
  }

  @Test
  void a_report_from_before_the_day_was_over_proves_nothing_yet() {
    PracticeAccount practice = practice(Scenario.NEW);
    practice.assignRootMfa();
    OneStep step = step(practice);
    now.set(OPENED.plus(Duration.ofHours(23)));
    step.assess();
    now.set(OPENED.plus(Duration.ofHours(25)));
    Assessment seen = step.assess();
    assertEquals(Verdict.TODO, seen.verdict());
    assertEquals(Optional.of(OPENED.plus(Duration.ofHours(27))), until(seen));
    now.set(OPENED.plus(Duration.ofHours(27)));
    assertEquals(Verdict.DONE, step.assess().verdict());
  }

  @Test
  void what_a_person_has_to_do_is_not_called_waiting() {
    Assessment seen = step(practice(Scenario.NEW)).assess();
    assertTrue(OneStep.codes(seen).containsAll(List.of("mfa-wrong", "unused-wrong")));
    assertEquals(Optional.empty(), seen.waiting());
  }

  @Test
  void keys_keep_it_open_until_they_are_gone() {
    PracticeAccount practice = practice(Scenario.HALF_DONE);
    OneStep step = step(practice);
    Assessment seen = step.assess();
    assertEquals(Verdict.TODO, seen.verdict());
    assertTrue(OneStep.codes(seen).containsAll(List.of("keys-wrong", "mfa", "unused")));
    practice.deleteRootAccessKeys();
    assertEquals(Verdict.DONE, step.assess().verdict());
  }

  @Test
  void a_report_that_cannot_be_read_is_unseen() {
    PracticeAccount practice = practice(Scenario.NEW);
    practice.assignRootMfa();
    practice.deny("iam:GetCredentialReport", "no");
    assertEquals(Verdict.UNSEEN, step(practice).assess().verdict());
  }

  @Test
  void without_the_account_summary_nothing_is_claimed() {
    PracticeAccount practice = practice(Scenario.NEW);
    practice.deny("iam:GetAccountSummary", "no");
    assertEquals(List.of("unseen"), OneStep.codes(step(practice).assess()));
  }

  @Test
  void a_root_user_who_gets_mfa_is_noticed_by_every_step_that_looks_at_it() {
    PracticeAccount practice = practice(Scenario.NEW);
    Bench bench = new Bench(heard -> practice, Bench.ANSWERS);
    bench.session().check(Steps.ids());
    assertEquals(List.of("mfa-wrong"), root(bench, "mfa"));
    practice.assignRootMfa();
    bench.session().check(List.of("root-mfa"));
    assertEquals(Optional.of(Verdict.DONE), bench.session().step("root-mfa").verdict());
    assertEquals(List.of("mfa"), root(bench, "mfa"));
  }

  private static List<String> root(Bench bench, String code) {
    return OneStep.codes(bench.session().step("seal-root").assessment().orElseThrow()).stream()
        .filter(one -> one.startsWith(code))
        .toList();
  }

  @Test
  void no_change_of_another_step_has_cost_explorer_asked_again() {
    Bench bench = Bench.of(Scenario.HALF_DONE);
    bench.session().check(Steps.ids());
    List<String> mine = calls(bench, "cost-anomaly");
    for (String other : Steps.ids()) {
      assertTrue(
          other.equals("cost-anomaly") || calls(bench, other).stream().noneMatch(mine::contains),
          other);
    }
  }

  private static List<String> calls(Bench bench, String step) {
    return bench.session().evidence(step).stream().map(Evidence::call).toList();
  }
}
