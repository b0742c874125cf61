package dev.firstday.report;

import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.ChangeData;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
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
    private JsonObject data() {
      return new JsonObject()
          .with("allowed", rights.allowed())
          .with("denied", rights.denied())
          .with("forbidden", rights.forbidden())
          .with("untested", rights.untested())
          .with("why", Optional.of(why).filter(text -> !text.isEmpty()));
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
    return Json.indented(
        new JsonObject()
            .with("account", plan.accountId())
            .with("plan", plan.id())
            .with("answers", new TreeMap<>(answers))
            .with("unseen", plan.unseen())
            .with("rights", allowed.map(Allowed::data))
            .with("changes", plan.changes(), planned -> change(planned, why)));
  }

  private static JsonObject change(Plan.Planned planned, BiFunction<String, Change, String> why) {
    Map<String, Object> data = ChangeData.of(planned.change());
    JsonObject change = new JsonObject().with("id", data.get("id")).with("steps", planned.steps());
    change.putAll(data);
    return change
        .with("reason", data.get("why"))
        .with("why", why.apply(planned.steps().getFirst(), planned.change()));
  }
}
