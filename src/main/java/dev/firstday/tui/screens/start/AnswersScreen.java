package dev.firstday.tui.screens.start;

import dev.firstday.engine.StepView;
import dev.firstday.terminal.Key;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.model.Wait;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.TextField;
import dev.firstday.view.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answers that steps need. All that is typed is kept at once, so leaving loses nothing. */
public record AnswersScreen(StartState.AnswerForm state, Model model) implements Screen {
  /**
   * The form of some steps, at the first answer that is missing.
   *
   * @param planFor steps whose plan is wanted next
   */
  public static StartState.AnswerForm start(List<String> steps, List<String> planFor, Model model) {
    List<Question> slots = Question.of(steps, model.session());
    Question first = slots.stream().filter(Question::missing).findFirst().orElse(slots.getFirst());
    return form(steps, first, planFor, false, model);
  }

  /** What is asked once, before the list is seen; empty if nothing is. */
  static Optional<StartState.AnswerForm> firstDay(Model model) {
    List<String> steps =
        model.steps().stream().filter(s -> s.skipped().isEmpty()).map(StepView::id).toList();
    List<Question> slots = Question.firstDay(steps, model.session());
    return slots.stream()
        .filter(
            slot -> slot.text(model.session()).isEmpty() || slot.draft(model.session()).isPresent())
        .findFirst()
        .or(() -> slots.stream().findFirst())
        .map(slot -> form(steps, slot, List.of(), true, model));
  }

  private static StartState.AnswerForm form(
      List<String> steps, Question focus, List<String> planFor, boolean firstDay, Model model) {
    TextField field = TextField.of(focus.text(model.session()));
    return new StartState.AnswerForm(steps, focus.key(), field, planFor, false, firstDay);
  }

  private List<Question> slots() {
    return state.firstDay()
        ? Question.firstDay(state.steps(), model.session())
        : Question.of(state.steps(), model.session());
  }

  private Question slot() {
    return slots().get(index());
  }

  private int index() {
    List<String> keys = slots().stream().map(Question::key).toList();
    return Math.max(0, keys.indexOf(state.focus()));
  }

  @Override
  public String place() {
    return state.steps().size() == 1 && !state.firstDay()
        ? Labels.step(model.step(state.steps().getFirst()), model)
        : model.say("tui.place.answers");
  }

  @Override
  public Line standing() {
    return Line.of(model.say("tui.form.standing", index() + 1, slots().size()));
  }

  @Override
  public Optional<Wait> waiting() {
    return state.waiting()
        ? Wait.forLooks(state.steps().stream().map(model::step).toList(), Update.back())
        : Optional.empty();
  }

  @Override
  public Optional<Line> status() {
    return Optional.of(
        state.waiting()
            ? Line.of(" " + model.say("tui.form.waiting"), Role.PROGRESS)
            : model.line("tui.form.kept"));
  }

  @Override
  public Body body() {
    return new AnswersView(state, model, slots(), slot()).body();
  }

  @Override
  public boolean typing() {
    return true;
  }

  @Override
  public Offers choices() {
    boolean last = index() == slots().size() - 1;
    boolean plan = !state.planFor().isEmpty();
    boolean end = plan ? needed().isEmpty() : last;
    String enter =
        !end
            ? "OPEN.next-field"
            : plan ? "OPEN.plan" : state.firstDay() ? "OPEN.to-list" : "OPEN.keep";
    Offers offers = new Offers().add(Command.OPEN, enter, this::accept);
    if (!last) {
      offers.add(Command.DOWN, "DOWN.field", () -> to(1));
    }
    if (index() > 0) {
      offers.add(CommandOption.as(Command.UP, "UP.field").shown(), () -> to(-1));
    }
    if (slot().chosen()) {
      offers.add(Command.PICK, "PICK.choice", Update::none);
    }
    Update check = Update.back().and(new Action.Check(state.steps()));
    return offers.add(Command.BACK, "BACK.kept", () -> check);
  }

  @Override
  public Optional<Update> type(Key key) {
    if (state.waiting()) {
      return key.kind() == Key.Kind.ESCAPE ? Optional.empty() : Optional.of(Update.none());
    }
    boolean forward = key.kind() == Key.Kind.TAB && index() < slots().size() - 1;
    if (forward || key.kind() == Key.Kind.BACK_TAB && index() > 0) {
      return Optional.of(to(forward ? 1 : -1));
    }
    return slot().chosen() ? choose(key) : state.field().press(key).map(this::edited);
  }

  private Optional<Update> choose(Key key) {
    return switch (key.kind()) {
      case RIGHT -> Optional.of(chosen(1));
      case LEFT -> Optional.of(chosen(-1));
      case CHARACTER -> Optional.of(key.folded().codePoint() == ' ' ? chosen(1) : Update.none());
      case BACKSPACE, DELETE, HOME, END -> Optional.of(Update.none());
      default -> Optional.empty();
    };
  }

  private Update chosen(int by) {
    return edited(TextField.of(slot().choice(state.field().text(), by)));
  }

  private Update edited(TextField text) {
    Update move = Update.become(state.typed(text));
    return text.text().equals(state.field().text())
        ? move
        : move.and(new Action.KeepAnswer(slot().key(), text.text()));
  }

  @Override
  public Optional<Update> paste(String text) {
    return Optional.of(
        slot().chosen() || state.waiting() ? Update.none() : edited(state.field().typed(text)));
  }

  private Update accept() {
    if (slot().draft(model.session()).isPresent()) {
      return Update.say(model.say("tui.form.wrong"));
    }
    Optional<String> doubt = slot().large(model.session()).map(this::doubt);
    if (doubt.isPresent() && !model.hint().equals(doubt)) {
      return Update.say(doubt.get());
    }
    return state.planFor().isEmpty() ? nextOrKeep() : nextOrPlan();
  }

  private String doubt(String amount) {
    return model.say("tui.form.large", amount);
  }

  private Update nextOrKeep() {
    if (index() < slots().size() - 1) {
      return to(1);
    }
    Update end = state.firstDay() ? Update.home() : Update.back();
    return end.and(new Action.Check(state.steps()));
  }

  /** On the way to a plan only what it needs is asked; the rest has defaults, and can be edited. */
  private Update nextOrPlan() {
    Optional<Question> next = needed();
    if (next.filter(slot()::equals).isPresent()) {
      return Update.say(model.say("tui.form.still-missing"));
    }
    return next.map(slot -> Update.become(state.at(slot.key(), slot.text(model.session()))))
        .orElseGet(
            () -> Update.become(state.waiting(true)).and(new Action.CheckThenPlan(state.steps())));
  }

  /** The next answer without which there is no plan, the present one last. */
  private Optional<Question> needed() {
    List<Question> slots = slots();
    List<Question> round = new ArrayList<>(slots.subList(index() + 1, slots.size()));
    round.addAll(slots.subList(0, index() + 1));
    return round.stream()
        .filter(Question::missing)
        .filter(slot -> slot.value(model.session()).isEmpty())
        .findFirst();
  }

  private Update to(int by) {
    List<Question> slots = slots();
    Question next = slots.get(Math.clamp(index() + by, 0, slots.size() - 1));
    return Update.become(state.at(next.key(), next.text(model.session())));
  }
}
