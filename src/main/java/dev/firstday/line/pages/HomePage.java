package dev.firstday.line.pages;

import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.account.Identity;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.Choices;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Page;
import dev.firstday.view.NextStep;
import dev.firstday.view.SinceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the account stands, and everything that can be done from there. */
public final class HomePage implements Page {
  @Override
  public void tell(LineContext context) {
    LineWriter writer = context.writer();
    Progress standing = context.standing();
    if (context.session().identity().kind() == Identity.Kind.ROOT) {
      writer.tell("tui.arrival.root");
    }
    writer.tell("tui.standing.done", standing.settled(), standing.counted());
    if (standing.needPerson() > 0) {
      writer.tell("tui.standing.needs-you", standing.needPerson());
    }
    if (!standing.open().isEmpty()) {
      writer.tell("tui.summary.open", standing.open().size());
      String price = writer.wording().price(standing.usdLeft());
      writer.tell("tui.standing.left", writer.wording().minutes(standing.minutesLeft()), price);
    }
    SinceText.of(context.snapshot(), context.made(), writer.wording())
        .ifPresent(since -> tell(since, writer));
    made(context);
  }

  /** What was changed so far, and for which steps. */
  private static void made(LineContext context) {
    int made = context.made().size();
    String key = made == 0 ? "nothing" : made == 1 ? "one" : "some";
    context.writer().tell("tui.made." + key, made, context.snapshot().numbers(context.made()));
  }

  private static void tell(SinceText since, LineWriter writer) {
    Stream.of(since.done(), since.open())
        .flatMap(Optional::stream)
        .forEach(
            changed -> {
              writer.say(since.since());
              writer.say(changed);
            });
  }

  @Override
  public List<Choice> choices(LineContext context) {
    Choices choices = new Choices(context);
    NextStep.of(context.session().steps()).ifPresent(step -> choices.add(open(step, context)));
    List<String> plannable = context.standing().plannable();
    if (!plannable.isEmpty()) {
      String text = context.writer().text("line.plan", plannable.size());
      choices.add(new Choice(LineCommand.PLAN, text, () -> PlanPage.open(plannable, context)));
    }
    return choices
        .open(LineCommand.LIST, "line.list", ListPage::new)
        .add(LineCommand.FIND, "line.find", () -> ListPage.find(context))
        .change(LineCommand.CHECK_ALL, "tui.command.CHECK_ALL", context::checkAll)
        .open(LineCommand.EDIT, "line.settings", SettingsPage::new)
        .open(LineCommand.HISTORY, "line.history", HistoryPage::new)
        .open(LineCommand.SUMMARY, "line.summary", SummaryPage::new)
        .add(report(context))
        .list();
  }

  private static Choice open(StepView step, LineContext context) {
    return Choice.open(
        LineCommand.OPEN,
        context.writer().text("line.open", context.name(step), context.verdict(step)),
        () -> new StepPage(step.id()));
  }

  /** A report, in a file whose name says the format. */
  static Choice report(LineContext context) {
    return Choice.act(
        LineCommand.REPORT,
        context.writer().text("line.report"),
        () -> context.save("firstday-report.html", file -> report(file, context)));
  }

  private static void report(Path file, LineContext context) throws IOException {
    context.options().files().report(file, context.session(), context.writer().language());
  }

  /** One step in one line: the most important first. */
  static String line(StepView step, LineContext context) {
    LineWriter writer = context.writer();
    String row =
        writer.text(
            "line.row",
            context.name(step),
            context.verdict(step),
            writer.text("by." + step.entry().by()));
    return step.monthlyUsd().signum() == 0
        ? row
        : writer.text("line.row.priced", row, writer.wording().price(step.monthlyUsd()));
  }
}
