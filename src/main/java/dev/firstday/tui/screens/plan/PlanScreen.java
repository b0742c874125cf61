package dev.firstday.tui.screens.plan;

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

  private PlanNodes entries() {
    return PlanNodes.of(state, model);
  }

  private Optional<PlanNodes.PlanNode> selected() {
    return entries().at(state.tree().cursor());
  }

  /** The page of a row; a step has none, nor has a change in several Regions. */
  private static Optional<ScreenState> details(PlanNodes.PlanNode entry) {
    return entry instanceof PlanNodes.KeptNode kept
        ? Optional.of(new PlanState.KeptDetail(kept.kept(), 0))
        : entry.change().map(change -> new PlanState.ChangeDetail(change, 0));
  }

  @Override
  public Offers choices() {
    Offers offers = new Offers();
    enterText().ifPresent(text -> offers.add(Command.OPEN, text, this::enter));
    Optional<PlanNodes.PlanNode> selected = selected();
    if (selected.isPresent()) {
      offers.add(
          CommandOption.as(Command.DOWN, "DOWN.changes").shown(),
          () -> Update.become(entries().moved(state, 1)));
      offers.add(Command.UP, "UP.changes", () -> Update.become(entries().moved(state, -1)));
    }
    if (selected.isPresent() && !undo()) {
      boolean out = selected.get() instanceof PlanNodes.LeftOutNode;
      offers.add(Command.PICK, out ? "PICK.bring-back" : "PICK.leave-out", this::toggled);
      filter(offers);
    }
    if (!state.plan().isEmpty()) {
      documents(offers);
    }
    return offers
        .add(Command.BACK, Update::back)
        .add(CommandOption.as(Command.INTERRUPT, "BACK").hidden(), Update::back);
  }

  private void documents(Offers offers) {
    offers.add(
        Command.SCRIPT,
        "SCRIPT.SCRIPT",
        () -> Update.open(new PlanState.ScriptView(state.plan(), false, 0)));
    if (!undo()) {
      offers.hidden(Command.SAVE, this::save);
    }
  }

  /** To see only what can't be taken back, where that is a part of the plan. */
  private void filter(Offers offers) {
    boolean filtered = state.tree().onlyForGood();
    long forGood =
        state.plan().changes().stream()
            .filter(planned -> planned.change().undo().isEmpty())
            .count();
    if (filtered || forGood > 0 && forGood < state.plan().changes().size()) {
      offers.add(
          Command.OPEN_ONLY,
          filtered ? "OPEN_ONLY.all" : "OPEN_ONLY.for-good",
          () -> Update.become(state.look(state.tree().filtered())));
    }
  }

  /** What Enter does where the focus is; empty if nothing. */
  private Optional<String> enterText() {
    return switch (state.focus()) {
      case BACK -> Optional.of("OPEN.back");
      case CHANGES -> selected().flatMap(this::enterText);
      case DIGITS, APPLY ->
          Optional.of(undo() ? "OPEN.undo" : "OPEN.apply").filter(text -> state.confirmed());
    };
  }

  private Optional<String> enterText(PlanNodes.PlanNode entry) {
    return entry
        .key()
        .map(key -> state.tree().unfolded().contains(key) ? "OPEN.fold" : "OPEN.unfold")
        .or(() -> details(entry).map(page -> "OPEN.details"));
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
      case LEFT -> Optional.of(Update.become(entries().left(state)));
      case RIGHT -> Optional.of(Update.become(entries().right(state)));
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
      case CHANGES -> selected().map(this::enter).orElseGet(Update::none);
      case DIGITS, APPLY -> apply();
    };
  }

  private Update enter(PlanNodes.PlanNode entry) {
    return entry
        .key()
        .map(key -> Update.become(state.look(state.tree().toggled(key))))
        .or(() -> details(entry).map(Update::open))
        .orElseGet(Update::none);
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

  /** Leaves a step out, or brings it back; what was typed has to be again. */
  private Update toggled() {
    Set<String> left = new HashSet<>(state.left());
    selected()
        .flatMap(PlanNodes.PlanNode::step)
        .filter(step -> !left.remove(step))
        .ifPresent(left::add);
    PlanState.Planning next = Plans.of(state.steps(), left, model).look(state.tree());
    int last = Math.max(0, PlanNodes.of(next, model).all().size() - 1);
    PlanState.Planning shown =
        next.look(state.tree().at(Math.clamp(state.tree().cursor(), 0, last)))
            .openedAt(state.opened());
    return Plans.tested(Update.become(shown), shown);
  }
}
