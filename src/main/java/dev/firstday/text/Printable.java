package dev.firstday.text;

import java.util.Locale;

/**
 * Text without characters that control a terminal, a browser or an editor instead of being shown.
 * They are escaped as in JSON ({@code \u001b}), so that names stay distinct and can be searched
 * for. The result does not change when it is escaped again.
 */
public final class Printable {
  private Printable() {}

  /** A text within a line: nothing in it ends the line. */
  public static String line(String text) {
    return escaped(text, false);
  }

  /** A text of several lines: its line feeds stay. */
  public static String text(String text) {
    return escaped(text, true);
  }

  /**
   * Whether a code point controls something or is invisible: control characters (C0, C1, DEL),
   * bidirectional and other format characters, line and paragraph separators, what Unicode calls
   * <em>default ignorable</em>, halves of surrogate pairs, and noncharacters.
   */
  public static boolean unsafe(int codePoint) {
    if (codePoint < 0x300) {
      return codePoint < ' ' || codePoint >= 0x7f && codePoint < 0xa0 || codePoint == 0xad;
    }
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> ignorable(codePoint) || noncharacter(codePoint);
    };
  }

  /** The default ignorable code points that are not format characters (DerivedCoreProperties). */
  private static boolean ignorable(int c) {
    return c == 0x034f
        || c == 0x115f
        || c == 0x1160
        || c == 0x17b4
        || c == 0x17b5
        || c >= 0x180b && c <= 0x180f
        || c == 0x2065
        || c == 0x3164
        || c >= 0xfe00 && c <= 0xfe0f
        || c == 0xffa0
        || c >= 0xfff0 && c <= 0xfff8
        || c >= 0xe0000 && c <= 0xe0fff;
  }

  private static boolean noncharacter(int c) {
    return (c & 0xfffe) == 0xfffe || c >= 0xfdd0 && c <= 0xfdef;
  }

  private static String escaped(String text, boolean lines) {
    int clean = 0;
    while (clean < text.length() && plain(text.charAt(clean), lines)) {
      clean++;
    }
    if (clean == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, clean);
    text.substring(clean)
        .codePoints()
        .forEach(
            c -> {
              if (unsafe(c) && !(lines && c == '\n')) {
                out.append(escape(c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  // Nearly all text is ASCII and Japanese, and nearly all of it needs no copy.
  private static boolean plain(char c, boolean lines) {
    return c >= ' ' && c <= '~'
        || c >= 0x3041 && c <= 0x30ff
        || c >= 0x4e00 && c <= 0x9fff
        || c == '\n' && lines;
  }

  /** The escape of a code point, one for each of its UTF-16 units. */
  public static String escape(int codePoint) {
    StringBuilder escape = new StringBuilder();
    for (char unit : Character.toChars(codePoint)) {
      escape.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
    }
    return escape.toString();
  }
}
