package dev.firstday.terminal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What characters a terminal shows. Whatever goes to one is written in its charsets, and only there
 * becomes what it can show; nobody who makes a text has to know. Encodings between the two, such as
 * EUC-JP, get ASCII, which reads the same in all of them: drawing in each would need its own widths
 * and its own tests, and everybody who has one can have UTF-8 too.
 */
public enum Charmap {
  UTF_8,
  ASCII;

  /**
   * The character map of an environment. The first of POSIX's {@code LC_ALL}, {@code LC_CTYPE} and
   * {@code LANG} that is set decides by its name, whether or not this machine has such a locale: it
   * may come from the one that the person sits at. Windows Terminal is UTF-8, and sets none.
   */
  public static Charmap of(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.getOrDefault(name, "");
      if (!locale.isEmpty()) {
        boolean utf8 = locale.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
        return utf8 ? UTF_8 : ASCII;
      }
    }
    return environment.containsKey("WT_SESSION") ? UTF_8 : ASCII;
  }

  /** For text that may become longer: what has no ASCII form is told by its number. */
  public Charset lines() {
    return this == UTF_8 ? StandardCharsets.UTF_8 : Transliteration.LINES;
  }

  /** For text in which every character has its place: it keeps its width. */
  public Charset cells() {
    return this == UTF_8 ? StandardCharsets.UTF_8 : Transliteration.CELLS;
  }

  /** A text as {@link #lines} writes it, for writers that have a charset of their own. */
  public String line(String text) {
    return this == UTF_8 ? text : StandardCharsets.US_ASCII.decode(lines().encode(text)).toString();
  }
}
