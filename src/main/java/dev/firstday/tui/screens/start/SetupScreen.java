package dev.firstday.tui.screens.start;

import dev.firstday.catalog.Language;
import dev.firstday.engine.Texts;
import dev.firstday.terminal.Caret;
import dev.firstday.terminal.Key;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Palette;
import dev.firstday.tui.widgets.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Language and colours, shown on the first run with a sample that changes at once. */
public record SetupScreen(StartState.Setup state, Model model) implements Screen {
  private static final int ROWS = 2;

  @Override
  public String place() {
    return model.say("tui.place.home", model.version());
  }

  @Override
  public Line standing() {
    return Line.of(model.say("tui.setup.once"));
  }

  @Override
  public Body body() {
    Texts words = model.words();
    boolean only = model.look().onlyEnglish();
    Document document = new Document(model.columns());
    if (!model.size().compact()) {
      document.line(Line.EMPTY);
      document.text(words.say("tui.welcome.hello")).blank();
    }
    int top = document.lines().size();
    document.line(choice(0, "setup.language", languages().map(this::name).toList()));
    document.line(
        choice(
            1,
            "setup.colours",
            Stream.of(Palette.values())
                .map(palette -> words.say("tui.palette." + palette))
                .toList()));
    document.blank();
    document.line(sample());
    document
        .blank()
        .text(words.say(only ? "tui.setup.colour-alone.english" : "tui.setup.colour-alone"));
    document.text(words.say("tui.setup.reader"));
    return new Body(document.lines(), Caret.hiddenAt(1, top + state.row()));
  }

  private Stream<Language> languages() {
    return model.look().onlyEnglish() ? Stream.of(Language.EN) : Stream.of(Language.values());
  }

  /** Each language is named in itself, so that whoever reads it finds it. */
  private String name(Language language) {
    return new Texts(language).say("tui.setup.name");
  }

  private Line choice(int row, String label, List<String> names) {
    boolean here = state.row() == row;
    int chosen = row == 0 ? model.language().ordinal() : model.look().palette().ordinal();
    int width =
        Stream.of("setup.language", "setup.colours")
            .mapToInt(key -> Width.of(model.say("tui." + key)))
            .max()
            .orElse(0);
    Line start =
        Line.cursor(here).and(Width.padRight(model.say("tui." + label), width), Role.TITLE);
    return start.choices(names, chosen, here);
  }

  private Line sample() {
    Texts words = model.words();
    return Line.of("   ")
        .and("[x] " + words.say("verdict.DONE"), Role.DONE)
        .and("  ")
        .and("[~] " + words.say("verdict.checking"), Role.PROGRESS)
        .and("  ")
        .and("[!] " + words.say("verdict.TODO"), Role.ATTENTION)
        .and("  ")
        .and("[!] " + words.say("tui.progress.FAILED"), Role.ERROR);
  }

  @Override
  public Offers choices() {
    Update end = Update.back().and(new Action.KeepLook());
    Update other = Update.become(new StartState.Setup((state.row() + 1) % ROWS));
    return new Offers()
        .add(Command.OPEN, "OPEN.begin", () -> end)
        .add(CommandOption.as(Command.DOWN, "DOWN.choice").shown(), () -> other)
        .add(Command.UP, "UP.choice", () -> other)
        .add(Command.PICK, "PICK.choice", () -> changed(1))
        .add(CommandOption.as(Command.BACK, "OPEN.begin").hidden(), () -> end);
  }

  @Override
  public Optional<Update> type(Key key) {
    return switch (key.kind()) {
      case LEFT -> Optional.of(changed(-1));
      case RIGHT -> Optional.of(changed(1));
      default -> Optional.empty();
    };
  }

  private Update changed(int by) {
    if (state.row() == 0 && model.look().onlyEnglish()) {
      return Update.say(model.say("only-english"));
    }
    return Update.act(
        state.row() == 0 ? new Action.SwitchLanguage() : new Action.SwitchColours(by));
  }
}
