package dev.firstday.terminal;

import java.text.Normalizer;

/**
 * A key press. The code point is the character of {@link Kind#CHARACTER} and the letter of {@link
 * Kind#CONTROL} ({@code 'c'} for Ctrl+C); it is 0 for every other kind.
 */
public record Key(Kind kind, int codePoint) {
  /**
   * What was pressed; modifiers other than Control are dropped, since not all terminals report
   * them.
   */
  public enum Kind {
    CHARACTER,
    CONTROL,
    ENTER,
    ESCAPE,
    TAB,
    BACK_TAB,
    UP,
    DOWN,
    LEFT,
    RIGHT,
    HOME,
    END,
    PAGE_UP,
    PAGE_DOWN,
    DELETE,
    BACKSPACE,
    F1
  }

  public static final Key ENTER = new Key(Kind.ENTER, 0);
  public static final Key ESCAPE = new Key(Kind.ESCAPE, 0);
  public static final Key TAB = new Key(Kind.TAB, 0);
  public static final Key BACK_TAB = new Key(Kind.BACK_TAB, 0);
  public static final Key UP = new Key(Kind.UP, 0);
  public static final Key DOWN = new Key(Kind.DOWN, 0);
  public static final Key LEFT = new Key(Kind.LEFT, 0);
  public static final Key RIGHT = new Key(Kind.RIGHT, 0);
  public static final Key HOME = new Key(Kind.HOME, 0);
  public static final Key END = new Key(Kind.END, 0);
  public static final Key PAGE_UP = new Key(Kind.PAGE_UP, 0);
  public static final Key PAGE_DOWN = new Key(Kind.PAGE_DOWN, 0);
  public static final Key DELETE = new Key(Kind.DELETE, 0);
  public static final Key BACKSPACE = new Key(Kind.BACKSPACE, 0);
  public static final Key F1 = new Key(Kind.F1, 0);

  /** A character, as typed. */
  public static Key of(int codePoint) {
    return new Key(Kind.CHARACTER, codePoint);
  }

  /** Control with a lower-case letter. */
  public static Key control(char letter) {
    return new Key(Kind.CONTROL, letter);
  }

  /**
   * The same key as a command: full-width letters, digits and signs become ASCII, so that {@code ｑ}
   * works while a Japanese input method is on. Not for text fields.
   */
  public Key folded() {
    if (kind != Kind.CHARACTER) {
      return this;
    }
    String folded = Normalizer.normalize(text(), Normalizer.Form.NFKC);
    int first = folded.codePointAt(0);
    return folded.length() == Character.charCount(first) ? of(first) : this;
  }

  /** What a text field inserts: the character, or nothing. */
  public String text() {
    return kind == Kind.CHARACTER ? Character.toString(codePoint) : "";
  }
}
