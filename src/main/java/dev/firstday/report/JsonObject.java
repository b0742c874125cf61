package dev.firstday.report;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making, its members in the order in which they were named. */
public final class JsonObject extends LinkedHashMap<String, Object> {
  private static final long serialVersionUID = 1L;

  /** Adds a member; an empty {@link Optional} adds none, null is one of its own. */
  @SuppressWarnings("NullAway") // JSON knows null.
  public JsonObject with(String name, @Nullable Object value) {
    switch (value) {
      case Optional<?> some -> some.ifPresent(known -> with(name, known));
      case Enum<?> constant -> put(name, constant.name());
      case Instant time -> put(name, time.toString());
      case null, default -> put(name, value);
    }
    return this;
  }

  /** Adds a list of what becomes of each. */
  public <T> JsonObject with(String name, Collection<T> all, Function<T, Object> each) {
    put(name, all.stream().map(each).toList());
    return this;
  }
}
