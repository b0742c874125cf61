package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstday.aws.operations.CallListener;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A check as other programs read it. */
class CheckFormatsTest {
  private final Trial firstday;

  CheckFormatsTest(@TempDir Path home) {
    firstday = new Trial(home);
  }

  private Map<String, Long> verdicts(String scenario) {
    Map<String, Long> verdicts = new TreeMap<>();
    JsonOf.text(firstday.run("check", "--practice=" + scenario, "--output", "json").out())
        .get("steps")
        .forEach(
            step ->
                verdicts.merge(
                    step.has("skipped") ? "SKIPPED" : step.get("verdict").asText(), 1L, Long::sum));
    return verdicts;
  }

  private static long sum(Map<String, Long> counts, String... names) {
    return List.of(names).stream().mapToLong(name -> counts.getOrDefault(name, 0L)).sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"new", "half-done", "denied"})
  void maven_reads_the_junit_xml_as_the_verdicts_are(String scenario) throws Exception {
    Trial.Result check = firstday.run("check", "--practice=" + scenario, "--output", "junit");
    List<ReportTestSuite> suites =
        new TestSuiteXmlParser(new NullConsoleLogger())
            .parse(
                new InputStreamReader(
                    new ByteArrayInputStream(check.out().getBytes(StandardCharsets.UTF_8)),
                    StandardCharsets.UTF_8));
    assertEquals(1, suites.size());
    List<ReportTestCase> tests = suites.getFirst().getTestCases();
    Map<String, Long> verdicts = verdicts(scenario);
    assertEquals(verdicts.values().stream().mapToLong(n -> n).sum(), tests.size());
    assertEquals(sum(verdicts, "TODO", "UNATTESTED"), count(tests, ReportTestCase::hasFailure));
    assertEquals(sum(verdicts, "UNSEEN"), count(tests, ReportTestCase::hasError));
    assertEquals(
        sum(verdicts, "NOT_APPLICABLE", "SKIPPED"), count(tests, ReportTestCase::hasSkipped));
    assertEquals(sum(verdicts, "DONE"), count(tests, ReportTestCase::isSuccessful));
    assertEquals("root-mfa: Root user has MFA", tests.getFirst().getName());
    assertEquals("firstday.123456789012", tests.getFirst().getFullClassName());
  }

  private static long count(List<ReportTestCase> tests, Predicate<ReportTestCase> which) {
    return tests.stream().filter(which).count();
  }

  @Test
  void junit_xml_says_what_is_missing() {
    String xml =
        firstday
            .run("check", "--practice", "--output", "junit", "--step", "root-mfa", "--lang", "ja")
            .out();
    assertTrue(xml.contains("<failure message=\"ルートユーザーにMFAがありません。\" type=\"TODO\">"), xml);
    assertTrue(xml.contains("timestamp=\"2026-11-22T09:00:00\""), xml);
    assertTrue(xml.contains("<property name=\"CIS AWS Foundations 7.0 2.5\" value=\"不適合\">"), xml);
    assertTrue(xml.contains("tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\""), xml);
  }

  /** The required attributes of the class and its objects, as the schema 1.3.0 lists them. */
  private static final List<String> REQUIRED =
      List.of(
          "/activity_id",
          "/category_uid",
          "/class_uid",
          "/type_uid",
          "/severity_id",
          "/time",
          "/metadata/version",
          "/metadata/product/vendor_name",
          "/metadata/product/name",
          "/finding_info/uid",
          "/finding_info/title",
          "/compliance/standards/0",
          "/compliance/status_id",
          "/cloud/provider",
          "/resources/0/uid",
          "/remediation/desc");

  @ParameterizedTest
  @ValueSource(strings = {"new", "half-done", "denied"})
  void ocsf_has_what_a_compliance_finding_must_have(String scenario) {
    JsonNode events =
        JsonOf.text(firstday.run("check", "--practice=" + scenario, "--output", "ocsf").out());
    Map<String, Long> status = new TreeMap<>();
    Map<String, Long> ofControls = new TreeMap<>();
    for (JsonNode event : events) {
      for (String path : REQUIRED) {
        assertFalse(event.at(path).isMissingNode(), path + " is missing in " + event);
        assertFalse(event.at(path).asText().isBlank(), path + " is empty in " + event);
      }
      assertEquals(2003, event.get("class_uid").intValue());
      assertEquals(2, event.get("category_uid").intValue());
      assertEquals(200301, event.get("type_uid").intValue());
      assertEquals(1795338000000L, event.get("time").longValue());
      boolean suppressed = event.get("status").asText().equals("Suppressed");
      assertEquals(
          suppressed
              ? "Informational"
              : Map.of(
                      "Pass", "Informational",
                      "Other", "Informational",
                      "Fail", "Medium",
                      "Warning", "Unknown",
                      "Unknown", "Unknown")
                  .get(event.at("/compliance/status").asText()),
          event.get("severity").asText());
      boolean ofStep = event.at("/compliance/standards/0").asText().equals("firstday");
      (ofStep ? status : ofControls)
          .merge(
              event.get("status").asText().equals("Suppressed")
                  ? "Suppressed"
                  : event.at("/compliance/status").asText(),
              1L,
              Long::sum);
    }
    Map<String, Long> verdicts = verdicts(scenario);
    assertEquals(sum(verdicts, "TODO", "UNATTESTED"), sum(status, "Fail"));
    assertEquals(sum(verdicts, "DONE"), sum(status, "Pass"));
    assertEquals(sum(verdicts, "UNSEEN"), sum(status, "Warning"));
    assertEquals(sum(verdicts, "NOT_APPLICABLE"), sum(status, "Other"));
    assertEquals(sum(verdicts, "SKIPPED"), sum(status, "Suppressed"));
    Map<String, Long> controls = new TreeMap<>();
    JsonOf.text(firstday.run("check", "--practice=" + scenario, "--output", "json").out())
        .get("controls")
        .forEach(control -> controls.merge(control.get("state").asText(), 1L, Long::sum));
    assertEquals(sum(controls, "NOT_MET"), sum(ofControls, "Fail"));
    assertEquals(sum(controls, "MET"), sum(ofControls, "Pass"));
    assertEquals(sum(controls, "NOT_JUDGED"), sum(ofControls, "Unknown"));
  }

  @Test
  void watching_prints_everything_once_and_then_what_changed_until_it_is_interrupted() {
    int[] pauses = {0};
    firstday.pausing(
        time -> {
          assertEquals(5, time.toMinutes());
          pauses[0]++;
          if (pauses[0] == 2) {
            firstday.failing(CheckFormatsTest::offline);
          } else if (pauses[0] == 3) {
            firstday.failing(CallListener.NONE);
          } else if (pauses[0] == 4) {
            throw new InterruptedException();
          }
        });
    Trial.Result watch = firstday.run("check", "--practice=new", "--watch", "5");
    assertEquals(130, watch.code(), watch.err());
    assertEquals(4, pauses[0]);
    List<String> lines = watch.out().lines().toList();
    assertEquals(1, lines.stream().filter(line -> line.contains("PRACTICE account")).count());
    int first = lines.indexOf("2026-11-22 09:00 UTC");
    List<String> rest = lines.subList(first, lines.size());
    assertEquals(
        List.of("[?] Password policy", "[ ] Password policy"),
        rest.stream()
            .filter(line -> line.startsWith("["))
            .map(line -> line.substring(0, 19))
            .toList());
    assertEquals(2, rest.stream().filter(line -> line.equals("2026-11-22 09:00 UTC")).count());
    assertTrue(watch.err().contains("every 5 min"), watch.err());
  }

  private static void offline(String service, String operation, String region) {
    if (operation.equals("GetAccountPasswordPolicy")) {
      throw SdkClientException.create("no answer", new ConnectException("no answer"));
    }
  }

  @Test
  void a_watch_in_json_is_one_line_a_change() {
    int[] pauses = {0};
    firstday.pausing(
        time -> {
          firstday.failing(CheckFormatsTest::offline);
          if (pauses[0]++ == 2) {
            throw new InterruptedException();
          }
        });
    List<String> lines =
        firstday
            .run("check", "--practice", "--watch", "1", "--output", "json")
            .out()
            .lines()
            .toList();
    assertEquals(2, lines.size());
    assertTrue(Schema.of("check.json").accepts(lines.get(0)).get("steps").size() > 20);
    JsonNode change = Schema.of("check.json").accepts(lines.get(1)).get("steps");
    assertEquals(1, change.size());
    assertEquals("UNSEEN", change.get(0).get("verdict").asText());
  }

  @Test
  void watching_goes_with_text_and_json_only() {
    Trial.Result watch = firstday.run("check", "--practice", "--watch", "5", "--output", "junit");
    assertEquals(2, watch.code());
    assertTrue(watch.err().contains("--output"), watch.err());
  }
}
