package dev.firstday.cli.commands;

import dev.firstday.engine.StepView;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Verdict;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which steps stand otherwise than at the last look. */
final class Watch {
  private final Map<String, StepStatus> last = new HashMap<>();

  // What is only worth knowing may hold a time or an age, and would change with every look.
  private record StepStatus(Verdict verdict, boolean skipped, List<Finding> findings) {
    static StepStatus of(StepView step) {
      return new StepStatus(
          step.verdict().orElseThrow(),
          step.skipped().isPresent(),
          step.assessment().orElseThrow().findings().stream()
              .filter(finding -> finding.kind() != Finding.Kind.INFO)
              .map(Watch::withoutRequestId)
              .toList());
    }
  }

  private static Finding withoutRequestId(Finding finding) {
    return new Finding(finding.kind(), finding.note(), finding.region(), Optional.empty());
  }

  /** The steps that have changed since the last look; all of them at the first. */
  List<StepView> changed(Collection<StepView> steps) {
    return steps.stream()
        .filter(
            step -> {
              StepStatus now = StepStatus.of(step);
              return !now.equals(last.put(step.id(), now));
            })
        .toList();
  }
}
