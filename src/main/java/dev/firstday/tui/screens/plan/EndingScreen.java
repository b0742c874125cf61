package dev.firstday.tui.screens.plan;

import dev.firstday.catalog.Actor;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Commands;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Badge;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.Scroll;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The end of a day: what is done, what is left and for whom, what it costs, what comes next. */
public record EndingScreen(PlanState.DayEnd state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("tui.place.ending");
  }

  @Override
  public Line standing() {
    return Line.of(model.words().say("tui.standing.done", model.settled(), model.counted()));
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private Scroll scroll() {
    Texts words = model.words();
    Document document = new Document(model.columns());
    boolean over = model.open().isEmpty();
    document.text(
        words.say(over ? "tui.ending.over" : "tui.ending.open", model.open().size()), Role.TITLE);
    done(document);
    document.text(words.say("tui.ending.cost", words.about(cost())));
    next(document);
    left(document, "ending.api", by(Actor.API));
    left(document, "ending.root", by(Actor.ROOT));
    left(document, "ending.person", by(Actor.PERSON));
    left(document, "ending.waiting", this::waits);
    left(document, "ending.unseen", step -> step.open() && verdict(step, Verdict.UNSEEN));
    left(document, "ending.skipped", step -> step.skipped().isPresent());
    return new Scroll(document.lines(), model.size().body(), state.scroll());
  }

  private static boolean verdict(StepView step, Verdict verdict) {
    return step.verdict().filter(verdict::equals).isPresent();
  }

  private boolean waits(StepView step) {
    return step.open() && Labels.waitedFor(step, model).isPresent();
  }

  private Predicate<StepView> by(Actor actor) {
    return step ->
        step.open() && !waits(step) && !verdict(step, Verdict.UNSEEN) && step.entry().by() == actor;
  }

  private void done(Document document) {
    long ours =
        model.made().stream()
            .flatMap(planned -> planned.steps().stream())
            .distinct()
            .filter(id -> model.step(id).verdict().map(Verdict::settled).orElse(false))
            .count();
    document.hanging(
        Line.of(" ").and("[x]", Role.DONE).and(" "),
        model.words().say("tui.ending.done", model.settled(), ours),
        Role.TEXT);
  }

  private void left(Document document, String key, Predicate<StepView> which) {
    List<StepView> steps = model.steps().stream().filter(which).toList();
    if (steps.isEmpty()) {
      return;
    }
    document.title(model.words().say("tui." + key, steps.size()));
    for (StepView step : steps) {
      Badge badge = Badge.of(step, model.words());
      document.line(
          Line.of("   ").and(badge.sign(), badge.role()).and(" " + Labels.name(step, model)));
      Labels.waitedFor(step, model)
          .filter(reason -> waits(step))
          .ifPresent(reason -> document.hanging("       ", reason, Role.TEXT));
    }
  }

  /** What the account costs with what is done now. */
  private BigDecimal cost() {
    return model.steps().stream()
        .filter(step -> verdict(step, Verdict.DONE) || verdict(step, Verdict.ATTESTED))
        .map(StepView::monthlyUsd)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void next(Document document) {
    Texts words = model.words();
    document.title(words.say("tui.result.next"));
    if (model.identity().kind() == Identity.Kind.ROOT) {
      document.hanging(" - ", words.say("tui.ending.next.administrator"), Role.TEXT);
    }
    nextStep()
        .ifPresent(
            step ->
                document.hanging(
                    " - ", words.say("tui.result.next-step", Labels.name(step, model)), Role.TEXT));
    if (!model.plannable().isEmpty()) {
      document.hanging(
          " - ", words.say("tui.ending.next.plan", model.plannable().size()), Role.TEXT);
    }
    document.hanging(" - ", words.say("tui.ending.next.report"), Role.TEXT);
    document.hanging(" - ", words.say("tui.ending.next.check"), Role.TEXT);
    model
        .session()
        .catalog()
        .outdated(LocalDate.ofInstant(model.now(), model.zone().get()))
        .ifPresent(
            date ->
                document.hanging(" - ", words.say("tui.ending.next.outdated", date), Role.TEXT));
  }

  private Optional<StepView> nextStep() {
    return model.steps().stream().filter(StepView::open).findFirst();
  }

  @Override
  public List<CommandOption> offers() {
    List<CommandOption> offers = new ArrayList<>();
    nextStep().ifPresent(step -> offers.add(CommandOption.as(Command.OPEN, "OPEN.next")));
    if (!model.plannable().isEmpty()) {
      offers.add(CommandOption.as(Command.PLAN, "PLAN", model.plannable().size()));
    }
    offers.add(CommandOption.as(Command.SAVE, "SAVE.report"));
    offers.addAll(scroll().offers());
    offers.add(CommandOption.as(Command.BACK, "BACK.list"));
    offers.add(CommandOption.of(Command.QUIT));
    return offers;
  }

  @Override
  public Update run(Command command) {
    return switch (command) {
      case OPEN ->
          nextStep()
              .map(step -> Update.home().thenOpen(StepState.Detail.of(step.id())))
              .orElse(Update.home());
      case PLAN -> Update.home().then(Plans.open(model.plannable(), model));
      case SAVE -> Update.act(new Action.SaveReport());
      case BACK -> Update.home();
      case QUIT -> Commands.quit(model, 0);
      default ->
          scroll().after(command).stream()
              .mapToObj(first -> Update.become(new PlanState.DayEnd(first)))
              .findFirst()
              .orElse(Update.none());
    };
  }
}
