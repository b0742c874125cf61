package dev.firstday.engine.journal;

import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Read;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How each field that reads show was left by our last write. Several changes may show in the same
 * field: it is the same one, whichever change wrote.
 */
public final class FieldHistory {
  private final Map<String, Optional<Object>> fields = new HashMap<>();

  FieldHistory() {}

  public static Set<String> names(Change change) {
    Set<String> names = new LinkedHashSet<>();
    change.shows().ifPresent(read -> read.fields().forEach(path -> names.add(name(read, path))));
    return names;
  }

  private static String name(Read read, String path) {
    return String.join(
        "\n", read.service(), read.operation(), read.region(), read.request().toString(), path);
  }

  /** Keeps how a change's fields are now, after a write of ours. */
  public void remember(Change change, ObservedState seen) {
    change.shows().ifPresent(read -> read.fields().forEach(path -> remember(read, path, seen)));
  }

  private void remember(Read read, String path, ObservedState seen) {
    fields.put(name(read, path), Optional.ofNullable(seen.values().get(path)));
  }

  /** How a change's fields should be now; empty if that was never seen of one of them. */
  public Optional<ObservedState> expected(AppliedChange applied) {
    return applied
        .change()
        .shows()
        .filter(read -> !read.fields().isEmpty())
        .filter(read -> fields.keySet().containsAll(names(applied.change())))
        .map(this::lastSeen);
  }

  private ObservedState lastSeen(Read read) {
    Map<String, Object> values = new TreeMap<>();
    read.fields()
        .forEach(
            path ->
                fields
                    .getOrDefault(name(read, path), Optional.empty())
                    .ifPresent(value -> values.put(path, value)));
    return new ObservedState(!values.isEmpty(), values);
  }
}
