package dev.firstday.steps.root;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.aws.Account;
import dev.firstday.aws.Identities;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Bench;
import java.util.List;
import org.junit.jupiter.api.Test;

class RootMfaStepTest {
  private static final String ID = "root-mfa";

  @Test
  void a_new_account_has_none_and_a_deadline() {
    Assessment found = Bench.of(Scenario.NEW).assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(List.of("no-mfa", "deadline"), Bench.codes(found));
    assertEquals(List.of(), found.changes(), "only the root user can do it, in the console");
  }

  @Test
  void a_virtual_device_counts_and_is_told() {
    Assessment found = Bench.of(Scenario.HALF_DONE).assess(ID);
    assertEquals(Verdict.DONE, found.verdict());
    assertEquals(List.of("has-mfa", "virtual"), Bench.codes(found));
  }

  @Test
  void it_is_done_as_soon_as_a_person_has_done_it() {
    PracticeAccount practice = new PracticeAccount(Scenario.NEW);
    Bench bench = new Bench(listener -> practice, Bench.ANSWERS);
    assertEquals(Verdict.TODO, bench.assess(ID).verdict());
    practice.assignRootMfa();
    assertEquals(List.of("has-mfa", "passkey"), Bench.codes(bench.assess(ID)));
  }

  @Test
  void not_seeing_which_device_it_is_is_no_matter() {
    PracticeAccount practice = new PracticeAccount(Scenario.HALF_DONE);
    practice.deny("iam:ListVirtualMFADevices", "no");
    Assessment found = new Bench(listener -> practice, Bench.ANSWERS).assess(ID);
    assertEquals(Verdict.DONE, found.verdict());
    assertEquals(List.of("has-mfa", "kind-unseen"), Bench.codes(found));
  }

  @Test
  void without_the_summary_it_is_unseen() {
    PracticeAccount practice = new PracticeAccount(Scenario.HALF_DONE);
    practice.deny("iam:GetAccountSummary", "no");
    Assessment found = new Bench(listener -> practice, Bench.ANSWERS).assess(ID);
    assertEquals(Verdict.UNSEEN, found.verdict());
    assertEquals("iam:GetAccountSummary", found.problem().orElseThrow().action());
  }

  @Test
  void in_the_us_government_partition_root_has_no_console() throws CallFailed {
    Account account = new Account(Identities.in("aws-us-gov"), new PracticeAccount(Scenario.NEW));
    Answers none = Bench.of(Scenario.NEW).session().answers(ID);
    assertEquals(Verdict.NOT_APPLICABLE, new RootMfaStep().assess(account, none).verdict());
  }
}
