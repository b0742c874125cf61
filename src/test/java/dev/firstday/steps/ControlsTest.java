package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.catalog.Control;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.WriteLog;
import dev.firstday.report.Report;
import dev.firstday.report.ReportWriter;
import dev.firstday.steps.resources.Policies;
import dev.firstday.steps.watch.Monitor;
import dev.firstday.steps.watch.TrailLogs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each control is judged by its own condition, whatever the verdict of its step. */
class ControlsTest {
  private static final String CIS = "CIS AWS Foundations 7.0 ";
  private static final String SSB = "AWS Startup Security Baseline ";
  private static final String PROWLER = "Prowler ";
  private static final String ASH = "Security Hub ";
  private static final String HOME = "ap-northeast-1";

  /** Everything is chosen, everywhere, and three people answer for the account. */
  private static Map<String, String> everything() {
    Map<String, String> answers = new HashMap<>(Bench.ANSWERS);
    answers.put("preset", "thorough");
    answers.put("regions", "enabled");
    answers.put("alternate-contacts.same-for-all", "false");
    int number = 0;
    for (String who : List.of("security", "operations", "billing")) {
      answers.put("alternate-contacts." + who + ".name", who);
      answers.put("alternate-contacts." + who + ".title", "Head of " + who);
      answers.put("alternate-contacts." + who + ".email", who + "@example.com");
      answers.put("alternate-contacts." + who + ".phone", "+81901234567" + number++);
    }
    return answers;
  }

  /** An account, whoever works on it, and the time there. */
  private static final class There {
    private Duration passed = Duration.ZERO;

    /** The time of whoever types the codes of an MFA device, until some has passed. */
    final Clock clock = time().withZone(ZoneOffset.UTC);

    private InstantSource time() {
      return () -> Instant.now().plus(passed);
    }

    void pass(Duration time) {
      passed = passed.plus(time);
    }

    PracticeAccount practice;
    final Bench bench;

    There(Map<String, String> answers) {
      bench =
          new Bench(
              listener -> {
                practice =
                    new PracticeAccount(
                        Scenario.NEW, WriteLog.NONE, listener, Duration.ZERO, clock, false);
                return practice;
              },
              answers,
              clock,
              pause -> {});
      // Whoever opened the account, and has AdministratorAccess directly, is somebody's first user.
      practice.administrator("aoi", false);
    }

    There apply(String... steps) {
      bench.apply(steps);
      bench.confirmMails();
      return this;
    }

    /** How the controls of some steps stand now, by list and id. */
    Map<String, Judgement> controls(String... steps) {
      Stream.of(steps).forEach(bench::assess);
      return new ReportWriter(bench.session(), Language.EN)
              .report(Stream.of(steps).map(bench.session()::step).toList(), clock.instant(), "1")
              .controls()
              .stream()
              .collect(
                  Collectors.toMap(
                      control -> control.list() + " " + control.id(),
                      Report.ReportedControl::state,
                      (a, b) -> a,
                      LinkedHashMap::new));
    }
  }

  /** A state of an account in which a step is done though some control of it is not met. */
  private record Spoilt(
      String what,
      String step,
      Map<String, String> answers,
      Consumer<There> spoil,
      Verdict verdict,
      Map<String, Judgement> expected) {
    @Override
    public String toString() {
      return what;
    }

    Spoilt answered(String... keysAndValues) {
      Map<String, String> more = new HashMap<>(answers);
      for (int i = 0; i < keysAndValues.length; i += 2) {
        more.put(keysAndValues[i], keysAndValues[i + 1]);
      }
      return new Spoilt(what, step, more, spoil, verdict, expected);
    }

    private Spoilt and(Judgement state, String... controls) {
      Map<String, Judgement> all = new LinkedHashMap<>(expected);
      Arrays.stream(controls).forEach(control -> all.put(control, state));
      return new Spoilt(what, step, answers, spoil, verdict, all);
    }

    Spoilt met(String... controls) {
      return and(Judgement.MET, controls);
    }

    Spoilt notMet(String... controls) {
      return and(Judgement.NOT_MET, controls);
    }

    Spoilt notJudged(String... controls) {
      return and(Judgement.NOT_JUDGED, controls);
    }
  }

