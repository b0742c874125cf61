package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstday.moto.MotoServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  private final Trial firstday;
  private final Path file;

  /** How a process ended, and what it said. */
  private record Ended(int code, String said) {}

  ExportCommandTest(@TempDir Path home) {
    firstday = new Trial(home);
    file = home.resolve("template.json");
  }

  private JsonNode export(String... more) throws IOException {
    String[] first = {
      "export", "cloudformation", "--region", "ap-northeast-1", "--out", file.toString()
    };
    Trial.Result result =
        firstday.answered(Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new));
    assertEquals(0, result.code(), result.err());
    assertEquals(List.of(), firstday.calls());
    return JsonOf.text(Files.readString(file));
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static Ended process(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  @Test
  void the_template_is_for_any_account_and_names_what_it_lacks() throws IOException {
    JsonNode template = export("--preset", "thorough");
    String text = template.toString();
    assertFalse(text.contains("123456789012"), "the practice account's id");
    assertFalse(text.matches(".*vpc-[0-9a-f]{8}.*"), "something of the practice account");
    assertFalse(text.replace("(", "").contains(":ap-northeast-1:"), "the Region in an ARN");
    List<String> types = new ArrayList<>();
    template.get("Resources").forEach(resource -> types.add(resource.get("Type").asText()));
    assertTrue(
        types.containsAll(
            List.of(
                "AWS::CloudTrail::Trail",
                "AWS::S3::Bucket",
                "AWS::Logs::LogGroup",
                "AWS::IAM::Role",
                "AWS::SNS::Topic",
                "AWS::Logs::MetricFilter",
                "AWS::CloudWatch::Alarm",
                "AWS::Config::ConfigurationRecorder",
                "AWS::Config::ConfigRule",
                "AWS::GuardDuty::Detector",
                "AWS::Events::Rule",
                "AWS::Budgets::Budget",
                "AWS::CE::AnomalySubscription",
                "AWS::AccessAnalyzer::Analyzer")),
        types.toString());
    String without = template.at("/Metadata/firstday/NotInThisTemplate").toString();
    assertTrue(without.contains("password-policy (iam UpdateAccountPasswordPolicy"), without);
    assertTrue(without.contains("ebs-encryption"), without);
  }

  @Test
  void one_template_serves_every_region_of_a_stack_set() throws IOException {
    JsonNode template = export("--preset", "recommended");
    assertEquals("ap-northeast-1", template.at("/Metadata/firstday/Regions/0").asText());
    assertEquals(17, template.at("/Metadata/firstday/Regions").size());
    assertEquals("ap-northeast-1", template.at("/Parameters/HomeRegion/Default").asText());
    JsonNode resources = template.get("Resources");
    assertFalse(resources.get("GuarddutyDetector").has("Condition"), "there in each Region");
    for (String once : List.of("TrailTrail", "AlertsTopic", "BudgetFirstdayMonthly")) {
      assertEquals("InHomeRegion", resources.get(once).get("Condition").asText(), once);
    }
    Map<String, JsonNode> elsewhere = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : resources.properties()) {
      if (entry.getValue().path("Condition").asText().equals("OutsideHomeRegion")) {
        elsewhere.put(entry.getKey(), entry.getValue());
      }
    }
    assertEquals(1, elsewhere.size(), "the findings of GuardDuty are forwarded to the home Region");
    String forward = elsewhere.values().iterator().next().toString();
    assertTrue(forward.contains("events:${HomeRegion}:${AWS::AccountId}:event-bus"), forward);
    template
        .get("Conditions")
        .fieldNames()
        .forEachRemaining(
            name -> assertTrue(resources.toString().contains("\"" + name + "\""), name));
  }

  @Test
  void one_region_alone_needs_no_condition() throws IOException {
    JsonNode template = export("--step", "trail", "--set", "regions=home");
    assertFalse(template.has("Conditions"));
    assertFalse(template.toString().contains("\"Condition\":\"In"), template.toString());
  }

  @Test
  void cfn_lint_finds_nothing_wrong() throws Exception {
    assumeTrue(installed("cfn-lint"), "no cfn-lint here: pip install cfn-lint");
    for (String preset : List.of("minimal", "recommended", "thorough")) {
      export("--preset", preset);
      Ended lint =
          process(
              Map.of(),
              "cfn-lint",
              "-r",
              "ap-northeast-1",
              "us-east-1",
              "us-west-2",
              "--",
              file.toString());
      assertEquals(0, lint.code(), preset + ": " + lint.said());
    }
  }

  @Test
  void moto_makes_a_stack_of_it() throws Exception {
    assumeTrue(installed("aws"), "needs the aws CLI");
    Map<String, String> moto =
        Map.of(
            "AWS_ENDPOINT_URL",
            MotoServer.fresh().toString(),
            "AWS_ACCESS_KEY_ID",
            "x",
            "AWS_SECRET_ACCESS_KEY",
            "x");
    export("--step", "trail", "--step", "monitoring", "--step", "config-recorder");
    Ended made =
        process(
            moto,
            "aws",
            "--region",
            "ap-northeast-1",
            "cloudformation",
            "create-stack",
            "--stack-name",
            "firstday",
            "--capabilities",
            "CAPABILITY_NAMED_IAM",
            "--template-body",
            "file://" + file);
    assertEquals(0, made.code(), made.said());
    // moto's CloudFormation passes over what it does not know, as trails, alarms and recorders.
    Ended role =
        process(
            moto,
            "aws",
            "--region",
            "ap-northeast-1",
            "iam",
            "get-role-policy",
            "--role-name",
            "firstday-trail",
            "--policy-name",
            "firstday-trail",
            "--output",
            "json");
    assertTrue(
        role.said()
            .contains(
                "arn:aws:logs:ap-northeast-1:123456789012:log-group:firstday-trail:log-stream:"
                    + "123456789012_CloudTrail_ap-northeast-1*"),
        role.said());
    Ended group =
        process(
            moto,
            "aws",
            "--region",
            "ap-northeast-1",
            "logs",
            "describe-log-groups",
            "--query",
            "logGroups[].[logGroupName,retentionInDays]",
            "--output",
            "text");
    assertTrue(group.said().contains("firstday-trail\t400"), group.said());
  }
}
