package dev.firstday.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogReaderTest {
  private static final Set<String> IMPLEMENTED = Set.of("a", "b", "c");

  /** A catalogue with one good step; others may follow from line 13 on. */
  private static final String GOOD =
      """
      groups:
        - {id: root, title: {en: Root, ja: ルート}}
      shared:
        - {key: email, type: email, label: {en: E-mail, ja: メール}}
      steps:
        - id: a
          group: root
          by: api
          title: {en: A, ja: あ}
          why: {en: Why, ja: なぜ}
          minutes: 1
          docs: https://example.com/
      """;

  @TempDir Path folder;

  private static Catalog read(String text) throws InputErrors {
    return CatalogReader.read(new InputText("x.yaml", text), IMPLEMENTED);
  }

  private static List<String> errors(String text) {
    return assertThrows(InputErrors.class, () -> read(text)).errors();
  }

  private static void assertError(String expected, List<String> errors) {
    assertTrue(
        errors.stream().anyMatch(error -> error.startsWith(expected)),
        () -> expected + " is not among\n" + String.join("\n", errors));
  }

  @Test
  void a_good_catalogue_is_read() throws InputErrors {
    Catalog catalog = read(GOOD);
    assertEquals("あ", catalog.step("a").orElseThrow().title().ja());
    assertEquals(Setting.Type.EMAIL, catalog.sharedSetting("email").orElseThrow().type());
  }

  @Test
  void a_control_rests_on_facts_that_the_step_has() throws InputErrors {
    Catalog catalog =
        read(
            GOOD
                + """
                    controls:
                      A list: {"1.1": [long, step-done], "1.2": {facts: [long], note: {en: N, ja: N}}}
                    facts:
                      long: {en: Long., ja: 長い。}
                """);
    StepEntry step = catalog.step("a").orElseThrow();
    assertEquals(
        Map.of(
            "1.1", new Control(List.of("long", "step-done"), Optional.empty()),
            "1.2", new Control(List.of("long"), Optional.of(new Text("N", "N")))),
        step.controls().get("A list"));
    assertEquals("長い。", step.facts().get("long").ja());
  }

  @Test
  void a_control_without_a_condition_or_with_one_that_nobody_states_is_refused() {
    List<String> errors =
        errors(
            GOOD
                + """
                    controls:
                      A list:
                        "1.1": []
                        "1.2": [other]
                        "1.3": {note: {en: N, ja: N}}
                        "1.4":
                      Another list: [2.1]
                    facts:
                      long: {en: Long., ja: 長い。}
                """);
    String expected = ", expected some of step-done, long";
    assertError("x.yaml:15: the control \"A list 1.1\" rests on nothing" + expected, errors);
    assertError("x.yaml:16: the control \"A list 1.2\" rests on \"other\"" + expected, errors);
    assertError("x.yaml:17: the control \"A list 1.3\" rests on nothing" + expected, errors);
    assertError("x.yaml:18: the control \"A list 1.4\" rests on nothing" + expected, errors);
    assertError("x.yaml:19: a list, expected the ids of its controls", errors);
  }

  @Test
  void a_preset_names_what_there_is() {
    List<String> errors =
        errors(
            GOOD
                + """
                presets:
                  - {id: p, title: {en: P, ja: P}, about: {en: P, ja: P}, without: [none]}
                environments:
                  - id: e
                    title: {en: E, ja: E}
                    about: {en: E, ja: E}
                    answers: {a.none: 1}
                """);
    assertError("x.yaml:14: without names \"none\", expected the id of a step", errors);
    assertError("x.yaml:19: answers names \"a.none\", expected the full key", errors);
  }

  @Test
  void every_error_is_told_at_once_with_its_line() {
    List<String> errors =
        errors(
            GOOD
                + """
                    after: [b, none]
                  - id: a
                    group: attic
                    by: nobody
                    title: {en: A}
                    why: {en: Why, ja: なぜ, fr: Pourquoi}
                    minutes: soon
                    docs: http://example.com/
                    colour: red
                  - id: b
                    group: root
                    by: root
                    attested: perhaps
                    title: B
                    why: {en: Why, ja: なぜ}
                    minutes: 1
                    docs: https://example.com/
                    after: [a]
                    settings: {key: value}
                  - id: Unknown Step
                  - id: zebra
                    group: root
                    by: api
                    title: {en: Z, ja: Z}
                    why: {en: Why, ja: なぜ}
                    minutes: 1
                    docs: https://example.com/
                    settings:
                      - {key: k, type: colour, label: {en: K, ja: K}, from: phone}
                """);
    assertError("x.yaml:13: after names \"none\", expected the id of a step", errors);
    assertError("x.yaml:13: \"a\" comes after itself (a after b after a), expected", errors);
    assertError(
        "x.yaml:14: the step \"a\" stands twice, expected it once (first in line 6)", errors);
    assertError("x.yaml:15: group is \"attic\", expected one of root", errors);
    assertError("x.yaml:16: by is \"nobody\", expected one of api, root, person", errors);
    assertError("x.yaml:17: ja is missing, expected a text", errors);
    assertError("x.yaml:18: unknown key \"fr\", expected one of en, ja", errors);
    assertError("x.yaml:19: minutes is \"soon\", expected a whole number", errors);
    assertError("x.yaml:20: docs is \"http://example.com/\", expected a link", errors);
    assertError("x.yaml:21: unknown key \"colour\", expected one of after, ", errors);
    assertError("x.yaml:22: by-hand is missing, expected how a person does", errors);
    assertError("x.yaml:25: attested is \"perhaps\", expected true or false", errors);
    assertError("x.yaml:26: \"B\", expected title in en and ja", errors);
    assertError("x.yaml:31: settings is a mapping, expected a list", errors);
    assertError("x.yaml:32: id is \"Unknown Step\", expected lower-case words", errors);
    assertError("x.yaml:32: group is missing, expected one of root", errors);
    assertError("x.yaml:33: unknown step \"zebra\", expected one of a, b, c, or", errors);
    assertError("x.yaml:41: type is \"colour\", expected one of text, email,", errors);
    assertError("x.yaml:40: from is \"phone\", expected a key under \"shared\"", errors);
  }

  @Test
  void a_duplicate_key_is_told_with_both_lines() {
    List<String> errors = errors(GOOD + "    by: root\n    title: {en: A, en: B, ja: あ}\n");
    assertError(
        "x.yaml:13: the key \"by\" stands twice, expected it once (first in line 8)", errors);
    assertError("x.yaml:14: the key \"en\" stands twice", errors);
    assertError("x.yaml:14: the key \"title\" stands twice", errors);
  }

  @Test
  void a_step_after_itself_is_told() {
    assertError(
        "x.yaml:13: \"a\" comes after itself (a after a)", errors(GOOD + "    after: [a]\n"));
  }

  @Test
  void a_price_has_a_date_and_a_source() {
    List<String> errors =
        errors(
            GOOD
                + """
                    prices:
                      - {id: p, usd: much, unit: {en: U, ja: U}, monthly: 1, date: yesterday, source: memory}
                """);
    assertError("x.yaml:14: usd is \"much\", expected a number", errors);
    assertError("x.yaml:14: date is \"yesterday\", expected a date as 2026-11-22", errors);
    assertError("x.yaml:14: source is \"memory\", expected a link", errors);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "steps: [ | x.yaml:1: not YAML:",
        "'a: b: c' | x.yaml:1: not YAML:",
        "just text | x.yaml:1: \"just text\", expected a mapping with groups, shared and steps",
        "[1, 2] | x.yaml:1: a list, expected a mapping with groups",
        "'' | x.yaml:1: no steps, expected at least one under \"steps\"",
        "{steps: []} | x.yaml:1: no steps, expected at least one",
        "{steps: none} | x.yaml:1: steps is \"none\", expected a list",
        "{steps: [x]} | x.yaml:1: \"x\", expected an entry of steps",
        "{x: &a 1, y: *a} | x.yaml:1: an alias, expected the value itself",
      })
  void what_is_no_catalogue_is_told(String text, String error) {
    assertError(error, errors(text));
  }

  @Test
  void a_second_document_is_told() {
    assertError("x.yaml:14: a second document begins", errors(GOOD + "---\nmore: 1\n"));
  }

  private List<String> errorsOf(Path file) {
    return assertThrows(InputErrors.class, () -> CatalogReader.read(file, IMPLEMENTED)).errors();
  }

  @Test
  void a_file_of_ten_megabytes_is_refused() throws IOException {
    Path file = folder.resolve("big.yaml");
    Files.writeString(file, "# comment\n".repeat(1_000_000));
    assertEquals(
        List.of(file + ":1: the file has 10000000 bytes, expected at most 1048576"),
        errorsOf(file));
  }

  @Test
  void what_is_no_file_or_no_text_is_told() throws IOException {
    assertError(folder + ":1: the file ", errorsOf(folder));
    Path none = folder.resolve("none.yaml");
    assertError(none + ":1: the file can't be read (no such file)", errorsOf(none));
    Path binary = folder.resolve("binary.yaml");
    Files.write(binary, new byte[] {'a', (byte) 0xff, (byte) 0xfe});
    assertEquals(
        List.of(binary + ":1: the file is not text, expected YAML in UTF-8"), errorsOf(binary));
  }

  @Test
  void errors_of_a_deep_file_are_no_stack_overflow() {
    assertTrue(errors("[".repeat(100_000)).getFirst().startsWith("x.yaml:1: "));
  }
}