  private static Spoilt spoilt(String step, String what, Consumer<There> spoil) {
    return new Spoilt(what, step, Bench.ANSWERS, spoil, Verdict.DONE, Map.of());
  }

  static List<Spoilt> spoilt() {
    List<Spoilt> all = new ArrayList<>(people());
    all.addAll(records());
    all.addAll(regions());
    all.addAll(workloads());
    return all;
  }

  private static List<Spoilt> people() {
    return List.of(
        spoilt(
                "password-policy",
                "passwords of twelve characters that may come again",
                there ->
                    there
                        .bench
                        .clients()
                        .iam()
                        .updateAccountPasswordPolicy(
                            r ->
                                r.minimumPasswordLength(12)
                                    .requireLowercaseCharacters(true)
                                    .requireUppercaseCharacters(true)
                                    .requireNumbers(true)
                                    .requireSymbols(true)))
            .notMet(CIS + "2.8", CIS + "2.9", ASH + "IAM.15", ASH + "IAM.16", SSB + "ACCT.06")
            .notMet(
                PROWLER + "iam_password_policy_minimum_length_14",
                PROWLER + "iam_password_policy_reuse_24")
            .met(PROWLER + "iam_password_policy_symbol", ASH + "IAM.7"),
        spoilt(
                "user-mfa",
                "a user who has AdministratorAccess directly",
                there -> {
                  there.practice.finishUser("aoi");
                  there.practice.administrator("aoi", true);
                })
            .notMet(CIS + "2.13", ASH + "IAM.2")
            .notMet(PROWLER + "iam_policy_attached_only_to_group_or_roles")
            .met(CIS + "2.10", CIS + "2.11", ASH + "IAM.5"),
        spoilt(
                "user-mfa",
                "a user whose other policies nobody looked at",
                there -> there.practice.finishUser("aoi"))
            .notJudged(CIS + "2.13", ASH + "IAM.2")
            .met(CIS + "2.10"),
        spoilt(
                "user-mfa",
                "a password that nobody used for 45 days",
                there -> {
                  there.practice.finishUser("aoi");
                  there.pass(Duration.ofDays(50));
                })
            .notMet(CIS + "2.11", ASH + "IAM.22")
            .notMet(PROWLER + "iam_user_console_access_unused")
            .met(CIS + "2.10"),
        spoilt("admin-group", "a second administrator without MFA", ControlsTest::second)
            .notMet(PROWLER + "iam_administrator_access_with_mfa", CIS + "2.14"),
        spoilt("admin-group", "the administrators' group itself", there -> {})
            .notMet(CIS + "2.14")
            .notMet(PROWLER + "iam_aws_attached_policy_no_administrative_privileges")
            .met(PROWLER + "iam_administrator_access_with_mfa")
            .notJudged(SSB + "ACCT.03", SSB + "ACCT.04"),
        spoilt("alternate-contacts", "the same person for all three", there -> {})
            .notMet(
                PROWLER
                    + "account_maintain_different_contact_details_to_security_billing_and_operations")
            .met(CIS + "2.3", ASH + "Account.1")
            .notJudged(SSB + "ACCT.01"),
        spoilt("contact-phone", "a valid number, of whom nobody knows", there -> {})
            .notJudged(CIS + "2.2", PROWLER + "account_maintain_current_contact_details"),
        spoilt(
                "seal-root",
                "a root user who was used the day before yesterday",
                there -> {
                  there.practice.assignRootMfa();
                  there.apply("admin-group");
                  there.pass(Duration.ofHours(30));
                })
            .notMet(CIS + "2.7", PROWLER + "iam_avoid_root_usage"));
  }

