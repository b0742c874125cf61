package dev.firstday.steps.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Bench;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;

class PasswordPolicyStepTest {
  private static final String ID = "password-policy";

  private static Bench with(
      Map<String, String> answers, Consumer<UpdateAccountPasswordPolicyRequest.Builder> policy) {
    Bench bench = Bench.of(Scenario.NEW, answers);
    bench.clients().iam().updateAccountPasswordPolicy(policy);
    return bench;
  }

  private static UpdateAccountPasswordPolicyRequest.Builder allClasses(
      UpdateAccountPasswordPolicyRequest.Builder policy) {
    return policy
        .requireLowercaseCharacters(true)
        .requireUppercaseCharacters(true)
        .requireNumbers(true)
        .requireSymbols(true);
  }

  @Test
  void a_new_account_gets_a_strong_one() {
    Assessment found = Bench.of(Scenario.NEW).assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(List.of("none"), Bench.codes(found));
    Change change = Bench.change(found);
    assertEquals(
        Map.of(
            "MinimumPasswordLength", 14,
            "RequireLowercaseCharacters", true,
            "RequireUppercaseCharacters", true,
            "RequireNumbers", true,
            "RequireSymbols", true,
            "PasswordReusePrevention", 24,
            "AllowUsersToChangePassword", true,
            "HardExpiry", false),
        change.request());
    assertEquals("DeleteAccountPasswordPolicy", change.undo().getFirst().operation());
  }

  @Test
  void one_set_by_hand_at_the_least_strength_is_done() {
    Assessment found = with(Bench.ANSWERS, p -> allClasses(p).minimumPasswordLength(12)).assess(ID);
    assertEquals(Verdict.DONE, found.verdict());
    assertEquals(List.of(), found.changes());
  }

  @Test
  void what_is_stricter_stays() {
    Bench bench =
        with(
            Bench.ANSWERS,
            p ->
                p.minimumPasswordLength(20)
                    .passwordReusePrevention(24)
                    .maxPasswordAge(30)
                    .hardExpiry(true));
    Map<String, Object> request = Bench.change(bench.assess(ID)).request();
    assertEquals(20, request.get("MinimumPasswordLength"));
    assertEquals(24, request.get("PasswordReusePrevention"));
    assertEquals(30, request.get("MaxPasswordAge"));
    assertEquals(true, request.get("HardExpiry"));
    assertEquals(true, request.get("RequireSymbols"));
  }

  @Test
  void a_weak_one_is_raised_and_can_be_brought_back() {
    Change change = Bench.change(Bench.of(Scenario.HALF_DONE).assess(ID));
    assertEquals(14, change.request().get("MinimumPasswordLength"));
    Change undo = change.undo().getFirst();
    assertEquals("UpdateAccountPasswordPolicy", undo.operation());
    assertEquals(8, undo.request().get("MinimumPasswordLength"));
    assertEquals(false, undo.request().get("RequireSymbols"));
  }

  @Test
  void without_mfa_passwords_expire_and_are_not_used_again() {
    Map<String, String> answers = Bench.answers(ID + ".mfa-used", "false");
    Bench bench = with(answers, p -> allClasses(p).minimumPasswordLength(14));
    Assessment found = bench.assess(ID);
    assertEquals(List.of("length", "classes", "expiry-wrong", "reuse-wrong"), Bench.codes(found));
    assertEquals(180, Bench.change(found).request().get("MaxPasswordAge"));
    bench.apply(ID);
    assertEquals(List.of("length", "classes", "expiry", "reuse"), Bench.codes(bench.assess(ID)));
  }

  @Test
  void a_sooner_expiry_stays() {
    Map<String, String> answers = Bench.answers(ID + ".mfa-used", "false");
    Bench bench = with(answers, p -> p.minimumPasswordLength(14).maxPasswordAge(60));
    assertEquals(60, Bench.change(bench.assess(ID)).request().get("MaxPasswordAge"));
  }

  @Test
  void a_service_control_policy_that_forbids_it_is_told() {
    Outcome outcome = Bench.of(Scenario.DENIED).apply(ID);
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    Problem problem = outcome.problem().orElseThrow();
    assertEquals(Problem.Denial.By.SERVICE_CONTROL_POLICY, problem.denial().orElseThrow().by());
  }
}
