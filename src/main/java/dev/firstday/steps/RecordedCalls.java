package dev.firstday.steps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * What a step was seen to call in every account of the contract test, which records it in {@code
 * calls.json}: {@code -Dgolden.update=true} records it anew.
 *
 * @param reads keys of the reads that an assessment makes, as {@code iam:GetRole}
 * @param writes keys of the writes that are planned, of those that undo them, and of the reads that
 *     only these need
 */
record RecordedCalls(List<String> reads, List<String> writes) {
  private static final RecordedCalls NONE = new RecordedCalls(List.of(), List.of());
  private static final Map<String, RecordedCalls> ALL = read();

  /** Those of a step; none where nothing was recorded yet. */
  static RecordedCalls of(String step) {
    return ALL.getOrDefault(step, NONE);
  }

  private static Map<String, RecordedCalls> read() {
    try (InputStream file =
        Objects.requireNonNull(RecordedCalls.class.getResourceAsStream("calls.json"))) {
      Map<String, RecordedCalls> all = new HashMap<>();
      JsonNode.parser()
          .parse(file)
          .asObject()
          .forEach(
              (step, calls) ->
                  all.put(step, new RecordedCalls(keys(calls, "reads"), keys(calls, "writes"))));
      return Map.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException("calls.json can't be read", e);
    }
  }

  private static List<String> keys(JsonNode calls, String member) {
    return Objects.requireNonNull(calls.asObject().get(member)).asArray().stream()
        .map(JsonNode::asString)
        .toList();
  }
}
