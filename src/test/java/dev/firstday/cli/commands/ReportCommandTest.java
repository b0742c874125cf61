package dev.firstday.cli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstday.cli.JsonOf;
import dev.firstday.cli.Schema;
import dev.firstday.cli.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {
  private static final String NOTES =
      """
      {"attestedBy": {"billing-access": "Aoi <b>Tanaka</b> | Ops"},
       "attestedAt": {"billing-access": "2026-11-20T08:00:00Z"},
       "skips": {"budget": "paid elsewhere"}}
      """;

  private final Trial firstday;

  ReportCommandTest(@TempDir Path home) throws IOException {
    firstday = new Trial(home);
    firstday.file(".local/state/firstday/practice/new/notes.json", NOTES);
  }

  private JsonNode json(String... more) {
    String[] arguments =
        Stream.concat(Stream.of("report", "--practice", "--format", "json"), Stream.of(more))
            .toArray(String[]::new);
    Trial.Result result = firstday.run(arguments);
    assertEquals(0, result.code(), result.err());
    return Schema.of("report.json").accepts(result.out());
  }

  private static Set<String> texts(JsonNode list, String key) {
    return list.valueStream().map(item -> item.get(key).asText()).collect(Collectors.toSet());
  }

  @Test
  void each_step_names_the_reads_it_rests_on_with_their_request_ids() {
    JsonNode report = json();
    JsonNode mfa = JsonOf.step(report, "root-mfa");
    assertEquals(Set.of("GetAccountSummary"), texts(mfa.get("evidence"), "operation"));
    JsonNode trail = JsonOf.step(report, "trail");
    assertEquals(
        Set.of("cloudtrail", "iam", "logs", "s3api"), texts(trail.get("evidence"), "service"));
    // One call answers both steps; each rests on it.
    JsonNode keys = JsonOf.step(report, "root-access-keys").get("evidence");
    assertEquals(Set.of("GetAccountSummary"), texts(keys, "operation"));
    assertTrue(
        texts(mfa.get("evidence"), "requestId").contains(keys.get(0).get("requestId").asText()));
    for (JsonNode step : report.get("steps")) {
      for (JsonNode call : step.get("evidence")) {
        assertFalse(call.get("requestId").asText().isBlank(), call.toString());
      }
    }
    assertEquals(List.of(), firstday.writes());
    JsonNode regions = JsonOf.step(report, "ebs-encryption").get("evidence");
    assertTrue(texts(regions, "region").size() > 10, regions.toString());
  }

  @Test
  void a_refused_read_is_evidence_too() {
    Trial.Result result = firstday.run("report", "--practice=denied", "--format", "json");
    JsonNode budget = JsonOf.step(JsonOf.text(result.out()), "budget");
    assertEquals("UNSEEN", budget.get("verdict").asText());
    assertTrue(
        texts(budget.get("evidence"), "error").stream().anyMatch(code -> code.contains("Denied")),
        budget.toString());
    assertTrue(budget.get("reasons").toString().contains("budgets:ViewBudget"));
  }

  @Test
  void what_was_written_is_there_with_its_request_id() {
    assertEquals(0, json().get("written").size());
    firstday.answered("apply", "--practice", "--yes", "--step", "password-policy");
    JsonNode written = json().get("written");
    assertEquals(1, written.size());
    assertEquals("UpdateAccountPasswordPolicy", written.get(0).get("operation").asText());
    assertEquals("DONE", written.get(0).get("outcome").asText());
    assertFalse(written.get(0).get("requestId").asText().isBlank());
    assertEquals("[\"password-policy\"]", written.get(0).get("steps").toString());
    assertFalse(written.get(0).get("what").asText().startsWith("iam "));
  }

  @Test
  void a_write_that_failed_or_has_no_end_is_told_as_such() throws IOException {
    firstday
        .failing(
            (service, operation, region) -> {
              if (operation.equals("UpdateAccountPasswordPolicy")) {
                throw new IllegalStateException("cut off");
              }
            })
        .answered("apply", "--practice", "--yes", "--step", "password-policy");
    firstday.failing((service, operation, region) -> {});
    JsonNode written = json().get("written");
    assertEquals(1, written.size());
    assertEquals("UNKNOWN", written.get(0).get("outcome").asText());
    assertEquals("", written.get(0).get("requestId").asText());
  }

  @Test
  void what_was_taken_back_is_told_as_in_the_history() throws IOException {
    firstday.answered("apply", "--practice", "--yes", "--step", "password-policy");
    firstday.run("undo", "--practice", "--yes", "--step", "password-policy");
    JsonNode written = json().get("written");
    assertEquals(1, written.size());
    assertEquals("UNDONE", written.get(0).get("outcome").asText());
  }

  @Test
  void what_is_left_is_listed_by_who_can_do_it_without_what_is_skipped_or_attested() {
    JsonNode left = json().get("left");
    assertTrue(left.get("ROOT").toString().contains("root-mfa"));
    assertTrue(left.get("API").toString().contains("trail"));
    assertFalse(left.toString().contains("\"budget\""));
    assertFalse(left.toString().contains("billing-access"));
  }

  @Test
  void what_is_left_says_what_is_missing_and_what_keeps_it_from_being_written() {
    String markdown = firstday.run("report", "--practice=half-done").out();
    String left = markdown.substring(markdown.indexOf("## What is left"));
    String backups = left.substring(left.indexOf("**Backups**"));
    assertTrue(backups.indexOf("rds:shop is not backed up") > 0, backups);
    assertTrue(
        backups.indexOf("Nothing can be written yet") < backups.indexOf("**Deletion protection**"),
        backups);
    assertTrue(markdown.contains("| Step | Call | Region | Answer | Request id |"), markdown);
  }

  @Test
  void a_control_is_met_when_all_that_it_rests_on_is_so() {
    JsonNode report = json();
    assertEquals("NOT_MET", control(report, "CIS AWS Foundations 7.0", "2.8"));
    firstday.answered("apply", "--practice", "--yes", "--step", "password-policy");
    report = json();
    assertEquals("MET", control(report, "CIS AWS Foundations 7.0", "2.8"));
    // Only one Region was looked at.
    assertEquals("NOT_JUDGED", control(report, "AWS Startup Security Baseline", "WKLD.03"));
    String markdown = firstday.run("report", "--practice").out();
    assertTrue(
        markdown.contains("| 2\\.8 | met | Passwords have 14 characters or more. |"), markdown);
    assertTrue(markdown.contains("That alone fails this control."), markdown);
    // ACCT.05 needs root-mfa, admin-group and user-mfa.
    assertEquals("NOT_MET", control(report, "AWS Startup Security Baseline", "ACCT.05"));
    List<String> ids =
        report
            .get("controls")
            .valueStream()
            .filter(control -> control.get("list").asText().equals("Security Hub"))
            .map(control -> control.get("id").asText())
            .toList();
    assertTrue(ids.indexOf("CloudWatch.9") < ids.indexOf("CloudWatch.10"), ids.toString());
  }

  private static String control(JsonNode report, String list, String id) {
    return report
        .get("controls")
        .valueStream()
        .filter(c -> c.get("list").asText().equals(list) && c.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow()
        .get("state")
        .asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void a_name_is_text_in_every_format(String language) {
    String html =
        firstday.run("report", "--practice", "--format", "html", "--lang", language).out();
    assertTrue(html.contains("Aoi &lt;b&gt;Tanaka&lt;/b&gt; | Ops"), "not escaped");
    assertTrue(html.contains("2026-11-20 08:00:00 UTC"));
    assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"" + language + "\">"));
    String markdown = firstday.run("report", "--practice", "--lang", language).out();
    assertTrue(markdown.contains("Aoi \\<b\\>Tanaka\\</b\\> \\| Ops"), markdown);
    assertTrue(markdown.contains("paid elsewhere"));
  }

  @Test
  void goes_to_a_file_and_says_so() throws IOException {
    Path file = firstday.home.resolve("report.md");
    Trial.Result result = firstday.run("report", "--practice", "--out", file.toString());
    assertEquals("", result.out());
    assertTrue(result.err().contains(file.toString()));
    assertTrue(Files.readString(file).startsWith("# First day of AWS account 123456789012\n"));
    Trial.Result nowhere =
        firstday.run("report", "--practice", "--out", file.resolve("x").toString());
    assertEquals(2, nowhere.code());
  }

  @Test
  void every_text_of_a_japanese_report_is_japanese() {
    String markdown = firstday.run("report", "--practice", "--lang", "ja").out();
    for (String line : markdown.lines().toList()) {
      assertFalse(line.matches(".*\\breport\\.[a-z-]+.*"), "a key without a text: " + line);
    }
    assertTrue(markdown.contains("## 残っている作業"), markdown);
  }
}
