package dev.firstday.report;

import dev.firstday.engine.assess.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private static final int SUPPRESSED = 3;
  private static final OcsfCode INFORMATIONAL = new OcsfCode(1, "Informational");

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

  private static Map<String, Object> finding(Report report, Report.ReportedStep step) {
    OcsfCode compliance = compliance(step);
    OcsfCode status =
        step.skipped().isPresent()
            ? new OcsfCode(SUPPRESSED, "Suppressed")
            : new OcsfCode(1, "New");
    Map<String, Object> event = event(report, compliance, status);
    event.put("message", message(step));
    event.put("metadata", metadata(report));
    event.put("finding_info", info(report, step));
    event.put("compliance", compliance(step, compliance));
    event.put("cloud", cloud(report));
    event.put("resources", List.of(resource(report)));
    event.put("remediation", remediation(step));
    return event;
  }

  private static OcsfCode severity(OcsfCode compliance) {
    return switch (compliance.caption()) {
      case "Fail" -> new OcsfCode(3, "Medium");
      case "Warning", "Unknown" -> new OcsfCode(0, "Unknown");
      default -> INFORMATIONAL;
    };
  }

  private static Map<String, Object> event(Report report, OcsfCode compliance, OcsfCode status) {
    OcsfCode severity = status.id() == SUPPRESSED ? INFORMATIONAL : severity(compliance);
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("activity_id", CREATE);
    event.put("activity_name", "Create");
    event.put("category_uid", CATEGORY);
    event.put("category_name", "Findings");
    event.put("class_uid", CLASS);
    event.put("class_name", "Compliance Finding");
    event.put("type_uid", CLASS * 100 + CREATE);
    event.put("type_name", "Compliance Finding: Create");
    event.put("severity_id", severity.id());
    event.put("severity", severity.caption());
    event.put("status_id", status.id());
    event.put("status", status.caption());
    event.put("time", report.at().toEpochMilli());
    return event;
  }

  private static Map<String, Object> finding(Report report, Report.ReportedControl control) {
    OcsfCode compliance =
        switch (control.state()) {
          case MET -> new OcsfCode(1, "Pass");
          case NOT_MET -> new OcsfCode(3, "Fail");
          case NOT_JUDGED -> new OcsfCode(0, "Unknown");
        };
    ReportText text = new ReportText(report);
    String name = control.list() + " " + control.id();
    Map<String, Object> event = event(report, compliance, new OcsfCode(1, "New"));
    event.put("message", name + ": " + text.state(control));
    event.put("metadata", metadata(report));
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("uid", "firstday/%s/%s".formatted(report.identity().accountId(), name));
    info.put("title", name);
    info.put("desc", ReportText.condition(control));
    info.put("types", List.of(text.say("controls")));
    event.put("finding_info", info);
    event.put("compliance", compliance(control, compliance));
    event.put("cloud", cloud(report));
    event.put("resources", List.of(resource(report)));
    event.put("remediation", remediation(report, control));
    return event;
  }

  private static Map<String, Object> compliance(Report.ReportedControl control, OcsfCode code) {
    Map<String, Object> compliance = new LinkedHashMap<>();
    compliance.put("control", control.id());
    compliance.put("requirements", List.of(control.id()));
    compliance.put("standards", List.of(control.list()));
    compliance.put("status_id", code.id());
    compliance.put("status", code.caption());
    compliance.put("status_code", control.state().name());
    compliance.put("status_detail", ReportText.condition(control));
    return compliance;
  }

  private static OcsfCode compliance(Report.ReportedStep step) {
    return switch (step.verdict()) {
      case DONE, ATTESTED -> new OcsfCode(1, "Pass");
      case UNSEEN -> new OcsfCode(2, "Warning");
      case TODO, UNATTESTED -> new OcsfCode(3, "Fail");
      case NOT_APPLICABLE -> new OcsfCode(99, "Other");
    };
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

  private static Map<String, Object> metadata(Report report) {
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("name", "firstday");
    product.put("vendor_name", "firstday");
    product.put("version", report.version());
    product.put("lang", report.language().tag());
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("version", SCHEMA);
    metadata.put("product", product);
    metadata.put("profiles", List.of("cloud"));
    return metadata;
  }

  private static Map<String, Object> info(Report report, Report.ReportedStep step) {
    Map<String, Object> info = new LinkedHashMap<>();
    // The same finding has the same id the next day.
    info.put("uid", "firstday/" + report.identity().accountId() + "/" + step.id());
    info.put("title", step.title());
    info.put(
        "desc",
        step.findings().stream()
            .map(Report.ReportedFinding::text)
            .collect(Collectors.joining("\n")));
    info.put("types", List.of(step.group()));
    info.put("src_url", step.docs());
    return info;
  }

  private static Map<String, Object> compliance(Report.ReportedStep step, OcsfCode code) {
    Map<String, Object> compliance = new LinkedHashMap<>();
    compliance.put("control", step.id());
    // The controls of published lists have findings of their own: a step may be done without them.
    compliance.put("requirements", List.of(step.id()));
    compliance.put("standards", List.of("firstday"));
    compliance.put("status_id", code.id());
    compliance.put("status", code.caption());
    compliance.put("status_code", step.verdict().name());
    step.reasons().stream()
        .findFirst()
        .ifPresent(reason -> compliance.put("status_detail", reason));
    return compliance;
  }

  private static Map<String, Object> cloud(Report report) {
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("uid", report.identity().accountId());
    report.identity().alias().ifPresent(alias -> account.put("name", alias));
    account.put("type", "AWS Account");
    account.put("type_id", 10);
    Map<String, Object> cloud = new LinkedHashMap<>();
    cloud.put("provider", "AWS");
    cloud.put("region", report.identity().homeRegion());
    cloud.put("account", account);
    return cloud;
  }

  private static Map<String, Object> resource(Report report) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("type", "AwsAccount");
    resource.put("uid", "AWS::::Account:" + report.identity().accountId());
    resource.put("cloud_partition", report.identity().partition());
    resource.put("region", report.identity().homeRegion());
    return resource;
  }

  /**
   * The remedy names the steps that contribute to a control; not all that it asks for can be
   * applied.
   */
  private static Map<String, Object> remediation(Report report, Report.ReportedControl control) {
    List<Report.ReportedStep> steps =
        report.steps().stream().filter(step -> control.steps().contains(step.id())).toList();
    Map<String, Object> remediation = new LinkedHashMap<>();
    remediation.put(
        "desc", steps.stream().map(Report.ReportedStep::title).collect(Collectors.joining("\n")));
    remediation.put("references", steps.stream().map(Report.ReportedStep::docs).toList());
    return remediation;
  }

  private static Map<String, Object> remediation(Report.ReportedStep step) {
    Map<String, Object> remediation = new LinkedHashMap<>();
    remediation.put(
        "desc",
        step.byHand().isEmpty()
            ? "firstday apply --step " + step.id()
            : String.join("\n", step.byHand()));
    remediation.put(
        "references", Stream.concat(Stream.of(step.docs()), step.console().stream()).toList());
    return remediation;
  }
}
