package dev.firstday.cli.commands;

import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.terminal.Wrap;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** A plan as text: what would be written, what it costs, and how it is undone. */
record PlanText(Texts wording) {
  private static final int WIDTH = 75;

  void print(Session session, Plan plan, Consumer<String> line) {
    line.accept(CheckTable.header(session.identity(), wording));
    line.accept("");
    unseen(session, plan, line);
    if (plan.isEmpty()) {
      line.accept(wording.say("cli.nothing-to-write"));
      return;
    }
    plan.changes().forEach(planned -> print(session, planned, line));
    line.accept("");
    line.accept(wording.say("cli.plan-cost", wording.monthly(cost(session, plan))));
    boolean all = plan.changes().stream().noneMatch(p -> p.change().undo().isEmpty());
    line.accept(wording.say(all ? "cli.undo-all" : "cli.undo-some"));
  }

  /** First of all what the plan can't say: a plan that is short may only have seen little. */
  private void unseen(Session session, Plan plan, Consumer<String> line) {
    if (plan.unseen().isEmpty()) {
      return;
    }
    Wrap.lines(wording.say("plan.unseen", plan.unseen().size()), 79).forEach(line);
    for (String id : plan.unseen()) {
      StepView step = session.step(id);
      String why =
          step.assessment()
              .flatMap(Assessment::problem)
              .map(problem -> String.join(" ", wording.problem(problem)))
              .orElse("");
      String title = step.entry().title().in(wording.language());
      listed("?", "%s (%s): %s".formatted(title, id, why), line);
    }
    line.accept("");
  }

  /** Whether it is allowed. */
  void print(PermissionReport rights, Consumer<String> line) {
    String text = wording.say("cli.plan-rights", wording.rights(rights));
    Wrap.lines(text, 79).forEach(line);
  }

  private void print(Session session, Plan.Planned planned, Consumer<String> line) {
    StepView owner = session.step(planned.steps().getFirst());
    change(planned, wording.change(owner.entry(), planned.change()), line);
  }

  /** A change: what it is for, and the call. */
  static void change(Plan.Planned planned, String what, Consumer<String> line) {
    listed(String.valueOf(planned.change().effect().sign()), what, line);
    indented(
        4,
        "%s %s, %s   [%s]"
            .formatted(
                planned.change().service(),
                planned.change().operation(),
                planned.change().region(),
                String.join(", ", planned.steps())),
        line);
  }

  private static void listed(String sign, String text, Consumer<String> line) {
    List<String> lines = Wrap.lines(text, WIDTH);
    line.accept(sign + " " + lines.getFirst());
    lines.stream().skip(1).forEach(rest -> line.accept("  " + rest));
  }

  static void indented(int by, String text, Consumer<String> line) {
    Wrap.lines(text, WIDTH).forEach(part -> line.accept(" ".repeat(by) + part));
  }

  private static BigDecimal cost(Session session, Plan plan) {
    return plan.changes().stream()
        .flatMap(planned -> planned.steps().stream())
        .distinct()
        .map(step -> session.step(step).monthlyUsd())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
