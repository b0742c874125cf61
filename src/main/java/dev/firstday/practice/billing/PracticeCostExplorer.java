package dev.firstday.practice.billing;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.costexplorer.model.AnomalyMonitor;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscription;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscriptionFrequency;
import software.amazon.awssdk.services.costexplorer.model.CreateAnomalyMonitorRequest;
import software.amazon.awssdk.services.costexplorer.model.CreateAnomalyMonitorResponse;
import software.amazon.awssdk.services.costexplorer.model.CreateAnomalySubscriptionRequest;
import software.amazon.awssdk.services.costexplorer.model.CreateAnomalySubscriptionResponse;
import software.amazon.awssdk.services.costexplorer.model.DeleteAnomalyMonitorRequest;
import software.amazon.awssdk.services.costexplorer.model.DeleteAnomalyMonitorResponse;
import software.amazon.awssdk.services.costexplorer.model.DeleteAnomalySubscriptionRequest;
import software.amazon.awssdk.services.costexplorer.model.DeleteAnomalySubscriptionResponse;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalyMonitorsRequest;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalyMonitorsResponse;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalySubscriptionsRequest;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalySubscriptionsResponse;
import software.amazon.awssdk.services.costexplorer.model.MonitorDimension;
import software.amazon.awssdk.services.costexplorer.model.Subscriber;
import software.amazon.awssdk.services.costexplorer.model.SubscriberStatus;
import software.amazon.awssdk.services.costexplorer.model.SubscriberType;
import software.amazon.awssdk.services.costexplorer.model.UpdateAnomalySubscriptionRequest;
import software.amazon.awssdk.services.costexplorer.model.UpdateAnomalySubscriptionResponse;

