package dev.firstday.engine.answers;

import dev.firstday.catalog.StepEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The answers that one step may use, by the keys of its settings; defaults are filled in. Every
 * value was checked when it was given.
 *
 * @param values canonical texts: lists with {@code ", "} between their items
 * @param wrote whether firstday made a change, by its id, as far as its journal knows
 */
public record Answers(StepEntry step, Map<String, String> values, Predicate<String> wrote) {

  /** Answers of somebody for whom nothing was written yet. */
  public Answers(StepEntry step, Map<String, String> values) {
    this(step, values, change -> false);
  }

  public Answers knowing(Predicate<String> history) {
    return new Answers(step, values, history);
  }

  public Optional<String> text(String key) {
    if (step.setting(key).isEmpty()) {
      throw new IllegalArgumentException(step.id() + " has no setting " + key);
    }
    return Optional.ofNullable(values.get(key));
  }

  public BigDecimal decimal(String key) {
    return new BigDecimal(text(key).orElseThrow());
  }

  public int integer(String key) {
    return Integer.parseInt(text(key).orElseThrow());
  }

  public boolean flag(String key) {
    return Boolean.parseBoolean(text(key).orElseThrow());
  }

  /** The items of a list; empty if nobody gave any. */
  public List<String> list(String key) {
    return text(key).map(Answers::items).orElse(List.of());
  }

  public static List<String> items(String text) {
    return Stream.of(text.split(",")).map(String::strip).filter(item -> !item.isEmpty()).toList();
  }
}
