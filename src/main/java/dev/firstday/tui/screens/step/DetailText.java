package dev.firstday.tui.screens.step;

import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.view.StepContent;
import java.util.List;

/** A step in words. */
public record DetailText(StepView step, Model model) {
  /** The columns that a setting's value should have beside its label. */
  private static final int VALUE = 30;

  private static final int LEAST_LABEL = 16;

  public List<Line> lines() {
    Texts words = model.words();
    StepContent content = new StepContent(step, model.session(), words);
    Document document = new Document(model.columns());
    document.text(words.of(step.entry().why()));
    words.skipped(step).ifPresent(reason -> document.blank().text(reason));
    found(document, content);
    changes(document, content.changes());
    settings(document, content.answers());
    document.blank().facts(content.facts());
    document.blank().text(words.say("tui.detail.docs")).verbatim(step.entry().docs());
    return document.lines();
  }

  private void found(Document document, StepContent content) {
    Texts words = model.words();
    document.title(words.say("tui.detail.found"));
    if (step.assessment().isEmpty()) {
      document.text(words.say("tui.detail.not-looked"));
      return;
    }
    for (StepContent.FindingText finding : content.findings()) {
      document.finding(finding);
      finding.problem().forEach(text -> document.hanging("     ", text, Role.TEXT));
    }
    content.waiting().ifPresent(text -> document.signed("[~]", Role.PROGRESS, text));
    if (!StepContent.problems(step).isEmpty()) {
      model.log().ifPresent(log -> document.blank().text(words.say("run-log", log)));
    }
    content
        .policy()
        .ifPresent(
            policy -> document.blank().text(words.say("tui.detail.policy")).verbatim(policy));
  }

  private void changes(Document document, List<StepContent.EffectText> changes) {
    if (!changes.isEmpty()) {
      document.title(model.words().say("tui.detail.changes"));
      changes.forEach(
          change ->
              document.hanging(
                  Line.of(" ").and(change.effect().sign() + "  ", Role.of(change.effect())),
                  change.text(),
                  Role.TEXT));
    }
  }

  private void settings(Document document, List<StepContent.AnswerText> answers) {
    if (answers.isEmpty()) {
      return;
    }
    document.title(model.words().say("tui.detail.settings"));
    int widest = answers.stream().mapToInt(answer -> Width.of(answer.label())).max().orElse(0);
    int width = Math.min(widest, Math.max(LEAST_LABEL, model.columns() - VALUE));
    for (StepContent.AnswerText answer : answers) {
      document.hanging(
          "   " + Line.of(answer.label()).pad(width).text() + "  ",
          answer.value(),
          answer.needed() ? Role.ATTENTION : Role.TEXT);
    }
  }
}
