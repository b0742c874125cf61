package dev.firstday.engine.plan;

import dev.firstday.catalog.Note;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A change as plain maps and lists, as plans and the journal hold it. */
public final class ChangeData {
  private ChangeData() {}

  /** The change without the steps that own it. */
  public static Map<String, Object> of(Change change) {
    Map<String, Object> data = ordered("id", change.id(), "effect", change.effect().name());
    data.putAll(call(change.service(), change.operation(), change.region(), change.request()));
    data.put("why", ordered("code", change.why().code(), "values", change.why().values()));
    change.shows().ifPresent(read -> data.put("shows", of(read)));
    data.put("undo", change.undo().stream().map(ChangeData::of).toList());
    change
        .waitFor()
        .ifPresent(
            wait ->
                data.put(
                    "waitFor",
                    ordered(
                        "codes", wait.codes().stream().sorted().toList(),
                        "seconds", wait.atMost().toSeconds())));
    if (!change.asks().isEmpty()) {
      data.put("asks", change.asks().stream().map(Ask::data).toList());
    }
    return data;
  }

  private static Map<String, Object> of(Read read) {
    Map<String, Object> data =
        call(read.service(), read.operation(), read.region(), read.request());
    data.put("fields", List.copyOf(read.fields()));
    return data;
  }

  /** The change that the data describes; empty if it describes none. */
  public static Optional<Change> read(@Nullable Object data) {
    try {
      return Optional.of(change(map(data)));
    } catch (ClassCastException | IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static Change change(Map<?, ?> data) {
    Map<?, ?> why = map(data.get("why"));
    return new Change(
        text(data, "id"),
        Effect.valueOf(text(data, "effect")),
        text(data, "service"),
        text(data, "operation"),
        text(data, "region"),
        request(data),
        new Note(text(why, "code"), texts(why, "values")),
        inner(data, "shows").map(ChangeData::shows),
        list(data, "undo").stream().map(undo -> change(map(undo))).toList(),
        inner(data, "waitFor")
            .map(
                wait ->
                    new WaitFor(
                        Set.copyOf(texts(wait, "codes")),
                        Duration.ofSeconds(((Number) value(wait, "seconds")).longValue()))));
  }

  private static Optional<Map<?, ?>> inner(Map<?, ?> data, String key) {
    return Optional.ofNullable((Map<?, ?>) data.get(key));
  }

  private static Read shows(Map<?, ?> data) {
    return new Read(
        text(data, "service"),
        text(data, "operation"),
        text(data, "region"),
        request(data),
        texts(data, "fields"));
  }

  private static Map<String, Object> request(Map<?, ?> data) {
    Map<String, Object> request = new TreeMap<>();
    map(data.get("request")).forEach((key, value) -> request.put((String) key, value));
    return request;
  }

  private static String text(Map<?, ?> data, String key) {
    return (String) value(data, key);
  }

  private static List<String> texts(Map<?, ?> data, String key) {
    return list(data, key).stream().map(String.class::cast).toList();
  }

  private static List<?> list(Map<?, ?> data, String key) {
    return (List<?>) value(data, key);
  }

  private static Map<?, ?> map(@Nullable Object data) {
    return (Map<?, ?>) Objects.requireNonNull(data);
  }

  private static Object value(Map<?, ?> data, String key) {
    return Objects.requireNonNull(data.get(key));
  }

  /** Keys and values in this order; that of {@code Map.of} is another one in every process. */
  public static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> data = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      data.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return data;
  }

  private static Map<String, Object> call(
      String service, String operation, String region, Map<String, Object> request) {
    return ordered(
        "service", service, "operation", operation, "region", region, "request", request);
  }
}
