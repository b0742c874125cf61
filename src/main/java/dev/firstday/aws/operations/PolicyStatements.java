package dev.firstday.aws.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** The statements of policies, compared whichever way they are written. */
final class PolicyStatements {
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"(\\s*:)?");

  private PolicyStatements() {}

  /** Whether a policy says nothing that another does not say; false if either can't be read. */
  static boolean isPartOf(String policy, String whole) {
    try {
      JsonNode read = JsonNode.parser().parse(policy);
      Map<?, ?> some = (Map<?, ?>) plain(read);
      Map<?, ?> all = (Map<?, ?>) plain(JsonNode.parser().parse(whole));
      return names(policy) == names(read)
          && List.of("Version", "Id", "Statement").containsAll(some.keySet())
          && list(all.get("Statement")).containsAll(list(some.get("Statement")));
    } catch (RuntimeException e) {
      // What is no policy is no part of one; the parser's exceptions have no type of their own.
      return false;
    }
  }

  /** How many names stand in a text: of a name that stands twice AWS may take the other value. */
  private static long names(String text) {
    return STRING.matcher(text).results().filter(string -> string.group(1) != null).count();
  }

  private static long names(JsonNode node) {
    if (node.isObject()) {
      return node.asObject().size()
          + node.asObject().values().stream().mapToLong(PolicyStatements::names).sum();
    }
    return node.isArray() ? node.asArray().stream().mapToLong(PolicyStatements::names).sum() : 0;
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
  }

  /** One item in a list is as good as the item. */
  private static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new TreeMap<>();
      node.asObject().forEach((key, item) -> map.put(key, plain(item)));
      return map;
    } else if (node.isArray()) {
      List<Object> items = new ArrayList<>();
      node.asArray().forEach(item -> items.add(plain(item)));
      return items.size() == 1 ? items.getFirst() : List.copyOf(items);
    }
    return node.isNull() ? "" : node.text();
  }
}
