package dev.firstday.tui;

import dev.firstday.terminal.Key;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Commands;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.Stack;
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
  private Dispatch() {}

  /** What follows from a key. */
  public record KeyReply(View view, List<Action> actions, Optional<String> hint) {
    public static KeyReply of(Update move, Stack stack) {
      return new KeyReply(View.of(move.from(stack)), move.actions(), move.hint());
    }
  }

  public static KeyReply press(Key key, View view, Model model) {
    Screen screen = Screens.of(view.stack(), model);
    Key folded = key.folded();
    if (model.size().tooSmall()) {
      boolean away = Command.QUIT.keys().contains(folded) || Command.INTERRUPT.keys().contains(key);
      return KeyReply.of(away ? Commands.quit(model, 0) : Update.none(), view.stack());
    }
    Optional<KeyReply> inBar =
        view.bar().isPresent() ? inBar(folded, view, screen, model) : Optional.empty();
    return inBar
        .or(() -> screen.type(key).map(typed -> KeyReply.of(typed, view.stack())))
        .or(() -> intoBar(key, view, screen, model))
        .or(() -> command(folded, view, screen, model))
        .orElseGet(() -> unknown(key, view, model));
  }

  /** Tab moves the focus to the key bar. */
  private static Optional<KeyReply> intoBar(Key key, View view, Screen screen, Model model) {
    if (key.kind() != Key.Kind.TAB && key.kind() != Key.Kind.BACK_TAB) {
      return Optional.empty();
    }
    int entries = bar(view.stack(), screen, model).size();
    int focus = key.kind() == Key.Kind.TAB ? 0 : entries - 1;
    return Optional.of(
        new KeyReply(
            new View(view.stack(), OptionalInt.of(focus)),
            List.of(),
            Optional.of(model.words().say("tui.bar-focused"))));
  }

  private static Optional<KeyReply> command(Key key, View view, Screen screen, Model model) {
    return Commands.offers(view.stack(), screen, model).stream()
        .filter(offer -> offer.has(key))
        .findFirst()
        .map(offer -> Commands.run(offer.command(), view.stack(), screen, model))
        .map(move -> KeyReply.of(move, view.stack()));
  }

  private static List<CommandOption> bar(Stack stack, Screen screen, Model model) {
    return KeyBar.of(Commands.offers(stack, screen, model), model.words(), model.columns())
        .entries();
  }

  /** A key while the key bar has the focus; empty if it is meant for the screen after all. */
  private static Optional<KeyReply> inBar(Key key, View view, Screen screen, Model model) {
    List<CommandOption> entries = bar(view.stack(), screen, model);
    int focus = Math.min(view.bar().getAsInt(), entries.size() - 1);
    return switch (key.kind()) {
      case RIGHT, TAB -> Optional.of(focus(view, (focus + 1) % entries.size()));
      case LEFT, BACK_TAB ->
          Optional.of(focus(view, (focus + entries.size() - 1) % entries.size()));
      case ESCAPE, UP, DOWN -> Optional.of(KeyReply.of(Update.none(), view.stack()));
      case ENTER ->
          Optional.of(
              KeyReply.of(
                  Commands.run(entries.get(focus).command(), view.stack(), screen, model),
                  view.stack()));
      default -> Optional.empty();
    };
  }

  private static KeyReply focus(View view, int entry) {
    return new KeyReply(new View(view.stack(), OptionalInt.of(entry)), List.of(), Optional.empty());
  }

  /** A click: on a key of the last row, or on something that can be moved to. */
  static KeyReply click(int column, int row, View view, Model model) {
    Screen screen = Screens.of(view.stack(), model);
    if (model.size().tooSmall()) {
      return KeyReply.of(Update.none(), view.stack());
    }
    if (row == model.size().rows() - 1) {
      KeyBar bar =
          KeyBar.of(Commands.offers(view.stack(), screen, model), model.words(), model.columns());
      return KeyReply.of(
          bar.at(column)
              .map(offer -> Commands.run(offer.command(), view.stack(), screen, model))
              .orElse(Update.none()),
          view.stack());
    }
    return KeyReply.of(screen.click(column, row - Size.HEADER), view.stack());
  }

  private static KeyReply unknown(Key key, View view, Model model) {
    boolean kana =
        key.kind() == Key.Kind.CHARACTER
            && switch (Character.UnicodeScript.of(key.folded().codePoint())) {
              case HIRAGANA, KATAKANA, HAN -> true;
              default -> key.codePoint() == 'ー';
            };
    Update move = Update.none();
    if (kana) {
      boolean english = model.look().onlyEnglish();
      move =
          Update.say(model.words().say(english ? "tui.input-method.english" : "tui.input-method"));
    } else if (Command.LANGUAGE.keys().contains(key.folded())) {
      move = Update.say(model.words().say("only-english"));
    } else if (key.kind() == Key.Kind.ESCAPE) {
      move = Update.say(model.words().say("tui.escape-at-home"));
    }
    return KeyReply.of(move, view.stack());
  }

  static KeyReply paste(String text, View view, Model model) {
    Screen screen = Screens.of(view.stack(), model);
    Update move =
        model.size().tooSmall()
            ? Update.none()
            : screen
                .paste(text)
                .orElseGet(() -> Update.say(model.words().say("tui.paste-nowhere")));
    return KeyReply.of(move, view.stack());
  }
}
