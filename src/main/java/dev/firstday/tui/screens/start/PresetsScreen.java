package dev.firstday.tui.screens.start;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Preset;
import dev.firstday.engine.PresetView;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.terminal.Caret;
import dev.firstday.terminal.Key;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.ScreenState;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import java.util.List;
import java.util.Optional;

/** How much to do: the presets with their price and time, and what the account is for. */
public record PresetsScreen(StartState.Presets state, Model model) implements Screen {

  /** At the preset that is chosen now; empty where the catalogue has none. */
  static Optional<ScreenState> start(Model model) {
    List<PresetView> all = model.session().presets();
    return all.stream()
        .filter(PresetView::chosen)
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(preset -> new StartState.Presets(preset.preset().id(), false));
  }

  private List<PresetView> presets() {
    return model.session().presets();
  }

  private List<Preset> environments() {
    return model.session().catalog().environments();
  }

  private String environment() {
    return model.session().shared().getOrDefault(Catalog.ENVIRONMENT, "");
  }

  private int index() {
    return presets().stream().map(view -> view.preset().id()).toList().indexOf(state.picked());
  }

  @Override
  public String place() {
    return model.say("tui.place.presets");
  }

  @Override
  public Line standing() {
    return Labels.notYet(List.of(), model);
  }

  @Override
  public Body body() {
    Texts words = model.words();
    boolean compact = model.size().compact();
    Document document = new Document(model.columns());
    document.text(words.say("tui.presets.question"), Role.TITLE);
    if (!compact) {
      document.text(words.say("tui.presets.later")).blank();
    }
    int cursor = 0;
    for (PresetView view : presets()) {
      boolean picked = view.preset().id().equals(state.picked());
      cursor = picked && !state.environment() ? document.lines().size() : cursor;
      document.line(row(view, picked));
      if (!compact) {
        document.hanging("       ", words.of(view.preset().about()), Role.TEXT).blank();
      }
    }
    cursor = state.environment() ? document.lines().size() : cursor;
    document.line(environmentRow());
    environments().stream()
        .filter(preset -> preset.id().equals(environment()) && !compact)
        .forEach(preset -> document.hanging("       ", words.of(preset.about()), Role.TEXT));
    return new Body(document.lines(), Caret.hiddenAt(1, cursor));
  }

  private Line row(PresetView view, boolean picked) {
    Texts words = model.words();
    boolean here = picked && !state.environment();
    String price = words.about(view.monthlyUsd());
    Line facts =
        Line.of(
            model.size().compact()
                ? price
                : words.say(
                    "tui.presets.facts",
                    view.steps().size(),
                    words.minutes(view.minutes()),
                    price));
    return Line.cursor(here)
        .and(picked ? "(*) " : "( ) ")
        .and(words.of(view.preset().title()), here ? Role.SELECTED : Role.TITLE)
        .withRight(facts, model.columns());
  }

  private Line environmentRow() {
    Texts words = model.words();
    return Line.cursor(state.environment())
        .and(words.say("tui.presets.environment"), Role.TITLE)
        .choices(
            environments().stream().map(preset -> words.of(preset.title())).toList(),
            environments().stream().map(Preset::id).toList().indexOf(environment()),
            state.environment());
  }

  @Override
  public Offers choices() {
    Offers offers =
        new Offers()
            .add(Command.OPEN, "OPEN.choose", this::chosen)
            .add(CommandOption.as(Command.DOWN, "DOWN.choice").shown(), () -> move(1))
            .add(Command.UP, "UP.choice", () -> move(-1));
    return state.environment()
        ? offers.add(Command.PICK, "PICK.choice", () -> otherEnvironment(1))
        : offers;
  }

  @Override
  public Optional<Update> type(Key key) {
    if (!state.environment()) {
      return Optional.empty();
    }
    return switch (key.kind()) {
      case LEFT -> Optional.of(otherEnvironment(-1));
      case RIGHT -> Optional.of(otherEnvironment(1));
      default -> Optional.empty();
    };
  }

  private Update otherEnvironment(int by) {
    List<String> ids = environments().stream().map(Preset::id).toList();
    int next = Math.floorMod(ids.indexOf(environment()) + by, ids.size());
    return Update.act(new Action.KeepAnswer(Catalog.ENVIRONMENT, ids.get(next)));
  }

  /** The presets, then the environment. */
  private Update move(int by) {
    int rows = presets().size() + (environments().isEmpty() ? 0 : 1);
    int now = state.environment() ? presets().size() : index();
    int to = Math.floorMod(now + by, rows);
    boolean environment = to == presets().size();
    String picked = environment ? state.picked() : presets().get(to).preset().id();
    return Update.become(new StartState.Presets(picked, environment));
  }

  /** The choice changes defaults, so that the steps are looked at with them. */
  private Update chosen() {
    List<String> all = model.steps().stream().map(StepView::id).toList();
    return Update.act(new Action.KeepAnswer(Catalog.PRESET, state.picked()))
        .and(new Action.Check(all))
        .and(new Action.AskFirst());
  }
}
