package dev.firstday.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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

  @Test
  void an_answer_that_is_missing_is_a_finding_too() {
    Assessment assessment = Assessment.builder().missingAnswer("email").build();
    assertEquals(Set.of("email"), assessment.missingAnswers());
    assertEquals(
        List.of("answer-missing"), assessment.findings().stream().map(Finding::code).toList());
  }
}
