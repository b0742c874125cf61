package dev.firstday.report;

import dev.firstday.engine.assess.Finding;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reports as Compliance Findings (class 2003) of the Open Cybersecurity Schema Framework: one for
 * each step and one for each control. firstday does not rate steps: what is missing has one fixed
 * severity, and what could not be seen has the severity unknown.
 *
 * @see <a href="https://schema.ocsf.io/1.3.0/classes/compliance_finding">Compliance Finding</a>
 */
public final class ReportOcsf {
  private static final String SCHEMA = "1.3.0";
  private static final int CATEGORY = 2;
  private static final int CLASS = 2003;
  private static final int CREATE = 1;

  /** A number of the schema, and its caption. */
  private record OcsfCode(int id, String caption) {}

  private static final OcsfCode NEW = new OcsfCode(1, "New");
  private static final OcsfCode SUPPRESSED = new OcsfCode(3, "Suppressed");
  private static final OcsfCode INFORMATIONAL = new OcsfCode(1, "Informational");
  private static final OcsfCode PASS = new OcsfCode(1, "Pass");
  private static final OcsfCode FAIL = new OcsfCode(3, "Fail");

  private ReportOcsf() {}

  public static String of(List<Report> reports) {
    return Json.indented(
        reports.stream()
            .flatMap(
                report ->
                    Stream.concat(
                        report.steps().stream().map(step -> finding(report, step)),
                        report.controls().stream().map(control -> finding(report, control))))
            .toList());
  }

  private static JsonObject finding(Report report, Report.ReportedStep step) {
    OcsfCode code =
        switch (step.verdict()) {
          case DONE, ATTESTED -> PASS;
          case UNSEEN -> new OcsfCode(2, "Warning");
          case TODO, UNATTESTED -> FAIL;
          case NOT_APPLICABLE -> new OcsfCode(99, "Other");
        };
    // The controls of published lists have findings of their own: a step may be done without them.
    JsonObject compliance =
        compliance(step.id(), "firstday", code, step.verdict())
            .with("status_detail", step.reasons().stream().findFirst());
    return event(report, code, step.skipped().isPresent() ? SUPPRESSED : NEW, message(step))
        .with("finding_info", info(report, step))
        .with("compliance", compliance)
        .with("cloud", cloud(report))
        .with("resources", List.of(resource(report)))
        .with("remediation", remediation(step));
  }

  private static JsonObject finding(Report report, Report.ReportedControl control) {
    OcsfCode code =
        switch (control.state()) {
          case MET -> PASS;
          case NOT_MET -> FAIL;
          case NOT_JUDGED -> new OcsfCode(0, "Unknown");
        };
    ReportText text = new ReportText(report);
    String name = control.list() + " " + control.id();
    JsonObject info =
        new JsonObject()
            .with("uid", "firstday/%s/%s".formatted(report.identity().accountId(), name))
            .with("title", name)
            .with("desc", ReportText.condition(control))
            .with("types", List.of(text.say("controls")));
    JsonObject compliance =
        compliance(control.id(), control.list(), code, control.state())
            .with("status_detail", ReportText.condition(control));
    return event(report, code, NEW, name + ": " + text.state(control))
        .with("finding_info", info)
        .with("compliance", compliance)
        .with("cloud", cloud(report))
        .with("resources", List.of(resource(report)))
        .with("remediation", remediation(report, control));
  }

  private static JsonObject event(
      Report report, OcsfCode compliance, OcsfCode status, String message) {
    OcsfCode severity = status.equals(SUPPRESSED) ? INFORMATIONAL : severity(compliance);
    return new JsonObject()
        .with("activity_id", CREATE)
        .with("activity_name", "Create")
        .with("category_uid", CATEGORY)
        .with("category_name", "Findings")
        .with("class_uid", CLASS)
        .with("class_name", "Compliance Finding")
        .with("type_uid", CLASS * 100 + CREATE)
        .with("type_name", "Compliance Finding: Create")
        .with("severity_id", severity.id())
        .with("severity", severity.caption())
        .with("status_id", status.id())
        .with("status", status.caption())
        .with("time", report.at().toEpochMilli())
        .with("message", message)
        .with("metadata", metadata(report));
  }

  private static OcsfCode severity(OcsfCode compliance) {
    return switch (compliance.caption()) {
      case "Fail" -> new OcsfCode(3, "Medium");
      case "Warning", "Unknown" -> new OcsfCode(0, "Unknown");
      default -> INFORMATIONAL;
    };
  }

  private static JsonObject compliance(String id, String list, OcsfCode code, Enum<?> state) {
    return new JsonObject()
        .with("control", id)
        .with("requirements", List.of(id))
        .with("standards", List.of(list))
        .with("status_id", code.id())
        .with("status", code.caption())
        .with("status_code", state);
  }

  private static String message(Report.ReportedStep step) {
    return Stream.concat(
            step.findings().stream()
                .filter(line -> line.kind() != Finding.Kind.INFO)
                .map(Report.ReportedFinding::text),
            step.reasons().stream())
        .findFirst()
        .orElse(step.title() + ": " + step.word());
  }

  private static JsonObject metadata(Report report) {
    JsonObject product =
        new JsonObject()
            .with("name", "firstday")
            .with("vendor_name", "firstday")
            .with("version", report.version())
            .with("lang", report.language().tag());
    return new JsonObject()
        .with("version", SCHEMA)
        .with("product", product)
        .with("profiles", List.of("cloud"));
  }

  private static JsonObject info(Report report, Report.ReportedStep step) {
    return new JsonObject()
        // The same finding has the same id the next day.
        .with("uid", "firstday/" + report.identity().accountId() + "/" + step.id())
        .with("title", step.title())
        .with("desc", lines(step.findings(), Report.ReportedFinding::text))
        .with("types", List.of(step.group()))
        .with("src_url", step.docs());
  }

  private static <T> String lines(List<T> all, Function<T, String> text) {
    return all.stream().map(text).collect(Collectors.joining("\n"));
  }

  private static JsonObject cloud(Report report) {
    JsonObject account =
        new JsonObject()
            .with("uid", report.identity().accountId())
            .with("name", report.identity().alias())
            .with("type", "AWS Account")
            .with("type_id", 10);
    return new JsonObject()
        .with("provider", "AWS")
        .with("region", report.identity().homeRegion())
        .with("account", account);
  }

  private static JsonObject resource(Report report) {
    return new JsonObject()
        .with("type", "AwsAccount")
        .with("uid", "AWS::::Account:" + report.identity().accountId())
        .with("cloud_partition", report.identity().partition())
        .with("region", report.identity().homeRegion());
  }

  /**
   * The remedy names the steps that contribute to a control; not all that it asks for can be
   * applied.
   */
  private static JsonObject remediation(Report report, Report.ReportedControl control) {
    List<Report.ReportedStep> steps =
        report.steps().stream().filter(step -> control.steps().contains(step.id())).toList();
    return new JsonObject()
        .with("desc", lines(steps, Report.ReportedStep::title))
        .with("references", steps, Report.ReportedStep::docs);
  }

  private static JsonObject remediation(Report.ReportedStep step) {
    String apply = "firstday apply --step " + step.id();
    List<String> pages = Stream.concat(Stream.of(step.docs()), step.console().stream()).toList();
    return new JsonObject()
        .with("desc", step.byHand().isEmpty() ? apply : String.join("\n", step.byHand()))
        .with("references", pages);
  }
}
