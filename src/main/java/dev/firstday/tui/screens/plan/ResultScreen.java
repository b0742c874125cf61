package dev.firstday.tui.screens.plan;

import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.HelpingPolicy;
import dev.firstday.engine.failure.Problem;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Scroll;
import java.util.ArrayList;
import java.util.List;

/**
 * How an apply or an undo ended: what is done, what failed, what was not tried, and how to go on.
 */
public record ResultScreen(PlanState.Result state, Model model) implements Screen {
  private boolean undo() {
    return state.undo().isPresent();
  }

  @Override
  public String place() {
    return model.words().say(undo() ? "tui.place.undone" : "tui.place.result", state.plan().id());
  }

  @Override
  public Line standing() {
    Outcome outcome = state.outcome();
    return Line.of(
        model
            .words()
            .say(
                "tui." + ResultView.key(state, "standing"),
                outcome.done().size(),
                state.plan().changes().size()));
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private Scroll scroll() {
    return new Scroll(new ResultView(state, model).lines(), model.size().body(), state.scroll());
  }

  @Override
  public List<CommandOption> offers() {
    List<CommandOption> offers = new ArrayList<>();
    offers.add(CommandOption.as(Command.OPEN, open()));
    offers.add(CommandOption.of(Command.SUMMARY).hidden());
    if (undo()
        ? !state.outcome().notTried().isEmpty() || state.outcome().failed().isPresent()
        : !state.outcome().done().isEmpty()) {
      CommandOption undo = CommandOption.as(Command.UNDO, undo() ? "UNDO.rest" : "UNDO");
      offers.add(undo() ? undo : undo.hidden());
    }
    if (!undo() && !toPlan().isEmpty()) {
      offers.add(CommandOption.as(Command.PLAN, "PLAN.rest"));
    }
    if (state.outcome().problem().isPresent()) {
      offers.add(CommandOption.as(Command.COPY, "COPY.problem"));
    }
    offers.addAll(scroll().offers());
    offers.add(CommandOption.as(Command.BACK, "BACK.list"));
    return offers;
  }

  private String open() {
    if (undo()) {
      return "OPEN.to-list";
    }
    return ResultView.next(model).isPresent() ? "OPEN.next" : "OPEN.ending";
  }

  /** Steps of this plan that are still missing something. */
  private List<String> toPlan() {
    return model.plannable().stream()
        .filter(
            id -> state.plan().changes().stream().anyMatch(change -> change.steps().contains(id)))
        .toList();
  }

  @Override
  public Update run(Command command) {
    return switch (command) {
      case OPEN -> undo() ? Update.home() : further();
      case UNDO -> Update.act(new Action.PlanUndo(ResultView.planned(state)));
      case SUMMARY -> ending();
      case PLAN -> plan();
      case COPY -> Update.act(new Action.Copy(toCopy()));
      case BACK -> Update.home();
      default ->
          scroll().after(command).stream()
              .mapToObj(
                  first ->
                      Update.become(
                          new PlanState.Result(state.plan(), state.undo(), state.outcome(), first)))
              .findFirst()
              .orElse(Update.none());
    };
  }

  /** The rest as a plan; the reason why there is a new one is said beside it. */
  private Update plan() {
    Update plan = Update.home().then(Plans.open(toPlan(), model));
    return state.outcome().ending() == Outcome.Ending.SEEN_NOW
        ? plan.saying(model.words().say("tui.result.why-anew"))
        : plan;
  }

  private Update further() {
    return ResultView.next(model)
        .map(step -> Update.home().thenOpen(StepState.Detail.of(step.id())))
        .orElse(ending());
  }

  private static Update ending() {
    return Update.home().thenOpen(new PlanState.DayEnd(0));
  }

  private String toCopy() {
    return HelpingPolicy.of(state.outcome().problems())
        .map(model.session().printer()::json)
        .orElseGet(() -> state.outcome().problem().map(Problem::message).orElse(""));
  }
}
