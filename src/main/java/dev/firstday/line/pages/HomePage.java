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
import dev.firstday.line.model.Navigation;
import dev.firstday.line.model.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the account stands, and everything that can be done from there. */
public final class HomePage implements Page {
  @Override
  public void tell(LineContext desk) {
    LineWriter voice = desk.voice();
    Progress standing = desk.standing();
    if (desk.session().identity().kind() == Identity.Kind.ROOT) {
      voice.tell("tui.arrival.root");
    }
    voice.tell("tui.standing.done", standing.settled(), standing.counted());
    if (standing.needPerson() > 0) {
      voice.tell("tui.standing.needs-you", standing.needPerson());
    }
    if (!standing.open().isEmpty()) {
      voice.tell("tui.summary.open", standing.open().size());
      voice.tell(
          "tui.standing.left",
          standing.minutesLeft(),
          OnboardingPages.amount(standing.usdLeft(), voice));
    }
    since(desk);
    made(desk);
  }

  /** What was changed so far, and for which steps. */
  private static void made(LineContext desk) {
    int made = desk.made().size();
    String steps =
        desk.made().stream()
            .flatMap(planned -> planned.steps().stream())
            .filter(desk::knows)
            .map(desk.standing()::number)
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    String key = made == 0 ? "nothing" : made == 1 ? "one" : "some";
    desk.voice().tell("tui.made." + key, made, steps);
  }

  /** On coming back: what others have changed, as long as it matters. */
  private static void since(LineContext desk) {
    LineWriter voice = desk.voice();
    Optional<Notes.LastCheck> last = desk.session().before();
    for (boolean settled : List.of(true, false)) {
      List<StepView> changed = desk.standing().changedSince(last, desk.made(), settled);
      if (!changed.isEmpty()) {
        voice.tell("tui.since", desk.when(last.orElseThrow().at()));
        voice.tell(
            settled ? "tui.since.done" : "tui.since.open",
            changed.stream()
                .map(step -> Integer.toString(desk.standing().number(step.id())))
                .collect(Collectors.joining(", ")));
      }
    }
  }

  @Override
  public List<Choice> choices(LineContext desk) {
    LineWriter voice = desk.voice();
    Progress standing = desk.standing();
    List<Choice> choices = new ArrayList<>();
    standing.open().stream()
        .findFirst()
        .ifPresent(
            step ->
                choices.add(
                    Choice.open(
                        LineCommand.OPEN,
                        voice.text("line.open", desk.name(step), desk.verdict(step)),
                        () -> new StepPage(step.id()))));
    List<String> plannable = standing.plannable();
    if (!plannable.isEmpty()) {
      choices.add(
          new Choice(
              LineCommand.PLAN,
              voice.text("line.plan", plannable.size()),
              () -> PlanPage.open(plannable, desk)));
    }
    choices.add(Choice.open(LineCommand.LIST, voice.text("line.list"), ListPage::new));
    choices.add(new Choice(LineCommand.FIND, voice.text("line.find"), () -> ListPage.find(desk)));
    choices.add(
        new Choice(
            LineCommand.CHECK_ALL,
            voice.text("tui.command.CHECK_ALL"),
            () -> {
              desk.checkAll();
              return new Navigation.Afresh();
            }));
    choices.add(Choice.open(LineCommand.EDIT, voice.text("line.settings"), SettingsPage::new));
    choices.add(Choice.open(LineCommand.HISTORY, voice.text("line.history"), HistoryPage::new));
    choices.add(Choice.open(LineCommand.SUMMARY, voice.text("line.summary"), SummaryPage::new));
    choices.add(report(desk));
    return choices;
  }

  /** A report, in a file whose name says the format. */
  static Choice report(LineContext desk) {
    return new Choice(
        LineCommand.REPORT,
        desk.voice().text("line.report"),
        () -> {
          desk.save(
              "firstday-report.html",
              file -> desk.options().files().report(file, desk.session(), desk.voice().language()));
          return new Navigation.Again();
        });
  }

  /** One step in one line: the most important first. */
  static String line(StepView step, LineContext desk) {
    LineWriter voice = desk.voice();
    String row =
        voice.text(
            "line.row", desk.name(step), desk.verdict(step), voice.text("by." + step.entry().by()));
    return step.monthlyUsd().signum() == 0
        ? row
        : voice.text(
            "line.row.priced", row, voice.text("tui.money.short", Texts.amount(step.monthlyUsd())));
  }
}
