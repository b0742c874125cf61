package dev.firstday.steps.root;

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
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlternateContactsStepTest {
  private static final String ID = "alternate-contacts";

  @Test
  void a_new_account_misses_all_three_security_first() {
    Assessment found = Bench.of(Scenario.NEW).assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(
        List.of("security-missing", "operations-missing", "billing-missing"), Bench.codes(found));
    assertEquals(
        List.of(
            "alternate-contacts/security",
            "alternate-contacts/operations",
            "alternate-contacts/billing"),
        Bench.ids(found));
  }

  @Test
  void a_change_says_what_is_written() {
    Change change = Bench.of(Scenario.NEW).assess(ID).changes().getFirst();
    assertEquals("account PutAlternateContact", change.service() + " " + change.operation());
    assertEquals(
        Map.of(
            "AlternateContactType", "SECURITY",
            "Name", "Aoi Tanaka",
            "Title", "Founder",
            "EmailAddress", "aoi@example.com",
            "PhoneNumber", "+819012345678"),
        change.request());
    assertEquals(Map.of("AlternateContactType", "SECURITY"), change.undo().getFirst().request());
  }

  @Test
  void without_answers_nothing_can_be_written() {
    Assessment found = Bench.of(Scenario.NEW, Map.of()).assess(ID);
    assertEquals(Set.of("name", "title", "email", "phone"), found.missingAnswers());
    assertEquals(List.of(), found.changes());
  }

  @Test
  void each_contact_may_be_somebody_else() {
    Map<String, String> answers =
        Bench.answers(
            ID + ".same-for-all", "false",
            ID + ".security.name", "Sora",
            ID + ".security.title", "CISO",
            ID + ".security.email", "sora@example.com",
            ID + ".security.phone", "+819012345679");
    Assessment found = Bench.of(Scenario.NEW, answers).assess(ID);
    assertEquals("Sora", Bench.change(found).request().get("Name"));
    assertEquals(
        Set.of(
            "operations.name",
            "operations.title",
            "operations.phone",
            "billing.name",
            "billing.title",
            "billing.phone"),
        found.missingAnswers(),
        "the e-mail address is there for everybody");
  }

  @Test
  void a_contact_that_is_there_is_left_alone() {
    Bench bench = Bench.of(Scenario.HALF_DONE);
    Assessment found = bench.assess(ID);
    assertEquals("security-set", Bench.codes(found).getFirst());
    assertEquals(
        List.of("alternate-contacts/operations", "alternate-contacts/billing"), Bench.ids(found));
    bench.apply(ID);
    assertEquals(
        "aoi@example.com",
        bench
            .clients()
            .account()
            .getAlternateContact(r -> r.alternateContactType("SECURITY"))
            .alternateContact()
            .emailAddress());
  }

  @Test
  void three_contacts_set_by_hand_are_done_whoever_they_are() {
    Bench bench = Bench.of(Scenario.NEW);
    for (String type : List.of("SECURITY", "OPERATIONS", "BILLING")) {
      bench
          .clients()
          .account()
          .putAlternateContact(
              r ->
                  r.alternateContactType(type)
                      .name(type)
                      .title("-")
                      .emailAddress(type + "@example.com")
                      .phoneNumber("1"));
    }
    Assessment found = bench.assess(ID);
    assertEquals(Verdict.DONE, found.verdict());
    assertEquals(List.of(), found.changes());
  }

  @Test
  void what_may_not_be_written_fails_with_who_denied() {
    Outcome outcome = Bench.of(Scenario.DENIED).apply(ID);
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals(
        Problem.Denial.By.NO_IDENTITY_POLICY,
        outcome.problem().orElseThrow().denial().orElseThrow().by());
    assertEquals(2, outcome.notTried().size());
  }
}
