package dev.firstday.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.InputText;
import dev.firstday.catalog.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A saved plan, to be applied later exactly as it is.
 *
 * @param account the account it is for
 * @param answers the answers it was made with, by their full keys
 * @param unseen the steps of which something could not be seen when it was made
 * @param changes its changes as {@link PlanJson} has them, without what is only to be read
 * @param digest SHA-256 of all that the file says, in hexadecimal; see {@link #digest(String)}
 */
public record PlanFile(
    String account,
    Map<String, String> answers,
    List<String> unseen,
    List<Map<String, Object>> changes,
    String digest) {
  /** The largest that is read, in bytes: a plan for an account with thousands of users. */
  public static final long LARGEST = 64 << 20;

  // A confirmed plan is one document without duplicate keys.
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /**
   * Reads a file.
   *
   * @throws InputErrors if it holds no plan
   */
  public static PlanFile read(Path file, Messages messages) throws InputErrors {
    try {
      return read(InputText.of(file, LARGEST), messages);
    } catch (IOException e) {
      throw new InputErrors(List.of(messages.text("plan.unreadable", file, e.getMessage())));
    }
  }

  /**
   * Reads what a file holds.
   *
   * @throws InputErrors if that is no plan
   */
  public static PlanFile read(InputText file, Messages messages) throws InputErrors {
    try {
      return of(file.text());
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
      throw new InputErrors(List.of(messages.text("plan.broken", file.name() + where)));
    } catch (ClassCastException | NullPointerException e) {
      throw new InputErrors(List.of(messages.text("plan.broken", file.name())));
    }
  }

  private static PlanFile of(String json) throws JsonProcessingException {
    Map<String, Object> root = JSON.readValue(json, new TypeReference<>() {});
    return of(root);
  }

  private static PlanFile of(Map<String, Object> root) throws JsonProcessingException {
    Map<String, String> answers = new LinkedHashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(root.get("answers")))
        .forEach((key, value) -> answers.put((String) key, (String) value));
    List<Map<String, Object>> changes =
        ((List<?>) Objects.requireNonNull(root.get("changes")))
            .stream().map(change -> change((Map<?, ?>) change)).toList();
    // Plans of earlier versions lack it.
    List<String> unseen =
        ((List<?>) root.getOrDefault("unseen", List.of()))
            .stream().map(step -> (String) step).toList();
    PlanFile plan =
        new PlanFile(
            (String) Objects.requireNonNull(root.get("account")),
            answers,
            unseen,
            changes,
            sha256(root));
    plan.steps();
    return plan;
  }

  /**
   * The digest that identifies a reviewed plan. It covers everything that the plan says, including
   * what is there only to be read, but not white space and the order of keys, which editors and
   * tools change.
   *
   * @param json a plan as {@link PlanJson} writes it
   */
  public static String digest(String json) {
    return written(json).digest();
  }

  private static String sha256(Map<String, Object> root) throws JsonProcessingException {
    try {
      byte[] canonical = JSON.writeValueAsBytes(root);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Map<String, Object> change(Map<?, ?> read) {
    Map<String, Object> change = new LinkedHashMap<>();
    read.forEach((key, value) -> change.put((String) key, value));
    change.remove("why");
    return change;
  }

  /** The steps that want the changes. */
  public Set<String> steps() {
    return stepsOf(changes);
  }

  private static Set<String> stepsOf(List<Map<String, Object>> changes) {
    Set<String> steps = new LinkedHashSet<>();
    for (Map<String, Object> change : changes) {
      ((List<?>) Objects.requireNonNull(change.get("steps")))
          .forEach(step -> steps.add((String) step));
    }
    return steps;
  }

  /** Whether a plan, as {@link PlanJson} writes it, has just these changes in this order. */
  public boolean sameChanges(String json) {
    return changes.equals(written(json).changes());
  }

  /**
   * The steps for which a plan, as {@link PlanJson} writes it, has changes beyond these, if that is
   * all that differs and of each of them something could not be seen when this one was made; else
   * none.
   */
  public Set<String> seenSince(String json) {
    Set<String> seen = new LinkedHashSet<>();
    List<Map<String, Object>> before = new ArrayList<>();
    for (Map<String, Object> change : written(json).changes()) {
      Set<String> more = stepsOf(List.of(change));
      changes.stream()
          .filter(older -> withoutSteps(older).equals(withoutSteps(change)))
          .findFirst()
          .ifPresent(
              older -> {
                before.add(older);
                more.removeAll(stepsOf(List.of(older)));
              });
      seen.addAll(more);
    }
    return before.equals(changes) && unseen.containsAll(seen) ? seen : Set.of();
  }

  private static Map<String, Object> withoutSteps(Map<String, Object> change) {
    Map<String, Object> rest = new LinkedHashMap<>(change);
    rest.remove("steps");
    return rest;
  }

  private static PlanFile written(String json) {
    try {
      return of(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
