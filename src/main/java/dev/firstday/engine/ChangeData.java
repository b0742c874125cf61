package dev.firstday.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A change as plain maps and lists, as plans and the journal hold it. */
public final class ChangeData {
  private ChangeData() {}

  /** The change without the steps that own it. */
  public static Map<String, Object> of(Change change) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", change.id());
    data.put("effect", change.effect().name());
    data.put("service", change.service());
    data.put("operation", change.operation());
    data.put("region", change.region());
    data.put("request", change.request());
    data.put("why", pair("code", change.why().code(), "values", change.why().values()));
    change.shows().ifPresent(read -> data.put("shows", of(read)));
    data.put("undo", change.undo().stream().map(ChangeData::of).toList());
    change
        .waitFor()
        .ifPresent(
            wait ->
                data.put(
                    "waitFor",
                    pair(
                        "codes", wait.codes().stream().sorted().toList(),
                        "seconds", wait.atMost().toSeconds())));
    if (!change.asks().isEmpty()) {
      data.put("asks", change.asks().stream().map(Ask::data).toList());
    }
    return data;
  }

  // Map.of() has another order in every process; what is printed should not.
  private static Map<String, Object> pair(String one, Object first, String two, Object second) {
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put(one, first);
    pair.put(two, second);
    return pair;
  }

  private static Map<String, Object> of(Read read) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("service", read.service());
    data.put("operation", read.operation());
    data.put("region", read.region());
    data.put("request", read.request());
    data.put("fields", List.copyOf(read.fields()));
    return data;
  }
}
