package dev.firstday.report;

import static dev.firstday.report.Markup.attribute;
import static dev.firstday.report.Markup.join;
import static dev.firstday.report.Markup.with;

import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Verdict;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reports as JUnit XML, one test suite an account: what is to do is a failure, what could not be
 * seen is an error, what is skipped or not needed is skipped. Controls are properties of the suite.
 * The output follows the schema of Jenkins.
 *
 * @see <a
 *     href="https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd">the
 *     schema of Jenkins</a>
 */
public final class ReportJUnit {
  // The format's times have no zone.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC);

  private static final String TAKEN = attribute("time", "0");

  private ReportJUnit() {}

  public static String of(List<Report> reports) {
    List<Report.ReportedStep> all =
        reports.stream().flatMap(report -> report.steps().stream()).toList();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + with(
                "testsuites",
                attribute("name", "firstday") + counts(all) + TAKEN,
                join(reports.stream().map(ReportJUnit::suite).toList()))
            .html();
  }

  private static Markup suite(Report report) {
    return with(
        "testsuite",
        attribute("name", "firstday " + report.identity().accountId())
            + attribute("timestamp", TIME.format(report.at().truncatedTo(ChronoUnit.SECONDS)))
            + counts(report.steps())
            + attribute("skipped", count(report.steps(), "skipped"))
            + TAKEN,
        join(
            Stream.concat(
                    controls(report).stream(),
                    report.steps().stream().map(step -> test(report, step)))
                .toList()));
  }

  /** The controls as properties of the suite: a step that is done passes whatever they say. */
  private static Optional<Markup> controls(Report report) {
    if (report.controls().isEmpty()) {
      return Optional.empty();
    }
    ReportText words = new ReportText(report);
    List<Markup> properties =
        report.controls().stream()
            .map(
                control ->
                    with(
                        "property",
                        attribute("name", control.list() + " " + control.id())
                            + attribute("value", words.state(control)),
                        Markup.NOTHING))
            .toList();
    return Optional.of(with("properties", "", join(properties)));
  }

  /** The counts of a suite or of all suites; only a suite may count skipped tests. */
  private static String counts(List<Report.ReportedStep> steps) {
    return attribute("tests", String.valueOf(steps.size()))
        + attribute("failures", count(steps, "failure"))
        + attribute("errors", count(steps, "error"));
  }

  private static String count(List<Report.ReportedStep> steps, String outcome) {
    return String.valueOf(
        steps.stream().filter(step -> outcome(step).equals(Optional.of(outcome))).count());
  }

  /** The element that says so; empty for a test that passed. */
  private static Optional<String> outcome(Report.ReportedStep step) {
    if (step.skipped().isPresent()) {
      return Optional.of("skipped");
    }
    return switch (step.verdict()) {
      case DONE, ATTESTED -> Optional.empty();
      case TODO, UNATTESTED -> Optional.of("failure");
      case UNSEEN -> Optional.of("error");
      case NOT_APPLICABLE -> Optional.of("skipped");
    };
  }

  private static Markup test(Report report, Report.ReportedStep step) {
    Markup said = with("system-out", "", Markup.lines(lines(step)));
    return with(
        "testcase",
        attribute("classname", "firstday." + report.identity().accountId())
            + attribute("name", step.id() + ": " + step.title())
            + TAKEN,
        outcome(step)
            .map(
                element ->
                    with(
                        element,
                        attribute("message", message(step))
                            + (element.equals("skipped")
                                ? ""
                                : attribute("type", step.verdict().name())),
                        element.equals("skipped") ? Markup.NOTHING : Markup.lines(lines(step))))
            .orElse(said));
  }

  /** The first finding that decided the verdict. */
  private static String message(Report.ReportedStep step) {
    Finding.Kind kind =
        step.verdict() == Verdict.UNSEEN ? Finding.Kind.UNSEEN : Finding.Kind.MISSING;
    return step.skipped()
        .or(
            () ->
                step.findings().stream()
                    .filter(line -> line.kind() == kind)
                    .map(Report.ReportedFinding::text)
                    .findFirst())
        .or(() -> step.findings().stream().map(Report.ReportedFinding::text).findFirst())
        .orElse(step.word());
  }

  private static List<String> lines(Report.ReportedStep step) {
    return Stream.concat(
            step.findings().stream().map(line -> line.kind() + " " + line.text()),
            step.reasons().stream())
        .toList();
  }
}
