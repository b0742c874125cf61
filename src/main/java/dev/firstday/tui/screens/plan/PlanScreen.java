package dev.firstday.tui.screens.plan;

import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.terminal.Key;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.ApplyProgress;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
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
import java.util.ArrayList;
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
    return model.words().say(undo() ? "tui.place.undo" : "tui.place.plan");
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

  private String say(String name, Object... values) {
    return model.words().say("tui." + key(state, name), values);
  }

  /** The key of a text that an undo has in other words. */
  static String key(PlanState.Planning state, String name) {
    return (state.undo().isPresent() ? "undo." : "plan.") + name;
  }

  /** Steps that were left out, which can be brought back from the list. */
  List<String> left() {
    return state.steps().stream().filter(state.left()::contains).toList();
  }

  /** Entries of the list: the changes, then what an undo keeps, or the steps left out. */
  private int rows() {
    return state.plan().changes().size() + state.kept().size() + left().size();
  }

  private Optional<UndoPlan.Kept> selectedKept() {
    int first = state.plan().changes().size();
    return state.kept().stream()
        .skip(Math.max(0, state.cursor() - first))
        .findFirst()
        .filter(kept -> state.cursor() >= first);
  }

  private Optional<Plan.Planned> selected() {
    return state.plan().changes().stream().skip(state.cursor()).findFirst();
  }

  private boolean confirmed() {
    return state.plan().confirm(state.digits()).isPresent() && !state.plan().isEmpty();
  }

  @Override
  public List<CommandOption> offers() {
    List<CommandOption> offers = new ArrayList<>();
    enterText().ifPresent(text -> offers.add(CommandOption.as(Command.OPEN, text)));
    if (rows() > 0) {
      offers.add(CommandOption.as(Command.DOWN, "DOWN.changes").shown());
      offers.add(CommandOption.as(Command.UP, "UP.changes"));
    }
    if (rows() > 0 && !undo()) {
      boolean change = state.cursor() < state.plan().changes().size();
      offers.add(CommandOption.as(Command.PICK, change ? "PICK.leave-out" : "PICK.bring-back"));
    }
    if (!state.plan().isEmpty()) {
      offers.add(CommandOption.as(Command.SCRIPT, "SCRIPT.SCRIPT"));
    }
    if (!state.plan().isEmpty() && !undo()) {
      offers.add(CommandOption.of(Command.SAVE).hidden());
    }
    offers.add(CommandOption.as(Command.BACK, "BACK"));
    offers.add(CommandOption.as(Command.INTERRUPT, "BACK").hidden());
    return offers;
  }

  /** What Enter does where the focus is; empty if nothing. */
  private Optional<String> enterText() {
    return switch (state.focus()) {
      case BACK -> Optional.of("OPEN.back");
      case CHANGES ->
          Optional.of("OPEN.details")
              .filter(text -> selected().isPresent() || selectedKept().isPresent());
      case DIGITS, APPLY ->
          Optional.of(undo() ? "OPEN.undo" : "OPEN.apply").filter(text -> confirmed());
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
      case BACKSPACE, DELETE -> Optional.of(erased());
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

  private Update erased() {
    String digits = state.digits();
    return Update.become(
        state
            .at(Focus.DIGITS)
            .digits(digits.isEmpty() ? digits : digits.substring(0, digits.length() - 1)));
  }

  private Optional<Update> digit(int character) {
    if (character < '0' || character > '9') {
      return Optional.empty();
    }
    String typed = state.digits() + Character.toString(character);
    return Optional.of(
        typed.length() > DIGITS
            ? Update.say(model.words().say("tui.plan.too-many"))
            : Update.become(state.at(Focus.DIGITS).digits(typed)));
  }

  private Update enter() {
    return switch (state.focus()) {
      case BACK -> Update.back();
      case CHANGES ->
          selected()
              .<ScreenState>map(change -> new PlanState.ChangeDetail(change, 0))
              .or(() -> selectedKept().map(kept -> new PlanState.KeptDetail(kept, 0)))
              .map(Update::open)
              .orElse(Update.none());
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

  @Override
  public Update run(Command command) {
    return switch (command) {
      case OPEN -> enter();
      case UP -> Update.become(state.cursor(Math.max(0, state.cursor() - up())));
      case DOWN -> Update.become(state.cursor(Math.min(rows() - 1, state.cursor() + up())));
      case PICK -> toggled();
      case SAVE ->
          Update.act(
              new Action.Save(
                  "plan-" + state.plan().id() + ".json", Scripts.of(state.plan(), true, model)));
      case SCRIPT -> Update.open(new PlanState.ScriptView(state.plan(), false, 0));
      case BACK, INTERRUPT -> Update.back();
      default -> Update.none();
    };
  }

  /** The first arrow only brings the focus to the list. */
  private int up() {
    return state.focus() == Focus.CHANGES ? 1 : 0;
  }

  /** Leaves the owners of a change out, or brings a step back; what was typed has to be again. */
  private Update toggled() {
    Set<String> left = new HashSet<>(state.left());
    if (selected().isPresent()) {
      left.addAll(selected().get().steps());
    } else {
      left.remove(left().get(state.cursor() - state.plan().changes().size()));
    }
    PlanState.Planning next = Plans.of(state.steps(), left, model);
    int rows = next.plan().changes().size() + left.size();
    PlanState.Planning shown =
        next.cursor(Math.clamp(state.cursor(), 0, Math.max(0, rows - 1))).openedAt(state.opened());
    return Plans.tested(Update.become(shown), shown);
  }
}
