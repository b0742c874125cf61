package dev.firstday.practice.model;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.costexplorer.model.AnomalyMonitor;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscription;

/** The cost monitors of the practice account and the subscriptions to them, by ARN. */
public final class CostMonitors {
  private static final String ARN = "arn:aws:ce::" + PracticeState.ACCOUNT_ID + ":";

  public final Map<String, AnomalyMonitor> monitors = new TreeMap<>();
  public final Map<String, AnomalySubscription> subscriptions = new TreeMap<>();
  private int made;

  public AnomalyMonitor add(AnomalyMonitor monitor) {
    AnomalyMonitor kept = monitor.toBuilder().monitorArn(arn("anomalymonitor")).build();
    monitors.put(kept.monitorArn(), kept);
    return kept;
  }

  public AnomalySubscription add(AnomalySubscription subscription) {
    AnomalySubscription kept =
        subscription.toBuilder()
            .subscriptionArn(arn("anomalysubscription"))
            .accountId(PracticeState.ACCOUNT_ID)
            .build();
    subscriptions.put(kept.subscriptionArn(), kept);
    return kept;
  }

  // The same each time the writes are made again, or a later write would miss what it names.
  private String arn(String kind) {
    made++;
    return String.format(Locale.ROOT, "%s%s/00000000-0000-4000-8000-%012d", ARN, kind, made);
  }
}
