package dev.firstday.tui;

import dev.firstday.terminal.Key;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Commands;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.model.View;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.KeyBar;
import dev.firstday.tui.widgets.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds out what a key means on the screen that is seen, and asks that screen. */
public final class Dispatch {
  private final View view;
  private final Model model;
  private final Screen screen;
  private final Offers offers;

  private Dispatch(View view, Model model) {
    this.view = view;
    this.model = model;
    this.screen = Screens.of(view.stack(), model);
    this.offers = Commands.offers(view.stack(), screen, model);
  }

  /** What follows from a key. */
  public record KeyReply(View view, List<Action> actions, Optional<String> hint) {}

  private KeyReply reply(Update move) {
    return new KeyReply(View.of(move.from(view.stack())), move.actions(), move.hint());
  }

  public static KeyReply press(Key key, View view, Model model) {
    return new Dispatch(view, model).press(key);
  }

  private KeyReply press(Key key) {
    Key folded = key.folded();
    if (model.size().tooSmall()) {
      boolean away = Command.QUIT.keys().contains(folded) || Command.INTERRUPT.keys().contains(key);
      return reply(away ? Commands.quit(model, 0) : Update.none());
    }
    return inBar(folded)
        .or(() -> screen.type(key).map(this::reply))
        .or(() -> intoBar(key))
        .or(() -> command(folded))
        .orElseGet(() -> reply(unknown(key)));
  }

  private KeyBar bar() {
    return KeyBar.of(offers.options(), model.words(), model.columns());
  }

  /** Tab moves the focus to the key bar. */
  private Optional<KeyReply> intoBar(Key key) {
    String hint = model.say("tui.bar-focused");
    return switch (key.kind()) {
      case TAB -> Optional.of(focus(0, Optional.of(hint)));
      case BACK_TAB -> Optional.of(focus(bar().entries().size() - 1, Optional.of(hint)));
      default -> Optional.empty();
    };
  }

  private KeyReply focus(int entry, Optional<String> hint) {
    return new KeyReply(new View(view.stack(), OptionalInt.of(entry)), List.of(), hint);
  }

  private Optional<KeyReply> command(Key key) {
    return offers.options().stream().filter(offer -> offer.has(key)).findFirst().map(this::run);
  }

  private KeyReply run(CommandOption offer) {
    return reply(offers.run(offer.command()));
  }

  /** A key while the key bar has the focus; empty if it is meant for the screen after all. */
  private Optional<KeyReply> inBar(Key key) {
    if (view.bar().isEmpty()) {
      return Optional.empty();
    }
    List<CommandOption> entries = bar().entries();
    int focus = Math.min(view.bar().getAsInt(), entries.size() - 1);
    return switch (key.kind()) {
      case RIGHT, TAB -> Optional.of(focus((focus + 1) % entries.size(), Optional.empty()));
      case LEFT, BACK_TAB ->
          Optional.of(focus((focus + entries.size() - 1) % entries.size(), Optional.empty()));
      case ESCAPE, UP, DOWN -> Optional.of(reply(Update.none()));
      case ENTER -> Optional.of(run(entries.get(focus)));
      default -> Optional.empty();
    };
  }

  /** A click: on a key of the last row, or on something that can be moved to. */
  static KeyReply click(int column, int row, View view, Model model) {
    Dispatch dispatch = new Dispatch(view, model);
    if (model.size().tooSmall()) {
      return dispatch.reply(Update.none());
    }
    return row == model.size().rows() - 1
        ? dispatch
            .bar()
            .at(column)
            .map(dispatch::run)
            .orElseGet(() -> dispatch.reply(Update.none()))
        : dispatch.reply(dispatch.screen.click(column, row - Size.HEADER));
  }

  private Update unknown(Key key) {
    boolean kana =
        key.kind() == Key.Kind.CHARACTER
            && switch (Character.UnicodeScript.of(key.folded().codePoint())) {
              case HIRAGANA, KATAKANA, HAN -> true;
              default -> key.codePoint() == 'ー';
            };
    if (kana) {
      boolean english = model.look().onlyEnglish();
      return Update.say(model.say(english ? "tui.input-method.english" : "tui.input-method"));
    }
    if (Command.LANGUAGE.keys().contains(key.folded())) {
      return Update.say(model.say("only-english"));
    }
    return key.kind() == Key.Kind.ESCAPE
        ? Update.say(model.say("tui.escape-at-home"))
        : Update.none();
  }

  static KeyReply paste(String text, View view, Model model) {
    Dispatch dispatch = new Dispatch(view, model);
    return dispatch.reply(
        model.size().tooSmall()
            ? Update.none()
            : dispatch
                .screen
                .paste(text)
                .orElseGet(() -> Update.say(model.say("tui.paste-nowhere"))));
  }
}
