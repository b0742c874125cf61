package dev.firstday.engine;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Preset;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every answer that was given, by its full key: {@code email}, {@code budget.amount}. What was
 * given for this run (command line, answers file) wins over what was saved, that over the defaults
 * of the chosen preset and environment, and those over the settings' own.
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

  /** What a step may use. */
  public synchronized Answers of(StepEntry step) {
    Map<String, String> values = new HashMap<>();
    for (Setting setting : step.settings()) {
      String key = step.id() + "." + setting.key();
      answer(key)
          .or(() -> setting.from().flatMap(this::answer))
          .or(() -> byPreset(key))
          .or(() -> setting.from().flatMap(this::byPreset))
          .or(setting::preset)
          .ifPresent(value -> values.put(setting.key(), value));
    }
    return new Answers(step, Map.copyOf(values));
  }

  /** An answer at the top of the file, or its default. */
  public synchronized Optional<String> shared(String key) {
    return answer(key)
        .or(() -> byPreset(key))
        .or(() -> catalog.sharedSetting(key).flatMap(Setting::preset));
  }

  /** The chosen preset; empty where the catalogue has none. */
  public synchronized Optional<Preset> preset() {
    return chosen(Catalog.PRESET, catalog.presets());
  }

  /** The same answers, but with this preset chosen. */
  synchronized AnswerBook with(Preset preset) {
    AnswerBook book = new AnswerBook(catalog, saved, given);
    book.given.put(Catalog.PRESET, preset.id());
    return book;
  }

  /** The chosen environment; empty where the catalogue has none. */
  public synchronized Optional<Preset> environment() {
    return chosen(Catalog.ENVIRONMENT, catalog.environments());
  }

  private Optional<Preset> chosen(String key, List<Preset> all) {
    Optional<String> id = answer(key).or(() -> catalog.sharedSetting(key).flatMap(Setting::preset));
    return all.stream().filter(preset -> id.filter(preset.id()::equals).isPresent()).findFirst();
  }

  private Optional<String> byPreset(String key) {
    return Stream.of(preset(), environment())
        .flatMap(Optional::stream)
        .flatMap(preset -> Optional.ofNullable(preset.answers().get(key)).stream())
        .findFirst();
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

  /** What holds under a full key: an answer, or a default. */
  public synchronized Optional<String> holds(String key) {
    int dot = key.indexOf('.');
    return dot < 0
        ? shared(key)
        : catalog
            .step(key.substring(0, dot))
            .flatMap(step -> Optional.ofNullable(of(step).values().get(key.substring(dot + 1))));
  }

  /** Every answer that somebody gave, for this run or an earlier one; no defaults. */
  public synchronized Map<String, String> all() {
    Map<String, String> all = new TreeMap<>(saved);
    all.putAll(given);
    return all;
  }

  /** What is to be kept for later runs. */
  public synchronized Map<String, String> saved() {
    return Map.copyOf(saved);
  }
}
