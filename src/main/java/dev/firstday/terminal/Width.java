package dev.firstday.terminal;

import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.graphics.TextGraphics;
import dev.firstday.text.Printable;
import java.text.Normalizer;
import org.jline.utils.WCWidth;

/**
 * How many columns text takes, the same for both modes. Terminals, JLine and Lanterna disagree on
 * emoji and the like, so what they disagree on is never drawn ({@link #sanitise}).
 */
public final class Width {
  private Width() {}

  /** The columns of a text. */
  public static int of(String text) {
    String normal = nfc(text);
    int columns = 0;
    for (int i = 0; i < normal.length(); ) {
      int c = normal.codePointAt(i);
      columns += of(c);
      i += Character.charCount(c);
    }
    return columns;
  }

  static int of(int codePoint) {
    if (ascii(codePoint)) {
      return 1;
    }
    return japanese(codePoint) ? 2 : Math.max(0, WCWidth.wcwidth(codePoint));
  }

  // Nearly all text is one of these two, and every frame asks for thousands of widths: looking
  // them up in the tables, and normalising what is normal, would take most of a frame's time.
  private static boolean ascii(int c) {
    return c >= ' ' && c <= '~';
  }

  /** Kana, kanji and full-width signs, none of which combines with its neighbour. */
  private static boolean japanese(int c) {
    return c >= 0x3000 && c <= 0x3029
        || c >= 0x3041 && c <= 0x3096
        || c >= 0x309b && c <= 0x30ff
        || c >= 0x4e00 && c <= 0x9fef
        || c >= 0xff01 && c <= 0xff60;
  }

  /** Whether it can be drawn as it is, without looking anything up. */
  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!ascii(text.charAt(i)) && !japanese(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The start of a text, as much as fits, never half a character. */
  public static String fit(String text, int columns) {
    StringBuilder fitting = new StringBuilder();
    int used = 0;
    for (int c : nfc(text).codePoints().toArray()) {
      used += of(c);
      if (used > columns) {
        break;
      }
      fitting.appendCodePoint(c);
    }
    return fitting.toString();
  }

  /** Exactly this many columns: cut, or filled with blanks. */
  public static String padRight(String text, int columns) {
    String fitting = fit(text, columns);
    return fitting + " ".repeat(Math.max(0, columns - of(fitting)));
  }

  /**
   * Text from outside (tags, aliases, what a person typed) as it can be drawn: NFC, line breaks and
   * tabs as blanks, what is not {@linkplain Printable printable} by its number, and one {@code ?}
   * for every run of what has no safe width or no shape: emoji, combining marks without a base,
   * squared units.
   */
  public static String sanitise(String text) {
    if (plain(text)) {
      return text;
    }
    StringBuilder safe = new StringBuilder();
    boolean replacing = false;
    for (int c : nfc(text).codePoints().toArray()) {
      boolean blank = c == '\n' || c == '\r' || c == '\t';
      boolean escaped = !blank && Printable.unsafe(c) && !(replacing && joins(c));
      boolean drawable = blank || escaped || drawable(c);
      if (escaped) {
        safe.append(Printable.escape(c));
      } else if (drawable) {
        safe.appendCodePoint(blank ? ' ' : c);
      } else if (!replacing) {
        safe.append('?');
      }
      replacing = !drawable;
    }
    return safe.toString();
  }

  /**
   * Draws a text within {@code columns}, sanitised. Unlike Lanterna's {@code putString} it keeps
   * characters beyond the first plane (𠮷) in one cell.
   *
   * @return the columns used
   */
  public static int draw(TextGraphics graphics, int column, int row, String text, int columns) {
    int used = 0;
    for (int c : fit(sanitise(text), columns).codePoints().toArray()) {
      TextCharacter character =
          TextCharacter.fromString(
              Character.toString(c),
              graphics.getForegroundColor(),
              graphics.getBackgroundColor(),
              graphics.getActiveModifiers())[0];
      graphics.setCharacter(column + used, row, character);
      used += of(c);
    }
    return used;
  }

  /** Whether it joins the parts of an emoji: with one that cannot be drawn it is dropped. */
  private static boolean joins(int c) {
    return c == 0x200d || c >= 0xfe00 && c <= 0xfe0f;
  }

  private static boolean drawable(int c) {
    boolean shaped =
        switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
    boolean squared = c >= 0x3300 && c <= 0x33ff;
    return shaped
        && !squared
        && !Character.isEmojiPresentation(c)
        && WCWidth.wcwidth(c) > 0
        && WCWidth.wcwidth(c) == cells(c);
  }

  /** The columns that Lanterna reserves. */
  private static int cells(int c) {
    boolean two =
        !Character.isBmpCodePoint(c) || TextCharacter.fromCharacter((char) c)[0].isDoubleWidth();
    return two ? 2 : 1;
  }

  static String nfc(String text) {
    return plain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
