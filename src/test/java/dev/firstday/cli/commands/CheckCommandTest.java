package dev.firstday.cli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstday.cli.Columns;
import dev.firstday.cli.JsonOf;
import dev.firstday.cli.Trial;
import dev.firstday.cli.run.Version;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
  private final Trial firstday;

  CheckCommandTest(@TempDir Path home) {
    firstday = new Trial(home);
  }

  @Test
  void a_new_account_has_things_to_do() {
    Trial.Result check = firstday.run("check", "--practice");
    assertEquals(1, check.code());
    assertEquals("", check.err());
    assertTrue(check.out().contains("PRACTICE account 123456789012"), check.out());
    assertTrue(check.out().contains("5 done, 22 to do, 0 not seen"), check.out());
    assertEquals(List.of(), firstday.writes());
    assertFalse(firstday.calls().isEmpty());
    assertFalse(firstday.written("new"));
  }

  @Test
  void a_step_is_left_out_alone_and_of_those_that_are_named() {
    Trial.Result most = firstday.run("check", "--practice", "--except=budget");
    assertTrue(most.out().contains("5 done, 21 to do, 0 not seen"), most.out());
    assertFalse(firstday.calls().contains("DescribeBudgets"), firstday.calls().toString());
    Trial.Result one =
        firstday.run("check", "--practice", "--step=budget", "--step=root-mfa", "--except=budget");
    assertTrue(one.out().contains("0 done, 1 to do, 0 not seen"), one.out());
  }

  @Test
  void a_step_that_is_left_out_has_to_exist_and_one_has_to_be_left() {
    for (String command : List.of("check", "plan", "report", "apply --yes", "undo --yes")) {
      Trial.Result bogus = firstday.run((command + " --practice --except=bogus").split(" "));
      assertEquals(2, bogus.code(), command);
      assertTrue(bogus.err().contains("--except bogus: expected one of "), bogus.err());
    }
    Trial.Result none = firstday.run("check", "--practice", "--step=budget", "--except=budget");
    assertEquals(2, none.code(), none.err());
    assertTrue(none.err().contains("--except leaves no step"), none.err());
  }

  @Test
  void a_step_that_is_done_makes_zero() {
    Trial.Result check = firstday.run("check", "--practice=half-done", "--step", "root-mfa");
    assertEquals(0, check.code());
    assertTrue(check.out().contains("[x] Root user has MFA"), check.out());
    assertTrue(check.out().contains("1 done, 0 to do, 0 not seen"), check.out());
  }

  @Test
  void what_is_not_allowed_is_unseen_and_says_who_denies_it() {
    Trial.Result check = firstday.run("check", "--practice=denied");
    assertEquals(3, check.code());
    String words = check.out().replaceAll("\\s+", " ");
    assertTrue(
        words.contains(
            "You are not allowed to call budgets:ViewBudget. No policy of"
                + " arn:aws:iam::123456789012:user/aoi allows it."),
        words);
    assertEquals(1, firstday.run("check", "--practice=denied", "--step", "password-policy").code());
  }

  @Test
  void without_a_network_nothing_is_seen() {
    Trial.Result check = firstday.run("check", "--practice=offline");
    assertEquals(3, check.code());
    assertEquals("", check.out());
    assertEquals(1, check.err().lines().count(), check.err());
    assertTrue(check.err().contains("AWS could not be reached"), check.err());
  }

  @Test
  void json_is_as_the_contract_says() {
    Trial.Result check = firstday.run("check", "--practice=denied", "--output", "json");
    assertEquals(3, check.code());
    assertEquals("", check.err());
    JsonNode root = JsonOf.text(check.out());
    assertEquals(
        Set.of("account", "region", "at", "version", "steps", "controls"), JsonOf.names(root));
    assertEquals("123456789012", root.get("account").textValue());
    assertEquals("ap-northeast-1", root.get("region").textValue());
    assertEquals(Trial.NOW, Instant.parse(root.get("at").textValue()));
    assertEquals(Version.number(), root.get("version").textValue());
    assertEquals(29, root.get("steps").size());
    assertTrue(check.out().contains("\"FD-DENY-001\""));
    for (JsonNode step : root.get("steps")) {
      Set<String> names = new TreeSet<>(JsonOf.names(step));
      assertTrue(
          names.containsAll(Set.of("id", "verdict", "findings", "changes", "monthlyUsd")),
          names.toString());
      names.removeAll(
          Set.of(
              "id",
              "verdict",
              "findings",
              "changes",
              "monthlyUsd",
              "reason",
              "failures",
              "waiting",
              "skipped"));
      assertEquals(Set.of(), names);
      for (JsonNode failure : step.path("failures")) {
        assertTrue(step.get("reason").textValue().contains("(" + failure.textValue() + ")"));
      }
      assertTrue(step.get("id").isTextual());
      assertTrue(step.get("changes").isInt());
      assertTrue(step.get("monthlyUsd").isNumber());
      for (JsonNode finding : step.get("findings")) {
        assertEquals(Set.of("code", "region", "text"), JsonOf.names(finding));
        assertTrue(finding.get("code").isTextual());
        assertTrue(finding.get("region").isNull() || finding.get("region").isTextual());
        assertTrue(finding.get("text").isTextual());
      }
    }
    JsonNode budget = JsonOf.step(root, "budget");
    assertEquals("UNSEEN", budget.get("verdict").textValue());
    assertTrue(budget.get("reason").textValue().contains("budgets:ViewBudget"));
    assertEquals("TODO", JsonOf.step(root, "password-policy").get("verdict").textValue());
    assertEquals(1, JsonOf.step(root, "password-policy").get("changes").intValue());
  }

  @Test
  void the_texts_of_json_follow_the_language_and_the_codes_do_not() {
    JsonNode english = JsonOf.text(firstday.run("check", "--practice", "--output", "json").out());
    JsonNode japanese =
        JsonOf.text(firstday.run("check", "--practice", "--output=json", "--lang", "ja").out());
    JsonNode one = JsonOf.step(english, "password-policy").get("findings").get(0);
    JsonNode other = JsonOf.step(japanese, "password-policy").get("findings").get(0);
    assertEquals(one.get("code"), other.get("code"));
    assertEquals("There is no password policy of your own.", one.get("text").textValue());
    assertEquals("独自のパスワードポリシーがありません。", other.get("text").textValue());
  }

  @Test
  void the_language_comes_from_the_option_or_else_the_environment() {
    String english = firstday.run("check", "--practice", "--step", "root-mfa").out();
    assertTrue(english.contains("Root user has MFA"), english);
    firstday.with("LANG", "ja_JP.UTF-8");
    String japanese = firstday.run("check", "--practice", "--step", "root-mfa").out();
    assertTrue(japanese.contains("ルートユーザーのMFA"), japanese);
    assertEquals(
        english,
        firstday
            .run("check", "--practice", "--step=root-mfa", "--lang=en")
            .out()
            .replace(" --lang en", ""));
    assertEquals(
        english, firstday.with("LC_ALL", "C").run("check", "--practice", "--step=root-mfa").out());
  }

  @Test
  void no_line_is_wider_than_a_terminal() {
    for (String language : List.of("en", "ja")) {
      for (String scenario : List.of("new", "half-done", "denied")) {
        Trial.Result check = firstday.run("check", "--practice=" + scenario, "--lang", language);
        Columns.atMost(79, check.all());
      }
    }
  }

  @Test
  void a_throttled_account_is_unseen_in_part_and_says_why() {
    Trial.Result result =
        firstday.run("check", "--practice=throttled", "--step", "config-recorder", "--lang", "en");
    assertEquals(3, result.code(), result.all());
    assertTrue(result.out().contains("AWS asks for fewer calls"), result.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void in_short_a_new_account_fits_three_screens_and_no_sentence_stands_twice(String language) {
    String check = firstday.run("check", "--practice", "--lang", language).out();
    assertTrue(check.lines().count() <= 60, check);
    Columns.atMost(79, check);
    List<String> sentences =
        check.lines().filter(line -> line.startsWith("    ")).map(String::strip).toList();
    assertEquals(sentences.size(), Set.copyOf(sentences).size(), check);
    assertTrue(check.strip().lines().reduce("", (a, b) -> b).contains("firstday plan"), check);
  }

  @Test
  void the_counts_add_up_to_the_steps() {
    for (String scenario : List.of("new", "half-done", "denied")) {
      String check = firstday.run("check", "--practice=" + scenario).out();
      String totals = check.lines().filter(line -> line.endsWith("(29 steps)")).findFirst().get();
      int sum =
          Pattern.compile("(\\d+) (?!steps)")
              .matcher(totals)
              .results()
              .mapToInt(count -> Integer.parseInt(count.group(1)))
              .sum();
      assertEquals(29, sum, totals);
    }
  }

  @Test
  void in_full_every_region_is_named() {
    String full = firstday.run("check", "--practice", "-v", "--step", "guardduty").out();
    assertTrue(full.replaceAll("\\s+", " ").contains("ap-northeast-2, ap-northeast-3"), full);
    assertFalse(full.contains("more)"), full);
  }

  @Test
  void colours_are_for_a_terminal_and_take_no_word_away() {
    String plain = firstday.run("check", "--practice").out();
    firstday.typing("").with("TERM", "xterm");
    String coloured = firstday.run("check", "--practice").out();
    assertTrue(coloured.contains("\033[32m[x]\033[0m"), coloured);
    assertTrue(coloured.contains("\r\033[KSigning in..."), coloured);
    assertEquals(
        plain,
        coloured
            .replaceAll("\r\033\\[K[^\r\033]*(?=\r)", "")
            .replaceAll("\r\033\\[K|\033\\[\\d+m", ""));
    String none = firstday.run("check", "--practice", "--no-color").out();
    assertFalse(none.contains("\033[32m"), none);
    assertFalse(firstday.with("NO_COLOR", "1").run("check", "--practice").out().contains("\033[3"));
  }

  @Test
  void quiet_only_the_exit_code_tells() {
    Trial.Result check = firstday.run("check", "--practice", "-q");
    assertEquals(1, check.code());
    assertEquals("", check.all());
    String json = firstday.run("check", "--practice", "-q", "--json").out();
    assertEquals(firstday.run("check", "--practice", "--output", "json").out(), json);
  }
}
