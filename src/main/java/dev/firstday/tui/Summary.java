package dev.firstday.tui;

import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.plan.Plan;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.Stack;
import java.util.ArrayList;
import java.util.List;

/** What stays in the terminal after the wizard: at most 12 lines. */
record Summary(Model model, Stack stack) {
  private static final int CHANGES = 5;
  private static final int STEPS = 3;

  List<String> lines() {
    Texts words = model.words();
    if (model.known().isEmpty()) {
      return List.of(words.say("tui.made.nothing"));
    }
    List<String> lines = new ArrayList<>();
    changes(lines);
    inFlight(lines);
    open(lines);
    boolean practice = model.identity().practice().isPresent();
    lines.add(words.say(practice ? "tui.summary.again-practice" : "tui.summary.again"));
    return List.copyOf(lines);
  }

  private void changes(List<String> lines) {
    Texts words = model.words();
    List<Plan.Planned> made = model.made();
    if (made.isEmpty()) {
      lines.add(words.say("tui.made.nothing"));
      return;
    }
    lines.add(words.say("tui.summary.made", made.size(), model.identity().accountId()));
    made.stream().limit(CHANGES).map(this::named).forEach(lines::add);
    if (made.size() > CHANGES) {
      lines.add("  " + words.say("tui.summary.more", made.size() - CHANGES));
    }
  }

  private String named(Plan.Planned planned) {
    return "  %s %s".formatted(planned.change().effect().sign(), Labels.change(planned, model));
  }

  /** A call that was left before its answer came: nobody knows what became of it. */
  private void inFlight(List<String> lines) {
    stack.screens().stream()
        .filter(PlanState.Applying.class::isInstance)
        .map(PlanState.Applying.class::cast)
        .flatMap(state -> state.rows().stream())
        .filter(row -> row.progress() == PlanState.Applying.ChangeProgress.RUNNING)
        .findFirst()
        .ifPresent(
            row ->
                lines.add(
                    model
                        .words()
                        .say(
                            "tui.summary.unknown",
                            row.change().change().service()
                                + " "
                                + row.change().change().operation())));
  }

  private void open(List<String> lines) {
    Texts words = model.words();
    List<StepView> open = model.steps().stream().filter(StepView::open).toList();
    if (open.isEmpty()) {
      lines.add(words.say("tui.summary.all-done"));
      return;
    }
    lines.add(words.say("tui.summary.open", open.size()));
    open.stream().limit(STEPS).map(step -> "  " + Labels.name(step, model)).forEach(lines::add);
  }
}
