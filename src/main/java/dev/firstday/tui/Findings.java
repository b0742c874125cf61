package dev.firstday.tui;

import dev.firstday.engine.Assessment;
import dev.firstday.engine.Finding;
import dev.firstday.engine.Problem;
import dev.firstday.engine.StepView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an assessment has found, and what would let it see more. */
final class Findings {
  private Findings() {}

  /** The finding's place in the verdict, as the badges show it. */
  static Line sign(Finding finding) {
    return switch (finding.kind()) {
      case OK -> Line.of(" ").and("[x]", Role.DONE).and(" ");
      case MISSING -> Line.of(" ").and("[ ]", Role.TODO).and(" ");
      case UNSEEN -> Line.of(" ").and("[?]", Role.TEXT).and(" ");
      case INFO -> Line.of("     ");
    };
  }

  /** What was found, the same thing in many Regions told once. */
  static List<Finding> told(Assessment seen) {
    Map<List<Object>, List<Finding>> alike = new LinkedHashMap<>();
    for (Finding finding : seen.findings()) {
      boolean anywhere = finding.region().isPresent() && finding.problem().isEmpty();
      List<Object> key = List.of(finding.kind(), finding.note(), anywhere ? "" : finding, anywhere);
      alike.computeIfAbsent(key, k -> new ArrayList<>()).add(finding);
    }
    return alike.values().stream().map(Findings::joined).toList();
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

  static List<Problem> problems(StepView step) {
    return step.assessment().stream()
        .flatMap(seen -> seen.findings().stream())
        .flatMap(finding -> finding.problem().stream())
        .toList();
  }
}