  private static void second(There there) {
    there.bench.clients().iam().createUser(r -> r.userName("sora"));
    there.bench.clients().iam().addUserToGroup(r -> r.groupName("Administrators").userName("sora"));
  }

  private static List<Spoilt> records() {
    return List.of(
        spoilt("trail", "a trail without a KMS key and without access logs", there -> {})
            .notMet(
                CIS + "4.5", ASH + "CloudTrail.2", PROWLER + "cloudtrail_kms_encryption_enabled")
            .notMet(CIS + "4.4", ASH + "CloudTrail.7")
            .notMet(PROWLER + "cloudtrail_logs_s3_bucket_access_logging_enabled")
            .notJudged(CIS + "3.1.1", PROWLER + "cloudtrail_cloudwatch_logging_enabled")
            .met(CIS + "4.1", CIS + "4.2", ASH + "CloudTrail.5", ASH + "CloudTrail.6"),
        spoilt("trail", "a second trail, of one Region, that can't be checked", ControlsTest::trail)
            .notMet(CIS + "4.2", ASH + "CloudTrail.4", ASH + "CloudTrail.5")
            .notMet(PROWLER + "cloudtrail_log_file_validation_enabled")
            .met(CIS + "4.1"),
        spoilt("monitoring", "only the monitors that are recommended", there -> {})
            .notMet(CIS + "5.9", CIS + "5.13", CIS + "5.15")
            .notMet(ASH + "CloudWatch.9", ASH + "CloudWatch.13")
            .notMet(PROWLER + "cloudwatch_changes_to_network_route_tables_alarm_configured")
            .met(CIS + "5.1", CIS + "5.3", ASH + "CloudWatch.1", ASH + "CloudWatch.4"),
        spoilt("monitoring", "a filter in other words", ControlsTest::otherWords)
            .notJudged(
                ASH + "CloudWatch.14", PROWLER + "cloudwatch_changes_to_vpcs_alarm_configured")
            .met(CIS + "5.14", CIS + "5.12"),
        spoilt("config-recorder", "a recorder with a role of somebody's own", ControlsTest::ownRole)
            .notMet(ASH + "Config.1", PROWLER + "config_recorder_using_aws_service_role")
            .notJudged(CIS + "4.3", PROWLER + "config_recorder_all_regions_enabled"));
  }

  private static void ownRole(There there) {
    there
        .bench
        .clients()
        .iam()
        .createRole(
            r ->
                r.roleName("mine")
                    .assumeRolePolicyDocument(
                        Policies.of(List.of(Policies.trust("config.amazonaws.com")))));
    there
        .bench
        .clients()
        .config()
        .putConfigurationRecorder(
            r ->
                r.configurationRecorder(
                    recorder ->
                        recorder
                            .name("default")
                            .roleARN("arn:aws:iam::123456789012:role/mine")
                            .recordingGroup(
                                group ->
                                    group.allSupported(true).includeGlobalResourceTypes(true))));
  }

  private static void trail(There there) {
    String bucket = "firstday-trail-123456789012-" + HOME;
    Clients.in(there.bench.source(), "eu-west-1")
        .cloudTrail()
        .createTrail(r -> r.name("old").s3BucketName(bucket).isMultiRegionTrail(false));
  }

  private static void otherWords(There there) {
    var logs = there.bench.clients().logs();
    var ours =
        logs.describeMetricFilters(r -> r.logGroupName(TrailLogs.GROUP)).metricFilters().stream()
            .filter(filter -> filter.filterPattern().equals(Monitor.VPC_CHANGE.patterns().get(0)))
            .findFirst()
            .orElseThrow();
    logs.putMetricFilter(
        r ->
            r.logGroupName(TrailLogs.GROUP)
                .filterName(ours.filterName())
                .filterPattern(ours.filterPattern().replace("=", " = "))
                .metricTransformations(ours.metricTransformations()));
  }

