package dev.firstday.engine.journal;

import dev.firstday.engine.plan.ChangeData;
import dev.firstday.engine.plan.Placeholders;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of what a change decides.
 *
 * @param there whether there is anything
 * @param values the values of the read's fields, by their paths; without those that have none
 */
public record ObservedState(boolean there, Map<String, Object> values) {
  public static final ObservedState NOTHING = new ObservedState(false, Map.of());

  static ObservedState of(Map<String, Object> answer, List<String> fields) {
    Map<String, Object> values = new TreeMap<>();
    for (String field : fields) {
      Object value = Placeholders.at(answer, field);
      if (value != null) {
        values.put(field, inOrder(value));
      }
    }
    return new ObservedState(fields.isEmpty() || !values.isEmpty(), values);
  }

  /** AWS promises no order of a list. */
  private static Object inOrder(Object value) {
    return switch (value) {
      case List<?> list ->
          list.stream()
              .map(item -> item == null ? null : inOrder(item))
              .sorted(Comparator.comparing(String::valueOf))
              .toList();
      case Map<?, ?> map -> {
        Map<Object, Object> sorted = new TreeMap<>(map);
        sorted.replaceAll((key, item) -> item == null ? null : inOrder(item));
        yield sorted;
      }
      default -> value;
    };
  }

  /** As the journal holds it. */
  public Map<String, Object> data() {
    return ChangeData.ordered("there", there, "values", values);
  }

  static Optional<ObservedState> of(@Nullable Object data) {
    if (!(data instanceof Map<?, ?> map)
        || !(map.get("there") instanceof Boolean there)
        || !(map.get("values") instanceof Map<?, ?> values)) {
      return Optional.empty();
    }
    Map<String, Object> read = new TreeMap<>();
    values.forEach((path, value) -> read.put((String) path, value));
    return Optional.of(new ObservedState(there, read));
  }

  /** What differs, as {@code path: 1 -> 2}, one field after the other. */
  public String difference(ObservedState other) {
    TreeMap<String, Object> all = new TreeMap<>(values);
    all.putAll(other.values);
    return all.keySet().stream()
        .filter(path -> !Objects.equals(values.get(path), other.values.get(path)))
        .map(path -> path + ": " + shown(values.get(path)) + " -> " + shown(other.values.get(path)))
        .collect(Collectors.joining(", "));
  }

  // A policy would fill the screen.
  private static String shown(@Nullable Object value) {
    String text = value == null ? "-" : value.toString();
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
