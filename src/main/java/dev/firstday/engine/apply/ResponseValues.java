package dev.firstday.engine.apply;

import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.ChangeData;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import dev.firstday.engine.plan.Secret;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What AWS answered to the changes of a plan: later requests and reads take values from it. */
final class ResponseValues implements AutoCloseable {
  private final Plan plan;
  private final Map<String, Map<String, Object>> responses = new ConcurrentHashMap<>();

  ResponseValues(Plan plan) {
    this.plan = plan;
  }

  void put(Change change, Map<String, Object> response) {
    responses.put(change.id(), response);
  }

  /** The value that a reference stands for. */
  Object require(String reference) {
    Object value = find(reference);
    if (value == null) {
      throw new IllegalStateException("no earlier response gives " + reference);
    }
    return value;
  }

  private @Nullable Object find(String reference) {
    int hash = reference.lastIndexOf('#');
    Map<String, Object> response = responses.get(reference.substring(0, hash));
    return response == null ? null : Placeholders.at(response, reference.substring(hash + 1));
  }

  /** A read with the values that are known in the places of their references. */
  Read resolved(Read read) {
    return read.with(
        reference -> {
          Object value = find(reference);
          return value == null ? Map.of(Placeholders.REF, reference) : value;
        });
  }

  /** What an undo or a read needs of a response; no secret, and nothing else of it, is kept. */
  Map<String, Object> needed(Change change, Map<String, Object> response) {
    Map<String, Object> values = new TreeMap<>();
    neededPaths(change).forEach(path -> values.put(path, Placeholders.at(response, path)));
    values.values().removeIf(value -> value == null || value instanceof Secret);
    return values;
  }

  /** The paths in a change's response that changes of the plan refer to. */
  List<String> neededPaths(Change change) {
    return plan.changes().stream()
        .flatMap(planned -> Placeholders.allReferences(ChangeData.of(planned.change())).stream())
        .filter(reference -> reference.startsWith(change.id() + "#"))
        .map(reference -> reference.substring(change.id().length() + 1))
        .toList();
  }

  /** Wipes the secrets that AWS has told. */
  @Override
  public void close() {
    responses.values().forEach(Placeholders::wipe);
  }
}
