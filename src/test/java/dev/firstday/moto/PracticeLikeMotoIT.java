package dev.firstday.moto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.aws.Clients;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.RecoveryPrompt;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.Workload;
import dev.firstday.steps.Bench;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.elasticloadbalancing.model.Listener;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** The practice account beside an emulator that others wrote, step by step. */
@Timeout(300)
class PracticeLikeMotoIT {
  private Bench moto;
  private Bench practice;

  @BeforeEach
  void two_new_accounts() {
    Map<String, String> answers = new HashMap<>(Bench.ANSWERS);
    answers.put("regions", "ap-northeast-1, us-east-1");
    moto = StepsOnMotoIT.bench(MotoServer.fresh(), answers);
    practice = new Bench(listener -> Bench.practice(Scenario.NEW, listener), answers);
    // The practice account was opened by somebody.
    moto.clients().iam().createUser(r -> r.userName("aoi"));
    moto.clients()
        .iam()
        .attachUserPolicy(
            r -> r.userName("aoi").policyArn("arn:aws:iam::aws:policy/AdministratorAccess"));
    moto.clients().iam().createLoginProfile(r -> r.userName("aoi").password("Practice-1-Practice"));
  }

  /**
   * Where the two may differ: the calls that moto lacks, or answers in another way than AWS, and
   * what a step says then. Everything else that moto leads to is the practice account's as well.
   */
  private static final Map<String, List<String>> LACKING =
      Map.of(
          "contact-phone", List.of("account:GetContactInformation"),
          "governing-law",
              List.of(
                  "account:GetContactInformation",
                  "taxsettings:ListTaxRegistrations",
                  "artifact:ListCustomerAgreements"),
          "budget", List.of("budgets:DescribeSubscribersForNotification", "budget-there"),
          "cost-anomaly", List.of("ce:GetAnomalyMonitors"),
          "config-rules", List.of("configservice:DescribeComplianceByConfigRule"),
          // Its report has no row of the root user.
          "seal-root", List.of("iam:GetCredentialReport"),
          "backups", List.of("backup:ListProtectedResources"),
          "imdsv2", List.of("ec2:GetInstanceMetadataDefaults"),
          "access-analyzer", List.of("accessanalyzer:ListAnalyzers"));

  /** What AWS does by itself and moto does not: a new detector has plans that nobody chose. */
  private static final List<String> OTHERWISE = List.of("finding plans-kept ");

  private static List<String> ids(Bench bench) {
    return bench.session().steps().stream().map(step -> step.entry().id()).toList();
  }

  private static Map<String, List<String>> seen(Bench bench) {
    bench.invalidate();
    bench.session().check(ids(bench));
    Map<String, List<String>> seen = new LinkedHashMap<>();
    ids(bench)
        .forEach(id -> seen.put(id, said(bench.session().step(id).assessment().orElseThrow())));
    return seen;
  }

  /**
   * The verdict, each finding, and each change with what undoes it; without what differs by nature.
   */
  private static List<String> said(Assessment assessment) {
    List<String> said = new ArrayList<>();
    said.add("verdict " + assessment.verdict());
    for (Finding finding : assessment.findings()) {
      String region = finding.region().orElse("-");
      said.add(
          plain("finding %s %s %s".formatted(finding.code(), region, finding.note().values())));
    }
    for (Change change : assessment.changes()) {
      said.add(plain("change " + change.id() + " " + call(change)));
      change.undo().forEach(undo -> said.add(plain("undo " + change.id() + " " + call(undo))));
    }
    return said;
  }

  private static String call(Change change) {
    return "%s:%s %s %s"
        .formatted(
            change.service(), change.operation(), change.region(), new TreeMap<>(change.request()));
  }

  private static String plain(String text) {
    return text.replace(
            "\"Effect\":\"Allow\",\"Sid\":\"__default_statement_ID\"",
            "\"Sid\":\"__default_statement_ID\",\"Effect\":\"Allow\"")
        .replaceAll("vpc-[0-9a-f]{8,}", "VPC")
        // moto's report is older than the account.
        .replaceAll("(report-age - ).*", "$1TIME")
        .replaceAll("[0-9a-f]{32}", "DETECTOR")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID");
  }

  private void same(String when) {
    Map<String, List<String>> there = seen(moto);
    Map<String, List<String>> here = seen(practice);
    Map<String, List<String>> different = new TreeMap<>();
    for (String id : there.keySet()) {
      List<String> lines = new ArrayList<>();
      boolean lacking = LACKING.containsKey(id);
      there.get(id).stream()
          .filter(line -> !here.get(id).contains(line))
          .filter(line -> !lacking || !excused(id, line))
          .forEach(line -> lines.add("on moto: " + line));
      here.get(id).stream()
          .filter(line -> !lacking && !there.get(id).contains(line))
          .filter(line -> OTHERWISE.stream().noneMatch(line::startsWith))
          .forEach(line -> lines.add("in practice: " + line));
      if (!lines.isEmpty()) {
        different.put(id, lines);
      }
    }
    assertEquals(Map.of(), different, when);
  }

