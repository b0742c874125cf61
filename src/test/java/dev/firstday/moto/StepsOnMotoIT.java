package dev.firstday.moto;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.firstday.aws.Clients;
import dev.firstday.aws.client.SdkClients;
import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.signin.network.Endpoints;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.RecoveryPrompt;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.Typist;
import dev.firstday.steps.Bench;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;

/** The steps on the wire, and the practice account beside an emulator that others wrote. */
@Timeout(300)
class StepsOnMotoIT {
  private Bench moto;
  private Bench practice;

  @BeforeEach
  void two_new_accounts() {
    URI endpoint = MotoServer.fresh();
    // Two Regions are enough to see that there are several.
    Map<String, String> answers = new HashMap<>(Bench.ANSWERS);
    answers.put("regions", "ap-northeast-1, us-east-1");
    moto = bench(endpoint, answers);
    practice = new Bench(listener -> Bench.practice(Scenario.NEW, listener), answers);
  }

  /** A bench for moto. */
  static Bench bench(URI endpoint, Map<String, String> answers) {
    return new Bench(listener -> clients(endpoint, listener), answers);
  }

  private static AwsApi clients(URI endpoint, CallListener listener) {
    return new SdkClients(
        new SdkClients.Config(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")),
            UrlConnectionHttpClient.create(),
            Optional.empty(),
            Endpoints.of(endpoint),
            listener));
  }

  /** How each step stands before and after an apply, and which calls moto lacks for it. */
  private static final String TABLE =
      """
      root-mfa TODO TODO
      root-access-keys DONE DONE
      alternate-contacts TODO DONE
      security-questions NOT_APPLICABLE NOT_APPLICABLE
      contact-phone UNSEEN UNSEEN account:GetContactInformation
      governing-law UNSEEN UNSEEN account:GetContactInformation artifact:ListCustomerAgreements taxsettings:ListTaxRegistrations
      budget TODO UNSEEN budgets:DescribeSubscribersForNotification
      budget-report UNATTESTED UNATTESTED
      cost-anomaly UNSEEN UNSEEN ce:GetAnomalyMonitors
      trail TODO DONE
      monitoring TODO DONE
      health-events TODO DONE
      config-recorder TODO DONE
      config-rules TODO DONE
      guardduty TODO DONE
      account-alias TODO DONE
      password-policy TODO DONE
      admin-group TODO DONE
      user-mfa DONE DONE
      billing-access UNATTESTED UNATTESTED
      seal-root TODO TODO
      secrets DONE DONE
      service-logs TODO DONE
      backups DONE DONE
      deletion-protection DONE DONE
      s3-public-access-block TODO DONE
      ebs-encryption TODO DONE
      imdsv2 UNSEEN UNSEEN ec2:GetInstanceMetadataDefaults
      access-analyzer UNSEEN UNSEEN accessanalyzer:ListAnalyzers
      """;

  /** The table's lines for one of its two columns; what moto lacks stands with UNSEEN only. */
  private static List<String> expected(int column) {
    return TABLE
        .lines()
        .map(line -> line.split(" "))
        .map(
            cells ->
                cells[0]
                    + " "
                    + cells[column]
                    + (cells[column].equals("UNSEEN")
                        ? Stream.of(cells).skip(3).map(call -> " " + call).collect(joining())
                        : ""))
        .toList();
  }

  /** How the steps stand, with every call that could not be made. */
  private List<String> seen() {
    List<String> ids = moto.session().steps().stream().map(step -> step.entry().id()).toList();
    moto.session().check(ids);
    return ids.stream().map(id -> id + " " + seen(id)).toList();
  }

  private String seen(String step) {
    Assessment assessment = moto.session().step(step).assessment().orElseThrow();
    List<Problem> problems =
        assessment.findings().stream()
            .flatMap(finding -> finding.problem().stream())
            // moto's credential report has no row of the root user; no call fails for that.
            .filter(problem -> !step.equals("seal-root"))
            .toList();
    problems.forEach(p -> assertEquals(Problem.Kind.UNSUPPORTED, p.kind(), step + ": " + p));
    return assessment.verdict()
        + problems.stream()
            .map(Problem::call)
            .distinct()
            .sorted()
            .map(call -> " " + call)
            .collect(joining());
  }

