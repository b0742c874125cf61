package dev.firstday.tui.screens.step;

import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.failure.HelpingPolicy;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.AnswerSlot;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Reversibility;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A step in words. */
public record DetailText(StepView step, Model model) {
  /** The columns that a setting's value should have beside its label. */
  private static final int VALUE = 30;

  private static final int LEAST_LABEL = 16;

  public List<Line> lines() {
    Document document = new Document(model.columns());
    document.text(words().of(step.entry().why()));
    words().skipped(step).ifPresent(reason -> document.blank().text(reason));
    found(document);
    changes(document);
    settings(document);
    document.blank();
    facts(document);
    document.blank().text(words().say("tui.detail.docs")).verbatim(step.entry().docs());
    return document.lines();
  }

  private Texts words() {
    return model.words();
  }

  private void found(Document document) {
    document.title(words().say("tui.detail.found"));
    if (step.assessment().isEmpty()) {
      document.text(words().say("tui.detail.not-looked"));
      return;
    }
    for (Finding finding : Finding.told(step.assessment().get())) {
      Findings.tell(document, step, finding, words());
      finding.problem().ifPresent(problem -> problem(document, problem));
    }
    step.assessment()
        .get()
        .waiting()
        .ifPresent(
            waiting ->
                document.hanging(
                    Line.of(" ").and("[~]", Role.PROGRESS).and(" "),
                    words().waiting(step.entry(), waiting),
                    Role.TEXT));
    List<Problem> problems = Findings.problems(step);
    if (!problems.isEmpty()) {
      model.log().ifPresent(log -> document.blank().text(words().say("run-log", log)));
    }
    HelpingPolicy.of(problems).ifPresent(policy -> policy(document, policy));
  }

  private void problem(Document document, Problem problem) {
    words().problem(problem).forEach(text -> document.hanging("     ", text, Role.TEXT));
  }

  private void policy(Document document, Object policy) {
    document.blank().text(words().say("tui.detail.policy"));
    document.verbatim(model.session().printer().json(policy));
  }

  private void changes(Document document) {
    Plan plan = model.plan(List.of(step.id()));
    if (plan.isEmpty()) {
      return;
    }
    document.title(words().say("tui.detail.changes"));
    for (Plan.Planned planned : plan.changes()) {
      document.hanging(
          Line.of(" ").and(planned.change().effect().sign() + "  ", Role.KEY),
          words().change(step.entry(), planned.change()),
          Role.TEXT);
    }
  }

  private void settings(Document document) {
    List<AnswerSlot> slots = AnswerSlot.of(List.of(step.id()), model);
    if (slots.isEmpty()) {
      return;
    }
    document.title(words().say("tui.detail.settings"));
    int widest = slots.stream().mapToInt(slot -> Width.of(slot.label(words()))).max().orElse(0);
    int width = Math.min(widest, Math.max(LEAST_LABEL, model.columns() - VALUE));
    for (AnswerSlot slot : slots) {
      String value = slot.value(model).map(v -> words().answer(slot.setting(), v)).orElse("");
      String none = slot.missing() ? words().say("tui.detail.needed") : slot.unset(model);
      document.hanging(
          "   " + Line.of(slot.label(words())).pad(width).text() + "  ",
          value.isEmpty() ? none : value,
          value.isEmpty() && slot.missing() ? Role.ATTENTION : Role.TEXT);
    }
  }

  private void facts(Document document) {
    List<String> names =
        Stream.of("who", "minutes", "price", "undo", "controls")
            .map(name -> words().say("tui.detail." + name))
            .toList();
    int width = names.stream().mapToInt(Width::of).max().orElse(0);
    document.fact(
        names.get(0), width, words().say("tui.detail.by." + step.entry().by()), Role.TEXT);
    document.fact(
        names.get(1),
        width,
        words().say("tui.detail.about-minutes", step.entry().minutes()),
        Role.TEXT);
    document.fact(names.get(2), width, price(), Role.TEXT);
    Plan plan = model.plan(List.of(step.id()));
    if (!plan.isEmpty()) {
      document.fact(names.get(3), width, Reversibility.of(plan, words()), Role.TEXT);
    }
    String controls =
        step.entry().controls().entrySet().stream()
            .map(list -> list.getKey() + " " + String.join(", ", list.getValue().keySet()))
            .collect(Collectors.joining("; "));
    if (!controls.isEmpty()) {
      document.fact(names.get(4), width, controls, Role.TEXT);
    }
  }

  /** What it costs a month, and when and where the price was read. */
  private String price() {
    Optional<String> date =
        step.entry().prices().stream().map(price -> price.date().toString()).max(String::compareTo);
    String about = words().about(step.monthlyUsd());
    return date.map(read -> about + " " + words().say("tui.detail.price-read", read)).orElse(about);
  }
}
