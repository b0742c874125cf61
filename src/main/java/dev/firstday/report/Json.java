package dev.firstday.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Printer;
import dev.firstday.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Data as JSON. It takes only maps, lists and plain values, so it needs no reflection. Characters
 * that are not {@linkplain Printable printable} occur only in strings, where their escape is the
 * same data.
 */
public final class Json implements Printer {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final ObjectWriter INDENTED =
      MAPPER.writer(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                      .withObjectEmptySeparator("")
                      .withArrayEmptySeparator(""))
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  /** Indented JSON of plain data. */
  public static String indented(Object data) {
    return Printable.text(raw(data));
  }

  /** The same before unprintable characters are escaped. */
  static String raw(Object data) {
    try {
      return INDENTED.writeValueAsString(ordered(data));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not plain data", e);
    }
  }

  /** JSON of plain data in one line. */
  public static String compact(@Nullable Object data) {
    try {
      return Printable.text(MAPPER.writeValueAsString(ordered(data)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not plain data", e);
    }
  }

  /**
   * The data with the keys of unordered maps sorted, because their order differs from run to run.
   */
  private static @Nullable Object ordered(@Nullable Object data) {
    return switch (data) {
      case Map<?, ?> map -> {
        Map<String, Object> copy =
            map instanceof LinkedHashMap || map instanceof SortedMap
                ? new LinkedHashMap<>()
                : new TreeMap<>();
        map.forEach((key, value) -> copy.put((String) key, ordered(value)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(value -> copy.add(ordered(value)));
        yield copy;
      }
      case null, default -> data;
    };
  }

  /** The plain data of a JSON text that a request holds, as a policy. */
  public static Object parsed(String text) {
    try {
      return MAPPER.readValue(text, new TypeReference<Object>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + text, e);
    }
  }

  @Override
  public String json(Object value) {
    return indented(value);
  }

  @Override
  public String awsCli(Plan plan) {
    return PlanScript.of(plan);
  }

  @Override
  public String plan(
      Plan plan, Map<String, String> answers, BiFunction<String, Change, String> why) {
    return PlanJson.of(plan, answers, Optional.empty(), why);
  }
}
