package dev.firstday.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines, in English and in Japanese. Words, links and ARNs stay whole if they fit;
 * Japanese breaks between any two characters except where its rules (kinsoku) forbid.
 */
public final class Wrap {
  private static final String NEVER_FIRST =
      "、。，．・：；？！ー）」』】〕〉》｝］々ゝゞヽヾ〜…‥" + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ" + ")]},.:;!?%";
  private static final String NEVER_LAST = "（「『【〔〈《｛［([{";

  private Wrap() {}

  /**
   * The lines of a text, none wider than {@code columns} (2 at least), without blanks at the end.
   */
  public static List<String> lines(String text, int columns) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : Width.nfc(text).split("\r?\n", -1)) {
      wrap(paragraph, Math.max(2, columns), lines);
    }
    return lines;
  }

  private static void wrap(String paragraph, int columns, List<String> lines) {
    StringBuilder line = new StringBuilder();
    String gap = "";
    for (String piece : pieces(paragraph)) {
      if (piece.isBlank()) {
        gap = piece;
        continue;
      }
      String rest = piece;
      if (Width.of(line + gap + rest) > columns && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
        gap = "";
      }
      if (Width.of(gap + rest) > columns) {
        gap = "";
      }
      while (Width.of(rest) > columns) {
        int cut = cut(rest, columns);
        lines.add(rest.substring(0, cut));
        rest = rest.substring(cut);
      }
      line.append(gap).append(rest);
      gap = "";
    }
    lines.add(line.toString());
  }

  /** The paragraph in pieces that should not be broken, and the runs of blanks between them. */
  private static List<String> pieces(String paragraph) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int before = 0;
    for (int c : paragraph.codePoints().toArray()) {
      if (before != 0 && breaks(before, c)) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(c);
      before = c;
    }
    if (!piece.isEmpty()) {
      pieces.add(piece.toString());
    }
    return pieces;
  }

  private static boolean breaks(int before, int after) {
    if (blank(before) || blank(after)) {
      return blank(before) != blank(after);
    }
    boolean ideographic = Width.of(before) == 2 || Width.of(after) == 2;
    return ideographic && allowed(before, after);
  }

  private static boolean allowed(int before, int after) {
    return NEVER_FIRST.indexOf(after) < 0 && NEVER_LAST.indexOf(before) < 0;
  }

  private static boolean blank(int c) {
    return c == ' ' || c == '\t' || c == '\u3000';
  }

  /** Where to break a piece that is too long: as late as fits and the rules allow. */
  private static int cut(String piece, int columns) {
    int latest = Math.max(Character.charCount(piece.codePointAt(0)), fitting(piece, columns));
    for (int cut = latest; cut > 0; cut = piece.offsetByCodePoints(cut, -1)) {
      if (allowed(piece.codePointBefore(cut), piece.codePointAt(cut))) {
        return cut;
      }
    }
    return latest;
  }

  private static int fitting(String piece, int columns) {
    return Width.fit(piece, columns).length();
  }
}
