package dev.firstday.tui;

import dev.firstday.engine.StepView;
import dev.firstday.engine.plan.Plan;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stays in the terminal after the wizard: at most 12 lines.
 *
 * @param again the command that opens the same account again
 */
record Summary(Model model, Stack stack, String again) {
  private static final int CHANGES = 5;
  private static final int STEPS = 3;

  List<String> lines() {
    if (model.known().isEmpty()) {
      return List.of(model.say("tui.made.nothing"));
    }
    List<String> lines = new ArrayList<>();
    changes(lines);
    inFlight()
        .ifPresent(change -> lines.add(model.say("tui.summary.unknown", change.change().call())));
    open(lines);
    lines.add(model.say("tui.summary.again", again));
    return lines;
  }

  private void changes(List<String> lines) {
    List<Plan.Planned> made = model.made();
    if (made.isEmpty()) {
      lines.add(model.say("tui.made.nothing"));
      return;
    }
    lines.add(model.say("tui.summary.made", made.size(), model.identity().accountId()));
    made.stream()
        .limit(CHANGES)
        .map(one -> "  " + one.change().effect().sign() + " " + Labels.change(one, model))
        .forEach(lines::add);
    if (made.size() > CHANGES) {
      lines.add("  " + model.say("tui.summary.more", made.size() - CHANGES));
    }
  }

  /** A call that was left before its answer came: nobody knows what became of it. */
  private Optional<Plan.Planned> inFlight() {
    return stack.screens().stream()
        .flatMap(
            screen ->
                screen instanceof PlanState.Applying apply ? apply.rows().stream() : Stream.empty())
        .filter(row -> row.progress() == PlanState.Applying.ChangeProgress.RUNNING)
        .map(PlanState.Applying.ChangeRow::change)
        .findFirst();
  }

  private void open(List<String> lines) {
    List<StepView> open = model.steps().stream().filter(StepView::open).toList();
    if (open.isEmpty()) {
      lines.add(model.say("tui.summary.all-done"));
      return;
    }
    lines.add(model.say("tui.summary.open", open.size()));
    open.stream().limit(STEPS).map(step -> "  " + Labels.name(step, model)).forEach(lines::add);
  }
}
