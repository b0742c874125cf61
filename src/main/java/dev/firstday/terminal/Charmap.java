package dev.firstday.terminal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Which characters a terminal shows. Text is converted only where it is written to the terminal;
 * code that makes a text need not know. Encodings between the two, such as EUC-JP, get ASCII, which
 * reads the same in all of them: drawing in each would need its own widths and tests, and every
 * such terminal can be set to UTF-8.
 */
public enum Charmap {
  UTF_8,
  ASCII;

  /**
   * The character map of an environment. The first of POSIX's {@code LC_ALL}, {@code LC_CTYPE} and
   * {@code LANG} that is set decides by its name, whether or not this machine has such a locale:
   * the variable may come from the person's own machine over ssh. Windows Terminal is UTF-8, and
   * sets none.
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

  /** For text that may become longer: what has no ASCII form is written by its number. */
  public Charset lines() {
    return this == UTF_8 ? StandardCharsets.UTF_8 : Transliteration.LINES;
  }

  /** For text that has to keep its width. */
  public Charset cells() {
    return this == UTF_8 ? StandardCharsets.UTF_8 : Transliteration.CELLS;
  }

  /** A text as {@link #lines} writes it, for writers that have a charset of their own. */
  public String line(String text) {
    return this == UTF_8 ? text : StandardCharsets.US_ASCII.decode(lines().encode(text)).toString();
  }
}
