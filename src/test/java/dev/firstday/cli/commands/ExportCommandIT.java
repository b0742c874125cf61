package dev.firstday.cli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstday.cli.JsonOf;
import dev.firstday.cli.Trial;
import dev.firstday.moto.MotoServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportCommandIT {
  private final Trial firstday;
  private final Path file;

  /** How a process ended, and what it said. */
  private record Ended(int code, String said) {}

  ExportCommandIT(@TempDir Path home) {
    firstday = new Trial(home);
    file = home.resolve("template.json");
  }

  private JsonNode export(String... more) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("export", "cloudformation", "--out", file.toString()));
    words.addAll(List.of(more));
    if (!words.contains("--region")) {
      words.addAll(List.of("--region", "ap-northeast-1"));
    }
    Trial.Result result = firstday.answered(words.toArray(String[]::new));
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

  private JsonNode beside(String part) throws IOException {
    return JsonOf.text(Files.readString(file.resolveSibling("template-" + part + ".json")));
  }

  private static List<String> types(JsonNode template) {
    return template.get("Resources").valueStream().map(r -> r.get("Type").asText()).toList();
  }

  @Test
  void one_template_serves_the_home_region_and_one_all_others_of_a_stack_set() throws IOException {
    JsonNode home = export("--preset", "recommended");
    assertEquals("[\"ap-northeast-1\"]", home.at("/Metadata/firstday/Regions").toString());
    assertFalse(home.has("Parameters"), "it is there");
    assertFalse(home.has("Conditions"));
    List<String> once = List.of("TrailTrail", "AlertsTopic", "BudgetFirstdayMonthly");
    once.forEach(id -> assertTrue(home.get("Resources").has(id), id));
    assertFalse(Files.exists(file.resolveSibling("template-us-east-1.json")));

    JsonNode others = beside("others");
    assertEquals(16, others.at("/Metadata/firstday/Regions").size());
    assertEquals("ap-northeast-1", others.at("/Parameters/HomeRegion/Default").asText());
    once.forEach(id -> assertFalse(others.get("Resources").has(id), id));
    assertFalse(others.get("Resources").get("GuarddutyDetector").has("Condition"));
    assertTrue(
        others.toString().contains("events:${HomeRegion}:${AWS::AccountId}:event-bus"),
        "the findings of GuardDuty are forwarded to the home Region");
    others
        .path("Conditions")
        .fieldNames()
        .forEachRemaining(
            name -> assertTrue(others.get("Resources").toString().contains(name), name));
  }

  @ParameterizedTest
  @CsvSource({
    "ap-northeast-3, AWS::Budgets::Budget, AWS::CE::AnomalyMonitor",
    "eu-north-1, AWS::Budgets::Budget, AWS::CE::AnomalySubscription"
  })
  void what_the_home_region_lacks_is_made_in_us_east_1(String home, String there, String here)
      throws IOException {
    JsonNode template = export("--preset", "recommended", "--region", home);
    assertFalse(types(template).contains(there), types(template).toString());
    assertTrue(types(template).contains(here), types(template).toString());
    JsonNode third = beside("us-east-1");
    assertEquals(List.of(there), types(third));
    assertEquals("[\"us-east-1\"]", third.at("/Metadata/firstday/Regions").toString());
  }

  @Test
  void where_nothing_else_is_left_cost_anomaly_detection_is_in_us_east_1_as_well()
      throws IOException {
    export("--preset", "recommended", "--region", "mx-central-1");
    assertTrue(
        types(beside("us-east-1"))
            .containsAll(
                List.of(
                    "AWS::Budgets::Budget",
                    "AWS::CE::AnomalyMonitor",
                    "AWS::CE::AnomalySubscription")));
  }

  @Test
  void one_is_printed_and_that_there_are_more_is_said() throws IOException {
    String[] export = {"export", "cloudformation", "--region", "ap-northeast-3", "--lang", "en"};
    Trial.Result printed = firstday.answered(export);
    assertEquals(0, printed.code(), printed.err());
    assertTrue(JsonOf.text(printed.out()).get("Resources").has("TrailTrail"));
    assertTrue(printed.err().contains("home, others, us-east-1"), printed.err());
    Trial.Result third =
        firstday.answered(
            Stream.concat(Stream.of(export), Stream.of("--part", "us-east-1"))
                .toArray(String[]::new));
    assertEquals(List.of("AWS::Budgets::Budget"), types(JsonOf.text(third.out())));
    Trial.Result none =
        firstday.answered(
            "export", "cloudformation", "--step", "trail", "--part", "us-east-1", "--lang", "en");
    assertEquals(2, none.code(), none.all());
    assertEquals("", none.out());
  }

  @Test
  void a_user_is_put_into_the_group_and_what_is_left_says_why() throws IOException {
    JsonNode template = export("--preset", "recommended", "--set", "admin-group.user=mio");
    assertTrue(
        types(template)
            .containsAll(
                List.of("AWS::IAM::Group", "AWS::IAM::User", "AWS::IAM::UserToGroupAddition")),
        types(template).toString());
    JsonNode without = template.at("/Metadata/firstday/NotInThisTemplate");
    assertTrue(without.get("PERSON").toString().contains("iam CreateVirtualMFADevice"));
    assertTrue(without.get("NO_TYPE").toString().contains("iam UpdateAccountPasswordPolicy"));
  }

  /** cfn-lint has AWS's schemas, Region by Region: a type that one lacks is an error. */
  @Test
  void every_template_has_only_types_that_its_regions_have() throws Exception {
    assumeTrue(installed("cfn-lint"), "no cfn-lint here: pip install cfn-lint");
    for (String home : List.of("ap-northeast-3", "mx-central-1")) {
      export("--preset", "thorough", "--region", home, "--set", "admin-group.user=mio");
      List<String> command = new ArrayList<>(List.of("cfn-lint", "-r", home, "--"));
      command.add(file.toString());
      Ended lint = process(Map.of(), command.toArray(String[]::new));
      assertEquals(0, lint.code(), home + ": " + lint.said());
      for (String part : List.of("others", "us-east-1")) {
        Path other = file.resolveSibling("template-" + part + ".json");
        Ended beside = process(Map.of(), "cfn-lint", "-r", "us-east-1", "--", other.toString());
        assertEquals(0, beside.code(), home + ", " + part + ": " + beside.said());
      }
    }
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
