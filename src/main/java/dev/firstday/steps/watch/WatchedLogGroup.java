package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.AlertTopic;
import dev.firstday.steps.watch.Trails.ObservedTrail;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;

/**
 * The log group that a trail writes to, and what watches it.
 *
 * @param present whether the log group is there
 * @param filters its metric filters
 * @param alarms all alarms of its Region
 * @param topic our topic of its Region
 */
record WatchedLogGroup(
    Account account,
    Place place,
    boolean present,
    List<MetricFilter> filters,
    List<MetricAlarm> alarms,
    AlertTopic topic) {
  /** Where the trail's events are: a Region and a log group in it. */
  record Place(String region, String logGroup) {
    /** The log group of a trail, or the one that the trail's step will give it. */
    static Place of(Account account, Optional<ObservedTrail> trail) {
      return trail
          .filter(ObservedTrail::toLogs)
          .map(observed -> observed.trail().cloudWatchLogsLogGroupArn())
          .map(arn -> new Place(part(arn, 3), part(arn, 6)))
          .orElse(
              new Place(
                  trail.map(observed -> observed.trail().homeRegion()).orElse(account.homeRegion()),
                  TrailLogs.GROUP));
    }
  }

  /** A metric, by which an alarm finds its filters. */
  record Metric(String namespace, String name) {}

  /** A part of an ARN, as 3 for the Region. */
  static String part(String arn, int index) {
    return arn.split(":", -1)[index];
  }

  static WatchedLogGroup read(Account account, Place place) throws CallFailed {
    AlertTopic topic = new AlertTopic(account, place.region());
    topic.prefetch();
    var alarms =
        account
            .query(Reads.DESCRIBE_ALARMS, read -> read.alarmTypes(AlarmType.METRIC_ALARM))
            .in(place.region());
    alarms.prefetch();
    Optional<List<MetricFilter>> filters = filters(account, place);
    return new WatchedLogGroup(
        account,
        place,
        filters.isPresent(),
        filters.orElse(List.of()),
        alarms.all(page -> page.metricAlarms()),
        topic);
  }

  /** The log group's filters; empty if there is no such group. */
  private static Optional<List<MetricFilter>> filters(Account account, Place place)
      throws CallFailed {
    try {
      return Optional.of(
          account
              .query(Reads.DESCRIBE_METRIC_FILTERS, read -> read.logGroupName(place.logGroup()))
              .in(place.region())
              .all(page -> page.metricFilters(), MetricFilter::filterName));
    } catch (CallFailed e) {
      if (e.problem().code().equals("ResourceNotFoundException")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** How a monitor stands if its alarm has to fire at so many events. */
  ObservedMonitor look(Monitor monitor, int threshold) {
    List<MetricFilter> serving = serving(monitor);
    Metric own = new Metric(MonitoringChanges.NAMESPACE, monitor.metric());
    List<Metric> metrics =
        serving.stream()
            .flatMap(filter -> filter.metricTransformations().stream())
            .map(metric -> new Metric(metric.metricNamespace(), metric.metricName()))
            .sorted(Comparator.comparing(metric -> !metric.equals(own)))
            .toList();
    return new ObservedMonitor(
        monitor,
        metrics.isEmpty() ? own : metrics.getFirst(),
        lacking(monitor, serving),
        threshold,
        reach(metrics, threshold));
  }

  /** The filters that count what a monitor is about, whoever made them. */
  private List<MetricFilter> serving(Monitor monitor) {
    return filters.stream()
        .filter(
            filter ->
                monitor.alternatives().stream()
                    .anyMatch(wanted -> MetricFilterPatterns.sees(filter.filterPattern(), wanted)))
        .filter(WatchedLogGroup::counts)
        .toList();
  }

  /** Whether a filter counts what it sees: one whose value is 0 does not. */
  private static boolean counts(MetricFilter filter) {
    return filter.metricTransformations().stream()
        .anyMatch(metric -> !String.valueOf(metric.metricValue()).matches("-?0*[.]?0*"));
  }

  private List<String> lacking(Monitor monitor, List<MetricFilter> serving) {
    if (serving.stream().anyMatch(f -> !f.filterName().startsWith(MonitoringChanges.NAME))) {
      return List.of();
    }
    return monitor.patterns().stream()
        .filter(
            pattern ->
                filters.stream()
                    .noneMatch(f -> MetricFilterPatterns.same(f.filterPattern(), pattern)))
        .toList();
  }

  /** Whom the alarms on some metrics reach that fire at so many events. */
  AlarmReach reach(Collection<Metric> metrics, int events) {
    List<MetricAlarm> firing =
        alarms.stream()
            .filter(alarm -> metrics.contains(new Metric(alarm.namespace(), alarm.metricName())))
            .filter(alarm -> Boolean.TRUE.equals(alarm.actionsEnabled()) && fires(alarm, events))
            .toList();
    return AlarmReach.of(account, firing, topic);
  }

  /** Whether so many events make the alarm fire. */
  private static boolean fires(MetricAlarm alarm, int events) {
    if (alarm.threshold() == null) {
      return false;
    }
    boolean counts = alarm.statistic() == Statistic.SUM || alarm.statistic() == Statistic.MAXIMUM;
    // What happens once is in one period; an alarm that waits for more never fires.
    Integer periods =
        alarm.datapointsToAlarm() == null ? alarm.evaluationPeriods() : alarm.datapointsToAlarm();
    return counts
        && (periods == null || periods <= 1)
        && switch (alarm.comparisonOperator()) {
          case GREATER_THAN_OR_EQUAL_TO_THRESHOLD -> alarm.threshold() <= events;
          case GREATER_THAN_THRESHOLD -> alarm.threshold() < events;
          case null, default -> false;
        };
  }
}
