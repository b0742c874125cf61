package dev.firstday.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What a scalar's text means as a number, a date or another kind of value; empty if it is none. */
final class ScalarValues {
  private ScalarValues() {}

  static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  static Optional<Integer> wholeNumber(String text) {
    try {
      return Optional.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static Optional<String> webPage(String text) {
    return Optional.of(text).filter(link -> link.matches("https://[!-~]+"));
  }

  static Optional<Boolean> trueOrFalse(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
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
