package dev.firstday.engine.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Texts;
import dev.firstday.engine.apply.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureIdTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| (FD-[A-Z]+-\\d{3}) \\| (\\S.*\\S) \\| (\\S.*\\S) \\|$");

  private static Problem problem(Problem.Kind kind, Optional<Problem.Denial> denial, String code) {
    return new Problem(
        kind, "iam", "GetUser", "us-east-1", code, "said", "", denial, List.of("iam:GetUser"));
  }

  /** One of each kind of trouble, and one of each who can deny. */
  static Stream<Problem> troubles() {
    return Stream.concat(
        Stream.of(Problem.Kind.values())
            .filter(kind -> kind != Problem.Kind.DENIED)
            .map(kind -> problem(kind, Optional.empty(), "state.unusable")),
        Stream.of(Problem.Denial.By.values())
            .map(
                by ->
                    problem(
                        Problem.Kind.DENIED, Optional.of(new Problem.Denial("arn", by)), "No")));
  }

  @Test
  void each_kind_of_trouble_has_an_id_of_its_own() {
    List<FailureId> ids = troubles().map(FailureId::of).toList();
    assertEquals(Set.copyOf(ids).size(), ids.size(), ids.toString());
    Set<FailureId> rest = new HashSet<>(List.of(FailureId.values()));
    rest.removeAll(ids);
    assertEquals(
        Set.of(FailureId.MOVED, FailureId.SEEN_NOW, FailureId.UNVERIFIED, FailureId.IN_USE), rest);
  }

  @Test
  void a_denial_by_nobody_knows_whom_is_one_that_aws_does_not_explain() {
    assertEquals(
        FailureId.DENIED, FailureId.of(problem(Problem.Kind.DENIED, Optional.empty(), "No")));
  }

  @Test
  void a_record_that_is_in_use_is_another_thing_than_one_that_is_broken() {
    RecordFailed inUse = new RecordFailed(Note.of(RecordFailed.IN_USE, 1, "host", "now"), null);
    assertEquals(FailureId.IN_USE, FailureId.of(inUse));
    assertEquals(FailureId.IN_USE, FailureId.of(Problem.of(inUse)));
    assertEquals(
        FailureId.RECORD, FailureId.of(new RecordFailed(Note.of("state.unusable", "/"), null)));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void what_is_said_of_it_ends_with_the_id_in_both_languages(Problem trouble) {
    String id = "(" + FailureId.of(trouble).text() + ")";
    for (Language language : Language.values()) {
      List<String> sentences = new Texts(language).problem(trouble);
      assertTrue(sentences.getLast().endsWith(id), sentences.toString());
      assertEquals(1, String.join(" ", sentences).split("\\(FD-", -1).length - 1);
    }
  }

  @Test
  void an_ending_that_failed_has_its_id_and_a_good_one_has_none() {
    Texts wording = new Texts(Language.EN);
    assertTrue(wording.ending(Outcome.Ending.MOVED, "cli.moved", "x").endsWith("(FD-PLAN-001)"));
    assertEquals(
        wording.say("tui.result.COMPLETED"),
        wording.ending(Outcome.Ending.COMPLETED, "tui.result.COMPLETED"));
  }

  @Test
  void the_document_says_of_each_what_it_means_and_what_to_do() throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of("docs/failures.md")).stream()
            .map(ROW::matcher)
            .filter(row -> row.matches())
            .map(row -> row.group(1))
            .toList();
    List<String> ids = Arrays.stream(FailureId.values()).map(FailureId::text).toList();
    assertEquals(ids.size(), Set.copyOf(ids).size());
    assertEquals(ids.stream().sorted().toList(), documented.stream().sorted().toList());
    String page = Files.readString(Path.of("docs/failures.md"));
    // The page says in the same sentences what firstday explain says.
    String plain = page.replaceAll("\\[([^]]*)]\\(([^)]*)\\)", "$1 ($2)").replace("`", "");
    for (String id : ids) {
      String row =
          "| %s | %s | %s |"
              .formatted(id, en("failure." + id + ".means"), en("failure." + id + ".do"));
      assertTrue(plain.contains(row), row);
    }
    // What it refers to is there.
    assertEquals(
        Set.of(),
        Pattern.compile("FD-[A-Z]+-\\d{3}")
            .matcher(page)
            .results()
            .map(found -> found.group())
            .filter(id -> !ids.contains(id))
            .collect(Collectors.toSet()));
  }

  private static String en(String key) {
    return new Texts(Language.EN).say(key);
  }
}
