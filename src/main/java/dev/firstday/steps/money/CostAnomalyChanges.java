package dev.firstday.steps.money;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.References;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscription;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscriptionFrequency;
import software.amazon.awssdk.services.costexplorer.model.CreateAnomalyMonitorRequest;
import software.amazon.awssdk.services.costexplorer.model.CreateAnomalySubscriptionRequest;
import software.amazon.awssdk.services.costexplorer.model.DeleteAnomalyMonitorRequest;
import software.amazon.awssdk.services.costexplorer.model.DeleteAnomalySubscriptionRequest;
import software.amazon.awssdk.services.costexplorer.model.Dimension;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalyMonitorsRequest;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalySubscriptionsRequest;
import software.amazon.awssdk.services.costexplorer.model.MatchOption;
import software.amazon.awssdk.services.costexplorer.model.MonitorDimension;
import software.amazon.awssdk.services.costexplorer.model.MonitorType;
import software.amazon.awssdk.services.costexplorer.model.ResourceTag;
import software.amazon.awssdk.services.costexplorer.model.Subscriber;
import software.amazon.awssdk.services.costexplorer.model.SubscriberStatus;
import software.amazon.awssdk.services.costexplorer.model.SubscriberType;
import software.amazon.awssdk.services.costexplorer.model.UpdateAnomalySubscriptionRequest;

/** What {@link CostAnomalyStep} would write. */
final class CostAnomalyChanges {
  static final String MONITOR = "firstday-services";
  static final String SUBSCRIPTION = "firstday-cost-anomalies";

  private static final ResourceTag OURS =
      ResourceTag.builder().key("CreatedBy").value("firstday").build();

  private final Account account;
  private final Answers answers;
  private final Assessment.Builder found;
  private final List<String> emails;

  CostAnomalyChanges(Account account, Answers answers, Assessment.Builder found) {
    this.account = account;
    this.answers = answers;
    this.found = found;
    this.emails = answers.list("emails");
  }

  /** A monitor and a subscription to it, where there is neither. */
  void monitorAndSubscription() {
    if (emails.isEmpty()) {
      found.missingAnswer("emails");
      return;
    }
    CreateAnomalyMonitorRequest create = monitor();
    String id = "cost-anomaly/monitor";
    Note why = Note.of("monitor", MONITOR);
    // Only the response tells the ARN that the undo needs.
    String arn = References.to(account.change(id, create).build(Effect.CREATE, why), "/MonitorArn");
    found.change(
        account
            .change(id, create)
            .verifiedBy(
                Reads.GET_ANOMALY_MONITORS,
                GetAnomalyMonitorsRequest.builder().monitorArnList(arn).build(),
                "/AnomalyMonitors/0/MonitorName",
                "/AnomalyMonitors/0/MonitorDimension")
            .undoneBy(Effect.DELETE, DeleteAnomalyMonitorRequest.builder().monitorArn(arn).build())
            .build(Effect.CREATE, why));
    subscription(arn);
  }

  private static CreateAnomalyMonitorRequest monitor() {
    return CreateAnomalyMonitorRequest.builder()
        .anomalyMonitor(
            monitor ->
                monitor
                    .monitorName(MONITOR)
                    .monitorType(MonitorType.DIMENSIONAL)
                    .monitorDimension(MonitorDimension.SERVICE))
        .resourceTags(OURS)
        .build();
  }

  /** A subscription of ours to a monitor. */
  void subscription(String monitorArn) {
    if (emails.isEmpty()) {
      found.missingAnswer("emails");
      return;
    }
    CreateAnomalySubscriptionRequest create = subscriptionTo(monitorArn);
    String id = "cost-anomaly/subscription";
    Note why = why();
    Change created = account.change(id, create).build(Effect.CREATE, why);
    String arn = References.to(created, "/SubscriptionArn");
    found.change(
        account
            .change(id, create)
            .verifiedBy(
                Reads.GET_ANOMALY_SUBSCRIPTIONS,
                withArn(arn),
                "/AnomalySubscriptions/0/SubscriptionName",
                "/AnomalySubscriptions/0/Frequency",
                "/AnomalySubscriptions/0/ThresholdExpression")
            .undoneBy(
                Effect.DELETE,
                DeleteAnomalySubscriptionRequest.builder().subscriptionArn(arn).build())
            .build(Effect.CREATE, why));
  }

