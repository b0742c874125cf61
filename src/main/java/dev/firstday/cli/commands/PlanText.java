package dev.firstday.cli.commands;

import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.terminal.Width;
import dev.firstday.terminal.Wrap;
import dev.firstday.text.StyledLine;
import dev.firstday.text.StyledLine.Emphasis;
import dev.firstday.view.PlanOutline;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/**
 * A plan as text: what would be written, what it costs, and how it is undone.
 *
 * @param full whether each Region and each call is told
 * @param rows how many changes of a step are told at most, in short
 */
record PlanText(Texts wording, boolean full, int rows) {
  /** As many changes of a step are told in short, unless somebody is to agree to them. */
  static final int FEW = 8;

  private static final int WIDTH = 75;

  void print(Session session, Plan plan, Consumer<StyledLine> line) {
    line.accept(StyledLine.of(CheckTable.header(session.identity(), wording)));
    line.accept(StyledLine.of(""));
    unseen(session, plan, line);
    if (plan.isEmpty()) {
      line.accept(StyledLine.of(wording.say("cli.nothing-to-write")));
      return;
    }
    if (full) {
      plan.changes().forEach(planned -> print(session, planned, line));
    } else {
      PlanOutline.of(plan, planned -> wording.change(planned, session.catalog()))
          .sections()
          .forEach(section -> print(session, section, line));
    }
    line.accept(StyledLine.of(""));
    totals(session, plan, line);
  }

  private void totals(Session session, Plan plan, Consumer<StyledLine> line) {
    String counts =
        wording.say(
            "tui.plan.counts",
            plan.count(Effect.CREATE),
            plan.count(Effect.CHANGE),
            plan.count(Effect.DELETE));
    String total = wording.say("cli.plan-total", plan.changes().size(), counts);
    line.accept(StyledLine.of(Emphasis.STRONG, total));
    line.accept(StyledLine.of(wording.say("cli.plan-cost", wording.monthly(cost(session, plan)))));
    long forGood =
        plan.changes().stream().filter(planned -> planned.change().undo().isEmpty()).count();
    line.accept(
        StyledLine.of(
            forGood == 0
                ? wording.say("cli.undo-all")
                : wording.say("cli.undo-some", forGood, plan.changes().size())));
  }

  /** What would be written for a step: a line for it, and one for each change, wherever it is. */
  private void print(Session session, PlanOutline.Section section, Consumer<StyledLine> line) {
    StepView step = session.step(section.step());
    line.accept(
        StyledLine.of(
                Emphasis.STRONG, Width.padRight(step.entry().title().in(wording.language()), 33))
            .and(Emphasis.DIM, Width.padRight(step.id(), 23))
            .and(Emphasis.PLAIN, count(section.changes().size())));
    int more = section.rows().size() - rows;
    // One more line says as much as the line that would stand for it.
    List<PlanOutline.Row> shown = more > 1 ? section.rows().subList(0, rows) : section.rows();
    shown.forEach(row -> print(row, line));
    if (more > 1) {
      line.accept(StyledLine.of(Emphasis.DIM, "    " + wording.say("cli.plan-more", more)));
    }
  }

  private void print(PlanOutline.Row row, Consumer<StyledLine> line) {
    String text = row.text(this::regions);
    List<String> lines =
        Wrap.lines(row.forGood() ? wording.say("cli.for-good", text) : text, WIDTH);
    line.accept(
        StyledLine.of(emphasis(row.effect()), "  " + row.effect().sign())
            .and(Emphasis.PLAIN, " " + lines.getFirst()));
    lines.stream().skip(1).forEach(rest -> line.accept(StyledLine.of("    " + rest)));
  }

  private String count(int changes) {
    return changes == 1 ? wording.say("cli.change") : wording.say("cli.changes", changes);
  }

  private String regions(List<String> names) {
    return names.size() == 1 ? names.getFirst() : wording.say("regions.count", names.size());
  }

  private static Emphasis emphasis(Effect effect) {
    return switch (effect) {
      case CREATE -> Emphasis.DONE;
      case CHANGE -> Emphasis.NEEDS_YOU;
      case DELETE -> Emphasis.BAD;
    };
  }

  /** First of all what the plan can't say: a plan that is short may only have seen little. */
  private void unseen(Session session, Plan plan, Consumer<StyledLine> line) {
    if (plan.unseen().isEmpty()) {
      return;
    }
    lines(wording.say("plan.unseen", plan.unseen().size()), line);
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
    line.accept(StyledLine.of(""));
  }

  private static void lines(String text, Consumer<StyledLine> line) {
    Wrap.lines(text, 79).forEach(part -> line.accept(StyledLine.of(part)));
  }

  /** Whether it is allowed. */
  void print(PermissionReport rights, Consumer<StyledLine> line) {
    lines(wording.say("cli.plan-rights", wording.rights(rights)), line);
  }

  private void print(Session session, Plan.Planned planned, Consumer<StyledLine> line) {
    StepView owner = session.step(planned.steps().getFirst());
    change(planned, wording.change(owner.entry(), planned.change()), line);
  }

  /** A change: what it is for, and the call. */
  static void change(Plan.Planned planned, String what, Consumer<StyledLine> line) {
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

  private static void listed(String sign, String text, Consumer<StyledLine> line) {
    List<String> lines = Wrap.lines(text, WIDTH);
    line.accept(StyledLine.of(sign + " " + lines.getFirst()));
    lines.stream().skip(1).forEach(rest -> line.accept(StyledLine.of("  " + rest)));
  }

  static void indented(int by, String text, Consumer<StyledLine> line) {
    Wrap.lines(text, WIDTH).forEach(part -> line.accept(StyledLine.of(" ".repeat(by) + part)));
  }

  private static BigDecimal cost(Session session, Plan plan) {
    return plan.changes().stream()
        .flatMap(planned -> planned.steps().stream())
        .distinct()
        .map(step -> session.step(step).monthlyUsd())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
