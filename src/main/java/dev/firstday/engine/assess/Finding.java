package dev.firstday.engine.assess;

import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One line of what was seen.
 *
 * @param kind what it means for the verdict
 * @param note its text, under the step's findings in the catalogue
 * @param region the Region it was seen in; empty where it concerns the whole account
 * @param problem why something could not be read; only with {@link Kind#UNSEEN}
 */
public record Finding(Kind kind, Note note, Optional<String> region, Optional<Problem> problem) {

  /** What a finding means for the verdict. */
  public enum Kind {
    OK,
    MISSING,
    UNSEEN,
    /** Worth knowing, but no part of the verdict. */
    INFO
  }

  // Codes of what every step may find: something could not be read, nobody waited for it, a fault
  // of ours has cut the step short, so many changes depend on what could not be read, a person's
  // word (by whom, and when), an answer that nobody gave.
  public static final String UNSEEN = "unseen";
  public static final String LEFT = "left";
  public static final String FAULT = "fault";
  public static final String HELD_BACK = "held-back";
  public static final String ATTESTED = "attested";
  public static final String ANSWER_MISSING = "answer-missing";

  /** What a finding says of something that could not be read. */
  static Note noteOf(Problem problem) {
    return switch (problem.kind()) {
      case LEFT -> Note.of(Finding.LEFT);
      case FAULT -> Note.of(Finding.FAULT);
      default -> Note.of(UNSEEN, problem.call());
    };
  }

  static Finding info(Note note) {
    return new Finding(Kind.INFO, note, Optional.empty(), Optional.empty());
  }

  public String code() {
    return note.code();
  }

  /** What was found, the same thing in many Regions told once. */
  public static List<Finding> told(Assessment seen) {
    Map<List<Object>, List<Finding>> alike = new LinkedHashMap<>();
    for (Finding finding : seen.findings()) {
      boolean anywhere = finding.region().isPresent() && finding.problem().isEmpty();
      List<Object> key = List.of(finding.kind(), finding.note(), anywhere ? "" : finding, anywhere);
      alike.computeIfAbsent(key, k -> new ArrayList<>()).add(finding);
    }
    return alike.values().stream().map(Finding::joined).toList();
  }

  private static Finding joined(List<Finding> alike) {
    Finding first = alike.getFirst();
    Optional<String> regions =
        first
            .region()
            .map(
                one ->
                    alike.stream()
                        .flatMap(finding -> finding.region().stream())
                        .collect(Collectors.joining(", ")));
    return new Finding(first.kind(), first.note(), regions, first.problem());
  }
}