/** Cost Anomaly Detection, which is a part of Cost Explorer. */
public final class PracticeCostExplorer {
  private PracticeCostExplorer() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(GetAnomalyMonitorsRequest.class, PracticeCostExplorer::getAnomalyMonitors)
        .on(GetAnomalySubscriptionsRequest.class, PracticeCostExplorer::getAnomalySubscriptions)
        .on(CreateAnomalyMonitorRequest.class, PracticeCostExplorer::createAnomalyMonitor)
        .on(DeleteAnomalyMonitorRequest.class, PracticeCostExplorer::deleteAnomalyMonitor)
        .on(CreateAnomalySubscriptionRequest.class, PracticeCostExplorer::createAnomalySubscription)
        .on(UpdateAnomalySubscriptionRequest.class, PracticeCostExplorer::updateAnomalySubscription)
        .on(
            DeleteAnomalySubscriptionRequest.class,
            PracticeCostExplorer::deleteAnomalySubscription);
  }

  private static AwsResponse.Builder getAnomalyMonitors(
      PracticeState model, GetAnomalyMonitorsRequest request) {
    List<AnomalyMonitor> all =
        named(model.costs.monitors, request.monitorArnList(), PracticeCostExplorer::unknownMonitor);
    PagedItems<AnomalyMonitor> page =
        PagedItems.of(
            all, request.maxResults(), request.nextPageToken(), PracticeCostExplorer::badToken);
    return GetAnomalyMonitorsResponse.builder()
        .anomalyMonitors(page.items())
        .nextPageToken(page.next());
  }

  private static AwsResponse.Builder getAnomalySubscriptions(
      PracticeState model, GetAnomalySubscriptionsRequest request) {
    List<AnomalySubscription> all =
        named(
                model.costs.subscriptions,
                request.subscriptionArnList(),
                PracticeCostExplorer::unknownSubscription)
            .stream()
            .filter(
                one ->
                    request.monitorArn() == null
                        || one.monitorArnList().contains(request.monitorArn()))
            .toList();
    PagedItems<AnomalySubscription> page =
        PagedItems.of(
            all, request.maxResults(), request.nextPageToken(), PracticeCostExplorer::badToken);
    return GetAnomalySubscriptionsResponse.builder()
        .anomalySubscriptions(page.items())
        .nextPageToken(page.next());
  }

  private static AwsResponse.Builder createAnomalyMonitor(
      PracticeState model, CreateAnomalyMonitorRequest request) {
    AnomalyMonitor monitor = request.anomalyMonitor();
    if (monitor == null || monitor.monitorName() == null || monitor.monitorType() == null) {
      throw invalid("MonitorName and MonitorType must not be null");
    } else if (monitor.monitorDimension() == MonitorDimension.SERVICE
        && model.costs.monitors.values().stream()
            .anyMatch(one -> one.monitorDimension() == MonitorDimension.SERVICE)) {
      throw invalid("Limit exceeded on dimensional spend monitor creation");
    }
    AnomalyMonitor kept =
        model.costs.add(monitor.toBuilder().creationDate(model.clock.instant().toString()).build());
    return CreateAnomalyMonitorResponse.builder().monitorArn(kept.monitorArn());
  }

  private static AwsResponse.Builder deleteAnomalyMonitor(
      PracticeState model, DeleteAnomalyMonitorRequest request) {
    find(model.costs.monitors, request.monitorArn(), PracticeCostExplorer::unknownMonitor);
    model.costs.monitors.remove(request.monitorArn());
    return DeleteAnomalyMonitorResponse.builder();
  }

  @SuppressWarnings("deprecation") // One of the two thresholds has to be there.
  private static AwsResponse.Builder createAnomalySubscription(
      PracticeState model, CreateAnomalySubscriptionRequest request) {
    AnomalySubscription subscription = request.anomalySubscription();
    if (subscription == null) {
      throw invalid("AnomalySubscription must not be null");
    }
    if (subscription.threshold() == null && subscription.thresholdExpression() == null) {
      throw invalid("Threshold and ThresholdExpression cannot both be null");
    }
    check(subscription);
    subscription
        .monitorArnList()
        .forEach(arn -> find(model.costs.monitors, arn, PracticeCostExplorer::unknownMonitor));
    List<Subscriber> subscribers = confirmed(subscription.subscribers());
    AnomalySubscription kept =
        model.costs.add(subscription.toBuilder().subscribers(subscribers).build());
    return CreateAnomalySubscriptionResponse.builder().subscriptionArn(kept.subscriptionArn());
  }

  private static AwsResponse.Builder updateAnomalySubscription(
      PracticeState model, UpdateAnomalySubscriptionRequest request) {
    AnomalySubscription present =
        find(
            model.costs.subscriptions,
            request.subscriptionArn(),
            PracticeCostExplorer::unknownSubscription);
    AnomalySubscription.Builder update = present.toBuilder();
    if (request.hasSubscribers()) {
      update.subscribers(
          confirmed(request.subscribers()).stream()
              .map(one -> asBefore(one, present.subscribers()))
              .toList());
    }
    check(update.build());
    model.costs.subscriptions.put(present.subscriptionArn(), update.build());
    return UpdateAnomalySubscriptionResponse.builder().subscriptionArn(present.subscriptionArn());
  }

  private static AwsResponse.Builder deleteAnomalySubscription(
      PracticeState model, DeleteAnomalySubscriptionRequest request) {
    find(
        model.costs.subscriptions,
        request.subscriptionArn(),
        PracticeCostExplorer::unknownSubscription);
    model.costs.subscriptions.remove(request.subscriptionArn());
    return DeleteAnomalySubscriptionResponse.builder();
  }

  private static void check(AnomalySubscription subscription) {
    boolean mail =
        subscription.subscribers().stream().anyMatch(one -> one.type() == SubscriberType.EMAIL);
    if (subscription.subscribers().isEmpty() || subscription.monitorArnList().isEmpty()) {
      throw invalid("Subscribers and MonitorArnList must not be empty");
    } else if (mail == (subscription.frequency() == AnomalySubscriptionFrequency.IMMEDIATE)) {
      throw invalid("Frequency is not supported for the subscriber type");
    }
  }

  private static List<Subscriber> confirmed(List<Subscriber> subscribers) {
    return subscribers.stream()
        .map(one -> one.toBuilder().status(SubscriberStatus.CONFIRMED).build())
        .toList();
  }

  /** Who declined once has declined. */
  private static Subscriber asBefore(Subscriber subscriber, List<Subscriber> before) {
    return before.stream()
        .filter(one -> one.address().equals(subscriber.address()))
        .findFirst()
        .orElse(subscriber);
  }

  private static <T> List<T> named(
      Map<String, T> all, List<String> arns, Supplier<AwsServiceException> unknown) {
    return arns.isEmpty()
        ? List.copyOf(all.values())
        : arns.stream().map(arn -> find(all, arn, unknown)).toList();
  }

  private static <T> T find(Map<String, T> all, String arn, Supplier<AwsServiceException> unknown) {
    if (arn == null || !all.containsKey(arn)) {
      throw unknown.get();
    }
    return all.get(arn);
  }

  private static AwsServiceException unknownMonitor() {
    return error(400, "UnknownMonitorException", "Monitor not found");
  }

  private static AwsServiceException unknownSubscription() {
    return error(400, "UnknownSubscriptionException", "Subscription not found");
  }

  private static AwsServiceException badToken() {
    return error(400, "InvalidNextTokenException", "Invalid token");
  }

  private static AwsServiceException invalid(String message) {
    return error(400, "ValidationException", message);
  }
}
