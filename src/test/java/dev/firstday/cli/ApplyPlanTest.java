package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstday.aws.operations.CallListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A plan that is written down, looked at by somebody else, and applied later. */
class ApplyPlanTest {
  private final Trial firstday;
  private final Path file;

  ApplyPlanTest(@TempDir Path home) {
    firstday = new Trial(home);
    file = home.resolve("plan.json");
  }

  @BeforeEach
  void plan() {
    Trial.Result plan =
        firstday.answered(
            "plan",
            "--practice",
            "--region",
            "eu-central-1",
            "--step",
            "password-policy",
            "--step",
            "budget",
            "--out",
            file.toString());
    assertEquals(0, plan.code(), plan.err());
    assertEquals(List.of(), firstday.writes());
  }

  private Trial.Result apply(String... more) {
    String[] first = {"apply", "--practice", "--yes", "--plan", file.toString()};
    return firstday.run(Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new));
  }

  private JsonNode read() throws IOException {
    return Schema.of("plan.json").accepts(Files.readString(file));
  }

  @Test
  void is_applied_with_the_answers_and_the_region_it_was_made_with() throws IOException {
    assertEquals("alerts@example.com", read().get("answers").get("email").asText());
    assertEquals("eu-central-1", read().get("answers").get("home-region").asText());
    Trial.Result apply = apply();
    assertEquals(0, apply.code(), apply.err());
    List<String> planned =
        read()
            .get("changes")
            .valueStream()
            .map(change -> change.get("operation").asText())
            .toList();
    assertEquals(planned.stream().sorted().toList(), firstday.writes().stream().sorted().toList());
    assertTrue(apply.out().contains("2 done, 0 to do"), apply.out());
  }

  @Test
  void also_when_it_was_written_in_another_language() {
    assertEquals(0, apply("--lang", "ja").code());
  }

  @Test
  void is_refused_once_the_account_has_moved_on() {
    assertEquals(
        0, firstday.answered("apply", "--practice", "--yes", "--step", "password-policy").code());
    Trial.Result apply = apply();
    assertEquals(4, apply.code());
    assertEquals(List.of(), firstday.writes());
    assertTrue(apply.err().contains("no longer as it was"), apply.err());
    assertTrue(apply.err().lines().toList().getLast().contains("in the log"), apply.err());
    assertEquals(2, apply.err().lines().count(), apply.err());
  }

  /** A plan of the contacts, one of which could not be read. */
  private void planPartlyUnseen() {
    AtomicInteger looks = new AtomicInteger();
    Trial.Result plan =
        firstday
            .failing(
                (service, operation, region) -> {
                  if (operation.equals("GetAlternateContact") && looks.incrementAndGet() == 1) {
                    throw AwsServiceException.builder().statusCode(403).build();
                  }
                })
            .answered(
                "plan",
                "--practice",
                "--step=alternate-contacts",
                "--step=password-policy",
                "--out=" + file);
    assertEquals(3, plan.code(), plan.err());
    firstday.failing(CallListener.NONE);
  }

  @ParameterizedTest
  @CsvSource({"en,could not be seen when,no longer as it was", "ja,作成時に確認できなかった部分,アカウントの状態が変わって"})
  void says_so_where_only_more_is_seen_than_when_it_was_made(
      String language, String reason, String moved) throws IOException {
    planPartlyUnseen();
    assertEquals("[\"alternate-contacts\"]", read().get("unseen").toString());
    Trial.Result apply = apply("--lang", language);
    assertEquals(4, apply.code(), apply.err());
    assertEquals(List.of(), firstday.writes());
    assertTrue(apply.err().contains(reason), apply.err());
    assertTrue(apply.err().contains("alternate-contacts"), apply.err());
    assertFalse(apply.err().contains(moved), apply.err());
  }

  @Test
  void has_moved_on_where_something_else_differs_too() {
    planPartlyUnseen();
    assertEquals(
        0, firstday.answered("apply", "--practice", "--yes", "--step", "password-policy").code());
    Trial.Result apply = apply();
    assertEquals(4, apply.code(), apply.err());
    assertTrue(apply.err().contains("no longer as it was"), apply.err());
  }

  @Test
  void is_refused_when_somebody_has_added_or_changed_or_removed_something() throws IOException {
    String good = Files.readString(file);
    ObjectNode changed = (ObjectNode) JsonOf.text(good);
    ((ObjectNode) changed.get("changes").get(0)).put("region", "us-west-2");
    ObjectNode removed = (ObjectNode) JsonOf.text(good);
    ((ArrayNode) removed.get("changes")).remove(0);
    ObjectNode account = (ObjectNode) JsonOf.text(good);
    account.put("account", "999988887777");
    for (ObjectNode bad : List.of(changed, account)) {
      Files.writeString(file, bad.toString());
      assertEquals(4, apply().code(), bad.toString());
      assertEquals(List.of(), firstday.writes());
    }
    // Without any change of a step the step is no longer part of the plan.
    Files.writeString(file, removed.toString());
    Trial.Result rest = apply();
    assertTrue(rest.code() == 0 || rest.code() == 4, rest.err());
    assertEquals(rest.code() == 0, !firstday.writes().isEmpty());
    assertFalse(firstday.writes().contains(JsonOf.text(good).at("/changes/0/operation").asText()));
  }

  @Test
  void an_answer_that_it_was_not_made_with_does_not_get_in() {
    Trial.Result apply = apply("--set", "password-policy.length=20");
    assertEquals(4, apply.code(), apply.err());
    assertEquals(List.of(), firstday.writes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "null",
        "{\"account\": \"123456789012\"}",
        "{\"account\": \"1\", \"answers\": {}, \"changes\": [{}]}",
        "{\"account\": \"1\", \"answers\": {\"a\": 1}, \"changes\": []}",
        "{\"account\": \"1\", \"answers\": {}, \"changes\": []} true",
        "{\"account\": \"1\", \"account\": \"2\", \"answers\": {}, \"changes\": []}"
      })
  void what_is_no_plan_is_bad_input(String content) throws IOException {
    Files.writeString(file, content);
    Trial.Result apply = apply();
    assertEquals(2, apply.code(), apply.err());
    assertTrue(apply.err().contains(file.toString()), apply.err());
    assertEquals(List.of(), firstday.calls());
  }

  @Test
  void a_plan_that_is_not_there_is_bad_input_and_steps_go_without_one() throws IOException {
    assertEquals(2, apply("--step", "budget").code());
    Files.delete(file);
    assertEquals(2, apply().code());
  }

  @Test
  void an_empty_plan_writes_nothing() throws IOException {
    Files.writeString(
        file, "{\"account\": \"123456789012\", \"plan\": \"0\", \"answers\": {}, \"changes\": []}");
    assertEquals(0, apply().code());
    assertEquals(List.of(), firstday.writes());
  }

  private String digest() {
    Trial.Result plan =
        firstday.answered(
            "plan", "--practice", "--step", "budget", "--out", file.toString(), "--lang", "en");
    Matcher digest = Pattern.compile("digest ([0-9a-f]{64})\\.").matcher(plan.err());
    assertTrue(digest.find(), plan.err());
    return digest.group(1);
  }

  @Test
  void is_applied_if_it_is_the_one_that_is_expected_however_it_is_laid_out() throws IOException {
    String digest = digest();
    ObjectNode plan = (ObjectNode) JsonOf.text(Files.readString(file));
    JsonNode account = plan.remove("account");
    plan.set("account", account);
    Files.writeString(file, plan.toString());
    Trial.Result apply = apply("--expect", digest.toUpperCase(Locale.ROOT));
    assertEquals(0, apply.code(), apply.err());
    assertFalse(firstday.writes().isEmpty());
  }

  @Test
  void is_refused_before_any_call_if_it_says_anything_else_than_was_expected() throws IOException {
    String digest = digest();
    firstday.calls();
    ObjectNode edited = (ObjectNode) JsonOf.text(Files.readString(file));
    ((ObjectNode) edited.get("answers")).put("email", "mallory@example.com");
    ObjectNode told = (ObjectNode) JsonOf.text(Files.readString(file));
    ((ObjectNode) told.get("changes").get(0)).put("why", "nothing to see here");
    for (ObjectNode bad : List.of(edited, told)) {
      Files.writeString(file, bad.toString());
      Trial.Result apply = apply("--expect", digest);
      assertEquals(2, apply.code(), apply.all());
      assertTrue(apply.err().contains(digest), apply.err());
      assertEquals(List.of(), firstday.calls());
    }
  }

  @Test
  void a_digest_that_is_none_or_that_stands_alone_is_refused() {
    assertEquals(2, apply("--expect", "5b262434").code());
    assertEquals(
        2, firstday.run("apply", "--practice", "--yes", "--expect", "0".repeat(64)).code());
    assertEquals(List.of(), firstday.writes());
  }

  @Test
  void one_that_was_printed_is_applied_too() throws IOException {
    String json =
        firstday.answered("plan", "--practice", "--step", "budget", "--output", "json").out();
    Files.writeString(file, json);
    assertEquals(0, apply().code());
  }
}