  private static boolean excused(String id, String line) {
    return line.equals("verdict UNSEEN") || LACKING.get(id).stream().anyMatch(line::contains);
  }

  private void both(Consumer<Clients> hand) {
    hand.accept(moto.clients());
    hand.accept(practice.clients());
  }

  private void applyBoth() {
    for (Bench bench : List.of(moto, practice)) {
      Plan plan = bench.session().plan(ids(bench));
      Outcome outcome =
          bench
              .session()
              .apply(
                  plan.confirm(bench.session().identity().lastFour()).orElseThrow(),
                  Optional.empty(),
                  event -> {},
                  () -> false,
                  RecoveryPrompt.NONE);
      assertEquals(Optional.empty(), outcome.problem());
    }
    // moto knows no mail that waits to be confirmed.
    practice.confirmMails();
  }

  @Test
  void new_applied_and_what_somebody_took_away_again() {
    same("new");
    applyBoth();
    same("applied");
    both(PracticeLikeMotoIT::takeAway);
    same("some taken away");
    applyBoth();
    same("completed");
  }

  /** Something of each step goes, or is weakened. */
  private static void takeAway(Clients there) {
    there.cloudTrail().updateTrail(r -> r.name("firstday").enableLogFileValidation(false));
    there.iam().deleteAccountPasswordPolicy();
    there.iam().deleteRolePolicy(r -> r.roleName("firstday-trail").policyName("firstday-trail"));
    there.account().deleteAlternateContact(r -> r.alternateContactType("SECURITY"));
    there.logs().deleteRetentionPolicy(r -> r.logGroupName("firstday-trail"));
    there
        .logs()
        .deleteMetricFilter(
            r -> r.logGroupName("firstday-trail").filterName("firstday-VPCChanges"));
    there.cloudWatch().deleteAlarms(r -> r.alarmNames("firstday-RootAccountUsage"));
    there.cloudTrail().stopLogging(r -> r.name("firstday"));
    there.config().stopConfigurationRecorder(r -> r.configurationRecorderName("default"));
    there.config().deleteConfigRule(r -> r.configRuleName("firstday-restricted-ssh"));
    there.ec2().disableEbsEncryptionByDefault(r -> {});
    String bucket = "firstday-trail-123456789012-ap-northeast-1";
    there.s3().deleteBucketPolicy(r -> r.bucket(bucket));
    there
        .s3()
        .putBucketVersioning(
            r -> r.bucket(bucket).versioningConfiguration(v -> v.status("Suspended")));
    there.s3().deletePublicAccessBlock(r -> r.bucket(bucket));
    there.s3().deleteBucketLifecycle(r -> r.bucket(bucket));
    String detector = there.guardDuty().listDetectors(r -> {}).detectorIds().getFirst();
    there.guardDuty().updateDetector(r -> r.detectorId(detector).enable(false));
    there
        .s3Control()
        .putPublicAccessBlock(
            r ->
                r.accountId("123456789012")
                    .publicAccessBlockConfiguration(c -> c.blockPublicAcls(true)));
  }

  @Test
  void what_somebody_began_by_hand_is_seen_and_completed_alike() {
    both(PracticeLikeMotoIT::begin);
    same("begun by hand");
    applyBoth();
    same("completed");
  }

