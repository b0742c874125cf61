package dev.firstday.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Values of a request that are known only at the call. */
public final class Placeholders {
  /** The key of a value that an earlier change's response gives: {@code CHANGE-ID#/path}. */
  public static final String REF = "$ref";

  private Placeholders() {}

  /**
   * Replaces every placeholder.
   *
   * @param value of the reference
   */
  public static Map<String, Object> replaced(
      Map<String, Object> request, Function<String, Object> value) {
    Map<String, Object> replaced = new TreeMap<>();
    request.forEach((key, member) -> replaced.put(key, replace(member, value)));
    return replaced;
  }

  private static Object replace(Object member, Function<String, Object> value) {
    return switch (member) {
      case Map<?, ?> map when map.size() == 1 && map.get(REF) instanceof String reference ->
          value.apply(reference);
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put((String) key, replace(item, value)));
        yield copy;
      }
      case List<?> list -> list.stream().map(item -> replace(item, value)).toList();
      default -> member;
    };
  }

  /** Every reference in a tree of maps and lists. */
  static Set<String> references(Object tree) {
    Set<String> found = new TreeSet<>();
    switch (tree) {
      case Map<?, ?> map when map.size() == 1 && map.get(REF) instanceof String reference ->
          found.add(reference);
      case Map<?, ?> map -> map.values().forEach(item -> found.addAll(references(item)));
      case List<?> list -> list.forEach(item -> found.addAll(references(item)));
      case null, default -> {}
    }
    return found;
  }

  /**
   * The value at a path as {@code /Monitor/Arn}, {@code /Items/0} or, for one of each item, {@code
   * /Items/*}{@code /Name}; null if there is none.
   */
  public static Object at(Object tree, String path) {
    Object node = tree;
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
