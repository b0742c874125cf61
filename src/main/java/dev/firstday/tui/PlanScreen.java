package dev.firstday.tui;

import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.terminal.Key;
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
record PlanScreen(ScreenState.Planning state, Model model) implements Screen {
  /** Keys pressed within this time were meant for what was seen before. */
  private static final Duration DEAF = Duration.ofMillis(400);

  private static final int DIGITS = 4;

  @Override
  public String place() {
    return model.words().say(undo() ? "place.undo" : "place.plan");
  }

  @Override
  public Line standing() {
    return undo() ? Line.of(say("not-yet"), Role.TITLE) : Places.notYet(List.of(), model);
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
    return model.words().say(key(state, name), values);
  }

  /** The key of a text that an undo has in other words. */
  static String key(ScreenState.Planning state, String name) {
    return (state.undo().isPresent() ? "undo." : "plan.") + name;
  }

  /** What an undo leaves as it is. */
  static List<UndoPlan.Kept> kept(ScreenState.Planning state) {
    return state.undo().map(UndoPlan::kept).orElse(List.of());
  }

  /** Steps that were left out, which can be brought back from the list. */
  List<String> left() {
    return state.steps().stream().filter(state.left()::contains).toList();
  }

  /** Entries of the list: the changes, then what an undo keeps, or the steps left out. */
  private int rows() {
    return state.plan().changes().size() + kept(state).size() + left().size();
  }

  private Optional<UndoPlan.Kept> selectedKept() {
    int first = state.plan().changes().size();
    return kept(state).stream()
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
  public List<Offer> offers() {
    List<Offer> offers = new ArrayList<>();
    switch (state.focus()) {
      case BACK -> offers.add(Offer.as(Command.OPEN, "OPEN.back"));
      case CHANGES -> {
        if (selected().isPresent() || selectedKept().isPresent()) {
          offers.add(Offer.as(Command.OPEN, "OPEN.details"));
        }
      }
      case DIGITS, APPLY -> {
        if (confirmed()) {
          offers.add(Offer.as(Command.OPEN, undo() ? "OPEN.undo" : "OPEN.apply"));
        }
      }
    }
    if (rows() > 0) {
      offers.add(Offer.as(Command.DOWN, "DOWN.changes").shown());
      offers.add(Offer.as(Command.UP, "UP.changes"));
    }
    if (rows() > 0 && !undo()) {
      boolean change = state.cursor() < state.plan().changes().size();
      offers.add(Offer.as(Command.PICK, change ? "PICK.leave-out" : "PICK.bring-back"));
    }
    if (!state.plan().isEmpty()) {
      offers.add(Offer.as(Command.SCRIPT, "SCRIPT.SCRIPT"));
    }
    if (!state.plan().isEmpty() && !undo()) {
      offers.add(Offer.of(Command.SAVE).hidden());
    }
    offers.add(Offer.as(Command.BACK, "BACK"));
    offers.add(Offer.as(Command.INTERRUPT, "BACK").hidden());
    return offers;
  }

  @Override
  public Optional<Move> type(Key key) {
    if (key.kind() == Key.Kind.CONTROL) {
      return Optional.empty();
    }
    if (Duration.between(state.opened(), model.now()).compareTo(DEAF) < 0) {
      return Optional.of(Move.none());
    }
    return switch (key.kind()) {
      case TAB -> focus(1);
      case BACK_TAB -> focus(-1);
      case LEFT -> buttons(ScreenState.Planning.Focus.BACK);
      case RIGHT -> buttons(ScreenState.Planning.Focus.APPLY);
      case BACKSPACE, DELETE -> Optional.of(erased());
      case CHARACTER -> digit(key.folded().codePoint());
      case ENTER -> Optional.of(enter());
      default -> Optional.empty();
    };
  }

  private Optional<Move> focus(int by) {
    ScreenState.Planning.Focus[] all = ScreenState.Planning.Focus.values();
    int next = state.focus().ordinal() + by;
    return next < 0 || next >= all.length
        ? Optional.empty()
        : Optional.of(Move.become(state.at(all[next])));
  }

  private Optional<Move> buttons(ScreenState.Planning.Focus button) {
    return Optional.of(Move.become(state.at(button)));
  }

  private Move erased() {
    String digits = state.digits();
    return Move.become(
        state
            .at(ScreenState.Planning.Focus.DIGITS)
            .digits(digits.isEmpty() ? digits : digits.substring(0, digits.length() - 1)));
  }

  private Optional<Move> digit(int character) {
    if (character < '0' || character > '9') {
      return Optional.empty();
    }
    String typed = state.digits() + Character.toString(character);
    return Optional.of(
        typed.length() > DIGITS
            ? Move.say(model.words().say("plan.too-many"))
            : Move.become(state.at(ScreenState.Planning.Focus.DIGITS).digits(typed)));
  }

  private Move enter() {
    return switch (state.focus()) {
      case BACK -> Move.back();
      case CHANGES ->
          selected()
              .<ScreenState>map(change -> new ScreenState.ChangeDetail(change, 0))
              .or(() -> selectedKept().map(kept -> new ScreenState.KeptDetail(kept, 0)))
              .map(Move::open)
              .orElse(Move.none());
      case DIGITS, APPLY -> apply();
    };
  }

  private Move apply() {
    if (state.plan().isEmpty()) {
      return Move.say(say("empty"));
    }
    return state
        .plan()
        .confirm(state.digits())
        .map(
            plan ->
                Move.become(ApplyProgress.start(plan.plan(), state.undo(), model.now()))
                    .and(undo() ? new Action.Undo(plan) : new Action.Apply(plan)))
        .orElseGet(() -> Move.say(say("digits-wrong", DIGITS)));
  }

  @Override
  public Optional<Move> paste(String text) {
    return Optional.of(Move.say(say("paste")));
  }

  @Override
  public Move run(Command command) {
    return switch (command) {
      case OPEN -> enter();
      case UP -> Move.become(state.cursor(Math.max(0, state.cursor() - up())));
      case DOWN -> Move.become(state.cursor(Math.min(rows() - 1, state.cursor() + up())));
      case PICK -> toggled();
      case SAVE ->
          Move.act(
              new Action.Save(
                  "plan-" + state.plan().id() + ".json", Scripts.of(state.plan(), true, model)));
      case SCRIPT -> Move.open(new ScreenState.PlanScript(state.plan(), false, 0));
      case BACK, INTERRUPT -> Move.back();
      default -> Move.none();
    };
  }

  /** The first arrow only brings the focus to the list. */
  private int up() {
    return state.focus() == ScreenState.Planning.Focus.CHANGES ? 1 : 0;
  }

  /** Leaves the owners of a change out, or brings a step back; what was typed has to be again. */
  private Move toggled() {
    Set<String> left = new HashSet<>(state.left());
    if (selected().isPresent()) {
      left.addAll(selected().get().steps());
    } else {
      left.remove(left().get(state.cursor() - state.plan().changes().size()));
    }
    ScreenState.Planning next = Plans.of(state.steps(), left, model);
    int rows = next.plan().changes().size() + left.size();
    ScreenState.Planning shown =
        new ScreenState.Planning(
            next.steps(),
            next.left(),
            next.plan(),
            next.undo(),
            Math.clamp(state.cursor(), 0, Math.max(0, rows - 1)),
            ScreenState.Planning.Focus.CHANGES,
            "",
            state.opened(),
            next.rights());
    return Plans.tested(Move.become(shown), shown);
  }
}