  @Test
  void every_step_stands_as_expected_and_is_applied_once() {
    assertEquals(expected(1), seen());
    List<String> ids = moto.session().steps().stream().map(step -> step.entry().id()).toList();
    // What is watched can be watched only once there is a log group, so it takes two.
    for (int round = 0; round < 3; round++) {
      Plan plan = moto.session().plan(ids);
      Outcome outcome =
          moto.session()
              .apply(
                  plan.confirm(moto.session().identity().lastFour()).orElseThrow(),
                  Optional.of(new Typist(Clock.systemUTC())),
                  event -> {},
                  () -> false,
                  RecoveryPrompt.NONE);
      assertEquals(Optional.empty(), outcome.problem());
      moto.session().check(ids);
    }
    assertEquals(expected(2), seen());
    assertEquals(List.of(), moto.session().plan(ids).changes());
  }

  @ParameterizedTest
  @CsvSource({"alternate-contacts, DONE", "password-policy, DONE", "budget, UNSEEN"})
  void what_is_applied_is_there_and_not_written_again(String step, Verdict verdict) {
    int changes = moto.assess(step).changes().size();
    moto.calls();
    Outcome outcome = moto.apply(step);
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(changes, moto.writes().size());
    assertEquals(verdict, moto.assess(step).verdict());
    moto.apply(step);
    assertEquals(List.of(), moto.writes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"alternate-contacts", "budget", "password-policy"})
  void what_was_written_can_be_taken_back(String step) throws Exception {
    Assessment before = moto.assess(step);
    moto.apply(step);
    for (Change change : before.changes().reversed()) {
      for (Change undo : change.undo()) {
        moto.caller().write(undo, undo.request());
      }
    }
    assertEquals(before, moto.assess(step));
  }

  @Test
  void a_weak_policy_is_raised_the_same_way() {
    for (Bench bench : List.of(moto, practice)) {
      bench
          .clients()
          .iam()
          .updateAccountPasswordPolicy(
              r -> r.minimumPasswordLength(8).requireSymbols(true).maxPasswordAge(90));
    }
    assertEquals(practice.assess("password-policy"), moto.assess("password-policy"));
    moto.apply("password-policy");
    assertEquals(Verdict.DONE, moto.assess("password-policy").verdict());
  }

  @Test
  void a_budget_without_alerts_is_completed_the_same_way() {
    for (Bench bench : List.of(moto, practice)) {
      bench
          .clients()
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
    }
    Assessment found = moto.assess("budget");
    assertEquals(practice.assess("budget"), found);
    assertEquals(3, found.changes().size());
    moto.calls();
    moto.apply("budget");
    assertEquals(3, moto.writes().size());
  }

  @Test
  void what_moto_can_not_show_is_unseen_and_says_why() {
    moto.apply("budget");
    for (String step : List.of("contact-phone", "budget")) {
      Problem problem = moto.assess(step).problem().orElseThrow();
      assertEquals(Problem.Kind.UNSUPPORTED, problem.kind(), step);
    }
  }

  static Stream<Consumer<Clients>> failures() {
    return Stream.of(
        there -> there.iam().getAccountPasswordPolicy(),
        there -> there.iam().deleteAccountPasswordPolicy(),
        there -> there.account().getAlternateContact(r -> r.alternateContactType("BILLING")),
        there ->
            there.budgets().describeBudget(r -> r.accountId("123456789012").budgetName("none")),
        there -> there.budgets().deleteBudget(r -> r.accountId("123456789012").budgetName("none")),
        there -> there.organizations().describeOrganization());
  }

  @ParameterizedTest
  @MethodSource
  void failures(Consumer<Clients> call) {
    List<String> said = new ArrayList<>();
    for (Bench bench : List.of(moto, practice)) {
      var e = assertThrows(AwsServiceException.class, () -> call.accept(bench.clients()));
      said.add(e.getClass().getSimpleName() + " " + e.awsErrorDetails().errorCode());
    }
    assertEquals(said.getFirst(), said.getLast());
  }
}
