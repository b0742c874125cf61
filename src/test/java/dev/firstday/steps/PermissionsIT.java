package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.aws.client.SdkClients;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Writes;
import dev.firstday.aws.permissions.AdministratorTrust;
import dev.firstday.aws.permissions.Permissions;
import dev.firstday.aws.permissions.PolicyResources;
import dev.firstday.aws.signin.network.Endpoints;
import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.plan.Change;
import dev.firstday.moto.MotoServer;
import dev.firstday.practice.Scenario;
import dev.firstday.report.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The policies that {@code firstday permissions} prints: held against AWS's service authorization
 * reference, against moto's policy grammar, and against what steps really ask for.
 */
class PermissionsIT {
  private static final Set<String> MEMBERS =
      Set.of("Sid", "Effect", "Action", "Resource", "Condition");

  /** What the service authorization reference says of an action. */
  private record Fact(String level, List<String> arns) {}

  private static Map<String, Fact> facts() {
    Map<String, Fact> facts = new HashMap<>();
    try (InputStream file = Permissions.class.getResourceAsStream("service-authorization.tsv")) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(
              cells ->
                  facts.put(cells[0], new Fact(cells[1], List.of(cells).subList(2, cells.length))));
      return facts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the practice accounts have that is not called as firstday calls it. */
  private static final List<String> THEIR_BUCKETS = List.of("tanaka-works-logs", "mine");

  private static final List<String> THEIR_ROLES = List.of("config");

  /** The policies for somebody who has said what the practice accounts have. */
  static List<Map<String, Object>> policies(List<Steps.Registered> steps, boolean apply) {
    PolicyResources answered = named(steps, Bench.ANSWERS, THEIR_BUCKETS, THEIR_ROLES);
    PolicyResources named =
        new PolicyResources(
            answered.roles(),
            answered.recorderRoles(),
            List.of("Administrators", "Admins"),
            answered.users(),
            answered.buckets(),
            answered.trails());
    return policies(steps, apply, named);
  }

  /** The policies for an account where everything is called as in the answers. */
  private static List<Map<String, Object>> strict() {
    return policies(Steps.ALL, true, named(Steps.ALL, Bench.ANSWERS, List.of(), List.of()));
  }

  private static PolicyResources named(
      List<Steps.Registered> steps,
      Map<String, String> answers,
      List<String> buckets,
      List<String> recorderRoles) {
    return PolicyNames.of(
        steps.stream().map(Steps.Registered::id).toList(),
        catalog(),
        new AnswerBook(catalog(), Map.of(), answers),
        buckets,
        recorderRoles);
  }

  private static List<Map<String, Object>> policies(
      List<Steps.Registered> steps, boolean apply, PolicyResources named) {
    return Permissions.policies(
        operations(steps, apply), "aws", named, Permissions.PolicyUse.MANAGED, new Json());
  }

  private static Catalog catalog() {
    return CatalogReader.builtIn();
  }

  private static List<String> operations(List<Steps.Registered> steps, boolean apply) {
    List<String> operations = new ArrayList<>(Permissions.ALWAYS);
    for (Steps.Registered step : steps) {
      operations.addAll(step.reads());
      if (apply) {
        operations.addAll(step.writes());
      }
    }
    return operations;
  }

  /** The policies for each step alone, and for all of them. */
  static Stream<List<Map<String, Object>>> every() {
    return Stream.concat(
        Steps.ALL.stream().map(step -> policies(List.of(step), true)),
        Stream.of(policies(Steps.ALL, false), policies(Steps.ALL, true)));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> statements(Map<String, Object> policy) {
    return (List<Map<String, Object>>) policy.get("Statement");
  }

  private static List<String> list(Object oneOrMore) {
    return oneOrMore instanceof List<?> more
        ? more.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(oneOrMore));
  }

  @ParameterizedTest
  @MethodSource("every")
  void each_is_one_that_iam_takes(List<Map<String, Object>> policies) {
    assertFalse(policies.isEmpty());
    for (Map<String, Object> policy : policies) {
      assertEquals(Set.of("Version", "Statement"), policy.keySet());
      assertEquals("2012-10-17", policy.get("Version"));
      int length = Json.indented(policy).replaceAll("\\s", "").length();
      assertTrue(length <= 6144, length + " characters");
      for (Map<String, Object> statement : statements(policy)) {
        assertTrue(MEMBERS.containsAll(statement.keySet()), statement::toString);
        assertEquals("Allow", statement.get("Effect"));
        assertFalse(list(statement.get("Action")).isEmpty());
        assertTrue(
            list(statement.get("Resource")).stream()
                .allMatch(arn -> arn.equals("*") || arn.matches("arn:aws:[^:]+:[^:]*:[^:]*:.+")));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("every")
  void each_action_exists_and_may_be_narrowed_to_its_resources(List<Map<String, Object>> policies) {
    Map<String, Fact> facts = facts();
    for (Map<String, Object> policy : policies) {
      for (Map<String, Object> statement : statements(policy)) {
        for (String action : list(statement.get("Action"))) {
          assertTrue(facts.containsKey(action), action + " is not in service-authorization.tsv");
          for (String arn : list(statement.get("Resource"))) {
            assertTrue(
                arn.equals("*") || facts.get(action).arns().stream().anyMatch(t -> fits(arn, t)),
                () -> action + " can't be narrowed to " + arn);
          }
        }
      }
    }
  }

  /** Whether an ARN of ours, which may have wildcards, can be of a type of the reference. */
  private static boolean fits(String arn, String type) {
    String pattern =
        Stream.of(type.split("(?<=})|(?=\\$\\{)"))
            .map(part -> part.startsWith("${") ? ".*" : Pattern.quote(part))
            .reduce("", String::concat);
    return arn.matches(pattern);
  }

  @Test
  void what_writes_is_narrowed_wherever_aws_allows_it() {
    Map<String, Fact> facts = facts();
    Set<String> reads = new TreeSet<>();
    Reads.ALL.forEach(read -> reads.addAll(read.actions()));
    Set<String> wide = new TreeSet<>();
    for (Map<String, Object> policy : policies(Steps.ALL, true)) {
      for (Map<String, Object> statement : statements(policy)) {
        if (statement.get("Resource").equals("*")) {
          wide.addAll(list(statement.get("Action")));
        }
      }
    }
    wide.removeAll(reads);
    wide.removeIf(action -> facts.get(action).arns().isEmpty());
    // Whose account it is says nothing more than who is asking.
    wide.removeIf(action -> action.startsWith("account:"));
    assertEquals(Set.of(), wide);
  }

  @Test
  void the_policy_for_a_check_writes_nothing() {
    Map<String, Fact> facts = facts();
    for (Map<String, Object> policy : policies(Steps.ALL, false)) {
      for (Map<String, Object> statement : statements(policy)) {
        for (String action : list(statement.get("Action"))) {
          String level = facts.get(action).level();
          assertTrue(level.equals("List") || level.equals("Read"), action + ": " + level);
        }
      }
    }
  }

  @Test
  void moto_takes_each_as_a_managed_policy() {
    try (SdkClients moto =
        new SdkClients(
            new SdkClients.Config(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")),
                UrlConnectionHttpClient.create(),
                Optional.empty(),
                Endpoints.of(MotoServer.fresh()),
                dev.firstday.aws.operations.CallListener.NONE))) {
      List<Map<String, Object>> all = every().flatMap(List::stream).toList();
      for (int i = 0; i < all.size(); i++) {
        String name = "policy-" + i;
        String document = Json.indented(all.get(i));
        Clients.in(moto, "us-east-1")
            .iam()
            .createPolicy(r -> r.policyName(name).policyDocument(document));
      }
      System.out.println(
          all.size() + " policies; all steps: " + policies(Steps.ALL, true).size() + " documents");
    }
  }

  // What steps really do.

  /** Each step in each account where everything can be written. */
  static Stream<org.junit.jupiter.params.provider.Arguments> everywhere() {
    return StepContractTest.everywhere();
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void it_covers_what_a_step_writes_and_takes_back(String step, Situation there) {
    Bench bench = there.bench();
    List<Change> changes = new ArrayList<>(bench.assess(step).changes());
    List.copyOf(changes).forEach(change -> changes.addAll(change.undo()));
    List<Map<String, Object>> policies = policies(List.of(Steps.find(step).orElseThrow()), true);
    for (Change change : changes) {
      Operation<?, ?> write =
          Writes.find(change.service() + ":" + change.operation()).orElseThrow();
      for (String action : write.actions()) {
        Asked asked = Asked.by(change, action);
        assertTrue(allowed(policies, asked), () -> asked + " of " + change.id());
      }
    }
  }

  /** An apply notes what was there before and after, and an undo looks whether it still is. */
  @ParameterizedTest
  @MethodSource("everywhere")
  void it_covers_the_looks_of_an_apply_and_of_an_undo(String step, Situation there) {
    List<Change> changes = new ArrayList<>(there.bench().assess(step).changes());
    List.copyOf(changes).forEach(change -> changes.addAll(change.undo()));
    Steps.Registered registered = Steps.find(step).orElseThrow();
    for (Change change : changes) {
      change
          .shows()
          .map(read -> read.service() + ":" + read.operation())
          .ifPresent(
              key ->
                  assertTrue(
                      registered.reads().contains(key) || registered.writes().contains(key),
                      () -> step + " looks at " + change.id() + " by " + key));
    }
  }

  @Test
  void it_covers_nothing_that_is_somebody_elses() {
    List<Map<String, Object>> all = strict();
    for (Asked asked :
        List.of(
            asked("iam:CreateRole", "arn:aws:iam::123456789012:role/evil"),
            asked("iam:CreateRole", "arn:aws:iam::123456789012:role/firstday-evil"),
            asked("iam:PutRolePolicy", "arn:aws:iam::123456789012:role/firstday-evil"),
            asked("iam:AttachGroupPolicy", "arn:aws:iam::123456789012:group/developers")
                .with("iam:PolicyARN", "arn:aws:iam::aws:policy/AdministratorAccess"),
            asked("iam:AttachGroupPolicy", "arn:aws:iam::123456789012:group/Administrators")
                .with("iam:PolicyARN", "arn:aws:iam::123456789012:policy/mine"),
            asked("iam:AddUserToGroup", "arn:aws:iam::123456789012:group/developers"),
            asked("iam:CreateLoginProfile", "arn:aws:iam::123456789012:user/aoi"),
            asked("iam:UpdateLoginProfile", "arn:aws:iam::123456789012:user/aoi"),
            asked("iam:DeactivateMFADevice", "arn:aws:iam::123456789012:user/aoi"),
            asked("iam:EnableMFADevice", "arn:aws:iam::123456789012:user/aoi"),
            asked("iam:DeleteUser", "arn:aws:iam::123456789012:user/aoi"),
            asked("iam:DeleteVirtualMFADevice", "arn:aws:iam::123456789012:mfa/aoi"),
            asked("iam:PassRole", "arn:aws:iam::123456789012:role/Admin")
                .with("iam:PassedToService", "config.amazonaws.com"),
            asked("iam:PassRole", "arn:aws:iam::123456789012:role/firstday-events")
                .with("iam:PassedToService", "cloudtrail.amazonaws.com"),
            asked("s3:PutBucketPolicy", "arn:aws:s3:::tanaka-works-logs")
                .with("aws:ResourceAccount", Asked.ACCOUNT),
            asked("s3:PutBucketPublicAccessBlock", "arn:aws:s3:::orders")
                .with("aws:ResourceAccount", Asked.ACCOUNT),
            asked("s3:DeleteBucket", "arn:aws:s3:::tanaka-works-logs"),
            asked("s3:PutBucketPolicy", "arn:aws:s3:::of-another-account")
                .with("aws:ResourceAccount", "999999999999"),
            asked("iam:DeleteRole", "arn:aws:iam::123456789012:role/Admin"),
            asked("iam:PutRolePolicy", "arn:aws:iam::123456789012:role/Admin"),
            asked("iam:PassRole", "arn:aws:iam::123456789012:role/Admin")
                .with("iam:PassedToService", "events.amazonaws.com"),
            asked("iam:PassRole", "arn:aws:iam::123456789012:role/firstday-events")
                .with("iam:PassedToService", "ec2.amazonaws.com"),
            asked(
                    "iam:CreateServiceLinkedRole",
                    "arn:aws:iam::123456789012:role/aws-service-role/ecs")
                .with("iam:AWSServiceName", "ecs.amazonaws.com"),
            asked("ec2:CreateTags", "arn:aws:ec2:us-east-1:123456789012:instance/i-1")
                .with("ec2:CreateAction", "RunInstances"),
            asked("logs:DeleteLogGroup", "arn:aws:logs:us-east-1:123456789012:log-group:app"),
            asked("cloudtrail:DeleteTrail", "arn:aws:cloudtrail:us-east-1:123456789012:trail/main"),
            asked("events:DeleteRule", "arn:aws:events:us-east-1:123456789012:rule/health"),
            asked("sns:DeleteTopic", "arn:aws:sns:us-east-1:123456789012:orders"),
            asked("iam:CreateAccessKey", "arn:aws:iam::123456789012:user/aoi"))) {
      assertFalse(allowed(all, asked), asked::toString);
    }
  }

  @Test
  void it_covers_a_full_apply_and_its_undo_in_an_account_where_all_is_called_as_answered() {
    Bench bench = Bench.of(Scenario.NEW);
    Steps.ALL.forEach(step -> bench.assess(step.id()));
    List<Change> changes = new ArrayList<>();
    bench
        .session()
        .plan(Steps.ALL.stream().map(Steps.Registered::id).toList())
        .changes()
        .forEach(planned -> changes.add(planned.change()));
    List.copyOf(changes).forEach(change -> changes.addAll(change.undo()));
    assertTrue(changes.size() > 100, changes.size() + " changes");
    List<Map<String, Object>> all = strict();
    for (Change change : changes) {
      Operation<?, ?> write =
          Writes.find(change.service() + ":" + change.operation()).orElseThrow();
      for (String action : write.actions()) {
        Asked asked = Asked.by(change, action);
        assertTrue(allowed(all, asked), () -> asked + " of " + change.id());
      }
    }
  }

  @Test
  void what_takes_an_administrators_trust_is_named_in_the_statement_that_takes_it() {
    assertEquals(List.of(AdministratorTrust.values()), Permissions.trust(strict()));
    assertEquals(List.of(), Permissions.trust(policies(Steps.ALL, false)));
    assertEquals(
        List.of(),
        Permissions.trust(policies(List.of(Steps.find("password-policy").orElseThrow()), true)));
    assertEquals(
        List.of(AdministratorTrust.SERVICE_ROLES),
        Permissions.trust(policies(List.of(Steps.find("trail").orElseThrow()), true)));
  }

  @Test
  void without_a_user_in_the_answers_nobodys_password_is_in_it() {
    List<Map<String, Object>> all =
        policies(Steps.ALL, true, named(Steps.ALL, Map.of(), List.of(), List.of()));
    assertFalse(
        all.stream()
            .flatMap(policy -> statements(policy).stream())
            .flatMap(statement -> list(statement.get("Action")).stream())
            .anyMatch(
                action ->
                    action.matches("iam:.*(LoginProfile|MFADevice)")
                        && !action.matches("iam:(Get|List).*")),
        all.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "firstday-?", "a*", "${aws:username}", "x y"})
  void a_name_that_would_widen_a_policy_is_refused(String name) {
    Catalog catalog = catalog();
    AnswerBook answers = new AnswerBook(catalog, Map.of(), Map.of("admin-group.user", name));
    assertThrows(
        IllegalArgumentException.class,
        () -> PolicyNames.of(List.of("trail"), catalog, answers, List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "ap-northeast-1, aws",
    "cn-north-1, aws-cn",
    "us-gov-west-1, aws-us-gov",
    "eusc-de-east-1, aws-eusc"
  })
  void its_arns_are_of_the_regions_partition(String region, String partition) {
    assertEquals(partition, Permissions.partition(region));
  }

  private static Asked asked(String action, String resource) {
    return new Asked(action, resource, Map.of());
  }

  /** As IAM decides: one statement whose action, resource and conditions all match. */
  static boolean allowed(List<Map<String, Object>> policies, Asked asked) {
    return policies.stream()
        .flatMap(policy -> statements(policy).stream())
        .filter(statement -> list(statement.get("Action")).contains(asked.action()))
        .filter(
            statement ->
                list(statement.get("Resource")).stream()
                    .anyMatch(pattern -> asked.resource().matches(wildcards(pattern))))
        .anyMatch(statement -> holds(statement.get("Condition"), asked));
  }

  private static String wildcards(String pattern) {
    return Stream.of(pattern.split("(?<=\\*)|(?=\\*)"))
        .map(part -> part.equals("*") ? ".*" : Pattern.quote(part))
        .reduce("", String::concat);
  }

  private static boolean holds(Object condition, Asked asked) {
    if (!(condition instanceof Map<?, ?> tests)) {
      return true;
    }
    assertTrue(Set.of("StringEquals", "ArnEquals").containsAll(tests.keySet()), tests::toString);
    return tests.values().stream()
        .flatMap(keys -> ((Map<?, ?>) keys).entrySet().stream())
        .allMatch(
            test ->
                String.valueOf(test.getValue())
                    .replace("${aws:PrincipalAccount}", Asked.ACCOUNT)
                    .equals(asked.context().get(test.getKey())));
  }
}
