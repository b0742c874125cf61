package dev.firstday.engine.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of a request that are known only at the call. */
public final class Placeholders {
  /** The key of a value that an earlier change's response gives: {@code CHANGE-ID#/path}. */
  public static final String REF = "$ref";

  /** The key of a secret, by its name: it is put in at the call, and written down nowhere. */
  public static final String SECRET = "$secret";

  /** The key of what a person is asked for in the middle of an apply, by its name. */
  public static final String ASK = "$ask";

  private static final Set<String> KEYS = Set.of(REF, SECRET, ASK);

  private Placeholders() {}

  /** Replaces every reference; what only a person can fill stays as it is. */
  public static Map<String, Object> replaced(
      Map<String, Object> request, Function<String, Object> value) {
    return replaced(
        request, (key, name) -> key.equals(REF) ? value.apply(name) : Map.of(key, name));
  }

  /** Replaces every placeholder. */
  public static Map<String, Object> replaced(
      Map<String, Object> request, BiFunction<String, String, Object> value) {
    Map<String, Object> replaced = new TreeMap<>();
    request.forEach((key, member) -> replaced.put(key, replace(member, value)));
    return replaced;
  }

  private static Object replace(Object member, BiFunction<String, String, Object> value) {
    if (member instanceof Map<?, ?> map && map.size() == 1) {
      for (String key : KEYS) {
        if (map.get(key) instanceof String name) {
          return value.apply(key, name);
        }
      }
    }
    return switch (member) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put((String) key, replace(item, value)));
        yield copy;
      }
      case List<?> list -> list.stream().map(item -> replace(item, value)).toList();
      default -> member;
    };
  }

  /** The ids of the changes whose responses a request refers to. */
  public static Set<String> references(Map<String, Object> request) {
    return allReferences(request).stream()
        .map(reference -> reference.substring(0, reference.lastIndexOf('#')))
        .collect(Collectors.toSet());
  }

  /** Wipes every secret in a tree. */
  public static void wipe(Object tree) {
    switch (tree) {
      case Secret secret -> secret.close();
      case Map<?, ?> map -> map.values().forEach(Placeholders::wipe);
      case List<?> list -> list.forEach(Placeholders::wipe);
      case null, default -> {}
    }
  }

  /** Every reference in a tree of maps and lists, whole. */
  public static Set<String> allReferences(Object tree) {
    Set<String> found = new TreeSet<>();
    switch (tree) {
      case Map<?, ?> map when map.size() == 1 && map.get(REF) instanceof String reference ->
          found.add(reference);
      case Map<?, ?> map -> map.values().forEach(item -> found.addAll(allReferences(item)));
      case List<?> list -> list.forEach(item -> found.addAll(allReferences(item)));
      case null, default -> {}
    }
    return found;
  }

  /**
   * The value at a path as {@code /Monitor/Arn}, {@code /Items/0} or, for one of each item, {@code
   * /Items/*}{@code /Name}; null if there is none.
   */
  public static @Nullable Object at(@Nullable Object tree, String path) {
    if (path.isEmpty()) {
      return tree;
    }
    int end = path.indexOf('/', 1) < 0 ? path.length() : path.indexOf('/', 1);
    String name = path.substring(1, end);
    String rest = path.substring(end);
    return switch (tree) {
      case Map<?, ?> map -> at(map.get(name), rest);
      case List<?> list when name.equals("*") -> {
        List<Object> each =
            list.stream().map(item -> at(item, rest)).filter(Objects::nonNull).toList();
        yield each.isEmpty() ? null : each;
      }
      case List<?> list when name.matches("\\d{1,6}") && Integer.parseInt(name) < list.size() ->
          at(list.get(Integer.parseInt(name)), rest);
      case null, default -> null;
    };
  }
}
