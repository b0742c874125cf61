package dev.firstday.steps.resources;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;

/** What rules that somebody else made let through, and what their mails say. */
public final class EventPatterns {
  /** Fields by which duplicates and further pages are kept away, which narrows nothing. */
  private static final Set<String> NOT_NARROWING = Set.of("backupEvent", "page");

  private EventPatterns() {}

  /** Whether a pattern takes all events of AWS Health. */
  public static boolean takesHealth(String pattern) {
    return takes(
        pattern,
        "aws.health",
        "AWS Health Event",
        detail -> NOT_NARROWING.containsAll(detail.keySet()));
  }

  /** Whether a pattern takes all findings of GuardDuty of this severity and up. */
  public static boolean takesFindings(String pattern, double severity) {
    return takes(
        pattern,
        "aws.guardduty",
        "GuardDuty Finding",
        detail ->
            Set.of("severity").containsAll(detail.keySet())
                && (detail.isEmpty() || least(field(detail, "severity")) <= severity));
  }

  private static boolean takes(
      String pattern, String source, String type, Predicate<Map<String, JsonNode>> detail) {
    try {
      Map<String, JsonNode> fields = JsonNode.parser().parse(pattern).asObject();
      return Set.of("source", "detail-type", "detail", "account", "version")
              .containsAll(fields.keySet())
          && texts(fields, "source").contains(source)
          && (!fields.containsKey("detail-type") || texts(fields, "detail-type").contains(type))
          && detail.test(fields.containsKey("detail") ? fields.get("detail").asObject() : Map.of());
    } catch (RuntimeException e) {
      // A pattern that we can't read takes nothing for sure.
      return false;
    }
  }

  private static JsonNode field(Map<String, JsonNode> fields, String name) {
    return Objects.requireNonNull(fields.get(name));
  }

  private static List<String> texts(Map<String, JsonNode> fields, String name) {
    return fields.containsKey(name)
        ? fields.get(name).asArray().stream()
            .filter(JsonNode::isString)
            .map(JsonNode::asString)
            .toList()
        : List.of();
  }

  /**
   * The least severity that a list of numbers, or {@code [{"numeric": [">=", 4]}]}, lets through.
   */
  private static double least(JsonNode severity) {
    double least = Double.MAX_VALUE;
    for (JsonNode one : severity.asArray()) {
      if (one.isNumber()) {
        least = Math.min(least, Double.parseDouble(one.asNumber()));
      } else {
        List<JsonNode> numeric = field(one.asObject(), "numeric").asArray();
        boolean open = numeric.size() == 2 && numeric.getFirst().asString().startsWith(">");
        least = open ? Math.min(least, Double.parseDouble(numeric.get(1).asNumber())) : least;
      }
    }
    return least;
  }

  /** Whether a text of a mail has a value of the event. */
  public static boolean names(InputTransformer text, String path) {
    String template = text.inputTemplate() == null ? "" : text.inputTemplate();
    return text.inputPathsMap().entrySet().stream()
        .filter(entry -> entry.getValue().startsWith(path))
        .anyMatch(entry -> template.contains("<" + entry.getKey() + ">"));
  }
}
