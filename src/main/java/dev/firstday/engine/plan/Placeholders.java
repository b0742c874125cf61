package dev.firstday.engine.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
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

  /**
   * Replaces every reference; what only a person can fill stays as it is.
   *
   * @param value of the reference
   */
  public static Map<String, Object> replaced(
      Map<String, Object> request, Function<String, Object> value) {
    return replaced(
        request, (key, name) -> key.equals(REF) ? value.apply(name) : Map.of(key, name));
  }

  /**
   * Replaces every placeholder.
   *
   * @param value of a key ({@link #REF}, {@link #SECRET}, {@link #ASK}) and what stands behind it
   */
  public static Map<String, Object> replaced(
      Map<String, Object> request, BiFunction<String, String, Object> value) {
    Map<String, Object> replaced = new TreeMap<>();
    request.forEach((key, member) -> replaced.put(key, replace(member, value)));
    return replaced;
  }

  private static Object replace(Object member, BiFunction<String, String, Object> value) {
    Optional<Map.Entry<String, String>> placeholder = placeholder(member);
    if (placeholder.isPresent()) {
      return value.apply(placeholder.get().getKey(), placeholder.get().getValue());
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

  private static Optional<Map.Entry<String, String>> placeholder(Object member) {
    return member instanceof Map<?, ?> map
            && map.size() == 1
            && map.keySet().iterator().next() instanceof String key
            && KEYS.contains(key)
            && map.get(key) instanceof String name
        ? Optional.of(Map.entry(key, name))
        : Optional.empty();
  }

  /** The ids of the changes whose responses a request refers to. */
  public static Set<String> references(Map<String, Object> request) {
    Set<String> ids = new TreeSet<>();
    replaced(
        request,
        (key, name) -> {
          if (key.equals(REF)) {
            ids.add(name.substring(0, name.lastIndexOf('#')));
          }
          return name;
        });
    return ids;
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
    @Nullable Object node = tree;
    String[] names = path.substring(1).split("/");
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      if (node instanceof List<?> list && name.equals("*")) {
        String rest = "/" + String.join("/", List.of(names).subList(i + 1, names.length));
        List<Object> each =
            list.stream().map(item -> at(item, rest)).filter(Objects::nonNull).toList();
        return each.isEmpty() ? null : each;
      }
      node =
          switch (node) {
            case Map<?, ?> map -> map.get(name);
            case List<?> list
                when name.matches("\\d{1,6}") && Integer.parseInt(name) < list.size() ->
                list.get(Integer.parseInt(name));
            case null, default -> null;
          };
    }
    return node;
  }
}
