package dev.firstday.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads one mapping strictly: what is missing, of the wrong kind or unknown is noted with its line,
 * and reading goes on with a placeholder, so that every error is reported at once.
 */
final class Fields {
  /** The placeholder for a text that was wrong. */
  private static final Text NO_TEXT = new Text("", "");

  private final String file;
  private final List<String> errors;
  private final Yaml.Mapping mapping;
  private final boolean muted;
  private final Set<String> known = new HashSet<>();

  /**
   * @param muted whether the node was no mapping at all: one error is enough for it
   */
  private Fields(String file, List<String> errors, Yaml.Mapping mapping, boolean muted) {
    this.file = file;
    this.errors = errors;
    this.mapping = mapping;
    this.muted = muted;
  }

  /** The fields of a node that has to be a mapping. */
  static Fields of(String file, List<String> errors, Yaml node, String what) {
    if (node instanceof Yaml.Mapping mapping) {
      return new Fields(file, errors, mapping, false);
    }
    errors.add("%s:%s: %s, expected %s".formatted(file, node.line(), name(node), what));
    return new Fields(file, errors, new Yaml.Mapping(node.line(), Map.of(), Map.of()), true);
  }

  static String name(Yaml node) {
    return switch (node) {
      case Yaml.Mapping m -> "a mapping";
      case Yaml.Sequence s -> "a list";
      case Yaml.Scalar s when s.empty() -> "nothing";
      case Yaml.Scalar s -> "\"" + s.text() + "\"";
    };
  }

  int line() {
    return mapping.line();
  }

  int line(String key) {
    return mapping.lineOf(key);
  }

  void error(int line, String message) {
    errors.add("%s:%s: %s".formatted(file, line, message));
  }

  Optional<Yaml> node(String key) {
    known.add(key);
    return Optional.ofNullable(mapping.entries().get(key));
  }

  Optional<String> optional(String key) {
    return node(key).flatMap(node -> scalar(key, node));
  }

  private Optional<String> scalar(String key, Yaml node) {
    if (node instanceof Yaml.Scalar scalar && !scalar.empty()) {
      return Optional.of(scalar.text());
    }
    error(node.line(), "%s is %s, expected one value".formatted(key, name(node)));
    return Optional.empty();
  }

  String text(String key) {
    return required(key, "a text", Optional::of).orElse("");
  }

  /** A required scalar; {@code parse} is empty where the text is not what is expected. */
  <T> Optional<T> required(String key, String expected, Function<String, Optional<T>> parse) {
    Optional<Yaml> node = node(key);
    if (node.isEmpty() && !muted) {
      error(mapping.line(), "%s is missing, expected %s".formatted(key, expected));
    }
    return node.flatMap(value -> scalar(key, value)).flatMap(t -> parsed(key, t, expected, parse));
  }

  <T> Optional<T> optional(String key, String expected, Function<String, Optional<T>> parse) {
    return optional(key).flatMap(text -> parsed(key, text, expected, parse));
  }

  private <T> Optional<T> parsed(
      String key, String text, String expected, Function<String, Optional<T>> parse) {
    Optional<T> value = parse.apply(text);
    if (value.isEmpty()) {
      error(line(key), "%s is \"%s\", expected %s".formatted(key, text, expected));
    }
    return value;
  }

  <E extends Enum<E>> Optional<E> oneOf(String key, Class<E> type) {
    String expected =
        Stream.of(type.getEnumConstants())
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return required(
        key,
        "one of " + expected,
        text ->
            Stream.of(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst());
  }

  boolean flag(String key) {
    return optional(key, "true or false", ScalarValues::trueOrFalse).orElse(false);
  }

  /** A text in both languages. */
  Text bothLanguages(String key) {
    Optional<Yaml> node = node(key);
    if (node.isEmpty() && !muted) {
      error(mapping.line(), "%s is missing, expected a text in en and ja".formatted(key));
    }
    return node.map(value -> bothLanguages(key, value)).orElse(NO_TEXT);
  }

  private Text bothLanguages(String key, Yaml node) {
    Fields fields = of(file, errors, node, key + " in en and ja");
    Text text = new Text(fields.text("en"), fields.text("ja"));
    fields.done();
    return text;
  }

  List<Text> textsInBothLanguages(String key) {
    return items(key).stream().map(item -> bothLanguages(key, item)).toList();
  }

  /** Texts by their code. */
  Map<String, Text> textsByCode(String key) {
    Map<String, Text> texts = new LinkedHashMap<>();
    entries(key).forEach((code, node) -> texts.put(code, bothLanguages(key + "." + code, node)));
    return texts;
  }

  /** Mappings by their name. */
  Map<String, Fields> mappingsByName(String key, String what) {
    Map<String, Fields> fields = new LinkedHashMap<>();
    entries(key).forEach((name, node) -> fields.put(name, of(file, errors, node, what)));
    return fields;
  }

  /** The mapping of a key. */
  Fields inner(String key) {
    return of(file, errors, node(key).orElseThrow(), "an entry of " + key);
  }

  /** The keys, in their order. */
  List<String> keys() {
    return List.copyOf(mapping.entries().keySet());
  }

  /** One value, or a list as one text. */
  Optional<String> value(String key) {
    return node(key).flatMap(node -> value(key, node));
  }

  private Optional<String> value(String key, Yaml node) {
    return node instanceof Yaml.Sequence
        ? Optional.of(String.join(", ", strings(key, node)))
        : scalar(key, node);
  }

  /** Values, or lists as one text each, by their name. */
  Map<String, String> valuesByName(String key) {
    Map<String, String> values = new LinkedHashMap<>();
    entries(key)
        .forEach(
            (name, node) ->
                value(key + "." + name, node).ifPresent(value -> values.put(name, value)));
    return values;
  }

  private Map<String, Yaml> entries(String key) {
    return switch (node(key).orElse(null)) {
      case null -> Map.of();
      case Yaml.Mapping entries -> entries.entries();
      case Yaml other -> {
        error(other.line(), "%s is %s, expected a mapping".formatted(key, name(other)));
        yield Map.of();
      }
    };
  }

  List<String> strings(String key) {
    return node(key).map(node -> strings(key, node)).orElse(List.of());
  }

  private List<String> strings(String key, Yaml node) {
    List<String> texts = new ArrayList<>();
    items(key, node).forEach(item -> scalar(key, item).ifPresent(texts::add));
    return texts;
  }

  List<Fields> mappings(String key) {
    return items(key).stream().map(item -> of(file, errors, item, "an entry of " + key)).toList();
  }

  private List<Yaml> items(String key) {
    return node(key).map(node -> items(key, node)).orElse(List.of());
  }

  private List<Yaml> items(String key, Yaml node) {
    if (node instanceof Yaml.Sequence sequence) {
      return sequence.items();
    }
    error(node.line(), "%s is %s, expected a list".formatted(key, name(node)));
    return List.of();
  }

  /** Notes every key that is not known. */
  void done() {
    mapping.entries().keySet().stream()
        .filter(key -> !known.contains(key) && !muted)
        .forEach(
            key ->
                error(
                    line(key),
                    "unknown key \"%s\", expected one of %s"
                        .formatted(
                            key, known.stream().sorted().collect(Collectors.joining(", ")))));
  }
}
