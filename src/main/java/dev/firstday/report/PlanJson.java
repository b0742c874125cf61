package dev.firstday.report;

import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.ChangeData;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** A plan as JSON: {@code {"account", "plan", "answers", "unseen", "rights"?, "changes": […]}}. */
public final class PlanJson {
  private PlanJson() {}

  /**
   * Whether the plan is allowed.
   *
   * @param why why something could not be tested, in words; empty if all could
   */
  public record Allowed(PermissionReport rights, String why) {
    private Map<String, Object> data() {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("allowed", rights.allowed());
      data.put("denied", rights.denied());
      data.put("forbidden", rights.forbidden());
      data.put("untested", rights.untested());
      if (!why.isEmpty()) {
        data.put("why", why);
      }
      return data;
    }
  }

  /**
   * The plan.
   *
   * @param answers the answers it was made with
   * @param allowed whether it is allowed, where that was asked
   * @param why the text of a change, as its first owner's entry has it
   */
  public static String of(
      Plan plan,
      Map<String, String> answers,
      Optional<Allowed> allowed,
      BiFunction<String, Change, String> why) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("account", plan.accountId());
    root.put("plan", plan.id());
    root.put("answers", new TreeMap<>(answers));
    root.put("unseen", plan.unseen());
    allowed.ifPresent(known -> root.put("rights", known.data()));
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
