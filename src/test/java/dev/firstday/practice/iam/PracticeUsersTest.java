package dev.firstday.practice.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.aws.SignIn;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.catalog.InputErrors;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.WriteLog;
import dev.firstday.steps.Steps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The users of the practice account, as {@code user-mfa} sees them. */
@Timeout(60)
class PracticeUsersTest {
  private static final Instant NOW = Instant.now();
  private static final Instant BEFORE = NOW.minus(Duration.ofDays(10));

  private final AtomicInteger reports = new AtomicInteger();
  private final PracticeAccount practice =
      new PracticeAccount(
          Scenario.NEW, WriteLog.NONE, CallListener.NONE, Duration.ZERO, Clock.systemUTC(), false);

  private Assessment assess() throws CallFailed, InputErrors {
    Catalog catalog = CatalogReader.builtIn();
    return Steps.find("user-mfa")
        .orElseThrow()
        .step()
        .assess(
            SignIn.to(practice, "ap-northeast-1", Optional.of("new")).account(),
            new AnswerBook(catalog, Map.of(), Map.of()).of(catalog.step("user-mfa").orElseThrow()));
  }

  private static List<String> notes(Assessment assessment) {
    return assessment.findings().stream()
        .filter(finding -> !finding.code().equals("report-age"))
        .map(finding -> finding.code() + " " + finding.note().values())
        .toList();
  }

  private static People.UserRecord console(String name) {
    People.UserRecord person = new People.UserRecord(name, BEFORE);
    person.password = Optional.of(BEFORE);
    return person;
  }

  private void giveMfa(String name) {
    practice.people().users.get(name).devices.put("arn:aws:iam::123456789012:mfa/" + name, BEFORE);
  }

  private static People.AccessKeyRecord key(String id, int daysOld, int daysUnused) {
    return new People.AccessKeyRecord(
        id,
        NOW.minus(Duration.ofDays(daysOld)),
        Optional.of(NOW.minus(Duration.ofDays(daysUnused))));
  }

  @Test
  void hundreds_of_users_are_read_page_by_page() throws Exception {
    giveMfa("aoi");
    for (int i = 0; i < 250; i++) {
      practice.people().add(console("user%03d".formatted(i)));
      if (i != 7 && i != 249) {
        giveMfa("user%03d".formatted(i));
      }
    }
    assertEquals(List.of("no-mfa [user007]", "no-mfa [user249]"), notes(assess()));
  }

  @Test
  void who_has_got_mfa_since_the_report_is_not_named() throws Exception {
    assertEquals(List.of("no-mfa [aoi]"), notes(assess()));
    giveMfa("aoi");
    Assessment after = assess();
    assertEquals(Verdict.DONE, after.verdict());
    assertEquals(List.of("good [1]"), notes(after));
  }

  @Test
  void who_was_made_since_the_report_is_looked_at_directly() throws Exception {
    giveMfa("aoi");
    assess();
    practice.people().add(console("late"));
    assertEquals(List.of("no-mfa [late]"), notes(assess()));
    practice.people().users.remove("late");
    assertEquals(List.of("good [1]"), notes(assess()));
  }

  @Test
  void an_administrator_through_a_group_has_no_key_and_others_a_young_one_in_use()
      throws Exception {
    giveMfa("aoi");
    practice.people().users.get("aoi").keys.add(key("AKIA1", 1, 0));
    practice.people().users.get("aoi").policies.clear();
    People.Team admins = practice.people().add(new People.Team("admins", BEFORE));
    admins.policies.add(People.ADMINISTRATOR);
    admins.members.add("aoi");
    People.UserRecord bot = practice.people().add(new People.UserRecord("bot", BEFORE));
    bot.keys.add(key("AKIA2", 89, 44));
    People.UserRecord idle = practice.people().add(new People.UserRecord("idle,too", BEFORE));
    idle.keys.add(key("AKIA3", 91, 45));
    idle.keys.add(
        new People.AccessKeyRecord("AKIA4", NOW.minus(Duration.ofDays(50)), Optional.empty()));
    assertEquals(
        List.of(
            "administrator-key [aoi, AKIA1]",
            "unused-key [idle,too, AKIA3, 45]",
            "old-key [idle,too, AKIA3, 91]",
            "unused-key [idle,too, AKIA4, 50]"),
        notes(assess()));
  }

  @Test
  void without_users_there_is_nothing_to_do_and_one_report_at_most_is_made() throws Exception {
    practice.people().users.clear();
    practice.add(
        (service, operation) -> {
          if (operation.equals("GenerateCredentialReport")) {
            reports.incrementAndGet();
          }
          return Optional.empty();
        });
    assertEquals(List.of("no-users []"), notes(assess()));
    // The report is begun before it is known whether there are users: it takes its time.
    assertTrue(reports.get() <= 1, reports.toString());
  }

  @Test
  void a_report_is_given_again_for_four_hours() {
    var iam = Clients.in(practice, "us-east-1").iam();
    assertEquals("STARTED", iam.generateCredentialReport().stateAsString());
    assertEquals("COMPLETE", iam.generateCredentialReport().stateAsString());
    assertTrue(practice.people().report().orElseThrow().csv.startsWith("user,arn,"));
  }
}
