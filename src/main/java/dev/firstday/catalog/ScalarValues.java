package dev.firstday.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/** What a scalar's text means as a number, a date or another kind of value; empty if it is none. */
final class ScalarValues {
  private ScalarValues() {}

  private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (NumberFormatException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static Optional<BigDecimal> number(String text) {
    return parsed(text, BigDecimal::new);
  }

  static Optional<Integer> wholeNumber(String text) {
    return parsed(text, Integer::valueOf);
  }

  static Optional<LocalDate> date(String text) {
    return parsed(text, LocalDate::parse);
  }

  static Optional<String> webPage(String text) {
    return Optional.of(text).filter(link -> link.matches("https://[!-~]+"));
  }

  static Optional<Boolean> trueOrFalse(String text) {
    return Optional.of(text).filter(flag -> flag.matches("true|false")).map(Boolean::valueOf);
  }

  static Optional<Integer> minutes(String text) {
    return wholeNumber(text).filter(minutes -> minutes >= 0);
  }

  /** Lower-case words joined by hyphens. */
  static Optional<String> id(String text) {
    return Optional.of(text).filter(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  /** A condition on another setting, as {@code KEY=VALUE}. */
  static Optional<String> condition(String text) {
    return Optional.of(text).filter(when -> when.contains("="));
  }
}
