package dev.firstday.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plan that was written down, to be applied later just as it is.
 *
 * @param account the account it is for
 * @param answers the answers it was made with, by their full keys
 * @param changes its changes as {@link PlanJson} has them, without what is only to be read
 */
public record PlanFile(
    String account, Map<String, String> answers, List<Map<String, Object>> changes) {
  // What is agreed to is one plan, whole, and says each thing once.
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * Reads a file.
   *
   * @throws InputErrors if it holds no plan
   */
  public static PlanFile read(Path file, Messages messages) throws InputErrors {
    try {
      return of(Files.readString(file));
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
      throw new InputErrors(List.of(messages.text("plan.broken", file + where)));
    } catch (IOException e) {
      throw new InputErrors(List.of(messages.text("plan.unreadable", file, e.getMessage())));
    } catch (ClassCastException | NullPointerException e) {
      throw new InputErrors(List.of(messages.text("plan.broken", file)));
    }
  }

  private static PlanFile of(String json) throws JsonProcessingException {
    Map<String, Object> root = JSON.readValue(json, new TypeReference<>() {});
    Map<String, String> answers = new LinkedHashMap<>();
    ((Map<?, ?>) root.get("answers"))
        .forEach((key, value) -> answers.put((String) key, (String) value));
    List<Map<String, Object>> changes =
        ((List<?>) root.get("changes")).stream().map(change -> change((Map<?, ?>) change)).toList();
    PlanFile plan = new PlanFile((String) root.get("account"), answers, changes);
    plan.steps();
    return plan;
  }

  private static Map<String, Object> change(Map<?, ?> read) {
    Map<String, Object> change = new LinkedHashMap<>();
    read.forEach((key, value) -> change.put((String) key, value));
    change.remove("why");
    return change;
  }

  /** The steps that want the changes. */
  public Set<String> steps() {
    Set<String> steps = new LinkedHashSet<>();
    for (Map<String, Object> change : changes) {
      ((List<?>) change.get("steps")).forEach(step -> steps.add((String) step));
    }
    return steps;
  }

  /** Whether a plan, as {@link PlanJson} writes it, has just these changes in this order. */
  public boolean sameChanges(String json) {
    try {
      return changes.equals(of(json).changes());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
