package dev.firstday.bench;

import dev.firstday.aws.Recording.Call;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads that were made although their answer was there already. */
public final class Doubled {
  private Doubled() {}

  /** Them, with how often they were made; asking again for what AWS is still making is none. */
  public static Map<String, Long> in(List<Call> calls) {
    Map<String, Long> counts =
        calls.stream()
            .filter(call -> call.response().isPresent() || !call.operation().endsWith("Report"))
            .collect(
                Collectors.groupingBy(
                    call -> call.operation() + " " + call.region() + " " + call.requestData(),
                    TreeMap::new,
                    Collectors.counting()));
    counts.values().removeIf(count -> count == 1);
    return counts;
  }
}
