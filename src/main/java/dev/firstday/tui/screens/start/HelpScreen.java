package dev.firstday.tui.screens.start;

import dev.firstday.catalog.Language;
import dev.firstday.engine.Texts;
import dev.firstday.terminal.Caret;
import dev.firstday.terminal.Key;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.Commands;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.Stack;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Blocks;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every command of the screen below, to be found by typing and done by Enter.
 *
 * @param beneath the screens without this one
 * @param below the one on top of them
 */
public record HelpScreen(StartState.Help state, Stack beneath, Screen below, Model model)
    implements Screen {
  private static final int KEYS = 14;

  private List<CommandOption> found() {
    String wanted = state.find().text().strip().toLowerCase(Locale.ROOT);
    return Commands.offers(beneath, below, model).options().stream()
        .filter(offer -> offer.command() != Command.HELP)
        .filter(offer -> wanted.isEmpty() || says(offer, wanted))
        .toList();
  }

  private static boolean says(CommandOption offer, String wanted) {
    Stream<String> texts =
        Stream.of(Language.values())
            .map(Texts::new)
            .flatMap(words -> Stream.of(offer.label(words), explained(offer, words)));
    Stream<String> keys = Stream.of(Language.values()).map(Texts::new).map(offer::keys);
    return Stream.concat(keys, texts)
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static String explained(CommandOption offer, Texts words) {
    return switch (offer.command()) {
      case OPEN, INTERRUPT -> offer.label(words);
      default -> words.say("tui.help." + offer.command());
    };
  }

  private int cursor() {
    return Math.clamp(state.cursor(), 0, Math.max(0, found().size() - 1));
  }

  @Override
  public String place() {
    return model.say("tui.place.help", below().place());
  }

  @Override
  public Line standing() {
    return Line.of(model.say("tui.help.count", found().size()));
  }

  @Override
  public Body body() {
    Texts words = model.words();
    List<Line> lines = new ArrayList<>();
    String label = " " + words.say("tui.find.label") + " ";
    int room = Math.max(4, model.columns() - Width.of(label) - 1);
    lines.add(Line.of(label, Role.TITLE).and(state.find().window(room)));
    lines.add(Line.EMPTY);
    List<Line> legend = legend();
    int rows = model.size().body() - lines.size() - legend.size();
    List<Blocks.Block> found = new ArrayList<>();
    for (CommandOption offer : found()) {
      found.add(Blocks.Block.of(row(offer, found.size() == cursor())));
    }
    lines.addAll(new Blocks(found, cursor()).in(rows, words).lines());
    while (lines.size() < model.size().body() - legend.size()) {
      lines.add(Line.EMPTY);
    }
    lines.addAll(legend);
    return new Body(lines, Caret.at(Width.of(label) + state.find().caretColumn(room), 0));
  }

  private Line row(CommandOption offer, boolean here) {
    return Line.cursor(here)
        .and(Width.padRight(offer.keys(model.words()), KEYS), Role.KEY)
        .and(" ")
        .and(
            Line.of(explained(offer, model.words()), here ? Role.SELECTED : Role.TEXT)
                .fit(model.columns() - KEYS - 4));
  }

  /** What the badges and signs mean. */
  private List<Line> legend() {
    if (model.size().compact()) {
      return List.of();
    }
    Texts words = model.words();
    Document document = new Document(model.columns());
    document.line(Line.EMPTY);
    document.text(words.say("tui.help.badges"));
    document.text(words.say("tui.help.signs"));
    document.text(words.say("tui.help.safe"));
    return document.lines();
  }

  @Override
  public boolean typing() {
    return true;
  }

  @Override
  public Optional<Line> status() {
    return Optional.of(model.line("tui.help.status"));
  }

  @Override
  public Offers choices() {
    Offers offers = new Offers();
    if (!found().isEmpty()) {
      offers
          .add(Command.OPEN, "OPEN.help", this::perform)
          .add(CommandOption.as(Command.DOWN, "DOWN.changes").shown(), () -> cursor(1))
          .add(Command.UP, () -> cursor(-1))
          .add(Command.PAGE_DOWN, () -> cursor(10))
          .add(Command.PAGE_UP, () -> cursor(-10));
    }
    return offers.add(Command.BACK, "BACK.help", Update::back);
  }

  private Update perform() {
    Command command = found().get(cursor()).command();
    return Update.back().then(Commands.offers(beneath, below, model).run(command));
  }

  @Override
  public Optional<Update> type(Key key) {
    return state.find().press(key).map(this::typed);
  }

  private Update typed(TextField text) {
    return Update.become(new StartState.Help(text, 0));
  }

  @Override
  public Optional<Update> paste(String text) {
    return Optional.of(typed(state.find().typed(text)));
  }

  private Update cursor(int by) {
    int to = Math.clamp(cursor() + by, 0, found().size() - 1);
    return Update.become(new StartState.Help(state.find(), to));
  }
}
