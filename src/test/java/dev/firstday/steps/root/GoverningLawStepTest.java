package dev.firstday.steps.root;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.aws.Clients;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.WriteLog;
import dev.firstday.steps.OneStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoverningLawStepTest {
  private static PracticeAccount openedAt(Scenario scenario, String time) {
    return new PracticeAccount(
        scenario,
        WriteLog.NONE,
        CallListener.NONE,
        Duration.ZERO,
        Clock.fixed(Instant.parse(time), ZoneOffset.UTC),
        false);
  }

  private static Assessment assess(PracticeAccount practice, String... wanted) {
    Map<String, String> answers =
        wanted.length == 0 ? Map.of() : Map.of("governing-law.wanted", wanted[0]);
    return new OneStep("governing-law", practice, answers).assess();
  }

  private static void movedTo(PracticeAccount practice, String country) {
    var account = Clients.in(practice, "ap-northeast-1").account();
    var contact = account.getContactInformation(r -> {}).contactInformation();
    account.putContactInformation(
        r ->
            r.contactInformation(
                contact.toBuilder().countryCode(country).phoneNumber("+819012345678").build()));
  }

  @Test
  void an_account_opened_in_japan_since_february_2022_is_done() {
    Assessment seen = assess(openedAt(Scenario.NEW, "2022-01-31T15:00:00Z"));
    assertEquals(Verdict.DONE, seen.verdict());
    assertEquals(List.of("opened-since [2022-02-01]"), OneStep.notes(seen));
  }

  @Test
  void an_older_one_of_which_nothing_is_shown_waits_for_a_persons_word() {
    Assessment seen = assess(openedAt(Scenario.NEW, "2022-01-31T14:59:59Z"));
    assertEquals(Verdict.UNATTESTED, seen.verdict());
    assertEquals(List.of("nothing-shown"), OneStep.codes(seen));
  }

  @Test
  void the_seller_and_an_agreement_are_said_as_what_they_are() {
    PracticeAccount practice = openedAt(Scenario.HALF_DONE, "2019-01-01T00:00:00Z");
    Assessment seen = assess(practice);
    assertEquals(Verdict.DONE, seen.verdict());
    assertEquals(
        List.of(
            "seller [Amazon Web Services Japan G.K.]",
            "agreement [AWS Customer Agreement amendment for Japanese law]"),
        OneStep.notes(seen));
    practice.deny("tax:ListTaxRegistrations", "no");
    assertEquals(List.of("agreement"), OneStep.codes(assess(practice)));
    assertEquals(Verdict.DONE, assess(practice).verdict());
  }

  @Test
  void where_a_source_cannot_be_read_and_the_others_show_nothing_it_is_not_seen() {
    PracticeAccount practice = openedAt(Scenario.NEW, "2019-01-01T00:00:00Z");
    practice.deny("artifact:ListCustomerAgreements", "no");
    Assessment seen = assess(practice);
    assertEquals(Verdict.UNSEEN, seen.verdict());
    assertEquals(
        List.of("artifact:ListCustomerAgreements"),
        seen.problem().stream().map(problem -> problem.call()).toList());
  }

  @Test
  void another_country_needs_it_only_if_it_is_wanted() {
    PracticeAccount practice = openedAt(Scenario.NEW, "2026-01-01T00:00:00Z");
    movedTo(practice, "FR");
    Assessment seen = assess(practice);
    assertEquals(Verdict.NOT_APPLICABLE, seen.verdict());
    assertEquals(List.of("other-country [FR]"), OneStep.notes(seen));
    // Being new says nothing where the address is not in Japan.
    assertEquals(Verdict.UNATTESTED, assess(practice, "true").verdict());
  }

  @Test
  void who_does_not_want_it_need_not_have_it() {
    Assessment seen = assess(openedAt(Scenario.NEW, "2019-01-01T00:00:00Z"), "false");
    assertEquals(Verdict.NOT_APPLICABLE, seen.verdict());
    assertEquals(List.of("not-wanted"), OneStep.codes(seen));
  }
}
