package dev.firstday.tui.screens.step;

import dev.firstday.catalog.Language;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.terminal.Key;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.model.Wait;
import dev.firstday.tui.screens.plan.Plans;
import dev.firstday.tui.screens.start.OnboardingFlow;
import dev.firstday.tui.widgets.Badge;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.TextField;
import dev.firstday.view.NextStep;
import dev.firstday.view.StepSearch;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The list of steps. */
public record StepsScreen(StepState.StepList state, Model model) implements Screen {
  @Override
  public String place() {
    return model.say("tui.place.home", model.version());
  }

  @Override
  public Line standing() {
    Texts words = model.words();
    Line line = Line.of(words.say("tui.standing.done", model.settled(), model.counted()));
    if (model.needPerson() > 0) {
      line =
          line.and("  ")
              .and(words.say("tui.standing.needs-you", model.needPerson()), Role.ATTENTION);
    }
    return !model.size().compact() && !model.open().isEmpty()
        ? line.and(
            "  "
                + words.say(
                    "tui.standing.left",
                    words.minutes(model.minutesLeft()),
                    words.price(model.usdLeft())))
        : line;
  }

  @Override
  public Body body() {
    return new StepsView(state, model, shown(), selected()).body();
  }

  /** The steps that the list shows now. */
  List<StepView> shown() {
    StepSearch search = new StepSearch(state.find().text());
    Texts en = new Texts(Language.EN);
    Texts ja = new Texts(Language.JA);
    return model.steps().stream()
        .filter(step -> !state.openOnly() || step.open())
        .filter(
            step ->
                search.finds(
                    step,
                    model.number(step.id()),
                    Badge.of(step, en).word(),
                    Badge.of(step, ja).word()))
        .toList();
  }

  /** The step under the cursor: the one last moved to, else the first that is open. */
  public Optional<StepView> selected() {
    List<StepView> shown = shown();
    return shown.stream()
        .filter(step -> state.selected().filter(step.id()::equals).isPresent())
        .findFirst()
        .or(() -> NextStep.of(shown))
        .or(() -> shown.stream().findFirst());
  }

  @Override
  public boolean typing() {
    return state.finding();
  }

  @Override
  public Optional<Wait> waiting() {
    // There the same key shows all steps again.
    return searching()
        ? Optional.empty()
        : Wait.forLooks(model.steps(), Update.say(model.say("tui.wait.left.all")));
  }

  @Override
  public Optional<Line> status() {
    Texts words = model.words();
    if (searching()) {
      return Optional.of(Line.of(" " + words.say("tui.find.status", shown().size())));
    }
    long checking = model.steps().stream().filter(StepView::checking).count();
    return checking > 0 && model.made().isEmpty()
        ? Optional.of(Line.of(" " + words.say("tui.status.checking", checking)))
        : Optional.empty();
  }

  @Override
  public Offers choices() {
    Offers offers = new Offers();
    selected().ifPresent(step -> enter(offers, step));
    if (!toPlan().isEmpty()) {
      String text = state.picked().isEmpty() ? "PLAN" : "PLAN.picked";
      CommandOption plan = CommandOption.as(Command.PLAN, text, toPlan().size());
      offers.add(plan, () -> Plans.open(toPlan(), model));
    }
    selected().ifPresent(step -> own(offers, step));
    whole(offers);
    movements(offers);
    if (searching()) {
      Update end = Update.become(state.finding(TextField.of(""), false));
      offers.add(Command.BACK, "BACK.find", () -> end);
    }
    return offers;
  }

