package dev.firstday.tui.screens.step;

import dev.firstday.catalog.Actor;
import dev.firstday.engine.StepView;
import dev.firstday.engine.failure.HelpingPolicy;
import dev.firstday.engine.plan.Plan;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.model.Wait;
import dev.firstday.tui.screens.plan.DetailPages;
import dev.firstday.tui.screens.plan.Plans;
import dev.firstday.tui.screens.start.AnswersScreen;
import dev.firstday.tui.widgets.Badge;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Scroll;
import dev.firstday.tui.widgets.TextField;
import dev.firstday.view.StepContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step: why, what was found, what would be written, and what can be chosen. */
public record DetailScreen(StepState.Detail state, Model model) implements Screen {
  private StepView step() {
    return model.step(state.step());
  }

  @Override
  public String place() {
    return Labels.step(step(), model);
  }

  @Override
  public Line standing() {
    return Badge.of(step(), model.words()).line();
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private Scroll scroll() {
    List<Line> lines =
        state.view() == StepState.Detail.DetailView.WORDS
            ? new DetailText(step(), model).lines()
            : new Document(model.columns()).verbatim(script()).lines();
    return new Scroll(lines, model.size().body(), state.scroll());
  }

  private Plan plan() {
    return model.plan(List.of(state.step()));
  }

  private String script() {
    return DetailPages.script(plan(), state.view() == StepState.Detail.DetailView.JSON, model);
  }

  @Override
  public Optional<Wait> waiting() {
    return Wait.forLooks(List.of(step()), Update.say(model.words().say("tui.wait.left")));
  }

  @Override
  public Optional<Line> status() {
    String text =
        state.view() == StepState.Detail.DetailView.WORDS ? "status.detail" : "status.script";
    return model.made().isEmpty()
        ? Optional.of(Line.of(" " + model.words().say("tui." + text)))
        : Optional.empty();
  }

  @Override
  public List<CommandOption> offers() {
    List<CommandOption> offers = new ArrayList<>(first());
    offers.add(CommandOption.of(Command.CHECK));
    if (!step().entry().settings().isEmpty()) {
      offers.add(CommandOption.of(Command.EDIT));
    }
    if (hasPage()) {
      boolean enter = offers.getFirst().text().endsWith("OPEN.by-hand");
      offers.add(
          enter ? CommandOption.of(Command.BY_HAND).hidden() : CommandOption.of(Command.BY_HAND));
    }
    if (!plan().isEmpty()) {
      offers.add(CommandOption.as(Command.SCRIPT, "SCRIPT." + state.view().next()));
    }
    offers.add(CommandOption.of(Command.COPY).hidden());
    offers.add(CommandOption.as(Command.LINK, "LINK.docs").hidden());
    offers.add(CommandOption.of(Command.UNDO).hidden());
    boolean skipped = step().skipped().isPresent();
    offers.add(CommandOption.as(Command.SKIP, skipped ? "SKIP.back" : "SKIP"));
    offers.addAll(scroll().offers());
    if (model.neighbour(state.step(), 1).isPresent()) {
      offers.add(CommandOption.of(Command.NEXT));
      offers.add(CommandOption.of(Command.PREVIOUS));
    }
    return offers;
  }

  /** What Enter does: the one thing that brings the step further. */
  private List<CommandOption> first() {
    boolean settled = !step().open();
    if (Model.plannable(step())) {
      boolean asks = model.answersMissing(List.of(state.step()));
      return List.of(
          CommandOption.as(Command.OPEN, asks ? "OPEN.answer" : "OPEN.plan"),
          CommandOption.of(Command.PLAN, 1).hidden());
    }
    if (!settled && hasPage() && step().entry().by() != Actor.API) {
      return List.of(CommandOption.as(Command.OPEN, "OPEN.by-hand"));
    }
    return List.of();
  }

  private boolean hasPage() {
    return !step().entry().byHand().isEmpty() || step().entry().console().isPresent();
  }

  @Override
  public Update run(Command command) {
    String id = state.step();
    return switch (command) {
      case OPEN -> Model.plannable(step()) ? Plans.open(List.of(id), model) : byHand();
      case PLAN -> Plans.open(List.of(id), model);
      case EDIT -> Update.open(AnswersScreen.start(List.of(id), List.of(), model));
      case BY_HAND -> byHand();
      case SCRIPT -> Update.become(new StepState.Detail(id, state.view().next(), 0));
      case CHECK -> Update.act(new Action.Check(List.of(id)));
      case UNDO -> Update.act(new Action.PlanUndo(List.of(id)));
      case LINK -> Update.act(new Action.ShowAlone(step().entry().docs(), false));
      case COPY -> Update.act(new Action.Copy(toCopy()));
      case SKIP ->
          step().skipped().isPresent()
              ? Update.act(new Action.Skip(id, Optional.empty()))
              : Update.open(new PromptState.Skipping(id, TextField.of("")));
      case NEXT -> neighbour(1);
      case PREVIOUS -> neighbour(-1);
      default ->
          scroll().after(command).stream()
              .mapToObj(first -> Update.become(new StepState.Detail(id, state.view(), first)))
              .findFirst()
              .orElse(Update.none());
    };
  }

  private Update byHand() {
    return ByHandScreen.open(step(), model);
  }

  private Update neighbour(int by) {
    return model
        .neighbour(state.step(), by)
        .map(id -> Update.become(StepState.Detail.of(id)))
        .orElse(Update.none());
  }

  /** What a person most likely wants from this page: script, policy, or link. */
  private String toCopy() {
    if (state.view() != StepState.Detail.DetailView.WORDS) {
      return script();
    }
    return HelpingPolicy.of(StepContent.problems(step()))
        .map(model.session().printer()::json)
        .or(() -> step().entry().console())
        .orElse(step().entry().docs());
  }
}
