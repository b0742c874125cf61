package dev.firstday.steps;

import dev.firstday.aws.Clients;
import dev.firstday.aws.operations.AwsApi;
import dev.firstday.practice.PracticeAccount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/**
 * Everything in an account that a step can write, to compare: each list, and how each thing in it
 * is set up. What an account does not have, and what an emulator does not know, is its error.
 */
public final class Snapshot {
  private static final String HOME = "ap-northeast-1";

  /** The Regions in which a step of that home writes. */
  private static final List<String> REGIONS = List.of(HOME, "us-east-1", "us-west-2");

  /** What AWS names by chance, and the time of day. */
  private static final String CHANCE =
      "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|\\b1[0-9]{12}\\b|\\b[0-9a-f]{32}\\b"
          + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
          + "|config-rule-\\w{6}|\\bA(IDA|ROA|GPA)[A-Z0-9]{16,17}\\b"
          + "|\\b(fl|vpc)-[0-9a-f]{17}\\b|(?<=GroupId=)\\w+";

  private Snapshot() {}

  /** How one thing is set up. */
  record Thing(String name, List<Object> settings) {}

  /** The account behind clients, part by part. */
  public static List<Object> of(AwsApi source) {
    Clients clients = Clients.in(source, HOME);
    List<Object> all = new ArrayList<>();
    all.add(orNone(() -> clients.account().getContactInformation(r -> {}).contactInformation()));
    for (AlternateContactType type : AlternateContactType.knownValues()) {
      all.add(
          orNone(
              () ->
                  clients
                      .account()
                      .getAlternateContact(r -> r.alternateContactType(type))
                      .alternateContact()));
    }
    people(clients.iam(), all);
    budgets(clients.budgets(), all);
    all.add(clients.s3().listBuckets(r -> {}).buckets());
    all.add(buckets(clients.s3()));
    logging(clients, all);
    watching(clients, all);
    REGIONS.forEach(region -> all.add(rules(Clients.in(source, region).events())));
    return all;
  }

  /** The same account of an emulator that names things by chance, as texts without these names. */
  public static List<String> withoutChance(AwsApi source) {
    return of(source).stream()
        .flatMap(part -> part instanceof List<?> list ? list.stream() : Stream.of(part))
        .map(part -> text(part).replaceAll(CHANCE, "*"))
        .sorted()
        .toList();
  }

  /** The SDK's own texts hide e-mail addresses and the like. */
  private static String text(Object part) {
    return switch (part) {
      case SdkPojo pojo ->
          pojo.sdkFields().stream()
              .filter(field -> field.getValueOrDefault(pojo) != null)
              .map(field -> field.memberName() + "=" + text(field.getValueOrDefault(pojo)))
              .collect(Collectors.joining(", ", pojo.getClass().getSimpleName() + "(", ")"));
      case Thing thing -> thing.name() + text(thing.settings());
      case Collection<?> list ->
          list.stream().map(Snapshot::text).collect(Collectors.joining(", ", "[", "]"));
      default -> part.toString();
    };
  }

  private static void people(IamClient iam, List<Object> all) {
    all.add(iam.listAccountAliases(r -> {}).accountAliases());
    all.add(orNone(() -> iam.getAccountPasswordPolicy().passwordPolicy()));
    all.add(iam.getAccountSummary().summaryMapAsStrings());
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
    for (String role :
        List.of(
            "firstday-trail", "firstday-events", "firstday-flow-logs", "AWSServiceRoleForConfig")) {
      all.add(orNone(() -> iam.getRole(r -> r.roleName(role)).role()));
      all.add(
          orNone(() -> iam.getRolePolicy(r -> r.roleName(role).policyName(role)).policyDocument()));
    }
    all.add(orNone(() -> iam.getGroup(r -> r.groupName("Administrators")).group()));
  }

  private static List<Object> buckets(S3Client s3) {
    List<Object> buckets = new ArrayList<>();
    for (Bucket one : s3.listBuckets(r -> {}).buckets()) {
      String name = one.name();
      buckets.add(
          new Thing(
              name,
              List.of(
                  orNone(() -> s3.getBucketPolicy(r -> r.bucket(name)).policy()),
                  orNone(
                      () ->
                          s3.getBucketEncryption(r -> r.bucket(name))
                              .serverSideEncryptionConfiguration()),
                  // From suspended there is no way back to never enabled.
                  orNone(
                      () ->
                          s3.getBucketVersioning(r -> r.bucket(name)).status()
                              == BucketVersioningStatus.ENABLED),
                  orNone(() -> s3.getBucketLifecycleConfiguration(r -> r.bucket(name)).rules()),
                  orNone(
                      () ->
                          s3.getPublicAccessBlock(r -> r.bucket(name))
                              .publicAccessBlockConfiguration()))));
    }
    return buckets;
  }

