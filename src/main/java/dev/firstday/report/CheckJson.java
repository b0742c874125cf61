package dev.firstday.report;

import dev.firstday.engine.failure.FailureId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A check as JSON: {@code {"account", "region", "at", "version", "steps": […], "controls": […]}}.
 * The codes are a contract, described in {@code docs/schemas/check.json}; the texts depend on the
 * language.
 */
public final class CheckJson {
  private CheckJson() {}

  /** The check as plain data. */
  public static Map<String, Object> of(Report report) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("account", report.identity().accountId());
    root.put("region", report.identity().homeRegion());
    root.put("at", report.at().toString());
    root.put("version", report.version());
    root.put("steps", report.steps().stream().map(CheckJson::step).toList());
    root.put("controls", controls(report));
    return root;
  }

  private static Map<String, Object> step(Report.ReportedStep step) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", step.id());
    data.put("verdict", step.verdict().name());
    data.put("findings", step.findings().stream().map(CheckJson::finding).toList());
    data.put("changes", step.changes());
    if (!step.reasons().isEmpty()) {
      data.put("reason", String.join(" ", step.reasons()));
    }
    if (!step.failures().isEmpty()) {
      data.put("failures", step.failures().stream().map(FailureId::text).toList());
    }
    step.waiting().ifPresent(waiting -> data.put("waiting", waiting(waiting)));
    step.skipped().ifPresent(reason -> data.put("skipped", reason));
    data.put("monthlyUsd", step.monthlyUsd());
    return data;
  }

  private static Map<String, Object> finding(Report.ReportedFinding line) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("code", line.code());
    data.put("region", line.region().orElse(null));
    data.put("text", line.text());
    return data;
  }

  static List<Map<String, Object>> controls(Report report) {
    return report.controls().stream().map(CheckJson::control).toList();
  }

  private static Map<String, Object> control(Report.ReportedControl control) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("list", control.list());
    data.put("id", control.id());
    data.put("state", control.state().name());
    data.put("steps", control.steps());
    data.put("facts", control.facts().stream().map(CheckJson::fact).toList());
    if (!control.notes().isEmpty()) {
      data.put("notes", control.notes());
    }
    return data;
  }

  private static Map<String, Object> fact(Report.Fact fact) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("step", fact.step());
    data.put("code", fact.code());
    data.put("state", fact.state().name());
    data.put("text", fact.text());
    return data;
  }

  static Map<String, Object> waiting(Report.PendingStep waiting) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("for", waiting.code());
    data.put("until", waiting.until().map(Instant::toString).orElse(null));
    return data;
  }
}
