package dev.firstday.line.pages;

import dev.firstday.engine.StepView;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Waiting;
import dev.firstday.engine.failure.HelpingPolicy;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.LineContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A step in words. */
record StepText(LineContext context, StepView step) {
  void tell() {
    LineWriter writer = context.writer();
    writer.say(heading(context, step));
    writer.wording().skipped(step).ifPresent(writer::say);
    writer.say(writer.of(step.entry().why()));
    found();
    changes();
    settings();
    facts();
    writer.tell("tui.detail.docs");
    writer.alone(step.entry().docs());
  }

  static String heading(LineContext context, StepView step) {
    return context.writer().text("line.heading", context.name(step), context.verdict(step));
  }

  private void found() {
    LineWriter writer = context.writer();
    writer.tell("tui.detail.found");
    if (step.assessment().isEmpty()) {
      writer.tell("tui.not-looked");
      return;
    }
    Assessment seen = step.assessment().get();
    findings(context, step);
    seen.waiting().ifPresent(this::waiting);
    List<Problem> problems = StepPage.problems(step);
    if (!problems.isEmpty()) {
      context.log();
    }
    HelpingPolicy.of(problems)
        .ifPresent(
            policy -> {
              writer.tell("tui.detail.policy");
              writer.unbroken(context.session().printer().json(policy));
            });
  }

  /** What was seen, each with what it means. */
  static void findings(LineContext context, StepView step) {
    findings(context, step, finding -> true);
  }

  private static void findings(LineContext context, StepView step, Predicate<Finding> which) {
    LineWriter writer = context.writer();
    List<Finding> findings =
        step.assessment().map(Finding::told).orElse(List.of()).stream().filter(which).toList();
    for (Finding finding : findings) {
      writer.say(
          writer.text(
              "line.finding." + finding.kind(), writer.wording().finding(step.entry(), finding)));
      finding
          .problem()
          .ifPresent(problem -> writer.wording().problem(problem).forEach(writer::say));
    }
  }

  private void waiting(Waiting waiting) {
    context
        .writer()
        .fact(
            context.writer().text("verdict.waiting"),
            context.writer().wording().waiting(step.entry(), waiting));
  }

  /** Why a step is not done: what it waits for, or what is missing. */
  static void lacking(LineContext context, StepView step) {
    Optional<Waiting> waiting = step.assessment().flatMap(Assessment::waiting);
    if (waiting.isPresent()) {
      context.writer().say(context.writer().wording().waiting(step.entry(), waiting.get()));
    } else {
      findings(context, step, finding -> finding.kind() == Finding.Kind.MISSING);
    }
  }

  private void changes() {
    Plan plan = context.session().plan(List.of(step.id()));
    if (!plan.isEmpty()) {
      context.writer().tell("tui.detail.changes");
      plan.changes().forEach(planned -> context.writer().say(change(planned, context)));
    }
  }

  /** A change in one line: what it does to the account, and what it is for. */
  static String change(Plan.Planned planned, LineContext context) {
    return context
        .writer()
        .text(
            "line.change",
            context.writer().text("effect." + planned.change().effect()),
            context.change(planned));
  }

  private void settings() {
    LineWriter writer = context.writer();
    Questions questions = new Questions(context);
    List<Question> all = Question.of(List.of(step.id()), context.session());
    if (!all.isEmpty()) {
      writer.tell("tui.detail.settings");
    }
    for (Question question : all) {
      String nothing =
          question.missing() ? writer.text("tui.detail.needed") : questions.unset(question);
      writer.fact(
          writer.of(question.setting().label()),
          context
              .session()
              .answer(question.key())
              .filter(value -> !value.isEmpty())
              .map(value -> questions.shown(question, value))
              .orElse(nothing));
    }
  }

  private void facts() {
    LineWriter writer = context.writer();
    writer.fact(writer.text("tui.detail.who"), writer.text("tui.detail.by." + step.entry().by()));
    writer.fact(
        writer.text("tui.detail.minutes"),
        writer.text("tui.detail.about-minutes", step.entry().minutes()));
    writer.fact(writer.text("tui.detail.price"), price());
    Plan plan = context.session().plan(List.of(step.id()));
    if (!plan.isEmpty()) {
      writer.fact(writer.text("tui.detail.undo"), undo(plan, writer));
    }
    String controls =
        step.entry().controls().entrySet().stream()
            .map(list -> list.getKey() + " " + String.join(", ", list.getValue().keySet()))
            .collect(Collectors.joining("; "));
    if (!controls.isEmpty()) {
      writer.fact(writer.text("tui.detail.controls"), controls);
    }
  }

  private String price() {
    LineWriter writer = context.writer();
    String about = OnboardingPages.about(step.monthlyUsd(), writer);
    Optional<String> date =
        step.entry().prices().stream().map(price -> price.date().toString()).max(String::compareTo);
    return date.map(read -> about + " " + writer.text("tui.detail.price-read", read)).orElse(about);
  }

  /** Whether a plan can be taken back. */
  static String undo(Plan plan, LineWriter writer) {
    long can =
        plan.changes().stream().filter(planned -> !planned.change().undo().isEmpty()).count();
    if (can == plan.changes().size()) {
      return writer.text("tui.undo.yes");
    }
    return can == 0
        ? writer.text("tui.undo.no")
        : writer.text("tui.undo.part", can, plan.changes().size());
  }
}