  private static List<Spoilt> regions() {
    return List.of(
        spoilt("config-recorder", "AWS Config looked at in one Region", there -> {})
            .notJudged(CIS + "4.3", ASH + "Config.1"),
        spoilt("ebs-encryption", "encryption looked at in one Region", there -> {})
            .answered("ebs-encryption.regions", "home")
            .notJudged(CIS + "6.1.1", SSB + "WKLD.08", ASH + "EC2.7")
            .notJudged(PROWLER + "ec2_ebs_default_encryption"),
        spoilt("imdsv2", "IMDSv2 looked at in two Regions", there -> {})
            .answered("imdsv2.regions", HOME + ", us-east-1")
            .notJudged(PROWLER + "ec2_instance_account_imdsv2_enabled"),
        spoilt("access-analyzer", "analyzers looked at in one Region", there -> {})
            .answered("access-analyzer.regions", "home")
            .notJudged(CIS + "2.18", SSB + "ACCT.11", ASH + "IAM.28"),
        spoilt(
                "access-analyzer",
                "an analyzer of another kind that does not work",
                there ->
                    there.practice.workload(HOME).analyzer("u", "ACCOUNT_UNUSED_ACCESS", "FAILED"))
            .notMet(PROWLER + "accessanalyzer_enabled")
            .met(CIS + "2.18", ASH + "IAM.28"),
        spoilt("guardduty", "GuardDuty looked at in one Region", there -> {})
            .answered("guardduty.regions", "home")
            .notJudged(ASH + "GuardDuty.1", SSB + "ACCT.14", PROWLER + "guardduty_is_enabled"));
  }

  private static List<Spoilt> workloads() {
    return List.of(
        spoilt(
                "backups",
                "a database whose backups are gone after a day",
                there -> {
                  there.practice.workload(HOME).database("shop");
                  there
                      .bench
                      .clients()
                      .rds()
                      .modifyDBInstance(
                          r -> r.dbInstanceIdentifier("shop").backupRetentionPeriod(1));
                })
            .answered("backups.regions", "enabled", "backups.retention-days", "1")
            .notMet(ASH + "RDS.11")
            .met(PROWLER + "rds_instance_backup_enabled", ASH + "DynamoDB.2", ASH + "EC2.28"),
        spoilt(
                "service-logs",
                "a network load balancer without logs",
                there -> {
                  there.apply("service-logs");
                  there.practice.workload(HOME).balancer("n", "network", Map.of());
                })
            .answered("service-logs.regions", "enabled")
            .notMet(PROWLER + "elbv2_logging_enabled")
            .met(CIS + "4.7", ASH + "EC2.6", ASH + "ELB.5", PROWLER + "elb_logging_enabled")
            .notJudged(CIS + "4.10"),
        spoilt(
                "secrets",
                "a function with nothing that looks like a secret to us",
                there -> there.practice.workload(HOME).function("f", Map.of("TABLE", "orders")))
            .answered("secrets.regions", "enabled")
            .notJudged(PROWLER + "awslambda_function_no_secrets_in_variables", SSB + "WKLD.03")
            .met(ASH + "ECS.8"));
  }

  @ParameterizedTest
  @MethodSource("spoilt")
  void a_step_that_is_done_meets_no_control_whose_condition_does_not_hold(Spoilt spoilt) {
    There there = new There(spoilt.answers());
    if (spoilt.step().equals("monitoring")) {
      there.apply("trail");
    }
    there.apply(spoilt.step());
    spoilt.spoil().accept(there);
    Map<String, Judgement> controls = there.controls(spoilt.step());
    assertEquals(spoilt.verdict(), there.bench.session().step(spoilt.step()).verdict().get());
    spoilt
        .expected()
        .forEach(
            (control, state) ->
                assertEquals(state, controls.get(control), spoilt + ": " + control));
  }

  /** What even a full apply does not meet, or leaves to a person to judge. */
  private static final Map<String, Judgement> EXCEPTIONS = new LinkedHashMap<>();