  private CreateAnomalySubscriptionRequest subscriptionTo(String monitorArn) {
    return CreateAnomalySubscriptionRequest.builder()
        .anomalySubscription(
            subscription ->
                subscription
                    .subscriptionName(SUBSCRIPTION)
                    .frequency(frequency())
                    .monitorArnList(monitorArn)
                    .subscribers(emails.stream().map(CostAnomalyChanges::subscriber).toList())
                    .thresholdExpression(threshold()))
        .resourceTags(OURS)
        .build();
  }

  private Note why() {
    return Note.of(
        "subscription",
        SUBSCRIPTION,
        answers.text("absolute").orElseThrow(),
        answers.text("percent").orElseThrow(),
        String.join(", ", emails));
  }

  /** The read that shows one subscription. */
  private static GetAnomalySubscriptionsRequest withArn(String arn) {
    return GetAnomalySubscriptionsRequest.builder().subscriptionArnList(arn).build();
  }

  /** New addresses for a subscription of ours that everybody declined. */
  void resubscribe(AnomalySubscription ours) {
    List<String> others = notDeclined(ours);
    if (others.isEmpty()) {
      found.missingAnswer("emails");
      return;
    }
    List<Subscriber> present =
        ours.subscribers().stream()
            .map(one -> one.toBuilder().status((SubscriberStatus) null).build())
            .toList();
    List<Subscriber> wanted =
        Stream.concat(present.stream(), others.stream().map(CostAnomalyChanges::subscriber))
            .toList();
    found.change(
        account
            .change("cost-anomaly/subscribers", update(ours, wanted))
            .verifiedBy(
                Reads.GET_ANOMALY_SUBSCRIPTIONS,
                withArn(ours.subscriptionArn()),
                "/AnomalySubscriptions/0/Subscribers/*/Address")
            .undoneBy(Effect.CHANGE, update(ours, present))
            .build(Effect.CHANGE, Note.of("subscribers", SUBSCRIPTION, String.join(", ", others))));
  }

  /** The addresses of the answer that did not decline; says which did. */
  private List<String> notDeclined(AnomalySubscription ours) {
    List<String> declined =
        ours.subscribers().stream()
            .filter(one -> one.status() == SubscriberStatus.DECLINED)
            .map(Subscriber::address)
            .toList();
    declined.stream()
        .filter(emails::contains)
        .forEach(address -> found.info(Note.of("declined", address)));
    return emails.stream().filter(one -> !declined.contains(one)).toList();
  }

  private static UpdateAnomalySubscriptionRequest update(
      AnomalySubscription subscription, List<Subscriber> subscribers) {
    return UpdateAnomalySubscriptionRequest.builder()
        .subscriptionArn(subscription.subscriptionArn())
        .subscribers(subscribers)
        .build();
  }

  // AWS sends mails once a day or once a week; at once it only tells a topic.
  private AnomalySubscriptionFrequency frequency() {
    return AnomalySubscriptionFrequency.fromValue(
        answers.text("frequency").orElseThrow().toUpperCase(Locale.ROOT));
  }

  /** Both limits have to be passed. */
  private Expression threshold() {
    return Expression.builder()
        .and(
            atLeast(Dimension.ANOMALY_TOTAL_IMPACT_ABSOLUTE, "absolute"),
            atLeast(Dimension.ANOMALY_TOTAL_IMPACT_PERCENTAGE, "percent"))
        .build();
  }

  private Expression atLeast(Dimension dimension, String setting) {
    return Expression.builder()
        .dimensions(
            values ->
                values
                    .key(dimension)
                    .matchOptions(MatchOption.GREATER_THAN_OR_EQUAL)
                    .values(answers.decimal(setting).toPlainString()))
        .build();
  }

  private static Subscriber subscriber(String email) {
    return Subscriber.builder().type(SubscriberType.EMAIL).address(email).build();
  }
}
