package dev.firstday.practice.billing;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.AnomalyMonitor;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscription;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscriptionFrequency;
import software.amazon.awssdk.services.costexplorer.model.CostExplorerException;
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
import software.amazon.awssdk.services.costexplorer.model.InvalidNextTokenException;
import software.amazon.awssdk.services.costexplorer.model.MonitorDimension;
import software.amazon.awssdk.services.costexplorer.model.Subscriber;
import software.amazon.awssdk.services.costexplorer.model.SubscriberStatus;
import software.amazon.awssdk.services.costexplorer.model.SubscriberType;
import software.amazon.awssdk.services.costexplorer.model.UnknownMonitorException;
import software.amazon.awssdk.services.costexplorer.model.UnknownSubscriptionException;
import software.amazon.awssdk.services.costexplorer.model.UpdateAnomalySubscriptionRequest;
import software.amazon.awssdk.services.costexplorer.model.UpdateAnomalySubscriptionResponse;

/** Cost Anomaly Detection, which is a part of Cost Explorer. */
public final class PracticeCostExplorer implements CostExplorerClient {
  private final PracticeCall practiceCall;

  public PracticeCostExplorer(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public GetAnomalyMonitorsResponse getAnomalyMonitors(GetAnomalyMonitorsRequest request) {
    return practiceCall.answer(
        "GetAnomalyMonitors",
        request,
        model -> {
          List<AnomalyMonitor> all =
              named(model.costs.monitors, request.monitorArnList(), this::unknownMonitor);
          PagedItems<AnomalyMonitor> page =
              PagedItems.of(all, request.maxResults(), request.nextPageToken(), this::badToken);
          return GetAnomalyMonitorsResponse.builder()
              .anomalyMonitors(page.items())
              .nextPageToken(page.next());
        });
  }

  @Override
  public GetAnomalySubscriptionsResponse getAnomalySubscriptions(
      GetAnomalySubscriptionsRequest request) {
    return practiceCall.answer(
        "GetAnomalySubscriptions",
        request,
        model -> {
          List<AnomalySubscription> all =
              named(
                      model.costs.subscriptions,
                      request.subscriptionArnList(),
                      this::unknownSubscription)
                  .stream()
                  .filter(
                      one ->
                          request.monitorArn() == null
                              || one.monitorArnList().contains(request.monitorArn()))
                  .toList();
          PagedItems<AnomalySubscription> page =
              PagedItems.of(all, request.maxResults(), request.nextPageToken(), this::badToken);
          return GetAnomalySubscriptionsResponse.builder()
              .anomalySubscriptions(page.items())
              .nextPageToken(page.next());
        });
  }

  @Override
  public CreateAnomalyMonitorResponse createAnomalyMonitor(CreateAnomalyMonitorRequest request) {
    return practiceCall.answer(
        "CreateAnomalyMonitor",
        request,
        model -> {
          AnomalyMonitor monitor = request.anomalyMonitor();
          if (monitor == null || monitor.monitorName() == null || monitor.monitorType() == null) {
            throw invalid("MonitorName and MonitorType must not be null");
          } else if (monitor.monitorDimension() == MonitorDimension.SERVICE
              && model.costs.monitors.values().stream()
                  .anyMatch(one -> one.monitorDimension() == MonitorDimension.SERVICE)) {
            throw invalid("Limit exceeded on dimensional spend monitor creation");
          }
          AnomalyMonitor kept =
              model.costs.add(
                  monitor.toBuilder().creationDate(model.clock.instant().toString()).build());
          return CreateAnomalyMonitorResponse.builder().monitorArn(kept.monitorArn());
        });
  }

  @Override
  public DeleteAnomalyMonitorResponse deleteAnomalyMonitor(DeleteAnomalyMonitorRequest request) {
    return practiceCall.answer(
        "DeleteAnomalyMonitor",
        request,
        model -> {
          find(model.costs.monitors, request.monitorArn(), this::unknownMonitor);
          model.costs.monitors.remove(request.monitorArn());
          return DeleteAnomalyMonitorResponse.builder();
        });
  }

  @Override
  @SuppressWarnings("deprecation") // One of the two thresholds has to be there.
  public CreateAnomalySubscriptionResponse createAnomalySubscription(
      CreateAnomalySubscriptionRequest request) {
    return practiceCall.answer(
        "CreateAnomalySubscription",
        request,
        model -> {
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
              .forEach(arn -> find(model.costs.monitors, arn, this::unknownMonitor));
          List<Subscriber> subscribers = confirmed(subscription.subscribers());
          AnomalySubscription kept =
              model.costs.add(subscription.toBuilder().subscribers(subscribers).build());
          return CreateAnomalySubscriptionResponse.builder()
              .subscriptionArn(kept.subscriptionArn());
        });
  }

  @Override
  public UpdateAnomalySubscriptionResponse updateAnomalySubscription(
      UpdateAnomalySubscriptionRequest request) {
    return practiceCall.answer(
        "UpdateAnomalySubscription",
        request,
        model -> {
          AnomalySubscription present =
              find(model.costs.subscriptions, request.subscriptionArn(), this::unknownSubscription);
          AnomalySubscription.Builder update = present.toBuilder();
          if (request.hasSubscribers()) {
            update.subscribers(
                confirmed(request.subscribers()).stream()
                    .map(one -> asBefore(one, present.subscribers()))
                    .toList());
          }
          check(update.build());
          model.costs.subscriptions.put(present.subscriptionArn(), update.build());
          return UpdateAnomalySubscriptionResponse.builder()
              .subscriptionArn(present.subscriptionArn());
        });
  }

  @Override
  public DeleteAnomalySubscriptionResponse deleteAnomalySubscription(
      DeleteAnomalySubscriptionRequest request) {
    return practiceCall.answer(
        "DeleteAnomalySubscription",
        request,
        model -> {
          find(model.costs.subscriptions, request.subscriptionArn(), this::unknownSubscription);
          model.costs.subscriptions.remove(request.subscriptionArn());
          return DeleteAnomalySubscriptionResponse.builder();
        });
  }

  private void check(AnomalySubscription subscription) {
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

  private AwsServiceException unknownMonitor() {
    return practiceCall.error(
        UnknownMonitorException.builder(), 400, "UnknownMonitorException", "Monitor not found");
  }

  private AwsServiceException unknownSubscription() {
    return practiceCall.error(
        UnknownSubscriptionException.builder(),
        400,
        "UnknownSubscriptionException",
        "Subscription not found");
  }

  private AwsServiceException badToken() {
    return practiceCall.error(
        InvalidNextTokenException.builder(), 400, "InvalidNextTokenException", "Invalid token");
  }

  private AwsServiceException invalid(String message) {
    return practiceCall.error(CostExplorerException.builder(), 400, "ValidationException", message);
  }
}
