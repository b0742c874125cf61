package dev.firstday.cli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstday.cli.Cli;
import dev.firstday.cli.JsonOf;
import dev.firstday.cli.Trial;
import dev.firstday.cli.run.RunEnvironment;
import dev.firstday.state.StateFolder;
import dev.firstday.state.WriteLock;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** {@code undo} and {@code history}, and what keeps a command from writing. */
class UndoCommandTest {
  private static final String CONTACTS = "--step=alternate-contacts";
  private static final String POLICY = "--step=password-policy";

  private final Trial firstday;
  private final Path journal;

  UndoCommandTest(@TempDir Path home) {
    firstday = new Trial(home);
    journal = firstday.state("new").resolve("journal.jsonl");
  }

  private void apply() {
    Trial.Result apply = firstday.answered("apply", "--practice", "--yes", CONTACTS, POLICY);
    assertEquals(0, apply.code(), apply.err());
    firstday.later(Duration.ofMinutes(1));
  }

  private int check(String step) {
    return firstday.answered("check", "--practice", step).code();
  }

  @Test
  void the_plan_shows_the_whole_request_of_each_call() {
    firstday.run("apply", "--practice", "--yes", "--step", "s3-public-access-block");
    Trial.Result undo =
        firstday.typing("").run("undo", "--practice", "--step", "s3-public-access-block");
    assertTrue(undo.err().contains("{\"AccountId\":\"123456789012\"}"), undo.err());
  }

  @Test
  void yes_takes_back_the_last_first_and_a_second_undo_finds_nothing() {
    apply();
    Trial.Result undo = firstday.run("undo", "--practice", "--yes");
    assertEquals(0, undo.code(), undo.err());
    assertEquals(
        List.of(
            "DeleteAccountPasswordPolicy",
            "DeleteAlternateContact",
            "DeleteAlternateContact",
            "DeleteAlternateContact"),
        firstday.writes());
    assertEquals("Taken back: 4. Left as it is: 0.\n", undo.out());
    assertTrue(undo.err().contains("iam DeleteAccountPasswordPolicy, ap-northeast-1"), undo.err());
    assertEquals(1, check(POLICY));

    Trial.Result again = firstday.run("undo", "--practice", "--yes");
    assertEquals(0, again.code(), again.err());
    assertEquals("Nothing to take back.\n", again.out());
    assertEquals(List.of(), firstday.writes());
  }

  @Test
  void a_step_alone_is_taken_back_alone() {
    apply();
    assertEquals(0, firstday.run("undo", "--practice", "--yes", POLICY).code());
    assertEquals(List.of("DeleteAccountPasswordPolicy"), firstday.writes());
    assertEquals(0, check(CONTACTS));
    assertEquals(1, check(POLICY));
  }

  @Test
  void nothing_was_done_so_nothing_is_taken_back() {
    Trial.Result undo = firstday.run("undo", "--practice", "--yes");
    assertEquals(0, undo.code(), undo.err());
    assertEquals("Nothing to take back.\n", undo.out());
    assertFalse(firstday.written("new"));
  }

  @Test
  void nobody_to_ask_and_no_yes_takes_nothing_back_and_says_why() {
    apply();
    Trial.Result undo = firstday.run("undo", "--practice");
    assertEquals(2, undo.code());
    assertEquals("", undo.out());
    assertTrue(undo.err().contains("Say --yes to agree beforehand."), undo.err());
    assertEquals(List.of(), firstday.calls());
  }

  @ParameterizedTest
  @ValueSource(strings = {"9012\n", " ９０１２ \r\n"})
  void the_last_four_digits_confirm(String typed) {
    apply();
    Trial.Result undo = firstday.typing(typed).run("undo", "--practice", POLICY);
    assertEquals(0, undo.code(), undo.err());
    assertEquals(List.of("DeleteAccountPasswordPolicy"), firstday.writes());
    assertTrue(undo.err().contains("type the last 4 digits of account 123456789012"), undo.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"9013\n", "\n", "y\n", "123456789012\n"})
  void anything_else_takes_nothing_back(String typed) {
    apply();
    Trial.Result undo = firstday.typing(typed).run("undo", "--practice", POLICY);
    assertEquals(2, undo.code());
    assertTrue(undo.err().contains("not confirmed; nothing was written."), undo.err());
    assertEquals(List.of(), firstday.writes());
    assertEquals(0, check(POLICY));
  }

