package dev.firstday.tui.screens.step;

import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.failure.Problem;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import java.util.List;

/** What an assessment has found, and what would let it see more. */
final class Findings {
  private Findings() {}

  /** Says a finding of a step, with its sign. */
  static void tell(Document document, StepView step, Finding finding, Texts texts) {
    document.hanging(sign(finding), texts.finding(step.entry(), finding), Role.TEXT);
  }

  /** What was found, as a person is told it; nothing while nobody has looked. */
  static List<Finding> told(StepView step) {
    return step.assessment().map(Finding::told).orElse(List.of());
  }

  /** The finding's place in the verdict, as the badges show it. */
  private static Line sign(Finding finding) {
    return switch (finding.kind()) {
      case OK -> Line.of(" ").and("[x]", Role.DONE).and(" ");
      case MISSING -> Line.of(" ").and("[ ]", Role.TODO).and(" ");
      case UNSEEN -> Line.of(" ").and("[?]", Role.TEXT).and(" ");
      case INFO -> Line.of("     ");
    };
  }

  static List<Problem> problems(StepView step) {
    return step.assessment().stream()
        .flatMap(seen -> seen.findings().stream())
        .flatMap(finding -> finding.problem().stream())
        .toList();
  }
}
