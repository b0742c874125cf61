package dev.firstday.cli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.cli.JsonOf;
import dev.firstday.cli.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

class ApplyCommandTest {
  private static final String[] POLICY = {"apply", "--practice", "--step", "password-policy"};

  private final Trial firstday;

  ApplyCommandTest(@TempDir Path home) {
    firstday = new Trial(home);
  }

  @Test
  void nobody_to_ask_and_no_yes_writes_nothing_and_says_why() {
    Trial.Result apply = firstday.answered("apply", "--practice");
    assertEquals(2, apply.code());
    assertEquals("", apply.out());
    assertTrue(apply.err().contains("nobody is here to answer"), apply.err());
    assertTrue(apply.err().contains("--yes"), apply.err());
    assertEquals(List.of(), firstday.calls());
    assertFalse(firstday.written("new"));
  }

  @Test
  void what_is_seen_only_now_is_no_account_that_has_moved_on() {
    Trial.Result apply =
        firstday
            .failing(denyingTheFirst("GetAlternateContact"))
            .answered("apply", "--practice", "--yes", "--step=alternate-contacts");
    assertEquals(4, apply.code(), apply.err());
    assertEquals(List.of(), firstday.writes());
    assertTrue(apply.err().contains("could not be seen before is seen now"), apply.err());
    assertTrue(apply.err().contains("(FD-PLAN-003)"), apply.err());
    assertFalse(apply.err().contains("has moved on"), apply.err());
  }

