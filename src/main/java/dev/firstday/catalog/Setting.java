package dev.firstday.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A value that a person may choose for a step.
 *
 * @param key its name below the step; a dot stands for a level of the answers file
 * @param preset the default value, as text
 * @param from the shared answer it falls back to, as {@code email}
 * @param min least value of a number, least length of a text, fewest items of a list
 * @param max greatest value of a number, greatest length of a text, most items of a list
 * @param choices the allowed values; empty for any
 * @param when {@code KEY=VALUE} of another setting of the step without which this one has no effect
 * @param ask whether it is asked on the first day, before the list of steps is seen
 * @param about who sees the answer, when it is used, and an example
 * @param unit what a number counts, as {@code USD}
 * @param large a number above which a person is asked once more
 */
public record Setting(
    String key,
    Type type,
    Text label,
    Optional<String> preset,
    Optional<String> from,
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    List<String> choices,
    Optional<String> when,
    boolean ask,
    Optional<Text> about,
    Optional<String> unit,
    Optional<BigDecimal> large) {

  /** The kinds of values. Lists are written with commas where one line has to hold them. */
  public enum Type {
    TEXT,
    EMAIL,
    PHONE,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    REGION,
    TEXTS,
    EMAILS,
    INTEGERS,
    REGIONS;

    public boolean isList() {
      return this == TEXTS || this == EMAILS || this == INTEGERS || this == REGIONS;
    }
  }
}
