package dev.firstday.steps.money;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.costexplorer.model.AnomalyMonitor;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscription;
import software.amazon.awssdk.services.costexplorer.model.MonitorDimension;
import software.amazon.awssdk.services.costexplorer.model.MonitorType;
import software.amazon.awssdk.services.costexplorer.model.Subscriber;
import software.amazon.awssdk.services.costexplorer.model.SubscriberStatus;

/**
 * A cost monitor over all AWS services with a subscription that reaches somebody. There can be one
 * such monitor only, and AWS makes it when Cost Explorer is opened: it is adopted.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cost-management/latest/userguide/manage-ad.html">Detecting
 *     unusual spend with AWS Cost Anomaly Detection</a>
 */
public final class CostAnomalyStep implements Step<Account> {
  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    if (!account.identity().partition().equals("aws")) {
      return Assessment.notApplicable(Note.of("not-offered"));
    }
    try {
      return monitorAndSubscription(account, answers);
    } catch (CallFailed e) {
      return notOpen(e.problem()).orElseThrow(() -> e);
    }
  }

  private static Assessment monitorAndSubscription(Account account, Answers answers)
      throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    CostAnomalyChanges changes = new CostAnomalyChanges(account, answers, found);
    var monitors = account.query(Reads.GET_ANOMALY_MONITORS);
    monitors
        .keptSince()
        .ifPresent(at -> found.info(Note.of("kept-since", at.truncatedTo(ChronoUnit.MINUTES))));
    Optional<AnomalyMonitor> monitor =
        monitors.all(page -> page.anomalyMonitors()).stream()
            .filter(one -> one.monitorType() == MonitorType.DIMENSIONAL)
            .filter(one -> one.monitorDimension() == MonitorDimension.SERVICE)
            .findFirst();
    if (monitor.isEmpty()) {
      found.missing(Note.of("no-monitor"));
      changes.monitorAndSubscription();
      return found.build();
    }
    String arn = Account.required(Reads.GET_ANOMALY_MONITORS, monitor.get().monitorArn());
    found.ok(Note.of("monitor", monitor.get().monitorName()));
    subscriptions(arn, changes, found);
    return found.build();
  }

  private static void subscriptions(
      String arn, CostAnomalyChanges changes, Assessment.Builder found) throws CallFailed {
    List<AnomalySubscription> subscriptions =
        changes
            .account()
            .query(Reads.GET_ANOMALY_SUBSCRIPTIONS, read -> read.monitorArn(arn))
            .all(page -> page.anomalySubscriptions());
    subscriptions.stream()
        .filter(one -> !reached(one).isEmpty())
        .findFirst()
        .ifPresentOrElse(
            one -> found.ok(Note.of("subscription", one.subscriptionName(), reached(one))),
            () -> nobody(arn, subscriptions, changes, found));
  }

  /** Whom a subscription reaches. */
  private static String reached(AnomalySubscription subscription) {
    return subscription.subscribers().stream()
        .filter(one -> one.status() != SubscriberStatus.DECLINED)
        .map(Subscriber::address)
        .collect(Collectors.joining(", "));
  }

  private static void nobody(
      String monitorArn,
      List<AnomalySubscription> subscriptions,
      CostAnomalyChanges changes,
      Assessment.Builder found) {
    found.missing(Note.of("no-subscription"));
    subscriptions.forEach(one -> found.info(Note.of("reaches-nobody", one.subscriptionName())));
    subscriptions.stream()
        .filter(one -> CostAnomalyChanges.SUBSCRIPTION.equals(one.subscriptionName()))
        .findFirst()
        .ifPresentOrElse(changes::resubscribe, () -> changes.subscription(monitorArn));
  }

  /** What a refusal says of Cost Explorer; empty if something else is wrong. */
  private static Optional<Assessment> notOpen(Problem problem) {
    String message = problem.message().toLowerCase(Locale.ROOT);
    boolean denied = problem.kind() == Problem.Kind.DENIED;
    Assessment.Builder found = Assessment.builder();
    if (problem.code().equals("DataUnavailableException")) {
      found.pending(Note.of("no-data"));
    } else if (denied && message.contains("not enabled for cost explorer")) {
      found.missing(Note.of("not-opened")).info(Note.of("opening"));
    } else if (denied && message.contains("linked account")) {
      found.missing(Note.of("payer"));
    } else {
      return Optional.empty();
    }
    return Optional.of(found.build());
  }
}
