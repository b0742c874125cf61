package dev.firstday.tui;

import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds out what a key means on the screen that is seen, and asks that screen. */
final class Dispatch {
  private Dispatch() {}

  /** What follows from a key. */
  record Reply(View view, List<Action> actions, Optional<String> hint) {
    static Reply of(Move move, Stack stack) {
      return new Reply(View.of(move.from(stack)), move.actions(), move.hint());
    }
  }

  /** Everything that can be done now: what the screen offers, and what works everywhere. */
  static List<Offer> offers(Stack stack, Screen screen, Model model) {
    List<Offer> offers = new ArrayList<>(screen.offers());
    if (longWait(screen, model).isPresent()) {
      offers.removeIf(offer -> offer.command() == Command.BACK);
      offers.addFirst(Offer.as(Command.BACK, "BACK.wait"));
    }
    boolean plain = model.glyphs() == Glyphs.ASCII;
    if (!model.look().onlyEnglish()) {
      add(offers, Offer.as(Command.LANGUAGE, plain ? "LANGUAGE.ascii" : "LANGUAGE"));
    }
    if (!screen.secret()) {
      add(offers, Offer.of(Command.COPY_PAGE).hidden());
    }
    add(offers, Offer.of(Command.COLOURS).hidden());
    add(offers, Offer.as(Command.MASK, model.look().masked() ? "MASK.off" : "MASK").hidden());
    add(offers, Offer.as(Command.MOUSE, model.look().mouse() ? "MOUSE.off" : "MOUSE").hidden());
    if (!(stack.top() instanceof ScreenState.Help)) {
      add(offers, Offer.of(Command.HELP));
    }
    if (stack.deep() && !(stack.top() instanceof ScreenState.Applying)) {
      add(offers, Offer.of(Command.BACK));
    }
    boolean last = !stack.deep() || stack.top() instanceof ScreenState.Result;
    add(offers, last ? Offer.of(Command.QUIT) : Offer.of(Command.QUIT).hidden());
    add(offers, Offer.of(Command.INTERRUPT));
    add(offers, Offer.of(Command.SUSPEND));
    add(offers, Offer.of(Command.REPAINT));
    return screen.typing()
        ? offers.stream()
            .filter(offer -> offer.command().whileTyping())
            .map(Offer::whileTyping)
            .toList()
        : offers;
  }

  /** What a person has waited for so long on a screen that they may leave it now. */
  static Optional<Wait> longWait(Screen screen, Model model) {
    return screen.waiting().filter(wait -> wait.isLong(model.now()));
  }

  private static void add(List<Offer> offers, Offer offer) {
    if (offers.stream().noneMatch(other -> other.command() == offer.command())) {
      offers.add(offer);
    }
  }

  static Reply press(Key key, View view, Model model) {
    Screen screen = Screen.of(view.stack(), model);
    Key folded = key.folded();
    if (model.size().tooSmall()) {
      boolean away = Command.QUIT.keys().contains(folded) || Command.INTERRUPT.keys().contains(key);
      return Reply.of(away ? quit(model, 0) : Move.none(), view.stack());
    }
    if (view.bar().isPresent()) {
      Optional<Reply> inBar = inBar(folded, view, screen, model);
      if (inBar.isPresent()) {
        return inBar.get();
      }
    }
    Optional<Move> typed = screen.type(key);
    if (typed.isPresent()) {
      return Reply.of(typed.get(), view.stack());
    }
    if (key.kind() == Key.Kind.TAB || key.kind() == Key.Kind.BACK_TAB) {
      int entries = bar(view.stack(), screen, model).size();
      int focus = key.kind() == Key.Kind.TAB ? 0 : entries - 1;
      return new Reply(
          new View(view.stack(), OptionalInt.of(focus)),
          List.of(),
          Optional.of(model.words().say("bar-focused")));
    }
    return offers(view.stack(), screen, model).stream()
        .filter(offer -> offer.has(folded))
        .findFirst()
        .map(offer -> Reply.of(run(offer.command(), view.stack(), screen, model), view.stack()))
        .orElseGet(() -> unknown(key, view, model));
  }

  private static List<Offer> bar(Stack stack, Screen screen, Model model) {
    return KeyBar.of(offers(stack, screen, model), model.words(), model.columns()).entries();
  }

