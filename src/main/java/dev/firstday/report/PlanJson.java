package dev.firstday.report;

import dev.firstday.engine.Change;
import dev.firstday.engine.ChangeData;
import dev.firstday.engine.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** A plan as JSON: {@code {"account", "plan", "answers", "changes": […]}}. */
public final class PlanJson {
  private PlanJson() {}

  /**
   * The plan.
   *
   * @param answers the answers it was made with
   * @param why the text of a change, as its first owner's entry has it
   */
  public static String of(
      Plan plan, Map<String, String> answers, BiFunction<String, Change, String> why) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("account", plan.accountId());
    root.put("plan", plan.id());
    root.put("answers", answers);
    root.put(
        "changes",
        plan.changes().stream()
            .map(
                planned -> {
                  Map<String, Object> change = new LinkedHashMap<>();
                  Map<String, Object> data = ChangeData.of(planned.change());
                  change.put("id", data.get("id"));
                  change.put("steps", planned.steps());
                  change.putAll(data);
                  change.put("reason", data.get("why"));
                  change.put("why", why.apply(planned.steps().getFirst(), planned.change()));
                  return change;
                })
            .toList());
    return Json.indented(root);
  }
}
