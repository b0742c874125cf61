package dev.firstday.steps.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Texts;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Bench;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountAliasStepTest {
  private static final String ID = "account-alias";

  private static Bench with(String alias) {
    return Bench.of(Scenario.NEW, Bench.answers(ID + ".alias", alias));
  }

  @Test
  void an_account_without_one_gets_the_one_that_is_answered() {
    Bench bench = with("acme-dev");
    Assessment found = bench.assess(ID);
    assertEquals(List.of("none"), Bench.codes(found));
    Change change = Bench.change(found);
    assertEquals(Map.of("AccountAlias", "acme-dev"), change.request());
    assertEquals("DeleteAccountAlias", change.undo().getFirst().operation());
    bench.apply(ID);
    Assessment after = bench.assess(ID);
    assertEquals(Verdict.DONE, after.verdict());
    assertEquals(
        Note.of("alias", "https://acme-dev.signin.aws.amazon.com/console"),
        after.findings().getFirst().note());
  }

  @Test
  void without_an_answer_nothing_is_planned() {
    Assessment found = Bench.of(Scenario.NEW, Map.of()).assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(List.of("none", "answer-missing"), Bench.codes(found));
    assertEquals(List.of(), found.changes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Acme", "-acme", "acme-", "ac--me", "ac_me", "123 45"})
  void what_aws_takes_for_no_alias_is_said_before_it_is_asked(String alias) {
    Assessment found = with(alias).assess(ID);
    assertEquals(List.of("none", "bad-alias"), Bench.codes(found));
    assertEquals(List.of(), found.changes());
  }

  @Test
  void one_that_is_there_is_done_whatever_the_answer() {
    Bench bench = with("acme-dev");
    bench.clients().iam().createAccountAlias(r -> r.accountAlias("by-hand"));
    Assessment found = bench.assess(ID);
    assertEquals(Verdict.DONE, found.verdict());
    assertEquals(List.of(), found.changes());
  }

  @Test
  void one_that_another_account_has_is_refused_and_explained() {
    Outcome outcome = with("taken").apply(ID);
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    Problem problem = outcome.problem().orElseThrow();
    assertEquals("EntityAlreadyExists", problem.code());
    for (Language language : Language.values()) {
      String text = new Texts(language).problem(problem).getFirst();
      assertTrue(text.contains(language == Language.EN ? "another account" : "別のアカウント"), text);
    }
  }
}
