package dev.firstday.engine.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A call in one line, for those who agree to it: its operation and the members of its request, what
 * names a thing first. Long values are cut; the whole request is shown elsewhere.
 */
public final class CallText {
  private static final int LONGEST = 60;
  private static final String CUT = "...";

  private static final Comparator<Map.Entry<String, Object>> BY_RANK =
      Comparator.<Map.Entry<String, Object>>comparingInt(CallText::rank)
          .thenComparing(Map.Entry::getKey);

  private CallText() {}

  /** As {@code iam DeleteUser UserName=mio}. */
  public static String of(Change change) {
    String call = change.service() + " " + change.operation();
    return change.request().isEmpty() ? call : call + " " + members(change.request());
  }

  private static String members(Map<String, Object> request) {
    return request.entrySet().stream()
        .sorted(BY_RANK)
        .map(member -> member.getKey() + "=" + cut(value(member.getValue())))
        .collect(Collectors.joining(" "));
  }

  private static int rank(Map.Entry<String, Object> member) {
    if (member.getValue() instanceof Map || member.getValue() instanceof List) {
      return 2;
    }
    // The account is the same in all of them.
    return member.getKey().matches("(?!AccountId$).*(Name|Id|Arn)") ? 0 : 1;
  }

  /** Maps by the names of their keys: some have another order in each run. */
  private static String value(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + "=" + value(entry.getValue()))
              .sorted()
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(CallText::value).collect(Collectors.joining(", ", "[", "]"));
      default -> String.valueOf(value);
    };
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST) - 3)) + CUT;
  }
}
