package dev.firstday.line.pages;

import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.account.Identity;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Page;
import dev.firstday.view.DaySummary;
import dev.firstday.view.NextStep;
import java.time.LocalDate;
import java.util.List;

/** The end of a day: what is done, what is left and for whom, what it costs, what comes next. */
public final class SummaryPage implements Page {
  @Override
  public void tell(LineContext context) {
    LineWriter writer = context.writer();
    Progress standing = context.standing();
    DaySummary day = new DaySummary(standing.steps(), context.made());
    int open = standing.open().size();
    writer.tell(open == 0 ? "tui.ending.over" : "tui.ending.open", open);
    writer.tell("tui.ending.done", standing.settled(), day.ours());
    writer.tell("tui.ending.cost", writer.wording().about(day.monthlyUsd()));
    for (DaySummary.Rest rest : day.left()) {
      writer.tell(rest.key(), rest.steps().size());
      rest.steps().forEach(step -> tell(step, context));
    }
    if (context.session().identity().kind() == Identity.Kind.ROOT) {
      writer.tell("tui.ending.next.administrator");
    }
    NextStep.of(standing.steps())
        .ifPresent(step -> writer.tell("tui.result.next-step", context.name(step)));
    writer.tell("tui.ending.next.check");
    context
        .session()
        .catalog()
        .outdated(LocalDate.now(context.options().clock()))
        .ifPresent(date -> writer.tell("tui.ending.next.outdated", date));
  }

  private static void tell(StepView step, LineContext context) {
    context.writer().say(context.name(step));
    if (DaySummary.waits(step)) {
      StepText.lacking(context, step);
    }
  }

  @Override
  public List<Choice> choices(LineContext context) {
    return List.of(HomePage.report(context));
  }
}
