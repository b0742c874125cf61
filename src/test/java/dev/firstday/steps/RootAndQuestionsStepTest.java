package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RootAndQuestionsStepTest {
  @Test
  void a_new_root_user_has_no_keys() {
    Assessment seen =
        new OneStep("root-access-keys", new PracticeAccount(Scenario.NEW), Map.of()).assess();
    assertEquals(Verdict.DONE, seen.verdict());
    assertEquals(List.of("no-keys"), OneStep.codes(seen));
  }

  @Test
  void keys_are_the_root_users_to_delete_and_then_it_is_done() {
    PracticeAccount practice = new PracticeAccount(Scenario.HALF_DONE);
    OneStep step = new OneStep("root-access-keys", practice, Map.of());
    Assessment seen = step.assess();
    assertEquals(Verdict.TODO, seen.verdict());
    assertEquals(List.of("keys"), OneStep.codes(seen));
    assertEquals(List.of(), seen.changes());
    practice.deleteRootAccessKeys();
    assertEquals(Verdict.DONE, step.assess().verdict());
  }

  @Test
  void keys_that_cannot_be_seen_are_neither_good_nor_bad() {
    PracticeAccount practice = new PracticeAccount(Scenario.NEW);
    practice.deny("iam:GetAccountSummary", "no");
    assertEquals(
        Verdict.UNSEEN, new OneStep("root-access-keys", practice, Map.of()).assess().verdict());
  }

  @Test
  void security_questions_are_retired_whatever_the_account() {
    for (Scenario scenario : List.of(Scenario.HALF_DONE, Scenario.DENIED)) {
      Assessment seen =
          new OneStep("security-questions", new PracticeAccount(scenario), Map.of()).assess();
      assertEquals(Verdict.NOT_APPLICABLE, seen.verdict());
      assertEquals(List.of("retired", "instead"), OneStep.codes(seen));
    }
  }
}
