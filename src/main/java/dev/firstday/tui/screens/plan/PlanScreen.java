package dev.firstday.tui.screens.plan;

import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.terminal.Key;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.ApplyProgress;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PlanState.Planning.Focus;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.ScreenState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plan and the question whether to apply it, or to take back what it names. It is hard to answer
 * by accident: the focus starts on Back, keys that follow too closely are dropped, nothing can be
 * pasted, and only the account's own digits let Apply do anything.
 */
public record PlanScreen(PlanState.Planning state, Model model) implements Screen {
  /** Keys pressed within this time were meant for what was seen before. */
  private static final Duration DEAF = Duration.ofMillis(400);

  private static final int DIGITS = 4;

  @Override
  public String place() {
    return model.say(undo() ? "tui.place.undo" : "tui.place.plan");
  }

  @Override
  public Line standing() {
    return undo() ? Line.of(say("not-yet"), Role.TITLE) : Labels.notYet(List.of(), model);
  }

  @Override
  public Body body() {
    return new PlanView(state, model).body();
  }

  @Override
  public Optional<Line> status() {
    return Optional.of(Line.of(" " + say("rereads")));
  }

  private boolean undo() {
    return state.undo().isPresent();
  }

  /** A text of which an undo has one of its own. */
  private String say(String name, Object... values) {
    return model.say(state.key(name), values);
  }

  /** Steps that were left out, which can be brought back from the list. */
  private List<String> left() {
    return state.steps().stream().filter(state.left()::contains).toList();
  }

  /** Entries of the list: the changes, then what an undo keeps, or the steps left out. */
  private int rows() {
    return state.plan().changes().size() + state.kept().size() + left().size();
  }

  private Optional<Plan.Planned> selected() {
    return state.plan().changes().stream().skip(state.cursor()).findFirst();
  }

  /** The page of the entry under the cursor; a step that was left out has none. */
  private Optional<ScreenState> details() {
    int kept = state.cursor() - state.plan().changes().size();
    List<UndoPlan.Kept> all = state.kept();
    return selected()
        .<ScreenState>map(change -> new PlanState.ChangeDetail(change, 0))
        .or(
            () ->
                kept >= 0 && kept < all.size()
                    ? Optional.of(new PlanState.KeptDetail(all.get(kept), 0))
                    : Optional.empty());
  }

  @Override
  public Offers choices() {
    Offers offers = new Offers();
    enterText().ifPresent(text -> offers.add(Command.OPEN, text, this::enter));
    if (rows() > 0) {
      offers.add(CommandOption.as(Command.DOWN, "DOWN.changes").shown(), () -> move(1));
      offers.add(Command.UP, "UP.changes", () -> move(-1));
    }
    if (rows() > 0 && !undo()) {
      boolean change = selected().isPresent();
      offers.add(Command.PICK, change ? "PICK.leave-out" : "PICK.bring-back", this::toggled);
    }
    if (!state.plan().isEmpty()) {
      offers.add(
          Command.SCRIPT,
          "SCRIPT.SCRIPT",
          () -> Update.open(new PlanState.ScriptView(state.plan(), false, 0)));
    }
    if (!state.plan().isEmpty() && !undo()) {
      offers.hidden(Command.SAVE, this::save);
    }
    return offers
        .add(Command.BACK, Update::back)
        .add(CommandOption.as(Command.INTERRUPT, "BACK").hidden(), Update::back);
  }

  /** What Enter does where the focus is; empty if nothing. */
  private Optional<String> enterText() {
    return switch (state.focus()) {
      case BACK -> Optional.of("OPEN.back");
      case CHANGES -> details().map(page -> "OPEN.details");
      case DIGITS, APPLY ->
          Optional.of(undo() ? "OPEN.undo" : "OPEN.apply").filter(text -> state.confirmed());
    };
  }

  @Override
  public Optional<Update> type(Key key) {
    if (key.kind() == Key.Kind.CONTROL) {
      return Optional.empty();
    }
    if (Duration.between(state.opened(), model.now()).compareTo(DEAF) < 0) {
      return Optional.of(Update.none());
    }
    return switch (key.kind()) {
      case TAB -> focus(1);
      case BACK_TAB -> focus(-1);
      case LEFT -> Optional.of(Update.become(state.at(Focus.BACK)));
      case RIGHT -> Optional.of(Update.become(state.at(Focus.APPLY)));
      case BACKSPACE, DELETE -> {
        String digits = state.digits();
        yield Optional.of(digits(digits.substring(0, Math.max(0, digits.length() - 1))));
      }
      case CHARACTER -> digit(key.folded().codePoint());
      case ENTER -> Optional.of(enter());
      default -> Optional.empty();
    };
  }

  private Optional<Update> focus(int by) {
    Focus[] all = Focus.values();
    int next = state.focus().ordinal() + by;
    return next < 0 || next >= all.length
        ? Optional.empty()
        : Optional.of(Update.become(state.at(all[next])));
  }

  private Update digits(String digits) {
    return Update.become(state.at(Focus.DIGITS).digits(digits));
  }

  private Optional<Update> digit(int character) {
    if (character < '0' || character > '9') {
      return Optional.empty();
    }
    return Optional.of(
        state.digits().length() == DIGITS
            ? Update.say(model.say("tui.plan.too-many"))
            : digits(state.digits() + Character.toString(character)));
  }

  private Update enter() {
    return switch (state.focus()) {
      case BACK -> Update.back();
      case CHANGES -> details().map(Update::open).orElseGet(Update::none);
      case DIGITS, APPLY -> apply();
    };
  }

  private Update apply() {
    if (state.plan().isEmpty()) {
      return Update.say(say("empty"));
    }
    return state
        .plan()
        .confirm(state.digits())
        .map(
            plan ->
                Update.become(ApplyProgress.start(plan.plan(), state.undo(), model.now()))
                    .and(undo() ? new Action.Undo(plan) : new Action.Apply(plan)))
        .orElseGet(() -> Update.say(say("digits-wrong", DIGITS)));
  }

  @Override
  public Optional<Update> paste(String text) {
    return Optional.of(Update.say(say("paste")));
  }

  private Update save() {
    String json = model.session().script(state.plan(), true, model.words());
    return Update.act(new Action.Save("plan-" + state.plan().id() + ".json", json));
  }

  /** The first arrow only brings the focus to the list. */
  private Update move(int by) {
    int to = state.focus() == Focus.CHANGES ? state.cursor() + by : state.cursor();
    return Update.become(state.cursor(Math.clamp(to, 0, rows() - 1)));
  }

  /** Leaves the owners of a change out, or brings a step back; what was typed has to be again. */
  private Update toggled() {
    Set<String> left = new HashSet<>(state.left());
    selected()
        .ifPresentOrElse(
            change -> left.addAll(change.steps()),
            () -> left.remove(left().get(state.cursor() - state.plan().changes().size())));
    PlanState.Planning next = Plans.of(state.steps(), left, model);
    int rows = next.plan().changes().size() + left.size();
    PlanState.Planning shown =
        next.cursor(Math.clamp(state.cursor(), 0, Math.max(0, rows - 1))).openedAt(state.opened());
    return Plans.tested(Update.become(shown), shown);
  }
}
