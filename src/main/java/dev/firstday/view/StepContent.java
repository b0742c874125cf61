package dev.firstday.view;

import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.failure.HelpingPolicy;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the page of one step says. */
public record StepContent(StepView step, SessionSnapshot session, Texts texts) {
  /**
   * What was seen.
   *
   * @param state what it means for the step, as its badge shows it
   * @param problem what went wrong where it could not be read, in sentences
   */
  public record FindingText(FindingState state, String text, List<String> problem) {}

  /** What a finding means: what is missing is up to firstday, to a person, or to time. */
  public enum FindingState {
    OK,
    MISSING,
    NEEDS_YOU,
    WAITING,
    UNSEEN,
    INFO;

    /** Whether somebody has to do something about it. */
    public boolean open() {
      return this == MISSING || this == NEEDS_YOU;
    }

    static FindingState of(Finding.Kind kind, StepView step) {
      return switch (kind) {
        case OK -> OK;
        case UNSEEN -> UNSEEN;
        case INFO -> INFO;
        case MISSING ->
            Progress.waits(step) ? WAITING : Progress.needsPerson(step) ? NEEDS_YOU : MISSING;
      };
    }
  }

  /** What would be written. */
  public record EffectText(Effect effect, String text) {}

  /**
   * An answer that the step uses.
   *
   * @param needed whether it is missing, and no change can be made without it
   */
  public record AnswerText(String label, String value, boolean needed) {}

  /** What was found, the same thing in many Regions told once; nothing while nobody has looked. */
  public static List<FindingText> findings(StepView step, Texts texts) {
    return step.assessment().map(Finding::told).orElse(List.of()).stream()
        .map(
            finding ->
                new FindingText(
                    FindingState.of(finding.kind(), step),
                    texts.finding(step.entry(), finding),
                    finding.problem().map(texts::problem).orElse(List.of())))
        .toList();
  }

  public List<FindingText> findings() {
    return findings(step, texts);
  }

  /** What could not be read. */
  public static List<Problem> problems(StepView step) {
    return step.assessment().stream()
        .flatMap(seen -> seen.findings().stream())
        .flatMap(finding -> finding.problem().stream())
        .toList();
  }

  /** What it waits for, and how long that may take. */
  public Optional<String> waiting() {
    return step.assessment()
        .flatMap(Assessment::waiting)
        .map(waiting -> texts.waiting(step.entry(), waiting));
  }

  /** The policy that would let refused reads through, as JSON. */
  public Optional<String> policy() {
    return HelpingPolicy.of(problems(step)).map(session.printer()::json);
  }

  private Plan plan() {
    return session.plan(List.of(step.id()));
  }

  public List<EffectText> changes() {
    return plan().changes().stream()
        .map(one -> new EffectText(one.change().effect(), texts.change(one, session.catalog())))
        .toList();
  }

  public List<AnswerText> answers() {
    return Question.of(List.of(step.id()), session).stream().map(this::answer).toList();
  }

  private AnswerText answer(Question question) {
    Optional<String> value = question.value(session).filter(text -> !text.isEmpty());
    return new AnswerText(
        texts.of(question.setting().label()),
        value
            .map(text -> texts.answer(question.setting(), text))
            .orElseGet(
                () ->
                    question.missing()
                        ? texts.say("tui.detail.needed")
                        : question.unset(session, texts)),
        value.isEmpty() && question.missing());
  }

  /** Who does it, how long it takes, what it costs, whether it can be taken back, and why. */
  public List<FactText> facts() {
    return List.of(
        fact("who", texts.say("tui.detail.by." + step.entry().by())),
        fact(
            "minutes",
            texts.say("tui.detail.about-minutes", texts.minutes(step.entry().minutes()))),
        fact("price", price()),
        fact("undo", plan().isEmpty() ? "" : Reversibility.of(plan(), texts)),
        fact("controls", controls()));
  }

  private FactText fact(String name, String value) {
    return new FactText(texts.say("tui.detail." + name), value);
  }

  /** What it costs a month, and when and where the price was read. */
  private String price() {
    String about = texts.about(step.monthlyUsd());
    return step.entry().prices().stream()
        .map(price -> price.date().toString())
        .max(String::compareTo)
        .map(date -> about + " " + texts.say("tui.detail.price-read", date))
        .orElse(about);
  }

  private String controls() {
    return step.entry().controls().entrySet().stream()
        .map(list -> list.getKey() + " " + String.join(", ", list.getValue().keySet()))
        .collect(Collectors.joining("; "));
  }
}
