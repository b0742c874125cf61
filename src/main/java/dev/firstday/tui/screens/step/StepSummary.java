package dev.firstday.tui.screens.step;

import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.widgets.Badge;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.view.StepContent;
import java.util.List;

/** What the selected step of the list is about: its findings first, then why it matters. */
record StepSummary(StepView step, Model model, int columns) {

  /**
   * The lines of it.
   *
   * @param room how many lines there are where they stand below the list; beside it all fit
   */
  List<Line> lines(int room) {
    boolean wide = model.size().twoPanes();
    Document document = new Document(columns);
    heading(document, wide);
    model.words().skipped(step).ifPresent(reason -> document.text(reason, Role.TEXT));
    // Where there is little room, only what is not as it should be.
    StepContent.findings(step, model.words()).stream()
        .filter(finding -> wide || finding.state() != StepContent.FindingState.OK)
        .forEach(document::finding);
    if (wide) {
      document.blank();
    }
    List<Line> why = new Document(columns).text(model.words().of(step.entry().why())).lines();
    if (wide || document.lines().size() + why.size() <= room) {
      why.forEach(document::line);
    }
    return document.lines();
  }

  private void heading(Document document, boolean wide) {
    Texts words = model.words();
    String title = model.number(step.id()) + "  " + words.of(step.entry().title());
    String facts =
        words.say(
            "tui.list.facts",
            words.say("by." + step.entry().by()),
            words.minutes(step.entry().minutes()),
            words.monthly(step.monthlyUsd()));
    Line heading = Line.of(" " + title, Role.TITLE);
    document.line(wide ? heading : heading.withRight(Line.of(facts), columns));
    if (wide) {
      document.line(Line.of(" ").and(Badge.of(step, words).line()));
      document.text(facts).blank();
    }
  }
}