  @Test
  void the_end_of_input_is_an_interruption() {
    apply();
    assertEquals(130, firstday.typing("").run("undo", "--practice", POLICY).code());
    assertEquals(List.of(), firstday.writes());
  }

  @Test
  void the_account_guard_refuses_any_other_account() {
    apply();
    Trial.Result undo = firstday.run("undo", "--practice", "--yes", "--account", "1111");
    assertEquals(2, undo.code());
    assertTrue(undo.err().contains("123456789012, which does not end in 1111"), undo.err());
    assertEquals(List.of(), firstday.writes());
  }

  @Test
  void an_unknown_step_is_bad_input() {
    Trial.Result undo = firstday.run("undo", "--practice", "--yes", "--step=bogus");
    assertEquals(2, undo.code());
    assertTrue(undo.err().contains("--step bogus: expected one of"), undo.err());
  }

  @Test
  void a_failure_part_way_is_exit_4_with_what_was_done_and_what_not() {
    apply();
    Trial.Result undo =
        firstday
            .failing(
                (service, operation, region) -> {
                  if (operation.equals("DeleteAlternateContact")) {
                    throw software.amazon.awssdk.core.exception.SdkClientException.create("cut");
                  }
                })
            .run("undo", "--practice", "--yes");
    assertEquals(4, undo.code(), undo.err());
    assertTrue(undo.err().contains("Done: 1"), undo.err());
    assertFalse(undo.err().contains("\tat "), undo.err());
    firstday.failing((service, operation, region) -> {});
    assertEquals(0, firstday.run("undo", "--practice", "--yes").code());
    assertEquals(3, firstday.writes().size(), "what was done is not done again");
  }

  @Test
  void ctrl_c_ends_it_behind_the_call_in_flight() {
    apply();
    Trial.Result undo =
        firstday
            .failing(
                (service, operation, region) -> {
                  if (operation.equals("DeleteAccountPasswordPolicy")) {
                    firstday.interrupt();
                  }
                })
            .run("undo", "--practice", "--yes");
    assertEquals(130, undo.code(), undo.err());
    assertEquals(List.of("DeleteAccountPasswordPolicy"), firstday.writes());
    assertTrue(undo.err().contains("Done: 1\n"), undo.err());
    assertTrue(undo.err().contains("Not tried: 3\n"), undo.err());
  }