  /** A key while the key bar has the focus; empty if it is meant for the screen after all. */
  private static Optional<Reply> inBar(Key key, View view, Screen screen, Model model) {
    List<Offer> entries = bar(view.stack(), screen, model);
    int focus = Math.min(view.bar().getAsInt(), entries.size() - 1);
    return switch (key.kind()) {
      case RIGHT, TAB -> Optional.of(focus(view, (focus + 1) % entries.size()));
      case LEFT, BACK_TAB ->
          Optional.of(focus(view, (focus + entries.size() - 1) % entries.size()));
      case ESCAPE, UP, DOWN -> Optional.of(Reply.of(Move.none(), view.stack()));
      case ENTER ->
          Optional.of(
              Reply.of(
                  run(entries.get(focus).command(), view.stack(), screen, model), view.stack()));
      default -> Optional.empty();
    };
  }

  private static Reply focus(View view, int entry) {
    return new Reply(new View(view.stack(), OptionalInt.of(entry)), List.of(), Optional.empty());
  }

  /** Does a command: the screen's own if it has one, else what it means everywhere. */
  static Move run(Command command, Stack stack, Screen screen, Model model) {
    Optional<Wait> wait = longWait(screen, model);
    if (command == Command.BACK && wait.isPresent()) {
      return wait.get().leave();
    }
    if (screen.offers().stream().anyMatch(offer -> offer.command() == command)) {
      return screen.run(command);
    }
    return switch (command) {
      case LANGUAGE -> Move.act(new Action.SwitchLanguage());
      case COLOURS ->
          Move.act(new Action.SwitchColours(1))
              .saying(model.words().say("colours." + model.look().palette().next(1)));
      case COPY_PAGE -> Move.act(new Action.CopyPage());
      case MASK ->
          Move.act(new Action.SwitchMask())
              .saying(model.words().say(model.look().masked() ? "mask.off" : "mask.on"));
      case MOUSE ->
          Move.act(new Action.SwitchMouse())
              .saying(model.words().say(model.look().mouse() ? "mouse.off" : "mouse.on"));
      case HELP -> Move.open(new ScreenState.Help(TextField.of(""), 0));
      case BACK -> Move.back();
      case QUIT -> quit(model, 0);
      case INTERRUPT -> quit(model, 130);
      case SUSPEND -> suspend(model);
      case REPAINT -> Move.act(new Action.Repaint());
      default -> Move.none();
    };
  }

  /** While a call is in flight the first Ctrl+Z only says so: AWS may give up on it meanwhile. */
  private static Move suspend(Model model) {
    String warning = model.words().say("suspend.applying");
    boolean warned = model.hint().filter(warning::equals).isPresent();
    return model.applying() && !warned ? Move.say(warning) : Move.act(new Action.Suspend());
  }

  static Move quit(Model model, int code) {
    if (model.applying()) {
      return Move.open(new ScreenState.Stopping());
    }
    return Move.act(new Action.Quit(model.known().isEmpty() && code == 0 ? 5 : code));
  }

  /** A click: on a key of the last row, or on something that can be moved to. */
  static Reply click(int column, int row, View view, Model model) {
    Screen screen = Screen.of(view.stack(), model);
    if (model.size().tooSmall()) {
      return Reply.of(Move.none(), view.stack());
    }
    if (row == model.size().rows() - 1) {
      KeyBar bar = KeyBar.of(offers(view.stack(), screen, model), model.words(), model.columns());
      return Reply.of(
          bar.at(column)
              .map(offer -> run(offer.command(), view.stack(), screen, model))
              .orElse(Move.none()),
          view.stack());
    }
    return Reply.of(screen.click(column, row - Size.HEADER), view.stack());
  }

  private static Reply unknown(Key key, View view, Model model) {
    boolean kana =
        key.kind() == Key.Kind.CHARACTER
            && switch (Character.UnicodeScript.of(key.folded().codePoint())) {
              case HIRAGANA, KATAKANA, HAN -> true;
              default -> key.codePoint() == 'ー';
            };
    Move move = Move.none();
    if (kana) {
      boolean english = model.look().onlyEnglish();
      move = Move.say(model.words().say(english ? "input-method.english" : "input-method"));
    } else if (Command.LANGUAGE.keys().contains(key.folded())) {
      move = Move.say(model.words().common("only-english"));
    } else if (key.kind() == Key.Kind.ESCAPE) {
      move = Move.say(model.words().say("escape-at-home"));
    }
    return Reply.of(move, view.stack());
  }

  static Reply paste(String text, View view, Model model) {
    Screen screen = Screen.of(view.stack(), model);
    Move move =
        model.size().tooSmall()
            ? Move.none()
            : screen.paste(text).orElseGet(() -> Move.say(model.words().say("paste-nowhere")));
    return Reply.of(move, view.stack());
  }
}
