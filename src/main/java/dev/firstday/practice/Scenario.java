package dev.firstday.practice;

import dev.firstday.aws.operations.Reads;
import dev.firstday.practice.billing.BudgetRules;
import dev.firstday.practice.iam.PasswordPolicies;
import dev.firstday.practice.model.Errors;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.account.model.AlternateContact;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.artifact.model.CustomerAgreementState;
import software.amazon.awssdk.services.artifact.model.CustomerAgreementSummary;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.ComparisonOperator;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationType;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.budgets.model.SubscriptionType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;
import software.amazon.awssdk.services.costexplorer.model.AnomalyMonitor;
import software.amazon.awssdk.services.costexplorer.model.MonitorDimension;
import software.amazon.awssdk.services.costexplorer.model.MonitorType;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/** How a practice account stands when nobody has worked on it yet. */
public enum Scenario {
  /** Opened today: nothing is set. */
  NEW,
  /** Somebody began by hand: some things are there, some are weak or wrong. */
  HALF_DONE,
  /** As new, but much is not allowed: by the person's own policies, and by the organization's. */
  DENIED,
  /** As new, but AWS asks for fewer calls at first; who looks again gets an answer. */
  THROTTLED,
  /** No call gets an answer. */
  OFFLINE,
  /** As new, but every answer takes its time. */
  SLOW;

  /** Services that are quick to ask for fewer calls. */
  private static final Set<String> BUSY =
      Set.of("ce", "cloudwatch", "configservice", "guardduty", "logs");

  private static final int THROTTLED_CALLS = 3;

  private static final String NOT_ALLOWED =
      "User: %s is not authorized to perform: %s on resource: %s because no identity-based policy"
          + " allows the %2$s action";
  private static final String FORBIDDEN =
      "User: %s is not authorized to perform: %s on resource: %s with an explicit deny in a service"
          + " control policy";

  /** Its name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The scenario of a name. */
  public static Optional<Scenario> of(String id) {
    return Stream.of(values()).filter(scenario -> scenario.id().equals(id)).findFirst();
  }

  /** How long every call takes in this scenario. */
  Duration latency() {
    return this == SLOW ? Duration.ofMillis(2500) : Duration.ZERO;
  }

  void prepare(PracticeState model) {
    // Whoever is signed in: made with the account, an administrator without MFA.
    People.UserRecord aoi = model.people.add(new People.UserRecord("aoi", model.opened));
    aoi.password = Optional.of(model.opened);
    aoi.policies.add(People.ADMINISTRATOR);
    switch (this) {
      case NEW, THROTTLED, OFFLINE, SLOW -> {}
      // A service control policy binds the members of an organization only.
      case DENIED -> model.managementAccount = Optional.of("210987654321");
      case HALF_DONE -> begin(model);
    }
  }

  private static void begin(PracticeState model) {
    HalfDoneRecords.prepare(model);
    HalfDoneWatch.prepare(model);
    runSomething(model);
    people(model);
    contract(model);
    model.rootMfa = PracticeState.RootMfa.VIRTUAL;
    model.contact = model.contact.toBuilder().phoneNumber("+8109012345678").build();
    model.contacts.put(
        AlternateContactType.SECURITY,
        AlternateContact.builder()
            .alternateContactType(AlternateContactType.SECURITY)
            .name("Aoi Tanaka")
            .title("Founder")
            .emailAddress("aoi@example.com")
            .phoneNumber("+819012345678")
            .build());
    model.passwordPolicy =
        Optional.of(
            PasswordPolicies.of(
                UpdateAccountPasswordPolicyRequest.builder()
                    .minimumPasswordLength(8)
                    .requireLowercaseCharacters(true)
                    .requireNumbers(true)
                    .allowUsersToChangePassword(true)
                    .build()));
    PracticeState.BudgetRecord budget =
        new PracticeState.BudgetRecord(
            BudgetRules.withDefaults(
                Budget.builder()
                    .budgetName("Monthly")
                    .budgetType(BudgetType.COST)
                    .timeUnit(TimeUnit.MONTHLY)
                    .budgetLimit(limit -> limit.amount(new BigDecimal("100")).unit("USD"))
                    .build(),
                model.opened));
    budget.alert(
        BudgetRules.plain(
            Notification.builder()
                .notificationType(NotificationType.ACTUAL)
                .comparisonOperator(ComparisonOperator.GREATER_THAN)
                .threshold(80.0)
                .build()),
        List.of(
            Subscriber.builder()
                .subscriptionType(SubscriptionType.EMAIL)
                .address("aoi@example.com")
                .build()));
    model.budgets.put(budget.budget().budgetName(), budget);
  }

