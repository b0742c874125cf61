package dev.firstday.tui.screens.step;

import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.terminal.Key;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.model.Wait;
import dev.firstday.tui.screens.plan.Plans;
import dev.firstday.tui.screens.start.OnboardingFlow;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.TextField;
import dev.firstday.view.NextStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The list of steps. */
public record StepsScreen(StepState.StepList state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("tui.place.home", model.version());
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
                + words.say("tui.standing.left", model.minutesLeft(), words.price(model.usdLeft())))
        : line;
  }

  @Override
  public Body body() {
    return new StepsView(state, model, shown(), selected()).body();
  }

  /** The steps that the list shows now. */
  List<StepView> shown() {
    StepSearch search = new StepSearch(state.find().text(), model);
    return model.steps().stream()
        .filter(step -> !state.openOnly() || step.open())
        .filter(search::finds)
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
        : Wait.forLooks(model.steps(), Update.say(model.words().say("tui.wait.left.all")));
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
  public List<CommandOption> offers() {
    List<CommandOption> offers = new ArrayList<>();
    selected().ifPresent(step -> offers.addAll(offersFor(step)));
    int plannable = toPlan().size();
    if (plannable > 0) {
      String text = state.picked().isEmpty() ? "PLAN" : "PLAN.picked";
      offers.add(Math.min(1, offers.size()), CommandOption.as(Command.PLAN, text, plannable));
    }
    offers.add(CommandOption.of(Command.CHECK_ALL).hidden());
    offers.add(CommandOption.of(Command.FIND));
    offers.add(CommandOption.of(Command.SUMMARY).hidden());
    offers.add(CommandOption.as(Command.SAVE, "SAVE.report").hidden());
    offers.add(CommandOption.of(Command.HISTORY).hidden());
    offers.add(CommandOption.as(Command.EDIT, "EDIT.all").hidden());
    String openOnly = state.openOnly() ? "OPEN_ONLY.all" : "OPEN_ONLY";
    offers.add(CommandOption.as(Command.OPEN_ONLY, openOnly).hidden());
    movements().map(CommandOption::of).forEach(offers::add);
    if (searching()) {
      offers.add(CommandOption.as(Command.BACK, "BACK.find"));
    }
    return offers;
  }

  private Stream<Command> movements() {
    return Stream.concat(
        shown().size() > 1
            ? Stream.of(Command.UP, Command.DOWN, Command.FIRST, Command.LAST)
            : Stream.empty(),
        model.open().isEmpty() ? Stream.empty() : Stream.of(Command.NEXT, Command.PREVIOUS));
  }

  /** Whether the list is narrowed, or is just about to be. */
  private boolean searching() {
    return state.finding() || !state.find().text().isEmpty();
  }

  private List<CommandOption> offersFor(StepView step) {
    List<CommandOption> offers = new ArrayList<>();
    offers.add(CommandOption.as(Command.OPEN, state.finding() ? "OPEN.found" : "OPEN"));
    if (Model.plannable(step)) {
      offers.add(
          CommandOption.as(Command.PICK, state.picked().contains(step.id()) ? "PICK.off" : "PICK"));
    }
    offers.add(CommandOption.of(Command.CHECK));
    offers.add(CommandOption.of(Command.UNDO).hidden());
    offers.add(
        CommandOption.as(Command.SKIP, step.skipped().isPresent() ? "SKIP.back" : "SKIP").hidden());
    return offers;
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

  @Override
  public Update run(Command command) {
    return switch (command) {
      case OPEN -> open();
      case PLAN -> Plans.open(toPlan(), model);
      case PICK -> selected().map(this::pick).orElse(Update.none());
      case CHECK -> onSelected(id -> Update.act(new Action.Check(List.of(id))));
      case UNDO -> onSelected(id -> Update.act(new Action.PlanUndo(List.of(id))));
      case CHECK_ALL ->
          Update.act(new Action.Check(model.steps().stream().map(StepView::id).toList()));
      case SKIP -> selected().map(this::skip).orElse(Update.none());
      case EDIT -> OnboardingFlow.choose(model);
      case SUMMARY -> Update.open(new PlanState.DayEnd(0));
      case SAVE -> Update.act(new Action.SaveReport());
      case HISTORY -> Update.act(new Action.ReadHistory());
      case FIND -> Update.become(state.finding(state.find(), true));
      case OPEN_ONLY -> Update.become(state.openOnly(!state.openOnly()));
      case BACK -> Update.become(state.finding(TextField.of(""), false));
      case NEXT -> jump(1);
      case PREVIOUS -> jump(-1);
      case UP -> move(-1);
      case DOWN -> move(1);
      case FIRST -> move(-shown().size());
      case LAST -> move(shown().size());
      default -> Update.none();
    };
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

  private Update open() {
    return state.finding()
        ? Update.become(state.finding(state.find(), false))
        : onSelected(id -> Update.become(state.at(id)).thenOpen(StepState.Detail.of(id)));
  }

  private Update onSelected(Function<String, Update> move) {
    return selected().map(StepView::id).map(move).orElse(Update.none());
  }

  private Update pick(StepView step) {
    Set<String> picked = new HashSet<>(state.picked());
    if (!picked.remove(step.id())) {
      picked.add(step.id());
    }
    return Update.become(state.at(step.id()).picking(picked));
  }

  private Update skip(StepView step) {
    Update here = Update.become(state.at(step.id()));
    return step.skipped().isPresent()
        ? here.and(new Action.Skip(step.id(), Optional.empty()))
        : here.thenOpen(new PromptState.Skipping(step.id(), TextField.of("")));
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
