package dev.firstday.report;

import dev.firstday.catalog.Actor;
import dev.firstday.engine.assess.Evidence;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.FailureId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A report as JSON; {@code docs/schemas/report.json} says what is in it. */
public final class ReportJson {
  private ReportJson() {}

  public static String of(Report report) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("account", report.identity().accountId());
    report.identity().alias().ifPresent(alias -> root.put("alias", alias));
    root.put("partition", report.identity().partition());
    root.put("region", report.identity().homeRegion());
    report.identity().plan().ifPresent(plan -> root.put("plan", plan));
    report.identity().organization().ifPresent(id -> root.put("organization", id));
    report.identity().practice().ifPresent(scenario -> root.put("practice", scenario));
    root.put("at", report.at().toString());
    root.put("version", report.version());
    root.put("language", report.language().tag());
    root.put("by", by(report));
    root.put("summary", summary(report));
    root.put("monthlyUsd", report.monthlyUsd());
    root.put("steps", report.steps().stream().map(ReportJson::step).toList());
    root.put("left", left(report));
    root.put("written", report.written().stream().map(ReportJson::written).toList());
    root.put("controls", CheckJson.controls(report));
    return Json.indented(root);
  }

  private static Map<String, Object> by(Report report) {
    Map<String, Object> by = new LinkedHashMap<>();
    by.put("arn", report.identity().arn());
    by.put("kind", report.identity().kind().name());
    by.put("name", report.identity().name());
    return by;
  }

  private static Map<String, Object> summary(Report report) {
    Map<String, Object> summary = new LinkedHashMap<>();
    Stream.of(Verdict.values())
        .forEach(verdict -> summary.put(verdict.name(), report.count(verdict)));
    summary.put(
        "SKIPPED", report.steps().stream().filter(step -> step.skipped().isPresent()).count());
    return summary;
  }

  private static Map<String, Object> step(Report.ReportedStep step) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", step.id());
    data.put("title", step.title());
    data.put("by", step.by().name());
    data.put("verdict", step.verdict().name());
    data.put("findings", step.findings().stream().map(ReportJson::finding).toList());
    data.put("reasons", step.reasons());
    data.put("failures", step.failures().stream().map(FailureId::text).toList());
    step.waiting().ifPresent(waiting -> data.put("waiting", CheckJson.waiting(waiting)));
    step.skipped().ifPresent(reason -> data.put("skipped", reason));
    step.attested()
        .ifPresent(
            word -> {
              Map<String, Object> attested = new LinkedHashMap<>();
              attested.put("by", word.by());
              attested.put("at", word.at().toString());
              data.put("attested", attested);
            });
    data.put("evidence", step.evidence().stream().map(ReportJson::evidence).toList());
    data.put("changes", step.changes());
    data.put("monthlyUsd", step.monthlyUsd());
    data.put("controls", step.controls());
    return data;
  }

  private static Map<String, Object> finding(Report.ReportedFinding line) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kind", line.kind().name());
    data.put("code", line.code());
    data.put("region", line.region().orElse(null));
    data.put("text", line.text());
    return data;
  }

  private static Map<String, Object> evidence(Evidence evidence) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("service", evidence.service());
    data.put("operation", evidence.operation());
    data.put("region", evidence.region());
    data.put("error", evidence.error().orElse(null));
    data.put("requestId", evidence.requestId());
    return data;
  }

  private static Map<String, Object> left(Report report) {
    Map<String, Object> left = new LinkedHashMap<>();
    Stream.of(Actor.values())
        .forEach(
            actor ->
                left.put(
                    actor.name(),
                    report.left(actor).stream().map(Report.ReportedStep::id).toList()));
    return left;
  }

  private static Map<String, Object> written(Report.ReportedChange written) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("at", written.at().toString());
    data.put("id", written.id());
    data.put("steps", written.steps());
    data.put("outcome", written.outcome().name());
    data.put("service", written.service());
    data.put("operation", written.operation());
    data.put("region", written.region());
    data.put("requestId", written.requestId());
    data.put("what", written.what());
    return data;
  }
}
