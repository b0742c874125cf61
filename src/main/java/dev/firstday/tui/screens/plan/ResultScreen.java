package dev.firstday.tui.screens.plan;

import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.HelpingPolicy;
import dev.firstday.engine.failure.Problem;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.model.TextPage;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Scroll;
import dev.firstday.view.ResultSummary;
import java.util.Optional;

/**
 * How an apply or an undo ended: what is done, what failed, what was not tried, and how to go on.
 */
public record ResultScreen(PlanState.Result state, ResultSummary result, Model model) {

  public static Screen of(PlanState.Result state, Model model) {
    Outcome outcome = state.outcome();
    ResultSummary result =
        new ResultSummary(state.plan(), state.undo(), outcome, new Progress(model.steps()));
    Scroll text = model.scroll(new ResultView(result, model).lines(), state.scroll());
    return new TextPage(
        model.say(
            state.undo().isPresent() ? "tui.place.undone" : "tui.place.result", state.plan().id()),
        Line.of(
            model.say(
                result.key("standing"), outcome.done().size(), state.plan().changes().size())),
        Optional.empty(),
        text,
        new ResultScreen(state, result, model).offers(text),
        model);
  }

  private Offers offers(Scroll text) {
    Offers offers = new Offers();
    if (state.undo().isPresent()) {
      offers.add(Command.OPEN, "OPEN.to-list", Update::home);
    } else {
      offers.add(
          Command.OPEN, result.next().isPresent() ? "OPEN.next" : "OPEN.ending", this::further);
    }
    offers.hidden(Command.SUMMARY, ResultScreen::ending);
    undo()
        .ifPresent(
            option -> offers.add(option, () -> Update.act(new Action.PlanUndo(result.ids()))));
    if (state.undo().isEmpty() && !result.plannable().isEmpty()) {
      offers.add(Command.PLAN, "PLAN.rest", this::plan);
    }
    if (state.outcome().problem().isPresent()) {
      offers.add(Command.COPY, "COPY.problem", new Action.Copy(toCopy()));
    }
    return offers
        .scroll(
            text, first -> new PlanState.Result(state.plan(), state.undo(), state.outcome(), first))
        .add(Command.BACK, "BACK.list", Update::home);
  }

  /** Taking back what was done, or what an undo has left. */
  private Optional<CommandOption> undo() {
    return state.undo().isPresent()
        ? Optional.of(CommandOption.as(Command.UNDO, "UNDO.rest")).filter(o -> result.unfinished())
        : Optional.of(CommandOption.of(Command.UNDO).hidden())
            .filter(o -> !state.outcome().done().isEmpty());
  }

  /** The rest as a plan; the reason why there is a new one is said beside it. */
  private Update plan() {
    Update plan = Update.home().then(Plans.open(result.plannable(), model));
    return result.seenNow() ? plan.saying(model.say("tui.result.why-anew")) : plan;
  }

  private Update further() {
    return result
        .next()
        .map(StepView::id)
        .map(step -> Update.home().thenOpen(StepState.Detail.of(step)))
        .orElseGet(ResultScreen::ending);
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
