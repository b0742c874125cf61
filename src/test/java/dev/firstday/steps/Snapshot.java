package dev.firstday.steps;

import dev.firstday.aws.Clients;
import dev.firstday.practice.PracticeAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.iam.IamClient;

/** Everything in an account that a step can write, to compare. */
public final class Snapshot {
  private Snapshot() {}

  public static List<Object> of(Clients clients) {
    List<Object> all = new ArrayList<>();
    AccountClient account = clients.account();
    all.add(account.getContactInformation(r -> {}).contactInformation());
    for (AlternateContactType type : AlternateContactType.knownValues()) {
      all.add(
          orNone(
              () ->
                  account
                      .getAlternateContact(r -> r.alternateContactType(type))
                      .alternateContact()));
    }
    all.add(orNone(() -> clients.iam().getAccountPasswordPolicy().passwordPolicy()));
    all.add(clients.iam().getAccountSummary().summaryMapAsStrings());
    people(clients.iam(), all);
    budgets(clients.budgets(), all);
    resources(clients, all);
    return all;
  }

  private static void people(IamClient iam, List<Object> all) {
    all.add(iam.listUsers(r -> {}).users());
    all.add(
        iam.listEntitiesForPolicy(r -> r.policyArn("arn:aws:iam::aws:policy/AdministratorAccess"))
            .toString());
    iam.listUsers(r -> {})
        .users()
        .forEach(
            user -> {
              String name = user.userName();
              all.add(orNone(() -> iam.getLoginProfile(r -> r.userName(name)).loginProfile()));
              all.add(iam.listMFADevices(r -> r.userName(name)).mfaDevices());
            });
    all.add(iam.listVirtualMFADevices(r -> {}).virtualMFADevices());
  }

  private static void resources(Clients clients, List<Object> all) {
    all.add(clients.s3().listBuckets(r -> {}).buckets());
    all.add(clients.logs().describeLogGroups(r -> {}).logGroups());
    all.add(clients.cloudTrail().describeTrails(r -> {}).trailList());
    all.add(clients.cloudWatch().describeAlarms(r -> {}).metricAlarms());
    all.add(clients.events().listRules(r -> {}).rules());
    all.add(clients.config().describeConfigRules(r -> {}).configRules());
    all.add(clients.config().describeConfigurationRecorders(r -> {}).configurationRecorders());
    all.add(clients.config().describeDeliveryChannels(r -> {}).deliveryChannels());
    all.add(clients.guardDuty().listDetectors(r -> {}).detectorIds());
    all.add(clients.ec2().describeFlowLogs(r -> {}).flowLogs());
    all.add(clients.costExplorer().getAnomalySubscriptions(r -> {}).anomalySubscriptions());
  }

  private static void budgets(BudgetsClient budgets, List<Object> all) {
    String id = PracticeAccount.ID;
    for (Budget budget :
        budgets.describeBudgets(r -> r.accountId(id).showFilterExpression(true)).budgets()) {
      String name = budget.budgetName();
      all.add(budget);
      for (Notification alert :
          budgets
              .describeNotificationsForBudget(r -> r.accountId(id).budgetName(name))
              .notifications()) {
        all.add(alert);
        all.add(
            budgets
                .describeSubscribersForNotification(
                    r -> r.accountId(id).budgetName(name).notification(alert))
                .subscribers());
      }
    }
  }

  private static Object orNone(Supplier<Object> read) {
    try {
      return read.get();
    } catch (AwsServiceException e) {
      return e.awsErrorDetails().errorCode();
    }
  }
}