  /** Which of the three contacts it is that can't be seen is up to the threads. */
  private static CallListener denyingTheFirst(String read) {
    AtomicInteger looks = new AtomicInteger();
    return (service, operation, region) -> {
      if (operation.equals(read) && looks.incrementAndGet() == 1) {
        throw AwsServiceException.builder()
            .statusCode(403)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("AccessDenied").build())
            .build();
      }
    };
  }

  @Test
  void a_person_is_asked_anew_about_what_is_seen_only_now() {
    Trial.Result apply =
        firstday
            .failing(denyingTheFirst("GetAlternateContact"))
            .typing("9012\n9012\n")
            .answered("apply", "--practice", "--step=alternate-contacts");
    assertEquals(0, apply.code(), apply.err());
    assertEquals(
        List.of("PutAlternateContact", "PutAlternateContact", "PutAlternateContact"),
        firstday.writes());
    String[] asked = apply.err().split("type the last 4 digits", -1);
    assertEquals(3, asked.length, apply.err());
    assertFalse(asked[0].contains("is seen now"), apply.err());
    assertTrue(
        asked[1].contains("alternate-contacts: a part that could not be seen before is seen now"),
        apply.err());
    assertTrue(asked[1].contains("This is the new plan:"), apply.err());
  }

  @Test
  void without_a_second_yes_only_what_was_agreed_to_is_written() {
    Trial.Result apply =
        firstday
            .failing(denyingTheFirst("GetAlternateContact"))
            .typing("9012\ny\n")
            .answered("apply", "--practice", "--step=alternate-contacts", "--lang=ja");
    assertEquals(2, apply.code(), apply.err());
    assertEquals(List.of(), firstday.writes());
    assertTrue(apply.err().contains("前回確認できなかった部分を今回は確認できました"), apply.err());
    assertTrue(apply.err().contains("何も書き込んでいません"), apply.err());
  }

  @Test
  void what_was_written_before_a_person_is_asked_anew_is_not_denied() {
    Trial.Result apply =
        firstday
            .failing(denyingTheFirst("GetEbsEncryptionByDefault"))
            .typing("9012\nno\n")
            .answered(
                "apply",
                "--practice",
                "--step=password-policy",
                "--step=ebs-encryption",
                "--set=regions=ap-northeast-1,us-east-1");
    assertEquals(2, apply.code(), apply.err());
    assertEquals(List.of("UpdateAccountPasswordPolicy"), firstday.writes());
    assertTrue(apply.err().contains("nothing more was written"), apply.err());
    assertFalse(apply.err().contains("nothing was written"), apply.err());
  }

  @Test
  void a_person_is_asked_anew_only_once() {
    AtomicInteger looks = new AtomicInteger();
    Trial.Result apply =
        firstday
            .failing(
                (service, operation, region) -> {
                  // At the first look and at the one for the new plan, which begins with the 10th.
                  int look = operation.equals("GetAlternateContact") ? looks.incrementAndGet() : 0;
                  if (look == 1 || look == 10) {
                    denyingTheFirst(operation).calling(service, operation, region);
                  }
                })
            .typing("9012\n9012\n9012\n")
            .answered("apply", "--practice", "--step=alternate-contacts");
    assertEquals(4, apply.code(), apply.err());
    assertEquals(List.of(), firstday.writes());
    assertEquals(3, apply.err().split("type the last 4 digits", -1).length, apply.err());
    assertTrue(apply.err().contains("(FD-PLAN-003)"), apply.err());
  }

  @Test
  void ctrl_c_ends_it_behind_the_call_in_flight_and_once_more_at_once() {
    List<Boolean> heard = new ArrayList<>();
    Trial.Result apply =
        firstday
            .failing(
                (service, operation, region) -> {
                  if (operation.equals("PutAlternateContact")) {
                    heard.add(firstday.interrupt());
                    heard.add(firstday.interrupt());
                  }
                })
            .answered(
                "apply",
                "--practice",
                "--yes",
                "--step=alternate-contacts",
                "--step=password-policy");
    assertEquals(130, apply.code(), apply.err());
    assertEquals(List.of(true, false), heard, "the second one ends the process");
    assertEquals(List.of("PutAlternateContact"), firstday.writes());
    assertTrue(apply.err().contains("Stopping after the call in flight"), apply.err());
    assertTrue(apply.err().contains("Done: 1\n"), apply.err());
    assertTrue(apply.err().contains("Not tried: 3\n"), apply.err());
    assertFalse(firstday.interrupt(), "it is as before when the apply is over");
  }

  @Test
  void yes_writes_what_is_missing_and_a_second_apply_nothing() {
    String[] steps = {
      "apply",
      "--practice",
      "--yes",
      "--step",
      "alternate-contacts",
      "--step",
      "budget",
      "--step",
      "password-policy"
    };
    Trial.Result first = firstday.answered(steps);
    assertEquals(0, first.code(), first.err());
    assertEquals(
        List.of(
            "PutAlternateContact",
            "PutAlternateContact",
            "PutAlternateContact",
            "CreateBudget",
            "UpdateAccountPasswordPolicy"),
        firstday.writes());
    assertTrue(first.out().contains("3 done, 0 to do, 0 not seen"), first.out());
    assertTrue(first.err().contains("done     Alternate contacts: 3 changes"), first.err());

    Trial.Result second = firstday.answered(steps);
    assertEquals(0, second.code());
    assertEquals(List.of(), firstday.writes());
    assertTrue(second.err().contains("Nothing to write."), second.err());
    assertEquals(0, firstday.run("check", "--practice", "--step", "budget").code());
  }

  /** Everything there is, which is the only apply here that goes to all Regions. */
  @Test
  void the_exit_code_of_an_apply_is_that_of_a_check_afterwards() {
    Trial.Result apply = firstday.answered("apply", "--practice", "--yes");
    assertEquals(1, apply.code());
    assertTrue(apply.out().contains("18 done, 6 to do, 0 not seen, 3 waiting"), apply.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"9012\n", " 9012 \r\n", "９０１２\n", "9012"})
  void the_last_four_digits_confirm(String typed) {
    Trial.Result apply = firstday.typing(typed).run(POLICY);
    assertEquals(0, apply.code(), apply.err());
    assertEquals(List.of("UpdateAccountPasswordPolicy"), firstday.writes());
    assertTrue(apply.err().contains("type the last 4 digits of account 123456789012"));
    assertFalse(apply.out().contains("type the last"), apply.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"9013\n", "\n", "y\n", "yes\n", "012\n", "19012\n", "123456789012\n"})
  void anything_else_writes_nothing(String typed) {
    Trial.Result apply = firstday.typing(typed).run(POLICY);
    assertEquals(2, apply.code());
    assertTrue(apply.err().contains("not confirmed; nothing was written."), apply.err());
    assertEquals(List.of(), firstday.writes());
    assertFalse(firstday.written("new"));
  }

  @Test
  void the_end_of_input_is_an_interruption() {
    Trial.Result apply = firstday.typing("").run(POLICY);
    assertEquals(130, apply.code());
    assertTrue(apply.err().contains("not confirmed; nothing was written."), apply.err());
    assertFalse(firstday.written("new"));
  }

  @Test
  void the_account_guard_refuses_any_other_account() {
    Trial.Result other =
        firstday.run("apply", "--practice", "--yes", "--account", "1111", "--step=password-policy");
    assertEquals(2, other.code());
    assertTrue(other.err().contains("123456789012, which does not end in 1111"), other.err());
    assertFalse(firstday.written("new"));
    assertEquals(
        0,
        firstday
            .run("apply", "--practice", "--yes", "--account=9012", "--step=password-policy")
            .code());
  }

  @Test
  void missing_answers_are_all_named_before_any_write() {
    Trial.Result apply = firstday.run("apply", "--practice", "--yes");
    assertEquals(2, apply.code());
    assertEquals(List.of(), firstday.writes());
    assertFalse(firstday.written("new"));
    assertTrue(apply.err().contains("nothing was written"), apply.err());
    for (String words :
        List.of(
            "--set alternate-contacts.name=...   Name (text, no default)",
            "--set alternate-contacts.title=...   Job title (text, no default)",
            "--set alternate-contacts.email=... / --set email=...   E-mail address (e-mail address,",
            "--set alternate-contacts.phone=...   Phone number (phone number with country code,",
            "--set budget.emails=... / --set email=...   Who gets the alerts (list of e-mail addresses,")) {
      assertTrue(apply.err().contains(words), () -> words + " in " + apply.err());
    }
  }

  @Test
  void a_denied_write_lists_done_failed_and_not_tried_and_who_denied() {
    Trial.Result apply =
        firstday.answered(
            "apply",
            "--practice=denied",
            "--yes",
            "--step",
            "alternate-contacts",
            "--step",
            "password-policy");
    assertEquals(4, apply.code());
    assertEquals(List.of("PutAlternateContact", "UpdateAccountPasswordPolicy"), firstday.writes());
    assertTrue(apply.err().contains("not allowed to call account:PutAlternateContact"));
    assertTrue(apply.err().contains("not allowed to call iam:UpdateAccountPasswordPolicy"));
    assertTrue(apply.err().contains("No policy of arn:aws:iam::123456789012:user/aoi allows it"));
    List<String> lists = apply.err().lines().dropWhile(line -> !line.startsWith("Done:")).toList();
    assertEquals(
        List.of(
            "Done: 0",
            "Failed: 2",
            "  Security contact: Aoi Tanaka, alerts@example.com",
            "  Password policy: 14 characters or more, of all four kinds",
            "Not tried: 2",
            "  Operations contact: Aoi Tanaka, alerts@example.com"
                + " (left, because this step failed: Alternate contacts)",
            "  Billing contact: Aoi Tanaka, alerts@example.com"
                + " (left, because this step failed: Alternate contacts)"),
        lists.subList(0, lists.size() - 1));
    assertTrue(lists.getLast().startsWith("Every call of this run is in the log "));
    assertFalse(firstday.written("denied"));
  }

  @Test
  void a_service_control_policy_is_named_as_such() {
    Trial.Result apply =
        firstday.run("apply", "--practice=denied", "--yes", "--step", "password-policy");
    assertEquals(4, apply.code());
    assertTrue(apply.err().contains("A service control policy of the organization"), apply.err());
  }

  @Test
  void without_a_network_nothing_is_tried() {
    Trial.Result apply = firstday.answered("apply", "--practice=offline", "--yes");
    assertEquals(3, apply.code());
    assertTrue(apply.err().contains("AWS could not be reached"), apply.err());
    assertEquals(List.of(), firstday.writes());
  }

  @Test
  void the_journal_has_each_change_before_and_after_its_call() throws IOException {
    firstday.run("apply", "--practice", "--yes", "--step", "password-policy");
    List<JsonNode> journal =
        Files.readAllLines(firstday.state("new").resolve("journal.jsonl")).stream()
            .map(JsonOf::text)
            .toList();
    assertEquals(
        List.of("started", "done", "left"),
        journal.stream().map(entry -> entry.get("event").textValue()).toList());
    for (JsonNode entry : journal) {
      assertEquals(1, entry.get("v").intValue());
      assertEquals("password-policy/policy", entry.get("id").textValue());
      assertEquals("2026-11-22T09:00:00Z", entry.get("at").textValue());
    }
    assertTrue(journal.get(0).get("change").get("request").isObject());
    assertFalse(journal.get(1).get("requestId").textValue().isEmpty());
  }

  @Test
  void a_reset_makes_the_practice_account_new_again() {
    firstday.run("apply", "--practice", "--yes", "--step", "password-policy");
    assertEquals(0, firstday.run("check", "--practice", "--step=password-policy").code());
    assertEquals(
        1,
        firstday.run("check", "--practice", "--practice-reset", "--step=password-policy").code());
    assertEquals(1, firstday.run("check", "--practice", "--step=password-policy").code());
  }

  @Test
  void the_answers_file_is_below_set_and_above_the_default() {
    Path answers =
        firstday.file(
            "answers.yaml",
            """
            email: file@example.com
            steps:
              budget: {amount: 20}
            """);
    String[] plan = {
      "plan", "--practice", "--step", "budget", "--output", "json", "--answers", answers.toString()
    };
    JsonNode fromFile = JsonOf.text(firstday.run(plan).out()).get("changes").get(0).get("request");
    assertEquals("20", fromFile.get("Budget").get("BudgetLimit").get("Amount").textValue());
    assertTrue(fromFile.toString().contains("file@example.com"), fromFile.toString());

    String[] set = Arrays.copyOf(plan, plan.length + 2);
    set[plan.length] = "--set";
    set[plan.length + 1] = "budget.amount=70";
    JsonNode fromSet = JsonOf.text(firstday.run(set).out()).get("changes").get(0).get("request");
    assertEquals("70", fromSet.get("Budget").get("BudgetLimit").get("Amount").textValue());
  }

  @Test
  void on_a_terminal_it_tells_the_number_of_the_change_and_ends_with_totals_and_what_is_next() {
    firstday.typing("9012\n").with("TERM", "xterm");
    Trial.Result apply = firstday.answered("apply", "--practice");
    assertTrue(apply.out().contains("change 12 of "), apply.out());
    assertTrue(apply.err().contains("done     GuardDuty threat detection: "), apply.err());
    List<String> result = apply.out().replaceAll("[^\n]*\r", "").lines().toList();
    assertTrue(result.size() <= 5, result.toString());
    assertTrue(result.get(0).contains("123456789012"), result.toString());
    assertTrue(result.get(1).contains("(29 steps)"), result.toString());
  }

  @Test
  void a_dry_run_shows_the_plan_and_asks_nobody_and_writes_nothing() {
    for (String command : List.of("apply", "undo")) {
      Trial.Result dry = firstday.answered(command, "--practice", "--dry-run");
      assertEquals(0, dry.code(), dry.err());
      assertEquals(List.of(), firstday.writes());
      assertFalse(dry.err().contains("type the last"), dry.err());
    }
    Trial.Result other = firstday.answered("apply", "--practice", "--dry-run", "--account", "1111");
    assertEquals(2, other.code(), other.err());
  }

  @Test
  void quiet_needs_a_yes_to_keep_the_plan_back() {
    Trial.Result asked = firstday.typing("9012\n").run("apply", "--practice", "-q", "--step=trail");
    assertTrue(asked.err().contains("+ Trail firstday"), asked.err());
    Trial.Result quiet = firstday.run("apply", "--practice", "-q", "-y", "--step=password-policy");
    assertEquals("", quiet.all());
    assertEquals(List.of("UpdateAccountPasswordPolicy"), firstday.writes());
    Trial.Result nobody = firstday.typing("9012\n").run("apply", "--practice", "--no-input");
    assertEquals(2, nobody.code(), nobody.err());
  }
}