  static {
    Stream.of(
            CIS + "2.14",
            CIS + "4.5",
            PROWLER + "cloudtrail_kms_encryption_enabled",
            PROWLER + "iam_aws_attached_policy_no_administrative_privileges",
            ASH + "CloudTrail.2")
        .forEach(control -> EXCEPTIONS.put(control, Judgement.NOT_MET));
    Stream.of(
            CIS + "2.2",
            CIS + "2.13",
            CIS + "3.1.1",
            CIS + "4.10",
            SSB + "ACCT.01",
            SSB + "ACCT.03",
            SSB + "ACCT.04",
            SSB + "WKLD.03",
            SSB + "WKLD.04",
            SSB + "WKLD.08",
            PROWLER + "account_maintain_current_contact_details",
            PROWLER + "cloudtrail_cloudwatch_logging_enabled",
            PROWLER + "iam_policy_attached_only_to_group_or_roles",
            ASH + "IAM.2")
        .forEach(control -> EXCEPTIONS.put(control, Judgement.NOT_JUDGED));
  }

  @Test
  void a_good_account_meets_every_control_that_can_be_told_but_those_that_are_said() {
    There there = new There(everything());
    there.practice.assignRootMfa();
    there.practice.finishUser("aoi");
    String[] steps = Steps.ALL.stream().map(Steps.Registered::id).toArray(String[]::new);
    there.apply(steps);
    there.apply(steps);
    there.pass(Duration.ofDays(3));
    Map<String, Judgement> others = there.controls(steps);
    others.values().removeIf(state -> state == Judgement.MET);
    assertEquals(new HashMap<>(EXCEPTIONS), others);
  }

  @Test
  void a_control_of_several_steps_is_met_only_if_all_say_so() {
    There there = new There(everything());
    there.practice.assignRootMfa();
    there.apply("admin-group");
    there.practice.finishUser("aoi");
    String[] all = {"root-mfa", "admin-group", "user-mfa"};
    assertEquals(Judgement.MET, there.controls(all).get(SSB + "ACCT.05"));
    assertEquals(Judgement.NOT_JUDGED, there.controls("root-mfa").get(SSB + "ACCT.05"));
    second(there);
    assertEquals(Judgement.NOT_MET, there.controls(all).get(SSB + "ACCT.05"));
  }

  @Test
  void what_could_not_be_read_is_not_judged() {
    There there = new There(everything());
    there.practice.denyIn("eu-west-1", "no");
    there.practice.deny("iam:GetAccountPasswordPolicy", "no");
    Map<String, Judgement> controls =
        there.apply("ebs-encryption").controls("ebs-encryption", "password-policy");
    assertEquals(Set.of(Judgement.NOT_JUDGED), Set.copyOf(controls.values()));
  }

  @Test
  void every_fact_is_asked_for_by_a_control_and_stated_by_its_step() {
    There there = new There(everything());
    there.practice.assignRootMfa();
    for (Steps.Registered step : Steps.ALL) {
      StepEntry entry = Bench.CATALOG.step(step.id()).orElseThrow();
      Set<String> asked =
          entry.controls().values().stream()
              .flatMap(list -> list.values().stream())
              .flatMap(control -> control.facts().stream())
              .filter(fact -> !fact.equals(Control.STEP_DONE))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(asked, new TreeSet<>(entry.facts().keySet()), step.id());
      assertEquals(asked, new TreeSet<>(there.bench.assess(step.id()).facts().keySet()), step.id());
    }
  }

  @Test
  void the_report_says_that_the_group_of_administrators_fails_a_control_on_purpose() {
    There there = new There(Bench.ANSWERS).apply("admin-group");
    there.bench.assess("admin-group");
    Report.ReportedControl control =
        new ReportWriter(there.bench.session(), Language.EN)
            .report(List.of(there.bench.session().step("admin-group")), Instant.EPOCH, "1")
            .controls()
            .getFirst();
    assertEquals("2.14", control.id());
    assertTrue(control.notes().getFirst().contains("on purpose"), control.toString());
  }
}
