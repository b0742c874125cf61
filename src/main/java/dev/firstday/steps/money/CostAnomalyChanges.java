package dev.firstday.steps.money;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscription;
import software.amazon.awssdk.services.costexplorer.model.CreateAnomalyMonitorRequest;
import software.amazon.awssdk.services.costexplorer.model.CreateAnomalySubscriptionRequest;
import software.amazon.awssdk.services.costexplorer.model.Dimension;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.MatchOption;
import software.amazon.awssdk.services.costexplorer.model.MonitorDimension;
import software.amazon.awssdk.services.costexplorer.model.MonitorType;
import software.amazon.awssdk.services.costexplorer.model.ResourceTag;
import software.amazon.awssdk.services.costexplorer.model.Subscriber;
import software.amazon.awssdk.services.costexplorer.model.SubscriberStatus;
import software.amazon.awssdk.services.costexplorer.model.SubscriberType;
import software.amazon.awssdk.services.costexplorer.model.UpdateAnomalySubscriptionRequest;

/** What {@link CostAnomalyStep} would write. */
record CostAnomalyChanges(Account account, Answers answers, Assessment.Builder found) {
  static final String SUBSCRIPTION = "firstday-cost-anomalies";

  private static final String MONITOR = "firstday-services";
  private static final ResourceTag OURS =
      ResourceTag.builder().key("CreatedBy").value("firstday").build();

  /** A monitor and a subscription to it, where there is neither. */
  void monitorAndSubscription() {
    if (answers.list("emails").isEmpty()) {
      found.missingAnswer("emails");
      return;
    }
    ChangeBuilder create = account.change("cost-anomaly/monitor", monitor());
    String arn = create.answered("/MonitorArn");
    found.change(
        create
            .verifiedBy(
                account.query(Reads.GET_ANOMALY_MONITORS, read -> read.monitorArnList(arn)),
                "/AnomalyMonitors/0/MonitorName",
                "/AnomalyMonitors/0/MonitorDimension")
            .create(Note.of("monitor", MONITOR)));
    subscription(arn);
  }

  private static CreateAnomalyMonitorRequest.Builder monitor() {
    return CreateAnomalyMonitorRequest.builder()
        .anomalyMonitor(
            monitor ->
                monitor
                    .monitorName(MONITOR)
                    .monitorType(MonitorType.DIMENSIONAL)
                    .monitorDimension(MonitorDimension.SERVICE))
        .resourceTags(OURS);
  }

  /** A subscription of ours to a monitor. */
  void subscription(String monitorArn) {
    List<String> emails = answers.list("emails");
    if (emails.isEmpty()) {
      found.missingAnswer("emails");
      return;
    }
    ChangeBuilder create =
        account.change("cost-anomaly/subscription", subscriptionTo(monitorArn, emails));
    String arn = create.answered("/SubscriptionArn");
    String absolute = answers.text("absolute").orElseThrow();
    String percent = answers.text("percent").orElseThrow();
    found.change(
        create
            .verifiedBy(
                withArn(arn),
                "/AnomalySubscriptions/0/SubscriptionName",
                "/AnomalySubscriptions/0/Frequency",
                "/AnomalySubscriptions/0/ThresholdExpression")
            .create(
                Note.of(
                    "subscription", SUBSCRIPTION, absolute, percent, String.join(", ", emails))));
  }

  private CreateAnomalySubscriptionRequest.Builder subscriptionTo(
      String monitorArn, List<String> emails) {
    // AWS sends mails once a day or once a week; at once it only tells a topic.
    String frequency = answers.text("frequency").orElseThrow().toUpperCase(Locale.ROOT);
    return CreateAnomalySubscriptionRequest.builder()
        .anomalySubscription(
            subscription ->
                subscription
                    .subscriptionName(SUBSCRIPTION)
                    .frequency(frequency)
                    .monitorArnList(monitorArn)
                    .subscribers(emails.stream().map(CostAnomalyChanges::subscriber).toList())
                    .thresholdExpression(
                        both ->
                            both.and(
                                atLeast(Dimension.ANOMALY_TOTAL_IMPACT_ABSOLUTE, "absolute"),
                                atLeast(Dimension.ANOMALY_TOTAL_IMPACT_PERCENTAGE, "percent"))))
        .resourceTags(OURS);
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

  /** The read that shows one subscription. */
  private Query<?> withArn(String arn) {
    return account.query(Reads.GET_ANOMALY_SUBSCRIPTIONS, read -> read.subscriptionArnList(arn));
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
            .map(one -> one.copy(same -> same.status((SubscriberStatus) null)))
            .toList();
    List<Subscriber> wanted =
        Stream.concat(present.stream(), others.stream().map(CostAnomalyChanges::subscriber))
            .toList();
    found.change(
        account
            .change("cost-anomaly/subscribers", update(ours, wanted))
            .verifiedBy(
                withArn(ours.subscriptionArn()), "/AnomalySubscriptions/0/Subscribers/*/Address")
            .update(
                Note.of("subscribers", SUBSCRIPTION, String.join(", ", others)),
                update(ours, present)));
  }

  /** The addresses of the answer that did not decline; says which did. */
  private List<String> notDeclined(AnomalySubscription ours) {
    List<String> declined =
        ours.subscribers().stream()
            .filter(one -> one.status() == SubscriberStatus.DECLINED)
            .map(Subscriber::address)
            .toList();
    List<String> emails = answers.list("emails");
    declined.stream()
        .filter(emails::contains)
        .forEach(address -> found.info(Note.of("declined", address)));
    return emails.stream().filter(one -> !declined.contains(one)).toList();
  }

  private static UpdateAnomalySubscriptionRequest.Builder update(
      AnomalySubscription subscription, List<Subscriber> subscribers) {
    return UpdateAnomalySubscriptionRequest.builder()
        .subscriptionArn(subscription.subscriptionArn())
        .subscribers(subscribers);
  }
}
