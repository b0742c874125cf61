package dev.firstday.cli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstday.cli.Columns;
import dev.firstday.cli.JsonOf;
import dev.firstday.cli.Trial;
import dev.firstday.cli.run.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class PlanCommandTest {
  private final Trial firstday;

  /** Steps that cost nothing and are in no other Region. */
  private static final List<String> STEPS =
      List.of(
          "--step=root-mfa",
          "--step=alternate-contacts",
          "--step=contact-phone",
          "--step=budget",
          "--step=password-policy");

  private static String[] with(String... command) {
    return Stream.concat(Stream.of(command), STEPS.stream()).toArray(String[]::new);
  }

  PlanCommandTest(@TempDir Path home) {
    firstday = new Trial(home);
  }

  @Test
  void a_plan_says_what_would_be_written_and_writes_nothing() {
    Trial.Result plan = firstday.answered(with("plan", "--practice"));
    assertEquals(0, plan.code());
    assertEquals("", plan.err());
    assertTrue(plan.out().contains("+ Security contact: Aoi Tanaka, alerts@example.com"));
    assertTrue(plan.out().contains("Cost: 0 USD"));
    assertEquals(List.of(), firstday.writes());
    assertFalse(firstday.written("new"));
  }

  private Trial blind() {
    return firstday.failing(
        (service, operation, region) -> {
          if (operation.equals("GetAccountPasswordPolicy")) {
            throw SdkClientException.create(
                "Unable to unmarshall response (oops). Response Code: 200");
          }
        });
  }

  @Test
  void what_could_not_be_seen_is_named_first_and_the_exit_code_says_so() {
    Trial.Result plan = blind().answered(with("plan", "--practice"));
    assertEquals(Exit.UNSEEN, plan.code());
    int unseen = plan.out().indexOf("(password-policy)");
    assertTrue(unseen > 0 && unseen < plan.out().indexOf("+ Security contact"), plan.out());
    assertTrue(plan.out().contains("FD-AWS-006"), plan.out());
    assertFalse(plan.out().contains("oops"), plan.out());
  }

  @Test
  void json_and_script_name_what_could_not_be_seen() throws IOException {
    Path file = firstday.home.resolve("plan.json");
    Trial.Result script =
        blind().answered(with("plan", "--practice", "--output=aws-cli", "--out=" + file));
    assertEquals(Exit.UNSEEN, script.code());
    JsonNode unseen = JsonOf.text(Files.readString(file)).get("unseen");
    assertEquals("[\"password-policy\"]", unseen.toString());
    List<String> lines = script.out().lines().limit(3).toList();
    assertFalse(lines.get(1).contains("The same as"), script.out());
    assertTrue(lines.get(2).contains("password-policy"), script.out());
    assertTrue(script.err().contains("password-policy"), script.err());
  }

  @Test
  void a_plan_says_whether_it_is_allowed() {
    Trial.Result all = firstday.answered(with("plan", "--practice"));
    assertTrue(all.out().contains("\nRights: allowed: all IAM actions (5)\nNext:"), all.out());
    Trial.Result denied = firstday.answered(with("plan", "--practice=denied"));
    String text = denied.out().replaceAll("\\s+", " ");
    assertTrue(
        text.contains(
            "Rights: not allowed: account:PutAlternateContact, account:PutContactInformation"
                + " (firstday permissions apply prints a policy that helps); denied by a policy,"
                + " whatever else is allowed: iam:UpdateAccountPasswordPolicy"),
        text);
    JsonNode rights =
        JsonOf.text(firstday.answered(with("plan", "--practice=denied", "--output", "json")).out())
            .get("rights");
    assertEquals(2, rights.get("denied").size());
    assertEquals("iam:UpdateAccountPasswordPolicy", rights.get("forbidden").get(0).textValue());
    assertEquals(0, rights.get("untested").size());
    assertEquals(List.of(), firstday.writes());
  }

  @Test
  void a_plan_says_whether_all_of_it_can_be_taken_back() {
    // The new account's phone number has no +, which AWS does not take back.
    assertTrue(
        firstday
            .run("plan", "--practice", "--step", "contact-phone")
            .out()
            .contains("1 of the 1 changes can't be taken back."));
    assertTrue(
        firstday
            .run("plan", "--practice", "--step", "password-policy")
            .out()
            .contains("\nEverything here can be taken back."));
  }

  @Test
  void steps_whose_answers_are_missing_are_named_in_talk() {
    Trial.Result plan = firstday.run(with("plan", "--practice", "--output", "json"));
    assertEquals(0, plan.code());
    assertEquals(2, JsonOf.text(plan.out()).get("changes").size());
    assertEquals(
        List.of("alternate-contacts:", "budget:"),
        plan.err().lines().map(line -> line.split(" ")[0]).toList());
  }

  @Test
  void json_is_as_the_contract_says() {
    Trial.Result plan = firstday.answered("plan", "--practice", "--output", "json");
    assertEquals(0, plan.code());
    JsonNode root = JsonOf.text(plan.out());
    assertTrue(JsonOf.names(root).containsAll(Set.of("account", "changes")));
    assertEquals("123456789012", root.get("account").textValue());
    Set<String> steps = new TreeSet<>();
    root.get("changes").forEach(c -> c.get("steps").forEach(step -> steps.add(step.asText())));
    assertEquals(
        List.of(
            "access-analyzer",
            "account-alias",
            "admin-group",
            "alternate-contacts",
            "budget",
            "config-recorder",
            "config-rules",
            "contact-phone",
            "cost-anomaly",
            "ebs-encryption",
            "guardduty",
            "health-events",
            "imdsv2",
            "monitoring",
            "password-policy",
            "s3-public-access-block",
            "trail"),
        List.copyOf(steps));
    for (JsonNode change : root.get("changes")) {
      assertTrue(
          JsonOf.names(change)
              .containsAll(
                  Set.of(
                      "id", "steps", "service", "operation", "region", "request", "why", "undo")));
      for (String text : List.of("id", "service", "operation", "region", "why")) {
        assertTrue(change.get(text).isTextual(), text);
      }
      assertTrue(change.get("steps").isArray());
      assertTrue(change.get("steps").get(0).isTextual());
      assertTrue(change.get("request").isObject());
      assertTrue(change.get("undo").isArray());
      for (JsonNode undo : change.get("undo")) {
        assertTrue(
            JsonOf.names(undo)
                .containsAll(Set.of("id", "service", "operation", "region", "request")));
      }
    }
    JsonNode first = root.get("changes").get(0);
    assertEquals("account", first.get("service").textValue());
    assertEquals("PutAlternateContact", first.get("operation").textValue());
    assertEquals("Security contact: Aoi Tanaka, alerts@example.com", first.get("why").textValue());
    assertEquals("alerts@example.com", first.get("request").get("EmailAddress").textValue());
  }

  @Test
  void out_is_json_whatever_is_printed() throws IOException {
    Path file = firstday.home.resolve("plan.json");
    String json = firstday.answered(with("plan", "--practice", "--output", "json")).out();
    for (String output : List.of("text", "json", "aws-cli")) {
      Files.deleteIfExists(file);
      assertEquals(
          0,
          firstday
              .answered(with("plan", "--practice", "--output", output, "--out", file.toString()))
              .code());
      assertEquals(JsonOf.text(json), JsonOf.text(Files.readString(file)));
    }
  }

  @Test
  void out_that_can_not_be_written_is_bad_input() {
    Path nowhere = firstday.home.resolve("no/such/folder/plan.json");
    Trial.Result plan = firstday.answered("plan", "--practice", "--out", nowhere.toString());
    assertEquals(2, plan.code());
    assertTrue(plan.err().contains(nowhere + " can't be written"), plan.err());
  }

  @Test
  void the_script_is_one_that_sh_can_read() throws Exception {
    Trial.Result plan =
        firstday.answered(
            "plan", "--practice", "--output", "aws-cli", "--set", "alternate-contacts.name=O'Neil");
    assertEquals(0, plan.code());
    assertTrue(plan.out().startsWith("#!/bin/sh\n"), plan.out());
    Path script = firstday.file("plan.sh", plan.out());
    Process sh = new ProcessBuilder("sh", "-n", script.toString()).inheritIO().start();
    assertEquals(0, sh.waitFor());
    Trial.Result few = firstday.answered(with("plan", "--practice", "--output", "aws-cli"));
    assertEquals(
        List.of(
            "put-alternate-contact",
            "put-alternate-contact",
            "put-alternate-contact",
            "put-contact-information",
            "create-budget",
            "update-account-password-policy"),
        few.out()
            .lines()
            .filter(line -> line.startsWith("aws "))
            .map(line -> line.split(" ")[2])
            .toList());
  }

  @Test
  void a_plan_of_nothing_says_so_in_every_form() {
    String[] step = {"--step", "root-mfa"};
    assertTrue(
        firstday
            .run("plan", "--practice=half-done", step[0], step[1])
            .out()
            .contains("Nothing to write."));
    JsonNode json =
        JsonOf.text(
            firstday.run("plan", "--practice=half-done", step[0], step[1], "--output=json").out());
    assertEquals(0, json.get("changes").size());
    Trial.Result script =
        firstday.run("plan", "--practice=half-done", step[0], step[1], "--output=aws-cli");
    assertEquals(0, script.code());
    assertTrue(script.out().startsWith("#!/bin/sh\n# Nothing to write"), script.out());
  }

  @Test
  void no_line_of_the_text_is_wider_than_a_terminal() {
    for (String language : List.of("en", "ja")) {
      String plan = firstday.answered("plan", "--practice", "--lang", language).out();
      // A command is for copying: it is not broken into lines.
      Columns.atMost(79, plan.replaceAll("(?m)^ {2}firstday .*$", ""));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void in_short_a_step_is_one_row_and_its_regions_are_counted(String language) {
    String plan = firstday.answered("plan", "--practice", "--lang", language).out();
    assertTrue(plan.lines().count() <= 120, plan);
    assertFalse(plan.contains("us-west-1"), plan);
    String regions = language.equals("en") ? "17 Regions" : "17リージョン";
    assertTrue(plan.contains(regions), plan);
    int changes =
        Pattern.compile("(?m)^\\S.* (\\d+)(?: changes?|件)$")
            .matcher(plan)
            .results()
            .mapToInt(count -> Integer.parseInt(count.group(1)))
            .sum();
    String total = language.equals("en") ? changes + " changes: " : "変更 " + changes + "件: ";
    assertTrue(plan.contains(total), plan);
    assertTrue(plan.lines().reduce("", (a, b) -> b).contains("firstday apply --practice"), plan);
  }

  @Test
  void in_full_every_region_and_call_is_told() {
    String plan = firstday.run("plan", "--practice", "-v", "--step", "ebs-encryption").out();
    assertTrue(plan.contains("EnableEbsEncryptionByDefault, us-west-1   [ebs-encryption]"), plan);
  }
}
