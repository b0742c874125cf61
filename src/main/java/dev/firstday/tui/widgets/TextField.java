package dev.firstday.tui.widgets;

import dev.firstday.terminal.Key;
import dev.firstday.terminal.Width;
import java.text.Normalizer;
import java.util.Optional;

/**
 * One line of text being typed.
 *
 * @param caret the index of the character before which the next one goes
 */
public record TextField(String text, int caret) {
  private static final int LONGEST = 4096;

  public static TextField of(String text) {
    return new TextField(text, text.length());
  }

  /** The field after a key; empty if the key does nothing in a field. */
  public Optional<TextField> press(Key key) {
    return switch (key.kind()) {
      case CHARACTER -> Optional.of(typed(key.text()));
      case BACKSPACE -> Optional.of(cut(before(), caret));
      case DELETE -> Optional.of(cut(caret, behind()));
      case LEFT -> Optional.of(new TextField(text, before()));
      case RIGHT -> Optional.of(new TextField(text, behind()));
      case HOME -> Optional.of(new TextField(text, 0));
      case END -> Optional.of(of(text));
      case CONTROL -> control(key.codePoint());
      default -> Optional.empty();
    };
  }

  private Optional<TextField> control(int letter) {
    return switch (letter) {
      case 'a' -> Optional.of(new TextField(text, 0));
      case 'e' -> Optional.of(of(text));
      case 'u' -> Optional.of(cut(0, caret));
      case 'k' -> Optional.of(cut(caret, text.length()));
      default -> Optional.empty();
    };
  }

  /** The field after something was typed or pasted; line breaks become blanks. */
  public TextField typed(String more) {
    String clean =
        Normalizer.normalize(more, Normalizer.Form.NFC)
            .replaceAll("\\R", " ")
            .replaceAll("\\p{Cntrl}", "");
    return text.length() + clean.length() > LONGEST
        ? this
        : new TextField(
            text.substring(0, caret) + clean + text.substring(caret), caret + clean.length());
  }

  private TextField cut(int from, int to) {
    return new TextField(text.substring(0, from) + text.substring(to), from);
  }

  private int before() {
    return caret == 0 ? 0 : text.offsetByCodePoints(caret, -1);
  }

  private int behind() {
    return caret == text.length() ? caret : text.offsetByCodePoints(caret, 1);
  }

  /** The part of the text that a window of so many columns shows, the caret always in it. */
  public String window(int columns) {
    return Width.fit(text.substring(firstShown(columns)), columns);
  }

  /** The caret's column within the window. */
  public int caretColumn(int columns) {
    return Width.of(text.substring(firstShown(columns), caret));
  }

  private int firstShown(int columns) {
    int first = 0;
    while (first < caret && Width.of(text.substring(first, caret)) > columns - 1) {
      first = text.offsetByCodePoints(first, 1);
    }
    return first;
  }
}
