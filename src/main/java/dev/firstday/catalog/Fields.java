package dev.firstday.catalog;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads one mapping strictly: what is missing, of the wrong kind or unknown is noted with its line,
 * and reading goes on with a placeholder, so that every error is reported at once.
 *
 * @param muted whether the node was no mapping at all: one error is enough for it
 * @param known the keys that were asked for
 */
record Fields(
    String file, List<String> errors, Yaml.Mapping mapping, boolean muted, Set<String> known) {
  private static final Text NO_TEXT = new Text("", "");

  /** The fields of a node that has to be a mapping. */
  static Fields of(String file, List<String> errors, Yaml node, String what) {
    if (node instanceof Yaml.Mapping mapping) {
      return new Fields(file, errors, mapping, false, new HashSet<>());
    }
    errors.add("%s:%s: %s, expected %s".formatted(file, node.line(), name(node), what));
    Yaml.Mapping nothing = new Yaml.Mapping(node.line(), Map.of(), Map.of());
    return new Fields(file, errors, nothing, true, new HashSet<>());
  }

  private static String name(Yaml node) {
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

  @SuppressWarnings("AnnotateFormatMethod")
  void error(int line, String message, Object... values) {
    errors.add(file + ":" + line + ": " + message.formatted(values));
  }

  private void wrong(String key, Yaml node, String expected) {
    error(node.line(), "%s is %s, expected %s", key, name(node), expected);
  }

  <T> T read(Function<Fields, T> reader) {
    T value = reader.apply(this);
    done();
    return value;
  }

  /** Notes every key that nobody has asked for. */
  void done() {
    mapping.entries().keySet().stream()
        .filter(key -> !known.contains(key) && !muted)
        .forEach(
            key ->
                error(
                    line(key),
                    "unknown key \"%s\", expected one of %s",
                    key,
                    String.join(", ", new TreeSet<>(known))));
  }

  Optional<Yaml> node(String key) {
    known.add(key);
    return Optional.ofNullable(mapping.entries().get(key));
  }

  private Optional<Yaml> required(String key, String expected) {
    Optional<Yaml> node = node(key);
    if (node.isEmpty() && !muted) {
      error(line(), "%s is missing, expected %s", key, expected);
    }
    return node;
  }

  Optional<String> optional(String key) {
    return node(key).flatMap(node -> scalar(key, node));
  }

  private Optional<String> scalar(String key, Yaml node) {
    if (node instanceof Yaml.Scalar scalar && !scalar.empty()) {
      return Optional.of(scalar.text());
    }
    wrong(key, node, "one value");
    return Optional.empty();
  }

  String text(String key) {
    return required(key, "a text", Optional::of, "");
  }

  /**
   * A required scalar.
   *
   * @param parse empty where the text is not what is expected
   * @param otherwise the placeholder for a value that is wrong
   */
  <T> T required(String key, String expected, Function<String, Optional<T>> parse, T otherwise) {
    return required(key, expected)
        .flatMap(node -> scalar(key, node))
        .flatMap(text -> parsed(key, text, expected, parse))
        .orElse(otherwise);
  }

  <T> Optional<T> optional(String key, String expected, Function<String, Optional<T>> parse) {
    return optional(key).flatMap(text -> parsed(key, text, expected, parse));
  }

  private <T> Optional<T> parsed(
      String key, String text, String expected, Function<String, Optional<T>> parse) {
    Optional<T> value = parse.apply(text);
    if (value.isEmpty()) {
      error(line(key), "%s is \"%s\", expected %s", key, text, expected);
    }
    return value;
  }

  <E extends Enum<E>> E oneOf(String key, Class<E> type, E otherwise) {
    Map<String, E> names = new LinkedHashMap<>();
    for (E value : type.getEnumConstants()) {
      names.put(value.name().toLowerCase(Locale.ROOT), value);
    }
    return required(
        key,
        "one of " + String.join(", ", names.keySet()),
        text -> Optional.ofNullable(names.get(text)),
        otherwise);
  }

  boolean flag(String key) {
    return optional(key, "true or false", ScalarValues::trueOrFalse).orElse(false);
  }

  Text bothLanguages(String key) {
    return required(key, "a text in en and ja")
        .map(node -> bothLanguages(key, node))
        .orElse(NO_TEXT);
  }

  private Text bothLanguages(String key, Yaml node) {
    return of(file, errors, node, key + " in en and ja")
        .read(fields -> new Text(fields.text("en"), fields.text("ja")));
  }

  List<Text> textsInBothLanguages(String key) {
    return items(key).stream().map(item -> bothLanguages(key, item)).toList();
  }

  Map<String, Text> textsByCode(String key) {
    return byName(key, (name, node) -> Optional.of(bothLanguages(name, node)));
  }

  Map<String, Fields> mappingsByName(String key, String what) {
    return byName(key, (name, node) -> Optional.of(of(file, errors, node, what)));
  }

  Map<String, String> valuesByName(String key) {
    return byName(key, this::value);
  }

  private <T> Map<String, T> byName(String key, BiFunction<String, Yaml, Optional<T>> reader) {
    Optional<Yaml> node = node(key);
    if (node.isPresent() && !(node.get() instanceof Yaml.Mapping)) {
      wrong(key, node.get(), "a mapping");
    }
    Map<String, T> values = new LinkedHashMap<>();
    if (node.orElse(null) instanceof Yaml.Mapping entries) {
      entries
          .entries()
          .forEach(
              (name, entry) ->
                  reader
                      .apply(key + "." + name, entry)
                      .ifPresent(value -> values.put(name, value)));
    }
    return values;
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

  List<String> strings(String key) {
    return node(key).map(node -> strings(key, node)).orElse(List.of());
  }

  private List<String> strings(String key, Yaml node) {
    return items(key, node).stream().flatMap(item -> scalar(key, item).stream()).toList();
  }

  /** The entries of a list, each a mapping that is read whole. */
  <T> List<T> entries(String key, Function<Fields, T> reader) {
    return mappings(key).stream().map(entry -> entry.read(reader)).toList();
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
    wrong(key, node, "a list");
    return List.of();
  }
}
