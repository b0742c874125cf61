package dev.firstday.aws.signin.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A section of a configuration or credentials file.
 *
 * @param kind what it is for
 * @param name its name without the word for the kind
 * @param file the file that it is in
 * @param line the line of its header
 * @param values its values by their keys, which are in lower case
 */
record ConfigSection(Kind kind, String name, Path file, int line, Map<String, Value> values) {
  /** What a section is for. */
  enum Kind {
    PROFILE,
    SSO_SESSION,
    SERVICES,
    /** A header that means nothing to the AWS CLI; it passes over such a section. */
    OTHER
  }

  /**
   * A value.
   *
   * @param text the value; one line for each nested value, as {@code key = value}
   * @param place its file and line
   */
  record Value(String text, String place) {}

  /** The value of a key; empty if there is none, or nothing behind its equals sign. */
  Optional<Value> value(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.text().isEmpty());
  }

  /** A value below a key, as {@code endpoint_url} below {@code s3}; empty if there is none. */
  Optional<Value> nested(String key, String below) {
    return value(key)
        .flatMap(
            value ->
                value
                    .text()
                    .lines()
                    .map(line -> line.split("=", 2))
                    .filter(pair -> pair.length == 2 && pair[0].strip().equals(below))
                    .map(pair -> new Value(pair[1].strip(), value.place()))
                    .filter(found -> !found.text().isEmpty())
                    .findFirst());
  }
}
