package dev.firstday.tui.screens.step;

import dev.firstday.engine.StepView;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.failure.Problem;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import java.util.List;

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

  static List<Problem> problems(StepView step) {
    return step.assessment().stream()
        .flatMap(seen -> seen.findings().stream())
        .flatMap(finding -> finding.problem().stream())
        .toList();
  }
}