  /** Users as they are after some months, AWS's own cost monitor, and a contract with AWS Japan. */
  private static void people(PracticeState model) {
    Instant before = model.opened.minus(Duration.ofDays(200));
    model.people.rootUsed = before;
    model.people.rootKeys = 1;
    People.UserRecord aoi = model.people.add(new People.UserRecord("aoi", before));
    aoi.password = Optional.of(before);
    aoi.devices.put("arn:aws:iam::123456789012:mfa/aoi", before);
    People.Team admins = model.people.add(new People.Team("Admins", before));
    admins.policies.add(People.ADMINISTRATOR);
    admins.members.add("aoi");
    model.people.add(new People.UserRecord("ren", before)).password = Optional.of(before);
    People.UserRecord ci = model.people.add(new People.UserRecord("ci", before));
    Optional<Instant> used = Optional.of(model.opened.minus(Duration.ofDays(60)));
    ci.keys.add(new People.AccessKeyRecord("AKIAPRACTICE00000001", before, used));
  }

  private static void contract(PracticeState model) {
    model.costs.add(
        AnomalyMonitor.builder()
            .monitorName("Default-Services-Monitor")
            .monitorType(MonitorType.DIMENSIONAL)
            .monitorDimension(MonitorDimension.SERVICE)
            .build());
    model.seller = Optional.of("Amazon Web Services Japan G.K.");
    model.agreements.add(
        CustomerAgreementSummary.builder()
            .name("AWS Customer Agreement amendment for Japanese law")
            .state(CustomerAgreementState.ACTIVE)
            .awsAccountId(PracticeState.ACCOUNT_ID)
            .effectiveStart(model.opened)
            .build());
  }

  /** A small shop: somebody guarded a part of it, and left a secret lying about. */
  private static void runSomething(PracticeState model) {
    model.workloads.publicAccessBlock =
        Optional.of(
            PublicAccessBlockConfiguration.builder()
                .blockPublicAcls(true)
                .ignorePublicAcls(true)
                .blockPublicPolicy(false)
                .restrictPublicBuckets(false)
                .build());
    Workload elsewhere = model.workloads.in("us-east-1");
    elsewhere.encrypted();
    elsewhere.metadataDefaults("required", 1);
    Workload tokyo = model.workloads.in("ap-northeast-1");
    tokyo.metadataDefaults("optional", 3);
    tokyo.analyzer("by-hand", "ACCOUNT", "ACTIVE");
    tokyo.analyzer("unused", "ACCOUNT_UNUSED_ACCESS", "ACTIVE");
    tokyo.flowLogs("ALL", "SUCCESS");
    tokyo.network("vpc-0a1b2c3d4e5f60001");
    tokyo.database("shop");
    tokyo.table("orders", 3L << 30);
    tokyo.balancer("web", "application", Map.of());
    tokyo.instance("i-0a1b2c3d4e5f60001", "#!/bin/sh\nyum -y update\n", true);
    tokyo.instance("i-0a1b2c3d4e5f60002", "", false);
    tokyo.function(
        "checkout", Map.of("TABLE", "orders", "DB_PASSWORD", "practice-marker-never-shown"));
  }

  void restrict(PracticeAccount account) {
    switch (this) {
      case NEW, HALF_DONE, SLOW -> {}
      case THROTTLED -> {
        Map<String, Integer> calls = new ConcurrentHashMap<>();
        account.add(
            (service, operation) ->
                Optional.of(Errors.throttled(service))
                    .filter(
                        error ->
                            BUSY.contains(service)
                                && Reads.find(service + ":" + operation).isPresent()
                                && calls.merge(operation, 1, Integer::sum) <= THROTTLED_CALLS));
      }
      case OFFLINE -> account.add((service, operation) -> Optional.of(Errors.offline(service)));
      case DENIED -> {
        String contacts = "arn:aws:account::" + PracticeState.ACCOUNT_ID + ":account";
        String budgets = "arn:aws:budgets::" + PracticeState.ACCOUNT_ID + ":budget/*";
        deny(account, NOT_ALLOWED, "account:PutAlternateContact", contacts);
        deny(account, NOT_ALLOWED, "account:DeleteAlternateContact", contacts);
        deny(account, NOT_ALLOWED, "account:PutContactInformation", contacts);
        deny(account, FORBIDDEN, "iam:UpdateAccountPasswordPolicy", "*");
        deny(account, NOT_ALLOWED, "budgets:ViewBudget", budgets);
      }
    }
  }

  private static void deny(PracticeAccount account, String text, String action, String resource) {
    account.deny(action, text.formatted(PracticeState.USER_ARN, action, resource));
  }
}
