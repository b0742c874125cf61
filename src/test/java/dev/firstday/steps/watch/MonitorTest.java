package dev.firstday.steps.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.steps.FilterPattern;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

class MonitorTest {
  private static List<String[]> rows(String name) throws IOException {
    try (InputStream in = MonitorTest.class.getResourceAsStream("/monitors/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    }
  }

  @Test
  void every_pattern_is_the_prescribed_text_byte_for_byte() throws IOException {
    Set<String> wanted =
        rows("patterns.tsv").stream()
            .map(row -> row[0] + " " + row[1])
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> ours =
        Arrays.stream(Monitor.values())
            .flatMap(
                monitor -> monitor.patterns().stream().map(text -> monitor.metric() + " " + text))
            .collect(Collectors.toSet());
    assertEquals(26, wanted.size());
    assertEquals(wanted, ours);
  }

  @Test
  void the_first_text_stands_first_and_all_fit() throws IOException {
    Map<String, String> first = new TreeMap<>();
    rows("patterns.tsv").forEach(row -> first.putIfAbsent(row[0], row[1]));
    for (Monitor monitor : Monitor.values()) {
      assertEquals(first.get(monitor.metric()), monitor.patterns().getFirst());
      monitor.patterns().forEach(text -> assertTrue(text.length() <= 1024, text));
    }
  }

  @Test
  void every_pattern_takes_what_it_must_and_no_near_miss() throws IOException {
    Map<String, Monitor> monitors =
        Arrays.stream(Monitor.values()).collect(Collectors.toMap(Monitor::metric, m -> m));
    Map<String, Integer> counts = new TreeMap<>();
    for (String[] row : rows("events.tsv")) {
      String pattern = monitors.get(row[0]).patterns().get(Integer.parseInt(row[1]) - 1);
      boolean matches = FilterPattern.of(pattern).test(JsonNode.parser().parse(row[3]));
      assertEquals(row[2].equals("hit"), matches, pattern + "\n" + row[3]);
      counts.merge(row[0] + row[1] + row[2], 1, Integer::sum);
    }
    assertEquals(2 * 26, counts.size());
    counts.forEach((what, count) -> assertTrue(count >= 2, what));
  }

  @Test
  void no_term_of_a_pattern_can_be_taken_away_unnoticed() throws IOException {
    for (Monitor monitor : Monitor.values()) {
      for (int i = 0; i < monitor.patterns().size(); i++) {
        String pattern = monitor.patterns().get(i);
        for (String less : withoutATerm(pattern)) {
          assertTrue(noticed(monitor.metric(), i + 1, less), less);
        }
      }
    }
  }

  /** Each pattern that has one term fewer. */
  private static List<String> withoutATerm(String pattern) {
    String term = "\\(?\\$[\\w.]+\\s*(?:!?=\\s*(?:\"[^\"]*\"|[\\w.]+)|NOT EXISTS)\\)?";
    return Pattern.compile(
            term + "\\s*(?:&&|\\|\\|)\\s*|\\s*(?:&&|\\|\\|)\\s*" + term + "(?=\\s*[)}])")
        .matcher(pattern)
        .results()
        .map(match -> pattern.substring(0, match.start()) + " " + pattern.substring(match.end()))
        .map(MonitorTest::balanced)
        .toList();
  }

  private static String balanced(String pattern) {
    long open = pattern.chars().filter(c -> c == '(').count();
    long closed = pattern.chars().filter(c -> c == ')').count();
    return open > closed
        ? pattern.replaceFirst("}$", ")".repeat((int) (open - closed)) + "}")
        : pattern.replaceFirst("^\\{", "{" + "(".repeat((int) (closed - open)));
  }

  private static boolean noticed(String metric, int number, String pattern) throws IOException {
    for (String[] row : rows("events.tsv")) {
      if (row[0].equals(metric)
          && Integer.parseInt(row[1]) == number
          && FilterPattern.of(pattern).test(JsonNode.parser().parse(row[3]))
              != row[2].equals("hit")) {
        return true;
      }
    }
    return false;
  }
}
