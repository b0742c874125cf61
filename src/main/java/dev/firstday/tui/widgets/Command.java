package dev.firstday.tui.widgets;

import dev.firstday.engine.Texts;
import dev.firstday.terminal.Key;
import java.util.List;
import java.util.Locale;

/**
 * Everything a person can ask for, with its keys: the one registry that handlers, key bar and help
 * are made from. A key means the same on every screen.
 */
public enum Command {
  OPEN(Key.ENTER),
  UP(Key.UP, Key.of('k')),
  DOWN(Key.DOWN, Key.of('j')),
  PAGE_UP(Key.PAGE_UP),
  PAGE_DOWN(Key.PAGE_DOWN),
  FIRST(Key.HOME, Key.of('g')),
  LAST(Key.END, Key.of('G')),
  NEXT(Key.of('n')),
  PREVIOUS(Key.of('p')),
  PICK(Key.of(' ')),
  PLAN(Key.of('a')),
  UNDO(Key.of('U')),
  EDIT(Key.of('e')),
  BY_HAND(Key.of('b')),
  BROWSER(Key.of('o')),
  LINK(Key.of('O')),
  COPY(Key.of('y')),
  COPY_PAGE(Key.of('Y')),
  ATTEST(Key.of('d')),
  SCRIPT(Key.of('c')),
  CHECK(Key.of('r')),
  CHECK_ALL(Key.of('R')),
  SKIP(Key.of('s')),
  FIND(Key.of('/')),
  OPEN_ONLY(Key.of('f')),
  LANGUAGE(Key.of('L')),
  SUMMARY(Key.of('v')),
  SAVE(Key.of('w')),
  HISTORY(Key.of('l')),
  COLOURS(Key.of('t')),
  MASK(Key.of('x')),
  MOUSE(Key.of('m')),
  TERMS(Key.of('i')),
  HELP(Key.of('?'), Key.of(':'), Key.F1),
  BACK(Key.ESCAPE),
  QUIT(Key.of('q')),
  INTERRUPT(Key.control('c')),
  SUSPEND(Key.control('z')),
  REPAINT(Key.control('l'));

  private final List<Key> keys;

  Command(Key... keys) {
    this.keys = List.of(keys);
  }

  public List<Key> keys() {
    return keys;
  }

  /** The key to show for it; where text is typed, letters are text. */
  Key key(boolean typing) {
    return keys.stream()
        .filter(key -> !typing || key.kind() != Key.Kind.CHARACTER)
        .findFirst()
        .orElse(keys.getFirst());
  }

  /** Whether everybody finds it without being told, or nobody needs it often. */
  boolean wellKnown() {
    return switch (this) {
      case UP, DOWN, PAGE_UP, PAGE_DOWN, FIRST, LAST, NEXT, PREVIOUS -> true;
      case INTERRUPT, SUSPEND, REPAINT -> true;
      default -> false;
    };
  }

  /** Whether it can be given at all while text is typed. */
  public boolean whileTyping() {
    return key(true).kind() != Key.Kind.CHARACTER;
  }

  /** A key as keyboards print it, arrows in words. */
  static String name(Key key, Texts words) {
    return switch (key.kind()) {
      case CHARACTER -> key.codePoint() == ' ' ? "Space" : key.text();
      case CONTROL -> "Ctrl+" + Character.toString(key.codePoint()).toUpperCase(Locale.ROOT);
      case ENTER -> "Enter";
      case ESCAPE -> "Esc";
      case TAB -> "Tab";
      case BACK_TAB -> "Shift+Tab";
      case UP, DOWN, LEFT, RIGHT -> words.say("tui.key." + key.kind());
      case HOME -> "Home";
      case END -> "End";
      case PAGE_UP -> "PgUp";
      case PAGE_DOWN -> "PgDn";
      case DELETE -> "Del";
      case BACKSPACE -> "Backspace";
      case F1 -> "F1";
    };
  }
}
