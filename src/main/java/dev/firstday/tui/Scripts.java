package dev.firstday.tui;

import dev.firstday.engine.ChangeData;
import dev.firstday.engine.Plan;
import java.util.LinkedHashMap;
import java.util.Map;

/** A plan as text to copy. */
final class Scripts {
  private Scripts() {}

  static String of(Plan plan, boolean json, Model model) {
    return json ? json(plan, model) : model.session().printer().awsCli(plan);
  }

  /** The same as {@code firstday plan --output json} prints. */
  private static String json(Plan plan, Model model) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("account", plan.accountId());
    root.put("plan", plan.id());
    root.put("changes", plan.changes().stream().map(planned -> change(planned, model)).toList());
    return model.session().printer().json(root);
  }

  private static Map<String, Object> change(Plan.Planned planned, Model model) {
    Map<String, Object> data = ChangeData.of(planned.change());
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("id", data.get("id"));
    change.put("steps", planned.steps());
    change.putAll(data);
    change.put("reason", data.get("why"));
    change.put(
        "why",
        model.words().change(model.step(planned.steps().getFirst()).entry(), planned.change()));
    return change;
  }
}
