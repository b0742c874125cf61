package dev.firstday.report.cloudformation;

import dev.firstday.report.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the properties of a resource from the members of an API request. */
final class ResourceProperties {
  private ResourceProperties() {}

  /** The properties of these names and values, by turns. */
  static Map<String, Object> map(@Nullable Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  /** Those of some members that the request has. */
  static Map<String, Object> pick(Map<String, Object> data, String... keys) {
    Map<String, Object> picked = new LinkedHashMap<>();
    for (String key : keys) {
      Optional.ofNullable(data.get(key)).ifPresent(value -> picked.put(key, value));
    }
    return picked;
  }

  /** A copy with another value for a key. */
  static Map<String, Object> with(Map<String, Object> data, String key, @Nullable Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(data);
    copy.put(key, value);
    return copy;
  }

  /** The logical id of the resource of a type and a name, which is filled in later. */
  static Map<String, Object> reference(String type, @Nullable Object name) {
    return map(CloudFormation.REF_TO, type + " " + name);
  }

  /** The plain data of a member that is JSON text. */
  static Object parsed(Map<String, Object> data, String key) {
    return Json.parsed(text(data, key));
  }

  static String text(Map<String, Object> data, String key) {
    return String.valueOf(data.get(key));
  }

  @SuppressWarnings("unchecked") // Requests are maps of texts.
  static Map<String, Object> inner(Map<String, Object> data, String key) {
    return data.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  @SuppressWarnings("unchecked") // Requests are maps of texts.
  static List<Map<String, Object>> list(@Nullable Object data) {
    return data instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
  }

  /** Tags that the API takes as a map. */
  static List<Object> tags(@Nullable Object tags) {
    List<Object> list = new ArrayList<>();
    if (tags instanceof Map<?, ?> map) {
      map.forEach((key, value) -> list.add(map("Key", key, "Value", value)));
    }
    return list;
  }

  /**
   * Some members begin with a lower-case letter in the API and with an upper-case one in
   * CloudFormation. Tags are left out: they have another form there.
   */
  static Map<String, Object> upper(Map<String, Object> data) {
    Map<String, Object> upper = new LinkedHashMap<>();
    data.forEach(
        (key, value) -> {
          if (!key.equals("tags")) {
            upper.put(Character.toUpperCase(key.charAt(0)) + key.substring(1), upperIn(value));
          }
        });
    return upper;
  }

  @SuppressWarnings("unchecked") // Requests are maps of texts.
  private static Object upperIn(Object value) {
    return switch (value) {
      case Map<?, ?> map -> upper((Map<String, Object>) map);
      case List<?> list -> list.stream().map(ResourceProperties::upperIn).toList();
      default -> value;
    };
  }
}