  private static void logging(Clients clients, List<Object> all) {
    all.add(clients.logs().describeLogGroups(r -> {}).logGroups());
    clients
        .logs()
        .describeLogGroups(r -> {})
        .logGroups()
        .forEach(
            group ->
                all.add(
                    clients
                        .logs()
                        .describeMetricFilters(r -> r.logGroupName(group.logGroupName()))
                        .metricFilters()));
    all.add(clients.cloudTrail().describeTrails(r -> {}).trailList());
    clients
        .cloudTrail()
        .describeTrails(r -> {})
        .trailList()
        .forEach(
            trail ->
                all.add(
                    clients
                        .cloudTrail()
                        .getTrailStatus(r -> r.name(trail.trailARN()))
                        .isLogging()));
    all.add(clients.cloudWatch().describeAlarms(r -> {}).metricAlarms());
    String topic = "arn:aws:sns:" + HOME + ":" + PracticeAccount.ID + ":firstday-alerts";
    all.add(
        orNone(
            () ->
                attributes(clients.sns().getTopicAttributes(r -> r.topicArn(topic)).attributes())));
    all.add(
        orNone(
            () -> clients.sns().listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions()));
    all.add(clients.ec2().describeFlowLogs(r -> {}).flowLogs());
  }

  /** How many have confirmed is no setting. */
  private static Map<String, String> attributes(Map<String, String> attributes) {
    Map<String, String> settings = new LinkedHashMap<>(attributes);
    settings.keySet().removeIf(name -> name.startsWith("Subscriptions"));
    return settings;
  }

  private static void watching(Clients clients, List<Object> all) {
    all.add(clients.config().describeConfigRules(r -> {}).configRules());
    all.add(clients.config().describeConfigurationRecorders(r -> {}).configurationRecorders());
    all.add(
        clients
            .config()
            .describeConfigurationRecorderStatus(r -> {})
            .configurationRecordersStatus()
            .stream()
            .map(status -> status.name() + " " + status.recording())
            .toList());
    all.add(clients.config().describeDeliveryChannels(r -> {}).deliveryChannels());
    all.add(clients.guardDuty().listDetectors(r -> {}).detectorIds());
    clients
        .guardDuty()
        .listDetectors(r -> {})
        .detectorIds()
        .forEach(id -> all.add(clients.guardDuty().getDetector(r -> r.detectorId(id)).toString()));
    all.add(orNone(() -> clients.costExplorer().getAnomalyMonitors(r -> {}).anomalyMonitors()));
    all.add(
        orNone(
            () -> clients.costExplorer().getAnomalySubscriptions(r -> {}).anomalySubscriptions()));
    all.add(
        orNone(
            () ->
                clients
                    .s3Control()
                    .getPublicAccessBlock(r -> r.accountId(PracticeAccount.ID))
                    .publicAccessBlockConfiguration()));
    all.add(
        orNone(() -> clients.ec2().getEbsEncryptionByDefault(r -> {}).ebsEncryptionByDefault()));
    all.add(orNone(() -> clients.ec2().getInstanceMetadataDefaults(r -> {}).accountLevel()));
    all.add(orNone(() -> clients.accessAnalyzer().listAnalyzers(r -> {}).analyzers()));
  }

  private static List<Object> rules(EventBridgeClient events) {
    return events.listRules(r -> {}).rules().stream()
        .<Object>map(
            rule ->
                new Thing(
                    text(rule),
                    List.copyOf(events.listTargetsByRule(r -> r.rule(rule.name())).targets())))
        .toList();
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
            orNone(
                () ->
                    budgets
                        .describeSubscribersForNotification(
                            r -> r.accountId(id).budgetName(name).notification(alert))
                        .subscribers()));
      }
    }
  }

  private static Object orNone(Supplier<Object> read) {
    try {
      return read.get();
    } catch (AwsServiceException e) {
      return e.awsErrorDetails().errorCode() + " " + e.statusCode();
    }
  }
}
