package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Account;
import dev.firstday.aws.AnsweringApi;
import dev.firstday.aws.SdkCaller;
import dev.firstday.aws.operations.AwsApi;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Texts;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/** Whether a plan is allowed, as IAM's policy simulator tells before anybody says yes. */
class RightsTest {
  private static final String[] FREE = {
    "alternate-contacts", "contact-phone", "budget", "password-policy", "guardduty"
  };

  /** IAM that decides each question by itself. */
  private static final class Iam {
    final List<SimulatePrincipalPolicyRequest> asked = new CopyOnWriteArrayList<>();
    private final Function<Asked, EvaluationResult> decide;

    Iam(Function<Asked, EvaluationResult> decide) {
      this.decide = decide;
    }

    AwsApi source() {
      return AnsweringApi.of(
          request ->
              switch (request) {
                case GetRoleRequest role -> getRole(role);
                case SimulatePrincipalPolicyRequest simulate -> simulatePrincipalPolicy(simulate);
                default -> throw new AssertionError(request);
              });
    }

    PermissionReport of(Plan plan, Identity identity) {
      return new SdkCaller(new Account(identity, source()), source()).rights(plan, identity);
    }

    private GetRoleResponse getRole(GetRoleRequest request) {
      return GetRoleResponse.builder()
          .role(
              Role.builder()
                  .arn("arn:aws:iam::123456789012:role/a/path/" + request.roleName())
                  .build())
          .build();
    }

    /** One action a page, with a result for each resource in it. */
    private SimulatePrincipalPolicyResponse simulatePrincipalPolicy(
        SimulatePrincipalPolicyRequest request) {
      asked.add(request);
      int here = request.marker() == null ? 0 : Integer.parseInt(request.marker());
      String action = request.actionNames().get(here);
      Map<String, String> context =
          request.contextEntries().stream()
              .collect(
                  Collectors.toMap(
                      ContextEntry::contextKeyName, entry -> entry.contextKeyValues().getFirst()));
      List<ResourceSpecificResult> each = new ArrayList<>();
      EvaluationResult last = null;
      for (String arn : request.resourceArns()) {
        last = decide.apply(new Asked(action, arn, context));
        each.add(
            ResourceSpecificResult.builder()
                .evalResourceName(arn)
                .evalResourceDecision(last.evalDecision())
                .missingContextValues(last.missingContextValues())
                .build());
      }
      boolean more = here + 1 < request.actionNames().size();
      return SimulatePrincipalPolicyResponse.builder()
          .evaluationResults(
              last.toBuilder().evalActionName(action).resourceSpecificResults(each).build())
          .isTruncated(more)
          .marker(more ? Integer.toString(here + 1) : null)
          .build();
    }
  }

  private static EvaluationResult says(String decision) {
    return EvaluationResult.builder().evalDecision(decision).build();
  }

  private static Plan plan(Bench bench, String... steps) {
    List.of(steps).forEach(bench::assess);
    return bench.session().plan(List.of(steps));
  }

