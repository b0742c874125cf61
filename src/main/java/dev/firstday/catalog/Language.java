package dev.firstday.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The languages of all texts. */
public enum Language {
  EN,
  JA;

  private static final Pattern JAPANESE =
      Pattern.compile("ja[^.]*(\\.utf-?8.*)?", Pattern.CASE_INSENSITIVE);

  /** {@code en} or {@code ja}, as written on the command line and in texts. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Language other() {
    return this == EN ? JA : EN;
  }

  /**
   * The language of an environment: the first of {@code FIRSTDAY_LANG}, and POSIX's {@code LC_ALL},
   * {@code LC_MESSAGES} and {@code LANG} that is set decides; anything but Japanese is English, and
   * so is Japanese in another encoding than UTF-8: it would be unreadable, while English is ASCII.
   */
  public static Language of(Map<String, String> environment) {
    return Stream.of("FIRSTDAY_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> JAPANESE.matcher(value).matches() ? JA : EN)
        .orElse(EN);
  }
}
