package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a person gets wrong is named with file, line and remedy, and nothing happens. */
class BrokenInputTest {
  private final Trial firstday;

  BrokenInputTest(@TempDir Path home) {
    firstday = new Trial(home);
  }

  private static String steps() {
    try (InputStream file = Main.class.getResourceAsStream("/wizard-steps.yaml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line, from 1, in which a text begins. */
  private static long line(String text, String part) {
    int at = text.indexOf(part);
    assertTrue(at >= 0, part);
    return text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }

  /** A mistake in a file: what stands there instead of what, and what is said of which line. */
  private static Arguments mistake(String name, String right, String wrong, String... words) {
    return Arguments.of(name, right, wrong, List.of(words));
  }

  static Stream<Arguments> stepMistakes() {
    return Stream.of(
        mistake(
            "unknown step",
            "id: root-mfa",
            "id: root-mfi",
            "unknown step \"root-mfi\"",
            "one of access-analyzer"),
        mistake(
            "unknown key",
            "minutes: 5",
            "minutes: 5\n    colour: red",
            "unknown key \"colour\"",
            "expected one of after, "),
        mistake(
            "wrong type",
            "minutes: 5",
            "minutes: five",
            "minutes is \"five\"",
            "expected a whole number"),
        mistake(
            "a list for a value",
            "minutes: 5",
            "minutes: [5]",
            "minutes is a list",
            "expected one value"),
        mistake(
            "not one of",
            "by: root",
            "by: cat",
            "by is \"cat\"",
            "expected one of api, root, person"),
        mistake(
            "no Japanese",
            "title: {en: Root user has MFA, ja: ルートユーザーのMFA}",
            "title: {en: Root user has MFA}",
            "ja is missing",
            "expected a text"),
        mistake(
            "duplicate id",
            "id: contact-phone",
            "id: root-mfa",
            "\"root-mfa\" stands twice",
            "expected it once"),
        mistake(
            "missing after",
            "minutes: 5",
            "minutes: 5\n    after: [nobody]",
            "after names \"nobody\"",
            "expected the id of a step"),
        mistake(
            "own after",
            "minutes: 5",
            "minutes: 5\n    after: [root-mfa]",
            "\"root-mfa\" comes after itself",
            "without a circle"),
        mistake(
            "key twice",
            "minutes: 5",
            "minutes: 5\n    minutes: 5",
            "\"minutes\" stands twice",
            "expected it once"),
        mistake("not YAML", "minutes: 5", "minutes: [5", "not YAML"),
        mistake("second document", "  - id: contact-phone", "---\n  - id: contact-phone", ""),
        mistake("tab", "minutes: 5", "\tminutes: 5", "not YAML"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stepMistakes")
  void a_mistake_in_the_steps(String name, String right, String wrong, List<String> words) {
    String text = steps();
    assertTrue(text.contains(right), right);
    String broken = text.replaceFirst(Pattern.quote(right), wrong);
    Path file = firstday.file("steps.yaml", broken);
    Trial.Result result = refused("--steps", file.toString());
    assertTrue(result.err().contains(file + ":"), result.err());
    words.forEach(part -> assertTrue(result.err().contains(part), result.err()));
    long from = line(text, right);
    long said =
        result
            .err()
            .lines()
            .mapToLong(l -> Long.parseLong(l.replaceAll(".*steps\\.yaml:(\\d+): .*", "$1")))
            .min()
            .getAsLong();
    // YAML's own errors may come some lines after the mistake, and a missing key has none.
    assertTrue(Math.abs(said - from) <= 10, said + " for " + from + ": " + result.err());
  }

  @Test
  void the_line_is_exact() {
    String broken = steps().replace("    minutes: 5\n", "    minutes: 5\n    colour: red\n");
    Path file = firstday.file("steps.yaml", broken);
    String err = refused("--steps", file.toString()).err();
    assertTrue(err.contains(file + ":" + line(broken, "colour: red") + ": unknown key"), err);
  }

  @Test
  void a_circle_of_several_steps() {
    String broken =
        steps()
            .replace("  - id: root-mfa\n", "  - id: root-mfa\n    after: [budget]\n")
            .replace(
                "  - id: budget\n    group", "  - id: budget\n    after: [root-mfa]\n    group");
    String err = refused("--steps", firstday.file("steps.yaml", broken).toString()).err();
    assertTrue(
        err.contains("\"root-mfa\" comes after itself (root-mfa after budget after root-mfa)"),
        err);
  }

  @Test
  void several_mistakes_at_once_are_all_named() {
    String broken =
        steps()
            .replaceFirst("minutes: 5", "minutes: five")
            .replaceFirst("by: root", "by: cat")
            .replace("id: contact-phone", "id: contact-pigeon");
    String err = refused("--steps", firstday.file("steps.yaml", broken).toString()).err();
    assertEquals(3, err.lines().count(), err);
  }

  @Test
  void files_that_are_none_of_ours() throws IOException {
    Path home = firstday.home;
    Files.writeString(home.resolve("big.yaml"), "# " + "x".repeat(10 << 20));
    Files.createDirectory(home.resolve("folder.yaml"));
    Files.write(home.resolve("binary.yaml"), new byte[] {(byte) 0xca, (byte) 0xfe, 0, 0, 0, 65});
    Files.write(home.resolve("zeros.yaml"), new byte[4096]);
    Files.writeString(home.resolve("empty.yaml"), "");
    Files.writeString(home.resolve("scalar.yaml"), "hello\n");
    Files.writeString(home.resolve("list.yaml"), "- hello\n");
    Files.writeString(home.resolve("deep.yaml"), "[".repeat(100_000));
    Files.writeString(home.resolve("alias.yaml"), "a: &a [x, x]\nb: *a\n");
    for (String name :
        List.of("big", "folder", "binary", "zeros", "scalar", "list", "deep", "alias", "absent")) {
      Path file = home.resolve(name + ".yaml");
      for (String option : List.of("--steps", "--answers")) {
        Trial.Result result = refused(option, file.toString());
        assertTrue(result.err().contains(file + ":"), result.err());
        assertTrue(result.err().lines().count() <= 6, result.err());
        assertTrue(result.err().length() < 2000, result.err());
      }
    }
    assertTrue(
        refused("--steps", home.resolve("big.yaml").toString())
            .err()
            .contains("expected at most 1048576"));
    refused("--steps", home.resolve("empty.yaml").toString());
    // An answers file without answers is no mistake.
    assertEquals(
        1,
        firstday
            .run("check", "--practice", "--answers", home.resolve("empty.yaml").toString())
            .code());
  }

  static Stream<Arguments> answerMistakes() {
    return Stream.of(
        Arguments.of("email: nobody", 1, "email: \"nobody\"", "expected an e-mail address"),
        Arguments.of("email: a@b", 1, "email: \"a@b\"", "expected an e-mail address"),
        Arguments.of("email: [a@example.com]", 1, "email", "expected one value"),
        Arguments.of("steps:\n  budget: {amount: -5}", 2, "\"-5\"", "expected 0.01 or more"),
        Arguments.of("steps:\n  budget: {amount: 0}", 2, "\"0\"", "expected 0.01 or more"),
        Arguments.of("steps:\n  budget: {amount: abc}", 2, "\"abc\"", "expected a number"),
        Arguments.of("steps:\n  budget: {amount: 1e400}", 2, "\"1e400\"", "expected a number"),
        Arguments.of("steps:\n  budget: {amount: .nan}", 2, "amount", "expected a number"),
        Arguments.of("steps:\n  budget: {amount: 99999999999}", 2, "amount", "or less"),
        Arguments.of("steps:\n  budget: {amount: {a: 1}}", 2, "amount", "expected one value"),
        Arguments.of("steps:\n  budget: {actual: 80.5}", 2, "80.5", "expected a whole number"),
        Arguments.of("steps:\n  budget: {kind: daily}", 2, "daily", "expected one of monthly"),
        Arguments.of("steps:\n  budget:\n    colour: red", 3, "colour", "expected one of kind"),
        Arguments.of("steps:\n  bugdet: {amount: 5}", 2, "bugdet", "expected one of root-mfa"),
        Arguments.of("steps:\n  - budget", 2, "", "expected keys and values"),
        Arguments.of("budget: {amount: 5}", 1, "\"budget\"", "expected one of email"),
        Arguments.of("- email: a@example.com", 1, "", "expected keys and values"),
        Arguments.of(
            "steps:\n  contact-phone: {number: '+81000'}", 2, "+81000", "Not a valid number"),
        Arguments.of("steps:\n  contact-phone: {number: 12}", 2, "12", "Not a valid number"),
        Arguments.of("steps:\n  contact-phone: {number: true}", 2, "true", "Not a valid number"),
        Arguments.of("steps:\n  password-policy: {length: 8}", 2, "\"8\"", "expected 12 or more"),
        Arguments.of("steps:\n  password-policy: {mfa-used: si}", 2, "si", "expected yes or no"),
        Arguments.of("home-region: Tokyo", 1, "Tokyo", "did you mean ap-northeast-1?"),
        Arguments.of("email: a@example.com\nemail: b@example.com", 2, "email", "stands twice"),
        Arguments.of("email: \"a\n", 1, "", "not YAML"));
  }

  @ParameterizedTest
  @MethodSource("answerMistakes")
  void a_mistake_in_the_answers(String yaml, int line, String what, String expected) {
    Path file = firstday.file("answers.yaml", yaml + "\n");
    Trial.Result result = refused("--answers", file.toString());
    if (!expected.equals("not YAML")) {
      assertTrue(result.err().contains(file + ":" + line + ": "), result.err());
    }
    assertTrue(result.err().contains(what), result.err());
    assertTrue(result.err().contains(expected), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void several_wrong_answers_are_all_named() {
    Path file =
        firstday.file(
            "answers.yaml",
            """
            email: nobody
            steps:
              budget: {amount: abc, colour: red}
              contact-phone: {number: "12"}
            """);
    assertEquals(4, refused("--answers", file.toString()).err().lines().count());
  }

  /** Runs a check and an apply that both have to refuse, before any call. */
  private Trial.Result refused(String... options) {
    firstday.run("steps");
    Trial.Result check = firstday.run(join("check", options));
    Trial.Result apply = firstday.answered(join("apply", options));
    for (Trial.Result result : List.of(check, apply)) {
      assertEquals(2, result.code(), result.all());
      assertEquals("", result.out());
      assertTrue(result.err().startsWith("firstday: "), result.err());
      assertFalse(result.err().contains("\tat "), result.err());
      assertFalse(result.err().contains("Exception"), result.err());
      assertEquals(List.of(), firstday.calls());
      assertFalse(firstday.written("new"));
    }
    assertEquals(check.err(), apply.err());
    return check;
  }

  private static String[] join(String command, String... options) {
    return Stream.concat(
            command.equals("apply")
                ? Stream.of(command, "--practice", "--yes")
                : Stream.of(command, "--practice"),
            Stream.of(options))
        .toArray(String[]::new);
  }

  // The state folder.

  /** What a broken state folder has to lead to. */
  private void stateRefused(Path named, String... options) {
    Trial.Result result = firstday.run(join("apply", join("--step", "password-policy", options)));
    assertEquals(2, result.code(), result.all());
    assertEquals("", result.out());
    assertTrue(result.err().contains(named.toString()), result.err());
    assertFalse(result.err().contains("\tat "), result.err());
    assertEquals(List.of(), firstday.writes());
  }

  private static String[] join(String option, String value, String... options) {
    return Stream.concat(Stream.of(option, value), Stream.of(options)).toArray(String[]::new);
  }

  @Test
  void a_file_where_the_state_folder_should_be() throws IOException {
    Path file = firstday.file("state", "mine\n");
    stateRefused(file, "--state-dir", file.toString());
    Trial.Result check = firstday.run("check", "--practice", "--state-dir", file.toString());
    assertEquals(2, check.code(), check.all());
    assertTrue(check.err().contains("--state-dir DIR"), check.err());
    assertEquals("mine\n", Files.readString(file));
  }

  @Test
  void a_folder_where_a_file_should_be() throws IOException {
    for (String name : List.of("notes.json", "writes.jsonl", "journal.jsonl", "lock")) {
      Path state = firstday.home.resolve("with-" + name);
      Path folder = state.resolve("practice/new").resolve(name);
      Files.createDirectories(folder);
      stateRefused(folder, "--state-dir", state.toString());
    }
  }

  @Test
  void notes_that_are_garbage_are_left_as_they_are() throws IOException {
    Path notes = firstday.state("new").resolve("notes.json");
    Files.createDirectories(notes.getParent());
    for (String garbage :
        List.of(
            "",
            "{",
            "null",
            "[]",
            "7",
            "\u0000\u0001",
            "{\"skips\": null}",
            "{\"skips\": {\"budget\": null}}",
            "{\"skips\": {\"budget\": {}}}",
            "{\"attestedAt\": {\"budget\": \"yesterday\"}}")) {
      Files.writeString(notes, garbage);
      stateRefused(notes);
      assertEquals(garbage, Files.readString(notes));
    }
  }

  @Test
  void saved_answers_that_no_longer_do_count_as_not_given() throws IOException {
    Path notes = firstday.state("new").resolve("notes.json");
    Files.createDirectories(notes.getParent());
    Files.writeString(
        notes, "{\"answers\": {\"budget.amount\": \"abc\", \"email\": \"kept@example.com\"}}");
    Trial.Result plan = firstday.run("plan", "--practice", "--step", "budget", "--output", "json");
    assertEquals(0, plan.code(), plan.err());
    String request = JsonOf.text(plan.out()).get("changes").get(0).get("request").toString();
    assertTrue(request.contains("\"Amount\":\"50\""), request);
    assertTrue(request.contains("kept@example.com"), request);
  }

  @Test
  void what_was_typed_and_no_answer_yet_is_used_by_no_command() throws IOException {
    Path notes = firstday.state("new").resolve("notes.json");
    Files.createDirectories(notes.getParent());
    String drafts =
        "{\"drafts\": {\"email\": \"half@\", \"budget.amount\": \"8o\", \"budget.shape\": \"round\"}}";
    Files.writeString(notes, drafts);
    String[] check = {"check", "--practice", "--step", "budget", "--output", "json"};
    Trial.Result drafted = firstday.run(check);
    Trial.Result plan = firstday.run("plan", "--practice", "--step", "budget");
    Trial.Result answers = firstday.run("answers", "--practice");
    Trial.Result apply = firstday.run("apply", "--practice", "--step", "budget", "--yes");
    for (Trial.Result result : List.of(drafted, plan, answers, apply)) {
      String said = result.out() + result.err();
      assertFalse(said.contains("half@") || said.contains("8o") || said.contains("round"), said);
    }
    assertEquals(1, drafted.code(), drafted.err());
    assertEquals(2, apply.code(), "the address is missing: " + apply.err());
    assertEquals(drafts, Files.readString(notes));
  }

  @Test
  void a_state_folder_that_can_not_be_made() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs /proc");
    stateRefused(Path.of("/proc/firstday"), "--state-dir", "/proc/firstday");
  }

  @Test
  void a_journal_with_a_torn_last_line_goes_on() throws IOException {
    firstday.run("apply", "--practice", "--yes", "--step", "password-policy");
    Path journal = firstday.state("new").resolve("journal.jsonl");
    Path writes = firstday.state("new").resolve("writes.jsonl");
    byte[] torn =
        "{\"v\":1,\"at\":\"2026-11-22T09:00:00Z\",\"event\":\"予".getBytes(StandardCharsets.UTF_8);
    for (Path file : List.of(journal, writes)) {
      // Cut within a character, as a full disk does.
      Files.write(file, Arrays.copyOf(torn, torn.length - 1), StandardOpenOption.APPEND);
    }
    assertEquals(0, firstday.run("check", "--practice", "--step=password-policy").code());
    Trial.Result apply = firstday.answered("apply", "--practice", "--yes", "--step", "budget");
    assertEquals(0, apply.code(), apply.err());
    List<String> lines =
        new String(Files.readAllBytes(journal), StandardCharsets.UTF_8).lines().toList();
    assertEquals(7, lines.size());
    List<String> events = List.of("started", "done", "left");
    for (int i : new int[] {0, 1, 2, 4, 5, 6}) {
      JsonNode entry = JsonOf.text(lines.get(i));
      assertEquals(events.get(i % 4), entry.get("event").textValue());
    }
    assertEquals(
        0, firstday.run("check", "--practice", "--step=password-policy", "--step=budget").code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "plna; もしかして: firstday plan",
        "check --output xml; text, json, junit, ocsf",
        "apply --account; 値がありません: --account",
        "check --watch soon; 「soon」は指定できません",
        "--region a --region b; 2回指定されています",
      })
  void a_wrong_command_line_is_told_of_in_the_persons_language(String line, String expected) {
    Trial.Result result = firstday.run((line + " --lang ja").split(" "));
    assertEquals(2, result.code(), result.all());
    assertTrue(result.err().contains(expected), result.err());
    assertFalse(result.err().matches("(?s).*[A-Za-z]{3,} [a-z]{3,} [a-z]{3,}.*"), result.err());
  }
}
