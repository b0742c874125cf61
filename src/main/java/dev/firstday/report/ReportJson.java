package dev.firstday.report;

import dev.firstday.catalog.Actor;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.assess.Evidence;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.FailureId;
import java.util.stream.Stream;

/** A report as JSON; {@code docs/schemas/report.json} says what is in it. */
public final class ReportJson {
  private ReportJson() {}

  public static String of(Report report) {
    Identity identity = report.identity();
    return Json.indented(
        new JsonObject()
            .with("account", identity.accountId())
            .with("alias", identity.alias())
            .with("partition", identity.partition())
            .with("region", identity.homeRegion())
            .with("plan", identity.plan())
            .with("organization", identity.organization())
            .with("practice", identity.practice())
            .with("at", report.at())
            .with("version", report.version())
            .with("language", report.language().tag())
            .with("by", by(identity))
            .with("summary", summary(report))
            .with("monthlyUsd", report.monthlyUsd())
            .with("steps", report.steps(), ReportJson::step)
            .with("left", left(report))
            .with("written", report.written(), ReportJson::written)
            .with("controls", report.controls(), CheckJson::control));
  }

  private static JsonObject by(Identity identity) {
    return new JsonObject()
        .with("arn", identity.arn())
        .with("kind", identity.kind())
        .with("name", identity.name());
  }

  private static JsonObject summary(Report report) {
    JsonObject summary = new JsonObject();
    Stream.of(Verdict.values())
        .forEach(verdict -> summary.with(verdict.name(), report.count(verdict)));
    return summary.with("SKIPPED", report.skipped());
  }

  private static JsonObject step(Report.ReportedStep step) {
    return new JsonObject()
        .with("id", step.id())
        .with("title", step.title())
        .with("by", step.by())
        .with("verdict", step.verdict())
        .with("findings", step.findings(), ReportJson::finding)
        .with("reasons", step.reasons())
        .with("failures", step.failures(), FailureId::text)
        .with("waiting", step.waiting().map(CheckJson::waiting))
        .with("skipped", step.skipped())
        .with("attested", step.attested().map(ReportJson::attested))
        .with("evidence", step.evidence(), ReportJson::evidence)
        .with("changes", step.changes())
        .with("monthlyUsd", step.monthlyUsd())
        .with("controls", step.controls());
  }

  private static JsonObject attested(Notes.Attestation word) {
    return new JsonObject().with("by", word.by()).with("at", word.at());
  }

  private static JsonObject finding(Report.ReportedFinding line) {
    return CheckJson.finding(new JsonObject().with("kind", line.kind()), line);
  }

  private static JsonObject evidence(Evidence evidence) {
    return new JsonObject()
        .with("service", evidence.service())
        .with("operation", evidence.operation())
        .with("region", evidence.region())
        .with("error", evidence.error().orElse(null))
        .with("requestId", evidence.requestId());
  }

  private static JsonObject left(Report report) {
    JsonObject left = new JsonObject();
    for (Actor actor : Actor.values()) {
      left.with(actor.name(), report.left(actor), Report.ReportedStep::id);
    }
    return left;
  }

  private static JsonObject written(Report.ReportedChange written) {
    return new JsonObject()
        .with("at", written.at())
        .with("id", written.id())
        .with("steps", written.steps())
        .with("outcome", written.outcome())
        .with("service", written.service())
        .with("operation", written.operation())
        .with("region", written.region())
        .with("requestId", written.requestId())
        .with("what", written.what());
  }
}
