package dev.firstday.report;

import dev.firstday.engine.failure.FailureId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A check as JSON: {@code {"account", "region", "at", "version", "steps": […], "controls": […]}}.
 * The codes are a contract, described in {@code docs/schemas/check.json}; the texts depend on the
 * language.
 */
public final class CheckJson {
  private CheckJson() {}

  /** The check as plain data. */
  public static Map<String, Object> of(Report report) {
    return new JsonObject()
        .with("account", report.identity().accountId())
        .with("region", report.identity().homeRegion())
        .with("at", report.at())
        .with("version", report.version())
        .with("steps", report.steps(), CheckJson::step)
        .with("controls", report.controls(), CheckJson::control);
  }

  private static JsonObject step(Report.ReportedStep step) {
    List<String> failures = step.failures().stream().map(FailureId::text).toList();
    return new JsonObject()
        .with("id", step.id())
        .with("verdict", step.verdict())
        .with("findings", step.findings(), line -> finding(new JsonObject(), line))
        .with("changes", step.changes())
        .with("reason", Optional.of(String.join(" ", step.reasons())).filter(r -> !r.isEmpty()))
        .with("failures", Optional.of(failures).filter(some -> !some.isEmpty()))
        .with("waiting", step.waiting().map(CheckJson::waiting))
        .with("skipped", step.skipped())
        .with("monthlyUsd", step.monthlyUsd());
  }

  static JsonObject finding(JsonObject data, Report.ReportedFinding line) {
    return data.with("code", line.code())
        .with("region", line.region().orElse(null))
        .with("text", line.text());
  }

  static JsonObject control(Report.ReportedControl control) {
    return new JsonObject()
        .with("list", control.list())
        .with("id", control.id())
        .with("state", control.state())
        .with("steps", control.steps())
        .with("facts", control.facts(), CheckJson::fact)
        .with("notes", Optional.of(control.notes()).filter(notes -> !notes.isEmpty()));
  }

  private static JsonObject fact(Report.Fact fact) {
    return new JsonObject()
        .with("step", fact.step())
        .with("code", fact.code())
        .with("state", fact.state())
        .with("text", fact.text());
  }

  static JsonObject waiting(Report.PendingStep waiting) {
    return new JsonObject().with("for", waiting.code()).with("until", waiting.until().orElse(null));
  }
}
