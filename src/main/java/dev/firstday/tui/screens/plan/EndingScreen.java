package dev.firstday.tui.screens.plan;

import dev.firstday.engine.StepView;
import dev.firstday.engine.account.Identity;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Commands;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.model.TextPage;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Badge;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.Scroll;
import dev.firstday.view.DaySummary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of a day: what is done, what is left and for whom, what it costs, what comes next. */
public final class EndingScreen {
  private EndingScreen() {}

  public static Screen of(PlanState.DayEnd state, Model model) {
    Scroll text = model.scroll(lines(model), state.scroll());
    return new TextPage(
        model.say("tui.place.ending"),
        Line.of(model.say("tui.standing.done", model.settled(), model.counted())),
        Optional.empty(),
        text,
        offers(text, model),
        model);
  }

  private static List<Line> lines(Model model) {
    DaySummary day = new DaySummary(model.steps(), model.made());
    int open = model.open().size();
    Document document = new Document(model.columns());
    document.text(model.say(open == 0 ? "tui.ending.over" : "tui.ending.open", open), Role.TITLE);
    document.hanging(
        Line.of(" ").and("[x]", Role.DONE).and(" "),
        model.say("tui.ending.done", model.settled(), day.ours()),
        Role.TEXT);
    document.text(model.say("tui.ending.cost", model.words().about(day.monthlyUsd())));
    document.title(model.say("tui.result.next"));
    next(model).forEach(text -> document.hanging(" - ", text, Role.TEXT));
    for (DaySummary.Rest rest : day.left()) {
      document.title(model.say(rest.key(), rest.steps().size()));
      rest.steps().forEach(step -> left(document, step, model));
    }
    return document.lines();
  }

  private static void left(Document document, StepView step, Model model) {
    Badge badge = Badge.of(step, model.words());
    document.line(
        Line.of("   ").and(badge.sign(), badge.role()).and(" " + Labels.name(step, model)));
    Labels.waitedFor(step, model)
        .filter(reason -> DaySummary.waits(step))
        .ifPresent(reason -> document.hanging("       ", reason, Role.TEXT));
  }

  private static List<String> next(Model model) {
    List<String> next = new ArrayList<>();
    if (model.identity().kind() == Identity.Kind.ROOT) {
      next.add(model.say("tui.ending.next.administrator"));
    }
    model
        .nextStep()
        .ifPresent(step -> next.add(model.say("tui.result.next-step", Labels.name(step, model))));
    if (!model.plannable().isEmpty()) {
      next.add(model.say("tui.ending.next.plan", model.plannable().size()));
    }
    next.add(model.say("tui.ending.next.report"));
    next.add(model.say("tui.ending.next.check"));
    model
        .session()
        .catalog()
        .outdated(LocalDate.ofInstant(model.now(), model.zone().get()))
        .ifPresent(date -> next.add(model.say("tui.ending.next.outdated", date)));
    return next;
  }

  private static Offers offers(Scroll text, Model model) {
    Offers offers = new Offers();
    model
        .nextStep()
        .map(step -> Update.home().thenOpen(StepState.Detail.of(step.id())))
        .ifPresent(there -> offers.add(Command.OPEN, "OPEN.next", () -> there));
    List<String> plannable = model.plannable();
    if (!plannable.isEmpty()) {
      offers.add(
          CommandOption.of(Command.PLAN, plannable.size()),
          () -> Update.home().then(Plans.open(plannable, model)));
    }
    return offers
        .add(Command.SAVE, "SAVE.report", new Action.SaveReport())
        .scroll(text, PlanState.DayEnd::new)
        .add(Command.BACK, "BACK.list", Update::home)
        .add(Command.QUIT, () -> Commands.quit(model, 0));
  }
}
