package dev.firstday.line.pages;

import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Waiting;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.LineContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A step in words. */
record StepText(LineContext desk, StepView step) {
  void tell() {
    LineWriter voice = desk.voice();
    voice.say(heading(desk, step));
    voice.wording().skipped(step).ifPresent(voice::say);
    voice.say(voice.of(step.entry().why()));
    found();
    changes();
    settings();
    facts();
    voice.tell("tui.detail.docs");
    voice.alone(step.entry().docs());
  }

  static String heading(LineContext desk, StepView step) {
    return desk.voice().text("line.heading", desk.name(step), desk.verdict(step));
  }

  private void found() {
    LineWriter voice = desk.voice();
    voice.tell("tui.detail.found");
    if (step.assessment().isEmpty()) {
      voice.tell("tui.not-looked");
      return;
    }
    Assessment seen = step.assessment().get();
    findings(desk, step);
    seen.waiting().ifPresent(this::waiting);
    List<Problem> problems = StepPage.problems(step);
    if (!problems.isEmpty()) {
      desk.log();
    }
    Texts.helpingPolicy(problems)
        .ifPresent(
            policy -> {
              voice.tell("tui.detail.policy");
              voice.unbroken(desk.session().printer().json(policy));
            });
  }

  /** What was seen, each with what it means. */
  static void findings(LineContext desk, StepView step) {
    findings(desk, step, finding -> true);
  }

  private static void findings(LineContext desk, StepView step, Predicate<Finding> which) {
    LineWriter voice = desk.voice();
    List<Finding> findings =
        step.assessment().map(Finding::told).orElse(List.of()).stream().filter(which).toList();
    for (Finding finding : findings) {
      voice.say(
          voice.text(
              "line.finding." + finding.kind(), voice.wording().finding(step.entry(), finding)));
      finding.problem().ifPresent(problem -> voice.wording().problem(problem).forEach(voice::say));
    }
  }

  private void waiting(Waiting waiting) {
    desk.voice()
        .fact(
            desk.voice().text("verdict.waiting"),
            desk.voice().wording().waiting(step.entry(), waiting));
  }

  /** Why a step is not done: what it waits for, or what is missing. */
  static void lacking(LineContext desk, StepView step) {
    Optional<Waiting> waiting = step.assessment().flatMap(Assessment::waiting);
    if (waiting.isPresent()) {
      desk.voice().say(desk.voice().wording().waiting(step.entry(), waiting.get()));
    } else {
      findings(desk, step, finding -> finding.kind() == Finding.Kind.MISSING);
    }
  }

  private void changes() {
    Plan plan = desk.session().plan(List.of(step.id()));
    if (!plan.isEmpty()) {
      desk.voice().tell("tui.detail.changes");
      plan.changes().forEach(planned -> desk.voice().say(change(planned, desk)));
    }
  }

  /** A change in one line: what it does to the account, and what it is for. */
  static String change(Plan.Planned planned, LineContext desk) {
    return desk.voice()
        .text(
            "line.change",
            desk.voice().text("effect." + planned.change().effect()),
            desk.change(planned));
  }

  private void settings() {
    LineWriter voice = desk.voice();
    Questions questions = new Questions(desk);
    List<Question> all = Question.of(List.of(step.id()), desk.session());
    if (!all.isEmpty()) {
      voice.tell("tui.detail.settings");
    }
    for (Question question : all) {
      String nothing =
          question.missing() ? voice.text("tui.detail.needed") : questions.unset(question);
      voice.fact(
          voice.of(question.setting().label()),
          desk.session()
              .answer(question.key())
              .filter(value -> !value.isEmpty())
              .map(value -> questions.shown(question, value))
              .orElse(nothing));
    }
  }

  private void facts() {
    LineWriter voice = desk.voice();
    voice.fact(voice.text("tui.detail.who"), voice.text("tui.detail.by." + step.entry().by()));
    voice.fact(
        voice.text("tui.detail.minutes"),
        voice.text("tui.detail.about-minutes", step.entry().minutes()));
    voice.fact(voice.text("tui.detail.price"), price());
    Plan plan = desk.session().plan(List.of(step.id()));
    if (!plan.isEmpty()) {
      voice.fact(voice.text("tui.detail.undo"), undo(plan, voice));
    }
    String controls =
        step.entry().controls().entrySet().stream()
            .map(list -> list.getKey() + " " + String.join(", ", list.getValue().keySet()))
            .collect(Collectors.joining("; "));
    if (!controls.isEmpty()) {
      voice.fact(voice.text("tui.detail.controls"), controls);
    }
  }

  private String price() {
    LineWriter voice = desk.voice();
    String about = OnboardingPages.about(step.monthlyUsd(), voice);
    Optional<String> date =
        step.entry().prices().stream().map(price -> price.date().toString()).max(String::compareTo);
    return date.map(read -> about + " " + voice.text("tui.detail.price-read", read)).orElse(about);
  }

  /** Whether a plan can be taken back. */
  static String undo(Plan plan, LineWriter voice) {
    long can =
        plan.changes().stream().filter(planned -> !planned.change().undo().isEmpty()).count();
    if (can == plan.changes().size()) {
      return voice.text("tui.undo.yes");
    }
    return can == 0
        ? voice.text("tui.undo.no")
        : voice.text("tui.undo.part", can, plan.changes().size());
  }
}
