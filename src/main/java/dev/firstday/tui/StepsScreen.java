package dev.firstday.tui;

import dev.firstday.catalog.Language;
import dev.firstday.engine.StepView;
import dev.firstday.terminal.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The list of steps. */
record StepsScreen(ScreenState.Steps state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("place.home", model.version());
  }

  @Override
  public Line standing() {
    Words words = model.words();
    Line line = Line.of(words.say("standing.done", model.settled(), model.counted()));
    if (model.needPerson() > 0) {
      line =
          line.and("  ").and(words.say("standing.needs-you", model.needPerson()), Role.ATTENTION);
    }
    boolean left = !model.size().compact() && !model.open().isEmpty();
    return left
        ? line.and(
            "  " + words.say("standing.left", model.minutesLeft(), words.price(model.usdLeft())))
        : line;
  }

  @Override
  public Body body() {
    return new StepsView(state, model, shown(), selected()).body();
  }

  /** The steps that the list shows now. */
  List<StepView> shown() {
    return model.steps().stream()
        .filter(step -> !state.openOnly() || step.open())
        .filter(this::found)
        .toList();
  }

  /** Whatever language is shown, both are searched: people look for the word they know. */
  private boolean found(StepView step) {
    String wanted = normal(state.find().text());
    return wanted.isEmpty()
        || Stream.of(
                Integer.toString(model.number(step.id())),
                step.id(),
                step.entry().title().en(),
                step.entry().title().ja(),
                Badge.of(step, new Words(Language.EN)).word(),
                Badge.of(step, new Words(Language.JA)).word())
            .anyMatch(text -> normal(text).contains(wanted));
  }

  private static String normal(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** The step under the cursor: the one last moved to, else the first that is open. */
  Optional<StepView> selected() {
    List<StepView> shown = shown();
    return shown.stream()
        .filter(step -> state.selected().filter(step.id()::equals).isPresent())
        .findFirst()
        .or(() -> shown.stream().filter(StepView::open).findFirst())
        .or(() -> shown.stream().findFirst());
  }

  @Override
  public boolean typing() {
    return state.finding();
  }

  @Override
  public Optional<Wait> waiting() {
    // There the same key shows all steps again.
    return state.finding() || !state.find().text().isEmpty()
        ? Optional.empty()
        : Wait.forLooks(model.steps(), Move.say(model.words().say("wait.left.all")));
  }

  @Override
  public Optional<Line> status() {
    Words words = model.words();
    if (state.finding() || !state.find().text().isEmpty()) {
      return Optional.of(Line.of(" " + words.say("find.status", shown().size())));
    }
    long checking = model.steps().stream().filter(StepView::checking).count();
    return checking > 0 && model.made().isEmpty()
        ? Optional.of(Line.of(" " + words.say("status.checking", checking)))
        : Optional.empty();
  }

  @Override
  public List<Offer> offers() {
    List<Offer> offers = new ArrayList<>();
    selected().ifPresent(step -> offers.addAll(offersFor(step)));
    int plannable = toPlan().size();
    if (plannable > 0) {
      String text = state.picked().isEmpty() ? "PLAN" : "PLAN.picked";
      offers.add(Math.min(1, offers.size()), Offer.as(Command.PLAN, text, plannable));
    }
    offers.add(Offer.of(Command.CHECK_ALL).hidden());
    offers.add(Offer.of(Command.FIND));
    offers.add(Offer.of(Command.SUMMARY).hidden());
    offers.add(Offer.as(Command.SAVE, "SAVE.report").hidden());
    offers.add(Offer.of(Command.HISTORY).hidden());
    offers.add(Offer.as(Command.EDIT, "EDIT.all").hidden());
    offers.add(
        Offer.as(Command.OPEN_ONLY, state.openOnly() ? "OPEN_ONLY.all" : "OPEN_ONLY").hidden());
    if (shown().size() > 1) {
      Stream.of(Command.UP, Command.DOWN, Command.FIRST, Command.LAST)
          .map(Offer::of)
          .forEach(offers::add);
    }
    if (!model.open().isEmpty()) {
      offers.add(Offer.of(Command.NEXT));
      offers.add(Offer.of(Command.PREVIOUS));
    }
    if (state.finding() || !state.find().text().isEmpty()) {
      offers.add(Offer.as(Command.BACK, "BACK.find"));
    }
    return offers;
  }

  private List<Offer> offersFor(StepView step) {
    List<Offer> offers = new ArrayList<>();
    offers.add(Offer.as(Command.OPEN, state.finding() ? "OPEN.found" : "OPEN"));
    if (Model.plannable(step)) {
      offers.add(Offer.as(Command.PICK, state.picked().contains(step.id()) ? "PICK.off" : "PICK"));
    }
    offers.add(Offer.of(Command.CHECK));
    offers.add(Offer.of(Command.UNDO).hidden());
    offers.add(Offer.as(Command.SKIP, step.skipped().isPresent() ? "SKIP.back" : "SKIP").hidden());
    return offers;
  }

  private List<String> toPlan() {
    return model.plannable().stream()
        .filter(step -> state.picked().isEmpty() || state.picked().contains(step))
        .toList();
  }

  @Override
  public Optional<Move> type(Key key) {
    if (!state.finding()) {
      return Optional.empty();
    }
    return state.find().press(key).map(text -> Move.become(state.finding(text, true)));
  }

  @Override
  public Optional<Move> paste(String text) {
    return state.finding()
        ? Optional.of(Move.become(state.finding(state.find().typed(text), true)))
        : Optional.empty();
  }

  @Override
  public Move run(Command command) {
    return switch (command) {
      case OPEN -> open();
      case PLAN -> Plans.open(toPlan(), model);
      case PICK -> selected().map(this::pick).orElse(Move.none());
      case CHECK -> onSelected(id -> Move.act(new Action.Check(List.of(id))));
      case UNDO -> onSelected(id -> Move.act(new Action.PlanUndo(List.of(id))));
      case CHECK_ALL ->
          Move.act(new Action.Check(model.steps().stream().map(StepView::id).toList()));
      case SKIP -> selected().map(this::skip).orElse(Move.none());
      case EDIT -> FirstDay.choose(model);
      case SUMMARY -> Move.open(new ScreenState.Ending(0));
      case SAVE -> Move.act(new Action.SaveReport());
      case HISTORY -> Move.act(new Action.ReadHistory());
      case FIND -> Move.become(state.finding(state.find(), true));
      case OPEN_ONLY -> Move.become(state.openOnly(!state.openOnly()));
      case BACK -> Move.become(state.finding(TextField.of(""), false));
      case NEXT -> jump(1);
      case PREVIOUS -> jump(-1);
      case UP -> move(-1);
      case DOWN -> move(1);
      case FIRST -> move(-shown().size());
      case LAST -> move(shown().size());
      default -> Move.none();
    };
  }

  /** The first click on a step goes there, the second one opens it. */
  @Override
  public Move click(int column, int row) {
    Optional<StepView> step = new StepsView(state, model, shown(), selected()).at(column, row);
    boolean again = step.isPresent() && step.equals(selected());
    return again
        ? run(Command.OPEN)
        : step.map(there -> Move.become(state.at(there.id()))).orElse(Move.none());
  }

  private Move open() {
    return state.finding()
        ? Move.become(state.finding(state.find(), false))
        : onSelected(id -> Move.become(state.at(id)).thenOpen(ScreenState.Detail.of(id)));
  }

  private Move onSelected(java.util.function.Function<String, Move> move) {
    return selected().map(StepView::id).map(move).orElse(Move.none());
  }

  private Move pick(StepView step) {
    Set<String> picked = new HashSet<>(state.picked());
    if (!picked.remove(step.id())) {
      picked.add(step.id());
    }
    return Move.become(state.at(step.id()).picking(picked));
  }

  private Move skip(StepView step) {
    return step.skipped().isPresent()
        ? Move.become(state.at(step.id())).and(new Action.Skip(step.id(), Optional.empty()))
        : Move.become(state.at(step.id()))
            .thenOpen(new ScreenState.Skipping(step.id(), TextField.of("")));
  }

  private Move move(int by) {
    List<String> ids = shown().stream().map(StepView::id).toList();
    if (ids.isEmpty()) {
      return Move.none();
    }
    int now = selected().map(step -> ids.indexOf(step.id())).orElse(0);
    return Move.become(state.at(ids.get(Math.clamp(now + by, 0, ids.size() - 1))));
  }

  private Move jump(int by) {
    String from = selected().map(StepView::id).orElse("");
    return model.neighbour(from, by).map(id -> Move.become(state.at(id))).orElse(Move.none());
  }
}