  private Trial refusing(String refused) {
    return firstday.failing(
        (service, operation, region) -> {
          if (operation.equals(refused)) {
            throw AwsServiceException.builder()
                .statusCode(403)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode("AccessDenied").build())
                .build();
          }
        });
  }

  @Test
  void a_refused_call_keeps_its_step_and_the_rest_is_taken_back() {
    apply();
    Trial.Result undo = refusing("DeleteAccountPasswordPolicy").run("undo", "--practice", "--yes");
    assertEquals(4, undo.code(), undo.err());
    assertTrue(undo.err().contains("Done: 3\n"), undo.err());
    assertTrue(undo.err().contains("Failed: 1\n"), undo.err());
    assertTrue(undo.err().contains("Not tried: 0\n"), undo.err());
    assertEquals(1, check(CONTACTS));
    assertEquals(0, check(POLICY));
  }

  @Test
  void the_first_refused_call_ends_it_where_that_was_asked_for() {
    apply();
    Trial.Result undo =
        refusing("DeleteAccountPasswordPolicy")
            .run("undo", "--practice", "--yes", "--stop-on-failure");
    assertEquals(4, undo.code(), undo.err());
    assertEquals(List.of("DeleteAccountPasswordPolicy"), firstday.writes());
    assertTrue(undo.err().contains("Not tried: 3\n"), undo.err());
  }

  @Test
  void the_history_is_read_by_people() {
    assertTrue(
        firstday.run("history", "--practice").out().contains("has changed nothing"), "at first");
    apply();
    firstday.run("undo", "--practice", "--yes", POLICY);
    Trial.Result history = firstday.run("history", "--practice");
    assertEquals(0, history.code(), history.err());
    assertEquals(List.of(), firstday.writes());
    List<String> lines = history.out().lines().toList();
    assertTrue(
        lines.contains("2026-11-22T09:00:00Z  done          alternate-contacts"), history.out());
    assertTrue(
        lines.contains("2026-11-22T09:00:00Z  taken back    password-policy"), history.out());
    assertTrue(
        lines.stream()
            .anyMatch(l -> l.startsWith("      iam UpdateAccountPasswordPolicy, ap-northeast-1")),
        history.out());
    Trial.Result japanese = firstday.run("history", "--practice", "--lang", "ja");
    assertTrue(japanese.out().contains("元に戻し済み"), japanese.out());
  }

  @Test
  void the_history_is_read_by_programs() {
    apply();
    firstday.run("undo", "--practice", "--yes", POLICY);
    JsonNode history = JsonOf.text(firstday.run("history", "--practice", "--output", "json").out());
    assertEquals("123456789012", history.at("/account").asText());
    assertEquals(4, history.at("/changes").size());
    JsonNode policy = history.at("/changes/3");
    assertEquals("DONE", policy.at("/result").asText());
    assertEquals("2026-11-22T09:01:00Z", policy.at("/undoneAt").asText());
    assertEquals("UpdateAccountPasswordPolicy", policy.at("/operation").asText());
    assertTrue(history.at("/changes/0/undoneAt").isMissingNode());
  }

  @Test
  void entries_of_a_later_version_are_kept_and_it_is_said() throws IOException {
    apply();
    String later = "{\"v\":2,\"at\":\"2026-11-22T09:00:30Z\",\"event\":\"undone\",\"id\":{}}\n";
    Files.writeString(journal, later, StandardOpenOption.APPEND);
    for (List<String> command :
        List.of(List.of("history", "--practice"), List.of("undo", "--practice", "--yes"))) {
      Trial.Result result = firstday.run(command.toArray(String[]::new));
      assertEquals(0, result.code(), result.err());
      assertTrue(
          result.err().contains("A later version of firstday has written 1 entries"), result.err());
    }
    assertTrue(Files.readString(journal).contains(later));
  }

  // What keeps a command from writing.

  @Test
  void only_one_writes_at_a_time_and_whoever_comes_second_is_told_who() {
    apply();
    WriteLock first = new StateFolder(firstday.state("new")).lock();
    try {
      for (String command : List.of("undo", "apply")) {
        Trial.Result second =
            firstday.answered(command, "--practice", "--yes", "--set=budget.amount=50");
        assertEquals(2, second.code(), second.err());
        assertTrue(
            second.err().contains("process " + ProcessHandle.current().pid() + " on "),
            second.err());
        assertTrue(second.err().contains(", started 20"), second.err());
        assertEquals(List.of(), firstday.writes());
      }
      assertEquals(0, check(POLICY));
      assertEquals(0, firstday.run("history", "--practice").code());
    } finally {
      first.close();
    }
    assertEquals(0, firstday.run("undo", "--practice", "--yes").code());
  }

  @Test
  void a_fault_of_ours_is_one_line_and_exit_70_even_an_error() throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    RunEnvironment world = firstday.world(out, err);
    RunEnvironment broken =
        new RunEnvironment(
            world.environment(),
            world.home(),
            world.in(),
            world.out(),
            world.documents(),
            world.err(),
            () -> {
              throw new StackOverflowError("too deep");
            },
            world.clock(),
            world.pause(),
            world.listener(),
            world.ends(),
            world.practice());
    assertEquals(70, Cli.run(broken, "undo", "--practice"));
    assertEquals("", out.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("StackOverflowError"), err.toString());
    Path log = firstday.home.resolve(".local/state/firstday/fault.log");
    assertTrue(Files.readString(log).contains("too deep"));
  }

  @Test
  void a_fault_beside_the_main_thread_is_no_different() throws IOException {
    Trial.Result check =
        firstday
            .failing(
                (service, operation, region) -> {
                  throw new StackOverflowError("too deep");
                })
            .run("check", "--practice");
    assertEquals(70, check.code(), check.err());
    assertEquals(1, check.err().lines().count(), check.err());
    Path log = firstday.home.resolve(".local/state/firstday/fault.log");
    assertTrue(Files.readString(log).contains("too deep"));
  }
}
