package dev.firstday.engine.answers;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Preset;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
import java.util.HashMap;
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
  private final Map<String, String> defaults;
  // Steps ask for their answers all at once, and the screen with them: nobody waits for a reader.
  private volatile Held held;

  private record Held(
      Map<String, String> saved, Map<String, String> given, Map<String, String> drafts) {
    Held {
      saved = Map.copyOf(saved);
      given = Map.copyOf(given);
      drafts = Map.copyOf(drafts);
    }
  }

  public AnswerBook(Catalog catalog, Map<String, String> saved, Map<String, String> given) {
    this(catalog, saved, given, Map.of());
  }

  /**
   * The answers of a session.
   *
   * @param defaults what holds in this session, by full key, where nobody has answered: the
   *     language that is spoken
   */
  public AnswerBook(
      Catalog catalog,
      Map<String, String> saved,
      Map<String, String> given,
      Map<String, String> defaults) {
    this.catalog = catalog;
    this.defaults = Map.copyOf(defaults);
    this.held = new Held(saved, given, Map.of());
  }

  public Answers of(StepEntry step) {
    Map<String, String> values = new HashMap<>();
    for (Setting setting : step.settings()) {
      String key = step.id() + "." + setting.key();
      answer(key)
          .or(() -> setting.from().flatMap(this::answer))
          .or(() -> byPreset(key))
          .or(() -> setting.from().flatMap(this::byPreset))
          .or(() -> Optional.ofNullable(defaults.get(key)))
          .or(setting::preset)
          .ifPresent(value -> values.put(setting.key(), value));
    }
    return new Answers(step, Map.copyOf(values));
  }

  /** An answer at the top of the file, or its default. */
  public Optional<String> shared(String key) {
    return answer(key)
        .or(() -> byPreset(key))
        .or(() -> catalog.sharedSetting(key).flatMap(Setting::preset));
  }

  public Optional<Preset> preset() {
    return chosen(Catalog.PRESET, catalog.presets());
  }

  public AnswerBook with(Preset preset) {
    Held now = held;
    Map<String, String> given = with(now.given(), Catalog.PRESET, Optional.of(preset.id()));
    return new AnswerBook(catalog, now.saved(), given, defaults);
  }

  public Optional<Preset> environment() {
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
    Held now = held;
    return Optional.ofNullable(now.given().getOrDefault(key, now.saved().get(key)));
  }

  /** Takes an answer that was checked; empty forgets it. A draft of it has served its turn. */
  public synchronized void put(String key, Optional<String> value) {
    Map<String, String> given = with(held.given(), key, Optional.empty());
    Map<String, String> drafts = with(held.drafts(), key, Optional.empty());
    held = new Held(with(held.saved(), key, value), given, drafts);
  }

  private static Map<String, String> with(
      Map<String, String> all, String key, Optional<String> value) {
    Map<String, String> copy = new HashMap<>(all);
    copy.remove(key);
    value.ifPresent(text -> copy.put(key, text));
    return copy;
  }

  /** Takes what was typed and can't be used yet: no answer, which is still what it was. */
  public synchronized void draft(String key, String text) {
    Map<String, String> drafts = with(held.drafts(), key, Optional.of(text));
    held = new Held(held.saved(), held.given(), drafts);
  }

  /** Takes the drafts of earlier runs; what was given for this run is newer than they are. */
  public synchronized void resume(Map<String, String> earlier) {
    Map<String, String> drafts = new HashMap<>(earlier);
    drafts.keySet().removeAll(held.given().keySet());
    held = new Held(held.saved(), held.given(), drafts);
  }

  /** What holds under a full key: an answer, or a default. */
  public Optional<String> holds(String key) {
    int dot = key.indexOf('.');
    return dot < 0
        ? shared(key)
        : catalog
            .step(key.substring(0, dot))
            .flatMap(step -> Optional.ofNullable(of(step).values().get(key.substring(dot + 1))));
  }

  /** What holds in this session where nobody has answered. */
  public Map<String, String> defaults() {
    return defaults;
  }

  /** Every answer that somebody gave, for this run or an earlier one; no defaults. */
  public Map<String, String> all() {
    Held now = held;
    Map<String, String> all = new TreeMap<>(now.saved());
    all.putAll(now.given());
    return all;
  }

  public Map<String, String> saved() {
    return held.saved();
  }

  /** What was typed and can't be used yet, to be kept, too. */
  public Map<String, String> drafts() {
    return held.drafts();
  }
}
