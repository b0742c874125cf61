package dev.firstday.line.pages;

import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Waiting;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.LineContext;
import dev.firstday.view.StepContent;
import java.util.List;
import java.util.Optional;

/** A step in words. */
record StepText(LineContext context, StepView step) {
  void tell() {
    LineWriter writer = context.writer();
    Texts words = writer.wording();
    StepContent content = new StepContent(step, context.snapshot(), words);
    writer.say(heading(context, step));
    words.skipped(step).ifPresent(writer::say);
    writer.say(words.of(step.entry().why()));
    found(content);
    List<StepContent.EffectText> changes = content.changes();
    if (!changes.isEmpty()) {
      writer.tell("tui.detail.changes");
      changes.forEach(
          change ->
              writer.tell("line.change", words.say("effect." + change.effect()), change.text()));
    }
    List<StepContent.AnswerText> answers = content.answers();
    if (!answers.isEmpty()) {
      writer.tell("tui.detail.settings");
      answers.forEach(answer -> writer.fact(answer.label(), answer.value()));
    }
    writer.facts(content.facts());
    writer.tell("tui.detail.docs");
    writer.alone(step.entry().docs());
  }

  static String heading(LineContext context, StepView step) {
    return context.writer().text("line.heading", context.name(step), context.verdict(step));
  }

  private void found(StepContent content) {
    LineWriter writer = context.writer();
    writer.tell("tui.detail.found");
    if (step.assessment().isEmpty()) {
      writer.tell("tui.not-looked");
      return;
    }
    content.findings().forEach(finding -> tell(finding, writer));
    content.waiting().ifPresent(text -> writer.fact(writer.text("verdict.waiting"), text));
    if (!StepContent.problems(step).isEmpty()) {
      context.log();
    }
    content
        .policy()
        .ifPresent(
            policy -> {
              writer.tell("tui.detail.policy");
              writer.unbroken(policy);
            });
  }

  /** What was seen, each with what it means. */
  static void findings(LineContext context, StepView step) {
    LineWriter writer = context.writer();
    StepContent.findings(step, writer.wording()).forEach(finding -> tell(finding, writer));
  }

  private static void tell(StepContent.FindingText finding, LineWriter writer) {
    writer.tell("line.finding." + finding.state(), finding.text());
    finding.problem().forEach(writer::say);
  }

  /** Why a step is not done: what it waits for, or what is missing. */
  static void lacking(LineContext context, StepView step) {
    LineWriter writer = context.writer();
    Optional<Waiting> waiting = step.assessment().flatMap(Assessment::waiting);
    if (waiting.isPresent()) {
      writer.say(writer.wording().waiting(step.entry(), waiting.get()));
    } else {
      StepContent.findings(step, writer.wording()).stream()
          .filter(finding -> finding.state().open())
          .forEach(finding -> tell(finding, writer));
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
}
