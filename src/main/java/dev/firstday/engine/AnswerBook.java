package dev.firstday.engine;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every answer that was given, by its full key: {@code email}, {@code budget.amount}. What was
 * given for this run (command line, answers file) wins over what was saved, and that over the
 * catalogue.
 */
public final class AnswerBook {
  private final Catalog catalog;
  private final Map<String, String> saved = new LinkedHashMap<>();
  private final Map<String, String> given = new LinkedHashMap<>();

  /**
   * @param saved answers of earlier runs
   * @param given answers of this run
   */
  public AnswerBook(Catalog catalog, Map<String, String> saved, Map<String, String> given) {
    this.catalog = catalog;
    this.saved.putAll(saved);
    this.given.putAll(given);
  }

  /** The setting behind a full key. */
  public static Optional<Setting> setting(Catalog catalog, String key) {
    int dot = key.indexOf('.');
    return dot < 0
        ? catalog.sharedSetting(key)
        : catalog.step(key.substring(0, dot)).flatMap(s -> s.setting(key.substring(dot + 1)));
  }

  /** What a step may use. */
  public synchronized Answers of(StepEntry step) {
    Map<String, String> values = new HashMap<>();
    for (Setting setting : step.settings()) {
      answer(step.id() + "." + setting.key())
          .or(() -> setting.from().flatMap(this::answer))
          .or(setting::preset)
          .ifPresent(value -> values.put(setting.key(), value));
    }
    return new Answers(step, Map.copyOf(values));
  }

  /** An answer at the top of the file, or its default. */
  public synchronized Optional<String> shared(String key) {
    return answer(key).or(() -> catalog.sharedSetting(key).flatMap(Setting::preset));
  }

  private Optional<String> answer(String key) {
    return Optional.ofNullable(given.getOrDefault(key, saved.get(key)));
  }

  /** Takes an answer that was checked; empty forgets it. */
  public synchronized void put(String key, Optional<String> value) {
    given.remove(key);
    saved.remove(key);
    value.ifPresent(text -> saved.put(key, text));
  }

  /** What is to be kept for later runs. */
  public synchronized Map<String, String> saved() {
    return Map.copyOf(saved);
  }
}
