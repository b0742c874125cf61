package dev.firstday.steps;

import dev.firstday.aws.Clients;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.Workload;
import dev.firstday.steps.money.BudgetStepTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An account to hold every step's contract against.
 *
 * @param name what is special about it
 * @param silent whether the alerts of its budgets reach nobody
 * @param hand what somebody did before
 */
record Situation(
    String name,
    Scenario scenario,
    Map<String, String> answers,
    boolean silent,
    Consumer<Clients> hand) {
  private Situation(String name, Scenario scenario, Map<String, String> answers, boolean silent) {
    this(name, scenario, answers, silent, there -> {});
  }

  /** Answers that name whatever {@link #much} leaves running, in two Regions. */
  private static final Map<String, String> EVERYTHING =
      Bench.answers(
          "regions", "enabled",
          "trail.bucket-access-logging", "true",
          "user-mfa.deactivate", "AKIAPRACTICE00000001",
          "backups.resources", "rds:shop, dynamodb:orders",
          "deletion-protection.resources",
              "rds:shop, rds-cluster:aurora, dynamodb:orders, elb:web, ec2:i-0a1b2c3d4e5f60002,"
                  + " stack:shop");

  /** Something of each kind that steps look at. */
  private static void much(Workload here) {
    here.cluster("aurora");
    here.stack("shop", "CREATE_COMPLETE");
    here.fileSystem("fs-1", false);
    here.volume("vol-1");
    here.backupPlan("daily", "arn:aws:ec2:ap-northeast-1:123456789012:volume/vol-1");
    here.task("web", 1, Map.of("TABLE", "orders"));
    here.classicBalancer("old", false);
    here.distribution("E1", false);
  }

  /** Where everything can be written. */
  static List<Situation> open() {
    return List.of(
        new Situation("new", Scenario.NEW, Bench.ANSWERS, false),
        new Situation("half done", Scenario.HALF_DONE, Bench.ANSWERS, false),
        new Situation(
            "no MFA, zero spend",
            Scenario.HALF_DONE,
            Bench.answers("password-policy.mfa-used", "false", "budget.kind", "zero-spend"),
            false),
        new Situation("much runs, everything named", Scenario.HALF_DONE, EVERYTHING, false),
        new Situation("by hand, open", Scenario.NEW, Bench.ANSWERS, false, ByHand::open));
  }

  /** Where something is odd. */
  static List<Situation> odd() {
    return List.of(
        new Situation("no answers", Scenario.NEW, Map.of(), false),
        new Situation(
            "the administrator is there", Scenario.NEW, Map.of("admin-group.user", "aoi"), false),
        new Situation("denied", Scenario.DENIED, Bench.ANSWERS, false),
        new Situation("silent alerts", Scenario.HALF_DONE, Bench.ANSWERS, true));
  }

  Bench bench() {
    return new Bench(
        listener -> {
          PracticeAccount practice = Bench.practice(scenario, listener);
          if (answers == EVERYTHING) {
            much(practice.workload("ap-northeast-1"));
          }
          if (silent) {
            practice.add(
                (service, operation) ->
                    operation.equals("DescribeSubscribersForNotification")
                        ? Optional.of(BudgetStepTest.notFound())
                        : Optional.empty());
          }
          hand.accept(Clients.in(practice, "ap-northeast-1"));
          return practice;
        },
        answers);
  }

  @Override
  public String toString() {
    return name;
  }
}
