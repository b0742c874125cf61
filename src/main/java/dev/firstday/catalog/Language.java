package dev.firstday.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The languages firstday speaks. */
public enum Language {
  EN,
  JA;

  /** {@code en} or {@code ja}, as written on the command line and in texts. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The other language, for the switch. */
  public Language other() {
    return this == EN ? JA : EN;
  }

  /**
   * The language of an environment: the first of {@code FIRSTDAY_LANG}, and POSIX's {@code LC_ALL},
   * {@code LC_MESSAGES} and {@code LANG} that is set decides; anything but Japanese is English.
   */
  public static Language of(Map<String, String> environment) {
    return Stream.of("FIRSTDAY_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> value.toLowerCase(Locale.ROOT).startsWith("ja") ? JA : EN)
        .orElse(EN);
  }
}
