package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.AlertTopic;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;

/**
 * What auditors ask of each {@link Monitor}, whether it was chosen or not: that somebody hears of
 * it, and that its filters are worded as prescribed.
 */
final class MonitoringFacts {
  /** Monitors that no list of controls knows. */
  private static final Set<Monitor> OUR_OWN =
      Set.of(
          Monitor.ACCESS_KEY_CREATED,
          Monitor.IAM_ROLE_CHANGE,
          Monitor.IAM_USER_CREATED,
          Monitor.KMS_KEY_USE_ERROR,
          Monitor.SWITCH_ROLE_ERRORS);

  /** Auditors want an alarm at the first event. */
  private static final int FIRST = 1;

  private final Account account;
  private final AlertTopic topic;
  private final List<MetricFilter> filters;
  private final List<MetricAlarm> alarms;
  private final Assessment.Builder found;

  MonitoringFacts(
      Account account,
      AlertTopic topic,
      List<MetricFilter> filters,
      List<MetricAlarm> alarms,
      Assessment.Builder found) {
    this.account = account;
    this.topic = topic;
    this.filters = filters;
    this.alarms = alarms;
    this.found = found;
  }

  /** The trail that is watched has to see all Regions. */
  static void ofTrail(Optional<Trails.ObservedTrail> trail, Assessment.Builder found) {
    boolean records = trail.filter(look -> look.records() && look.toLogs()).isPresent();
    boolean unseen = trail.flatMap(Trails.ObservedTrail::problem).isPresent();
    found.fact("records", !records && unseen ? Judgement.NOT_JUDGED : judgement(records));
  }

  private static Judgement judgement(boolean holds) {
    return holds ? Judgement.MET : Judgement.NOT_MET;
  }

  void ofMonitors() {
    for (Monitor monitor : Monitor.values()) {
      if (!OUR_OWN.contains(monitor)) {
        MonitoringStep.ObservedMonitor look =
            MonitoringStep.look(account, monitor, filters, alarms, topic, FIRST);
        Judgement heard = look.lacking().isEmpty() ? heard(look.told()) : Judgement.NOT_MET;
        found.fact(monitor.id(), heard);
        found.fact(monitor.id() + "-as-prescribed", asPrescribed(monitor, look));
      }
    }
  }

  private Judgement heard(MonitoringStep.Told told) {
    return switch (told) {
      case MonitoringStep.Told.Reaches() -> Judgement.MET;
      case MonitoringStep.Told.Ours() -> topicReaches();
      case MonitoringStep.Told.Unseen(var problem) -> Judgement.NOT_JUDGED;
      case MonitoringStep.Told.Pending() -> Judgement.NOT_MET;
      case MonitoringStep.Told.None() -> Judgement.NOT_MET;
    };
  }

  private Judgement topicReaches() {
    try {
      String region = topic.arn().split(":")[3];
      return judgement(AlertTopic.reach(account, topic.arn(), region) == AlertTopic.Reach.SOMEBODY);
    } catch (CallFailed e) {
      return Judgement.NOT_JUDGED;
    }
  }

  /** Where somebody worded the filters otherwise, each auditor has its own mind of that. */
  private Judgement asPrescribed(Monitor monitor, MonitoringStep.ObservedMonitor look) {
    for (MonitoringStep.Metric metric : prescribed(monitor)) {
      if (heard(MonitoringStep.told(account, on(metric), topic)) == Judgement.MET) {
        return Judgement.MET;
      }
    }
    return look.told() instanceof MonitoringStep.Told.None
        ? Judgement.NOT_MET
        : Judgement.NOT_JUDGED;
  }

  /** The metrics that every prescribed filter of a monitor feeds. */
  private Set<MonitoringStep.Metric> prescribed(Monitor monitor) {
    Set<MonitoringStep.Metric> metrics = null;
    for (String pattern : monitor.patterns()) {
      Set<MonitoringStep.Metric> ofThis = fedBy(pattern);
      if (metrics == null) {
        metrics = new HashSet<>(ofThis);
      }
      metrics.retainAll(ofThis);
    }
    return metrics;
  }

  private Set<MonitoringStep.Metric> fedBy(String pattern) {
    return filters.stream()
        .filter(filter -> pattern.equals(filter.filterPattern()))
        .flatMap(filter -> filter.metricTransformations().stream())
        .map(one -> new MonitoringStep.Metric(one.metricNamespace(), one.metricName()))
        .collect(Collectors.toSet());
  }

  private List<MetricAlarm> on(MonitoringStep.Metric metric) {
    return alarms.stream()
        .filter(
            alarm ->
                metric.equals(new MonitoringStep.Metric(alarm.namespace(), alarm.metricName())))
        .filter(alarm -> Boolean.TRUE.equals(alarm.actionsEnabled()))
        .filter(alarm -> MonitoringStep.fires(alarm, FIRST))
        .toList();
  }
}
