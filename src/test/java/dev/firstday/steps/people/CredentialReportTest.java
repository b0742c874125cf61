package dev.firstday.steps.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Account;
import dev.firstday.aws.SignIn;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CredentialReportTest {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  private static Account account(PracticeAccount practice) throws CallFailed {
    return SignIn.to(practice, "ap-northeast-1", Optional.of("new")).account();
  }

  @Test
  void columns_are_found_by_their_name_and_yes_is_yes_in_any_case() {
    CredentialReport report =
        CredentialReport.parse(
            """
            mfa_active,arn,user,new_column
            TRUE,arn:a,aoi,x
            false,arn:b,ren,y
            """,
            NOW);
    assertTrue(report.user("aoi").orElseThrow().says("mfa_active"));
    assertFalse(report.user("ren").orElseThrow().says("mfa_active"));
    assertFalse(report.user("ren").orElseThrow().says("password_enabled"));
    assertEquals(Optional.empty(), report.root());
    assertEquals(NOW, report.generated());
  }

  @Test
  void a_time_is_a_time_and_all_else_is_none() {
    CredentialReport.UserRow row =
        CredentialReport.parse(
                """
                user,a,b,c,d
                <root_account>,2026-01-02T03:04:05+00:00,N/A,no_information
                """,
                NOW)
            .root()
            .orElseThrow();
    assertEquals(Optional.of(Instant.parse("2026-01-02T03:04:05Z")), row.time("a"));
    for (String column : new String[] {"b", "c", "d", "e"}) {
      assertEquals(Optional.empty(), row.time(column));
    }
  }

  @Test
  void a_comma_in_quotes_is_part_of_a_name_and_a_bare_one_makes_the_row_unreadable() {
    CredentialReport report = CredentialReport.parse("user,arn\n\"a,b\",x\nc,d,y\n", NOW);
    assertEquals(Set.of("a,b"), report.users().keySet());
  }

  @Test
  void nothing_at_all_is_a_report_of_nobody() {
    assertTrue(CredentialReport.parse("", NOW).users().isEmpty());
  }

  @Test
  void it_is_made_and_waited_for() throws CallFailed {
    CredentialReport report = CredentialReport.read(account(new PracticeAccount(Scenario.NEW)));
    assertEquals(Set.of("<root_account>", "aoi"), report.users().keySet());
    assertTrue(report.user("aoi").orElseThrow().says("password_enabled"));
  }

  @Test
  void who_may_not_have_one_made_sees_the_one_that_is_there() throws CallFailed {
    PracticeAccount practice = new PracticeAccount(Scenario.NEW);
    CredentialReport.read(account(practice));
    practice.deny("iam:GenerateCredentialReport", "no");
    assertEquals(2, CredentialReport.read(account(practice)).users().size());
  }

  @Test
  void who_may_not_have_one_made_is_told_so_if_there_is_none() throws CallFailed {
    PracticeAccount practice = new PracticeAccount(Scenario.NEW);
    practice.deny("iam:GenerateCredentialReport", "no");
    Account account = account(practice);
    CallFailed e = assertThrows(CallFailed.class, () -> CredentialReport.read(account));
    assertEquals("iam:GenerateCredentialReport", e.problem().call());
  }
}
