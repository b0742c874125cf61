package dev.firstday.tui.screens.step;

import dev.firstday.catalog.Actor;
import dev.firstday.engine.StepView;
import dev.firstday.engine.failure.HelpingPolicy;
import dev.firstday.engine.plan.Plan;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.model.StepState.Detail.DetailView;
import dev.firstday.tui.model.TextPage;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.model.Wait;
import dev.firstday.tui.screens.plan.Plans;
import dev.firstday.tui.screens.start.AnswersScreen;
import dev.firstday.tui.widgets.Badge;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Scroll;
import dev.firstday.view.StepContent;
import java.util.List;
import java.util.Optional;

/** One step: why, what was found, what would be written, and what can be chosen. */
public record DetailScreen(StepState.Detail state, StepView step, Plan plan, Model model) {
  public static Screen of(StepState.Detail state, Model model) {
    Plan plan = model.plan(List.of(state.step()));
    return new DetailScreen(state, model.step(state.step()), plan, model).page();
  }

  private boolean inWords() {
    return state.view() == DetailView.WORDS;
  }

  private TextPage page() {
    List<Line> lines =
        inWords()
            ? new DetailText(step, model).lines()
            : new Document(model.columns()).verbatim(script()).lines();
    Scroll text = model.scroll(lines, state.scroll());
    String status = model.say(inWords() ? "tui.status.detail" : "tui.status.script");
    return new TextPage(
        Labels.step(step, model),
        Badge.of(step, model.words()).line(),
        Optional.of(Line.of(" " + status)).filter(line -> model.made().isEmpty()),
        text,
        choices(text),
        Wait.forLooks(List.of(step), Update.say(model.say("tui.wait.left"))),
        model);
  }

  private String script() {
    return model.session().script(plan, state.view() == DetailView.JSON, model.words());
  }

  private Offers choices(Scroll text) {
    List<String> id = List.of(step.id());
    Offers offers = new Offers();
    main(offers, id);
    offers.add(Command.CHECK, () -> Update.act(new Action.Check(id)));
    if (!step.entry().settings().isEmpty()) {
      offers.add(Command.EDIT, () -> Update.open(AnswersScreen.start(id, List.of(), model)));
    }
    if (doneByHand()) {
      offers.hidden(Command.BY_HAND, this::byHand);
    } else if (hasPage()) {
      offers.add(Command.BY_HAND, this::byHand);
    }
    if (!plan.isEmpty()) {
      StepState.Detail next = new StepState.Detail(step.id(), state.view().next(), 0);
      offers.add(Command.SCRIPT, "SCRIPT." + state.view().next(), () -> Update.become(next));
    }
    quiet(offers, id)
        .add(SkipCommand.option(step), () -> SkipCommand.update(step))
        .scroll(text, first -> new StepState.Detail(step.id(), state.view(), first));
    neighbour(offers, Command.NEXT, 1);
    neighbour(offers, Command.PREVIOUS, -1);
    return offers;
  }

  /** What the help alone tells of. */
  private Offers quiet(Offers offers, List<String> id) {
    return offers
        .hidden(Command.COPY, () -> Update.act(new Action.Copy(toCopy())))
        .add(
            CommandOption.as(Command.LINK, "LINK.docs").hidden(),
            () -> Update.act(new Action.ShowAlone(step.entry().docs(), false)))
        .hidden(Command.UNDO, () -> Update.act(new Action.PlanUndo(id)));
  }

  /** What Enter does: the one thing that brings the step further. */
  private void main(Offers offers, List<String> id) {
    if (Model.plannable(step)) {
      String enter = model.answersMissing(id) ? "OPEN.answer" : "OPEN.plan";
      offers
          .add(Command.OPEN, enter, () -> Plans.open(id, model))
          .add(CommandOption.of(Command.PLAN, 1).hidden(), () -> Plans.open(id, model));
    } else if (doneByHand()) {
      offers.add(Command.OPEN, "OPEN.by-hand", this::byHand);
    }
  }

  private boolean hasPage() {
    return !step.entry().byHand().isEmpty() || step.entry().console().isPresent();
  }

  private boolean doneByHand() {
    return !Model.plannable(step) && step.open() && hasPage() && step.entry().by() != Actor.API;
  }

  private Update byHand() {
    return ByHandScreen.open(step, model);
  }

  private void neighbour(Offers offers, Command command, int by) {
    model
        .neighbour(step.id(), by)
        .ifPresent(id -> offers.add(command, () -> Update.become(StepState.Detail.of(id))));
  }

  /** What a person most likely wants from this page: script, policy, or link. */
  private String toCopy() {
    if (!inWords()) {
      return script();
    }
    return HelpingPolicy.of(StepContent.problems(step))
        .map(model.session().printer()::json)
        .or(() -> step.entry().console())
        .orElse(step.entry().docs());
  }
}
