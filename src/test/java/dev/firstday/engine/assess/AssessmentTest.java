package dev.firstday.engine.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.catalog.Note;
import dev.firstday.engine.Changes;
import dev.firstday.engine.Problems;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AssessmentTest {
  private static final Note NOTE = Note.of("note");

  static Stream<Arguments> verdicts() {
    return Stream.of(
        verdict(Verdict.DONE, b -> b),
        verdict(Verdict.DONE, b -> b.ok(NOTE).info(NOTE)),
        verdict(Verdict.TODO, b -> b.ok(NOTE).missing(NOTE)),
        verdict(Verdict.UNSEEN, b -> b.ok(NOTE).unseen(Problems.of("Denied"))),
        verdict(Verdict.TODO, b -> b.unseen(Problems.of("Denied")).missing(NOTE)),
        verdict(Verdict.TODO, b -> b.missingAnswer("email")),
        verdict(Verdict.ATTESTED, b -> b.missing(NOTE).fixed(Verdict.ATTESTED)));
  }

  private static Arguments verdict(Verdict verdict, UnaryOperator<Assessment.Builder> found) {
    return Arguments.of(verdict, found.apply(Assessment.builder()).build());
  }

  @ParameterizedTest
  @MethodSource
  void verdicts(Verdict verdict, Assessment assessment) {
    assertEquals(verdict, assessment.verdict());
  }

  @Test
  void what_does_not_apply_has_its_reason() {
    Assessment assessment = Assessment.notApplicable(NOTE);
    assertEquals(Verdict.NOT_APPLICABLE, assessment.verdict());
    assertEquals(NOTE, assessment.findings().getFirst().note());
  }

  @Test
  void the_first_problem_is_told_and_named_by_its_action() {
    Assessment assessment =
        Assessment.builder().unseen(Problems.of("First")).unseen(Problems.of("Second")).build();
    assertEquals(Optional.of("First"), assessment.problem().map(Problem::code));
    assertEquals(Note.of("unseen", "iam:CreateGroup"), assessment.findings().getFirst().note());
  }

  private static List<String> planned(Assessment.Builder found) {
    return found.build().changes().stream().map(Change::id).toList();
  }

  @Test
  void a_change_behind_what_could_not_be_read_is_held_back_and_counted() {
    Assessment.Builder found = Assessment.builder().change(Changes.of("before"));
    found.unseen(Problems.of("Denied")).change(Changes.of("behind"));
    assertEquals(List.of("before"), planned(found));
    assertEquals(Note.of("held-back", 1), found.build().findings().getLast().note());
  }

  @Test
  void what_one_region_hides_holds_back_nothing_elsewhere() {
    Assessment.Builder found = Assessment.builder();
    found.in("here").unseen(Problems.of("Denied"));
    found.in("there").change(Changes.of("there"));
    found.in("here").change(Changes.of("here"));
    found.change(Changes.of("anywhere"));
    assertEquals(List.of("there", "anywhere"), planned(found));
    found.unseen(Problems.of("Denied")).in("there").change(Changes.of("late"));
    assertEquals(List.of("there", "anywhere"), planned(found));
  }

  @Test
  void a_part_that_nothing_depends_on_holds_back_only_itself() {
    Assessment.Builder found = Assessment.builder();
    found.apart().unseen(Problems.of("Denied")).change(Changes.of("part"));
    found.apart().change(Changes.of("other part"));
    assertEquals(List.of("other part"), planned(found));
  }

  @Test
  void what_refers_to_a_change_that_is_held_back_is_held_back_too() {
    Assessment.Builder found = Assessment.builder();
    found.apart().unseen(Problems.of("Denied")).change(Changes.of("one"));
    found.change(Changes.of("two", Map.of("Of", Map.of("$ref", "one#/Arn"))));
    found.change(Changes.of("three", Map.of("Of", Map.of("$ref", "two#/Arn"))));
    found.behind(Optional.of("three")).change(Changes.of("four"));
    found.change(Changes.of("five"));
    assertEquals(List.of("five"), planned(found));
  }

  @Test
  void an_answer_that_is_missing_is_a_finding_too() {
    Assessment assessment = Assessment.builder().missingAnswer("email").build();
    assertEquals(Set.of("email"), assessment.missingAnswers());
    assertEquals(
        List.of("answer-missing"), assessment.findings().stream().map(Finding::code).toList());
  }
}