  /** What can be done with all steps, and with the list itself. */
  private void whole(Offers offers) {
    List<String> all = model.steps().stream().map(StepView::id).toList();
    StepState.StepList other = state.openOnly(!state.openOnly());
    offers
        .hidden(Command.CHECK_ALL, () -> Update.act(new Action.Check(all)))
        .add(Command.FIND, () -> Update.become(state.finding(state.find(), true)))
        .hidden(Command.SUMMARY, () -> Update.open(new PlanState.DayEnd(0)))
        .hidden(Command.SAVE, "SAVE.report", () -> Update.act(new Action.SaveReport()))
        .hidden(Command.HISTORY, () -> Update.act(new Action.ReadHistory()))
        .hidden(Command.EDIT, "EDIT.all", () -> OnboardingFlow.choose(model))
        .hidden(
            Command.OPEN_ONLY,
            state.openOnly() ? "OPEN_ONLY.all" : "OPEN_ONLY",
            () -> Update.become(other));
  }

  private void enter(Offers offers, StepView step) {
    offers.add(
        Command.OPEN,
        state.finding() ? "OPEN.found" : "OPEN",
        () ->
            state.finding()
                ? Update.become(state.finding(state.find(), false))
                : at(step).thenOpen(StepState.Detail.of(step.id())));
  }

  /** What can be done with the step under the cursor. */
  private void own(Offers offers, StepView step) {
    List<String> id = List.of(step.id());
    if (Model.plannable(step)) {
      String text = state.picked().contains(step.id()) ? "PICK.off" : "PICK";
      offers.add(Command.PICK, text, () -> pick(step));
    }
    offers
        .add(Command.CHECK, () -> Update.act(new Action.Check(id)))
        .hidden(Command.UNDO, () -> Update.act(new Action.PlanUndo(id)))
        .add(SkipCommand.option(step).hidden(), () -> at(step).then(SkipCommand.update(step)));
  }

  private void movements(Offers offers) {
    int all = shown().size();
    if (all > 1) {
      offers
          .add(Command.UP, () -> move(-1))
          .add(Command.DOWN, () -> move(1))
          .add(Command.FIRST, () -> move(-all))
          .add(Command.LAST, () -> move(all));
    }
    if (!model.open().isEmpty()) {
      offers.add(Command.NEXT, () -> jump(1)).add(Command.PREVIOUS, () -> jump(-1));
    }
  }

  /** Whether the list is narrowed, or is just about to be. */
  private boolean searching() {
    return state.finding() || !state.find().text().isEmpty();
  }

  private List<String> toPlan() {
    return model.plannable().stream()
        .filter(step -> state.picked().isEmpty() || state.picked().contains(step))
        .toList();
  }

  @Override
  public Optional<Update> type(Key key) {
    if (!state.finding()) {
      return Optional.empty();
    }
    return state.find().press(key).map(text -> Update.become(state.finding(text, true)));
  }

  @Override
  public Optional<Update> paste(String text) {
    return state.finding()
        ? Optional.of(Update.become(state.finding(state.find().typed(text), true)))
        : Optional.empty();
  }

  /** The first click on a step goes there, the second one opens it. */
  @Override
  public Update click(int column, int row) {
    Optional<StepView> step = new StepsView(state, model, shown(), selected()).at(column, row);
    boolean again = step.isPresent() && step.equals(selected());
    return again
        ? run(Command.OPEN)
        : step.map(there -> Update.become(state.at(there.id()))).orElse(Update.none());
  }

  private Update at(StepView step) {
    return Update.become(state.at(step.id()));
  }

  private Update pick(StepView step) {
    Set<String> picked = new HashSet<>(state.picked());
    if (!picked.remove(step.id())) {
      picked.add(step.id());
    }
    return Update.become(state.at(step.id()).picking(picked));
  }

  private Update move(int by) {
    List<String> ids = shown().stream().map(StepView::id).toList();
    if (ids.isEmpty()) {
      return Update.none();
    }
    int now = selected().map(step -> ids.indexOf(step.id())).orElse(0);
    return Update.become(state.at(ids.get(Math.clamp(now + by, 0, ids.size() - 1))));
  }

  private Update jump(int by) {
    String from = selected().map(StepView::id).orElse("");
    return model.neighbour(from, by).map(id -> Update.become(state.at(id))).orElse(Update.none());
  }
}
