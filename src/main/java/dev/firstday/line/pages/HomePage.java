package dev.firstday.line.pages;

import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.assess.Notes;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Page;
import dev.firstday.view.NextStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
      writer.tell(
          "tui.standing.left",
          standing.minutesLeft(),
          OnboardingPages.amount(standing.usdLeft(), writer));
    }
    since(context);
    made(context);
  }

  /** What was changed so far, and for which steps. */
  private static void made(LineContext context) {
    int made = context.made().size();
    String key = made == 0 ? "nothing" : made == 1 ? "one" : "some";
    context.writer().tell("tui.made." + key, made, context.snapshot().numbers(context.made()));
  }

  /** On coming back: what others have changed, as long as it matters. */
  private static void since(LineContext context) {
    LineWriter writer = context.writer();
    Optional<Notes.LastCheck> last = context.session().before();
    for (boolean settled : List.of(true, false)) {
      List<StepView> changed = context.standing().changedSince(last, context.made(), settled);
      if (!changed.isEmpty()) {
        writer.tell("tui.since", context.when(last.orElseThrow().at()));
        writer.tell(
            settled ? "tui.since.done" : "tui.since.open",
            changed.stream()
                .map(step -> Integer.toString(context.standing().number(step.id())))
                .collect(Collectors.joining(", ")));
      }
    }
  }

  @Override
  public List<Choice> choices(LineContext context) {
    LineWriter writer = context.writer();
    List<Choice> choices = new ArrayList<>();
    NextStep.of(context.session().steps()).ifPresent(step -> choices.add(open(step, context)));
    List<String> plannable = context.standing().plannable();
    if (!plannable.isEmpty()) {
      choices.add(
          new Choice(
              LineCommand.PLAN,
              writer.text("line.plan", plannable.size()),
              () -> PlanPage.open(plannable, context)));
    }
    choices.add(Choice.open(LineCommand.LIST, writer.text("line.list"), ListPage::new));
    choices.add(
        new Choice(LineCommand.FIND, writer.text("line.find"), () -> ListPage.find(context)));
    choices.add(
        Choice.change(
            LineCommand.CHECK_ALL, writer.text("tui.command.CHECK_ALL"), context::checkAll));
    choices.add(Choice.open(LineCommand.EDIT, writer.text("line.settings"), SettingsPage::new));
    choices.add(Choice.open(LineCommand.HISTORY, writer.text("line.history"), HistoryPage::new));
    choices.add(Choice.open(LineCommand.SUMMARY, writer.text("line.summary"), SummaryPage::new));
    choices.add(report(context));
    return choices;
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
        : writer.text(
            "line.row.priced",
            row,
            writer.text("tui.money.short", Texts.amount(step.monthlyUsd())));
  }
}