  private static Identity as(Identity.Kind kind, String arn) {
    return new Identity(
        "123456789012",
        Optional.empty(),
        arn,
        kind,
        "me",
        "aws",
        "ap-northeast-1",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static final Identity USER = as(Identity.Kind.USER, "arn:aws:iam::123456789012:user/aoi");

  static Object[][] everywhere() {
    return StepContractTest.everywhere().map(one -> one.get()).toArray(Object[][]::new);
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void whoever_has_the_policy_that_firstday_prints_is_told_that_all_is_allowed(
      String step, Situation there) {
    Plan plan = plan(there.bench(), step);
    List<Map<String, Object>> policies =
        PermissionsIT.policies(List.of(Steps.find(step).orElseThrow()), true);
    Set<String> resources = ConcurrentHashMap.newKeySet();
    Iam iam =
        new Iam(
            asked -> {
              resources.add(asked.resource());
              return says(PermissionsIT.allowed(policies, asked) ? "allowed" : "implicitDeny");
            });
    List<Change> undo =
        plan.changes().stream().flatMap(one -> one.change().undo().stream()).distinct().toList();
    for (Plan one : List.of(plan, Plan.of("123456789012", Map.of(step, undo)))) {
      PermissionReport rights = iam.of(one, USER);
      assertEquals(List.of(), rights.denied(), step);
      assertEquals(List.of(), rights.forbidden());
      assertEquals(List.of(), rights.untested());
      assertEquals(one.isEmpty(), rights.allowed().isEmpty());
    }
    namesAreAskedFor(plan, resources);
  }

  private static void namesAreAskedFor(Plan plan, Set<String> resources) {
    for (Plan.Planned planned : plan.changes()) {
      Map<String, Object> request = planned.change().request();
      for (String member : List.of("Bucket", "GroupName", "logGroupName", "AlarmName", "Rule")) {
        if (request.get(member) instanceof String name && !name.startsWith("arn:")) {
          assertTrue(
              resources.stream().anyMatch(arn -> arn.startsWith("arn:aws:") && arn.endsWith(name)),
              name + " in " + resources);
        }
      }
    }
    resources.forEach(arn -> assertTrue(arn.equals("*") || !arn.contains("*"), arn));
  }

  @Test
  void an_administrator_of_the_practice_account_may_do_everything_in_few_calls() {
    Bench bench = Bench.of(Scenario.NEW);
    String[] all = Steps.ALL.stream().map(Steps.Registered::id).toArray(String[]::new);
    Plan plan = plan(bench, all);
    bench.calls();
    PermissionReport rights = bench.session().rights(plan);
    assertTrue(rights.all() > 50, rights.toString());
    assertEquals(rights.all(), rights.allowed().size());
    assertEquals(Optional.empty(), rights.why());
    List<String> calls = bench.calls();
    assertEquals(List.of("iam:SimulatePrincipalPolicy"), calls.stream().distinct().toList());
    assertTrue(calls.size() <= 25, calls.size() + " calls");
  }

  @Test
  void what_is_denied_is_told_apart_from_what_no_policy_can_allow() {
    Bench bench = Bench.of(Scenario.DENIED);
    PermissionReport rights = bench.session().rights(plan(bench, FREE));
    assertEquals(
        List.of("account:PutAlternateContact", "account:PutContactInformation"), rights.denied());
    assertEquals(List.of("iam:UpdateAccountPasswordPolicy"), rights.forbidden());
    assertTrue(rights.allowed().contains("guardduty:CreateDetector"));
    String text = new Texts(Language.EN).rights(rights);
    assertTrue(text.contains("account:PutAlternateContact"), text);
    assertTrue(text.contains("firstday permissions apply"), text);
  }

  @Test
  void where_the_simulation_is_not_allowed_nothing_is_tested_and_one_call_was_made() {
    Bench bench = Bench.of(Scenario.NEW);
    Plan plan = plan(bench, FREE);
    ((PracticeAccount) bench.source()).deny("iam:SimulatePrincipalPolicy", "no");
    bench.calls();
    PermissionReport rights = bench.session().rights(plan);
    assertEquals(rights.all(), rights.untested().size());
    assertFalse(rights.lacking());
    assertEquals(
        Optional.of(Note.of("rights.not-allowed", "iam:SimulatePrincipalPolicy")), rights.why());
    assertEquals(1, bench.calls().size());
  }

  @Test
  void the_root_user_is_not_simulated() {
    Iam iam = new Iam(asked -> says("allowed"));
    Plan plan = plan(Bench.of(Scenario.NEW), FREE);
    PermissionReport rights =
        iam.of(plan, as(Identity.Kind.ROOT, "arn:aws:iam::123456789012:root"));
    assertEquals(rights.all(), rights.untested().size());
    assertEquals("root user: not tested", new Texts(Language.EN).rights(rights));
    assertEquals(List.of(), iam.asked);
    PermissionReport federated =
        iam.of(plan, as(Identity.Kind.FEDERATED, "arn:aws:sts::123456789012:federated-user/x"));
    assertEquals(Optional.of(Note.of("rights.no-principal")), federated.why());
    assertEquals(List.of(), iam.asked);
  }

  @Test
  void a_session_is_simulated_by_its_role_with_the_path_that_its_own_arn_lacks() {
    Iam iam = new Iam(asked -> says("allowed"));
    PermissionReport rights =
        iam.of(
            plan(Bench.of(Scenario.NEW), FREE),
            as(Identity.Kind.ROLE, "arn:aws:sts::123456789012:assumed-role/Admin/someone"));
    assertEquals(List.of(), rights.untested());
    assertEquals(
        List.of("arn:aws:iam::123456789012:role/a/path/Admin"),
        iam.asked.stream().map(one -> one.policySourceArn()).distinct().toList());
  }

  @Test
  void what_depends_on_the_call_itself_is_not_called_denied() {
    Iam iam =
        new Iam(
            asked ->
                EvaluationResult.builder()
                    .evalDecision("explicitDeny")
                    .missingContextValues("aws:MultiFactorAuthPresent")
                    .build());
    PermissionReport rights = iam.of(plan(Bench.of(Scenario.NEW), FREE), USER);
    assertFalse(rights.lacking());
    assertEquals(Optional.of(Note.of("rights.unsure")), rights.why());
  }

  @Test
  void that_one_name_is_not_allowed_does_not_say_so_of_an_id_that_aws_gives() {
    Plan plan = plan(Bench.of(Scenario.NEW), "guardduty");
    PermissionReport rights = new Iam(asked -> says("implicitDeny")).of(plan, USER);
    assertTrue(rights.denied().contains("guardduty:CreateDetector"), rights.toString());
    assertTrue(rights.untested().contains("guardduty:TagResource"), rights.toString());
  }

  @Test
  void the_practice_simulator_pages_and_knows_groups() {
    Bench bench = Bench.of(Scenario.HALF_DONE);
    IamClient iam = bench.clients().iam();
    var first =
        iam.simulatePrincipalPolicy(
            r ->
                r.policySourceArn("arn:aws:iam::123456789012:user/ren")
                    .actionNames("iam:CreateUser", "iam:CreateGroup")
                    .maxItems(1));
    assertTrue(first.isTruncated());
    assertEquals("implicitDeny", first.evaluationResults().getFirst().evalDecisionAsString());
    iam.addUserToGroup(r -> r.groupName("Admins").userName("ren"));
    var second =
        iam.simulatePrincipalPolicy(
            r ->
                r.policySourceArn("arn:aws:iam::123456789012:user/ren")
                    .actionNames("iam:CreateUser", "iam:CreateGroup")
                    .marker(first.marker()));
    assertFalse(second.isTruncated());
    assertEquals("iam:CreateGroup", second.evaluationResults().getFirst().evalActionName());
    assertEquals("allowed", second.evaluationResults().getFirst().evalDecisionAsString());
  }

  @Test
  void every_text_about_rights_is_there_in_both_languages() {
    List<String> many = List.of("a:B", "c:D", "e:F", "g:H", "i:J", "k:L");
    PermissionReport some =
        new PermissionReport(
            many, List.of(), List.of(), many, Optional.of(Note.of("rights.unsure")));
    PermissionReport lacking = new PermissionReport(many, many, many, many, Optional.empty());
    for (Language language : Language.values()) {
      Texts wording = new Texts(language);
      assertTrue(wording.rights(some).matches(".*\\b6\\b.*\\b12\\b.*|.*\\b12\\b.*\\b6\\b.*"));
      assertTrue(wording.rights(lacking).contains("a:B, c:D, e:F, g:H"));
      assertFalse(wording.rights(lacking).contains("i:J"));
    }
  }
}