  /**
   * Somebody's own trail, topic, recorder, detector, budget, contact and policy: each lacks
   * something.
   */
  private static void begin(Clients there) {
    there
        .s3()
        .createBucket(
            r ->
                r.bucket("mine")
                    .createBucketConfiguration(c -> c.locationConstraint("ap-northeast-1")));
    // On AWS a new bucket is encrypted and closed; on moto it is neither.
    there
        .s3()
        .putBucketEncryption(
            r ->
                r.bucket("mine")
                    .serverSideEncryptionConfiguration(
                        c ->
                            c.rules(
                                ServerSideEncryptionRule.builder()
                                    .applyServerSideEncryptionByDefault(
                                        by -> by.sseAlgorithm("AES256"))
                                    .build())));
    there
        .s3()
        .putPublicAccessBlock(
            r -> r.bucket("mine").publicAccessBlockConfiguration(c -> c.blockPublicAcls(true)));
    there.s3().putBucketPolicy(r -> r.bucket("mine").policy(POLICY));
    there.cloudTrail().createTrail(r -> r.name("mine").s3BucketName("mine").s3KeyPrefix("logs"));
    there.sns().createTopic(r -> r.name("firstday-alerts"));
    // moto gives service-linked roles other names than AWS does, so this is another role.
    there.iam().createRole(r -> r.roleName("mine").assumeRolePolicyDocument(TRUST));
    there
        .config()
        .putConfigurationRecorder(
            r ->
                r.configurationRecorder(
                    c ->
                        c.name("mine")
                            .roleARN(ROLE)
                            .recordingGroup(
                                g ->
                                    g.allSupported(false)
                                        .includeGlobalResourceTypes(false)
                                        .resourceTypesWithStrings("AWS::EC2::Instance"))));
    there.guardDuty().createDetector(r -> r.enable(true));
    there.ec2().enableEbsEncryptionByDefault(r -> {});
    there
        .iam()
        .updateAccountPasswordPolicy(
            r -> r.minimumPasswordLength(8).requireSymbols(true).maxPasswordAge(90));
    there
        .account()
        .putAlternateContact(
            r ->
                r.alternateContactType("BILLING")
                    .name("Ren Sato")
                    .title("Accounts")
                    .emailAddress("ren@example.com")
                    .phoneNumber("+81312345678"));
    there
        .budgets()
        .createBudget(
            r ->
                r.accountId("123456789012")
                    .budget(
                        b ->
                            b.budgetName("mine")
                                .budgetType(BudgetType.COST)
                                .timeUnit(TimeUnit.MONTHLY)
                                .budgetLimit(l -> l.amount(new BigDecimal("10")).unit("USD"))));
    there
        .s3Control()
        .putPublicAccessBlock(
            r ->
                r.accountId("123456789012")
                    .publicAccessBlockConfiguration(
                        c -> c.blockPublicAcls(true).ignorePublicAcls(true)));
  }

  private static final String ROLE = "arn:aws:iam::123456789012:role/mine";

  private static final String TRUST =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "config.amazonaws.com"},
         "Action": "sts:AssumeRole"}]}
      """;

  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"},
         "Action": "s3:GetBucketAcl", "Resource": "arn:aws:s3:::mine"},
        {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"},
         "Action": "s3:PutObject", "Resource": "arn:aws:s3:::mine/*",
         "Condition": {"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control"}}}]}
      """;

  @Test
  void what_runs_is_seen_alike() {
    Clients there = moto.clients();
    Workload here = ((PracticeAccount) practice.source()).workload("ap-northeast-1");
    there
        .dynamoDb()
        .createTable(
            r ->
                r.tableName("orders")
                    .billingMode("PAY_PER_REQUEST")
                    .keySchema(
                        KeySchemaElement.builder().attributeName("id").keyType("HASH").build())
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType("S")
                            .build()));
    here.table("orders", 0);
    there
        .rds()
        .createDBInstance(
            r ->
                r.dbInstanceIdentifier("shop")
                    .dbInstanceClass("db.t4g.micro")
                    .engine("postgres")
                    .backupRetentionPeriod(0));
    here.database("shop");
    String machine =
        there
            .ec2()
            .runInstances(
                r ->
                    r.imageId("ami-12c6146b")
                        .minCount(1)
                        .maxCount(1)
                        .userData(
                            Base64.getEncoder()
                                .encodeToString(SCRIPT.getBytes(StandardCharsets.UTF_8))))
            .instances()
            .getFirst()
            .instanceId();
    here.instance(machine, SCRIPT, false);
    there.ssm().putParameter(r -> r.name("/shop/db-password").type("String").value("practice-x"));
    here.parameter("/shop/db-password", "String");
    there
        .ecs()
        .registerTaskDefinition(
            r ->
                r.family("web")
                    .containerDefinitions(
                        ContainerDefinition.builder()
                            .name("app")
                            .image("app")
                            .memory(128)
                            .environment(
                                KeyValuePair.builder()
                                    .name("DB_PASSWORD")
                                    .value("practice-x")
                                    .build())
                            .build()));
    here.task("web", 1, Map.of("DB_PASSWORD", "practice-x"));
    there.cloudFormation().createStack(r -> r.stackName("shop").templateBody(TEMPLATE));
    here.stack("shop", "CREATE_COMPLETE");
    there
        .classicLoadBalancing()
        .createLoadBalancer(
            r ->
                r.loadBalancerName("old")
                    .availabilityZones("ap-northeast-1a")
                    .listeners(
                        Listener.builder()
                            .protocol("HTTP")
                            .loadBalancerPort(80)
                            .instancePort(80)
                            .build()));
    here.classicBalancer("old", false);
    same("something runs");
  }

  private static final String SCRIPT =
      "#!/bin/sh\nexport AWS_SECRET_ACCESS_KEY=" + "x".repeat(40) + "\n";
  private static final String TEMPLATE =
      """
      {"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}
      """;
}
