package dev.firstday.steps.watch;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The patterns of metric filters on CloudTrail's events: how they are written and compared. */
final class MetricFilterPatterns {
  private static final Pattern BETWEEN_TERMS = Pattern.compile("&&|\\|\\||[(){}]");

  private MetricFilterPatterns() {}

  /** A pattern that sees any of some events, whose names have white space between them. */
  static String any(String events) {
    return "{" + names(events) + "}";
  }

  /** A pattern that sees any of some events of a service. */
  static String anyOf(String source, String events) {
    return "{($.eventSource=%s) && (%s)}".formatted(source, names(events));
  }

  private static String names(String events) {
    return Stream.of(events.strip().split("\\s+"))
        .map("($.eventName=%s)"::formatted)
        .collect(Collectors.joining(" || "));
  }

  /** Whether two patterns differ at most in white space. */
  static boolean same(String pattern, String wanted) {
    return plain(pattern).equals(plain(wanted));
  }

  /** Whether a pattern sees all that the wanted one does: no term fewer, no narrowing more. */
  static boolean sees(String pattern, String wanted) {
    return terms(pattern).containsAll(terms(wanted)) && ands(pattern) <= ands(wanted);
  }

  private static Set<String> terms(String pattern) {
    return BETWEEN_TERMS
        .splitAsStream(plain(pattern).replace("\"", ""))
        .filter(term -> !term.isEmpty())
        .collect(Collectors.toSet());
  }

  private static int ands(String pattern) {
    return pattern.split("&&", -1).length;
  }

  private static String plain(String pattern) {
    return pattern == null ? "" : pattern.replaceAll("\\s+", "");
  }
}
