package dev.firstday.steps.watch;

import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Change;
import dev.firstday.steps.resources.AlertTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.Tag;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;

/** What {@link MonitoringStep} would write. */
record MonitoringChanges(WatchedLogGroup group) {
  /** Begins the names of the filters and alarms we create. */
  static final String NAME = "firstday-";

  /** The namespace that Security Hub's documentation names. */
  static final String NAMESPACE = "LogMetrics";

  private static final int FIVE_MINUTES = 300;

  /** What a monitor lacks. */
  List<Change> of(ObservedMonitor monitor) {
    List<Change> changes = new ArrayList<>();
    monitor.lacking().forEach(pattern -> changes.add(filter(monitor, pattern)));
    if (monitor.reach().to() == AlarmReach.To.NOBODY) {
      changes.add(alarm(monitor));
    }
    return changes;
  }

  private ChangeBuilder change(ObservedMonitor observed, String part, AwsRequest.Builder request) {
    String id = "monitoring/%s/%s".formatted(observed.monitor().id(), part);
    return group.account().change(id, request, group.place().region());
  }

  /** A filter on the metric that the monitor has, or will have. */
  private Change filter(ObservedMonitor observed, String pattern) {
    int number = observed.monitor().patterns().indexOf(pattern) + 1;
    String suffix = number == 1 ? "" : "-" + number;
    String name = NAME + observed.monitor().metric() + suffix;
    String logGroup = group.place().logGroup();
    Optional<MetricFilter> before =
        group.filters().stream().filter(filter -> filter.filterName().equals(name)).findFirst();
    return change(observed, "filter" + suffix, putFilter(name, pattern, observed.metric()))
        .verifiedBy(
            group
                .account()
                .query(
                    Reads.DESCRIBE_METRIC_FILTERS,
                    read -> read.logGroupName(logGroup).filterNamePrefix(name)),
            "/metricFilters/0/filterPattern")
        // Two updates of a group at once.
        .waitingFor(Duration.ofSeconds(30), "OperationAbortedException")
        .putOver(before, Note.of("filter", name, logGroup, observed.metric().name()));
  }

  private PutMetricFilterRequest.Builder putFilter(
      String name, String pattern, WatchedLogGroup.Metric metric) {
    return PutMetricFilterRequest.builder()
        .logGroupName(group.place().logGroup())
        .filterName(name)
        .filterPattern(pattern)
        .metricTransformations(
            MetricTransformation.builder()
                .metricNamespace(metric.namespace())
                .metricName(metric.name())
                .metricValue("1")
                // Keeps the alarm in OK while nothing happens.
                .defaultValue(0.0)
                .build());
  }

  /** An alarm on the metric, to our topic. */
  private Change alarm(ObservedMonitor observed) {
    String name = NAME + observed.monitor().metric();
    Optional<MetricAlarm> before =
        group.alarms().stream().filter(alarm -> alarm.alarmName().equals(name)).findFirst();
    return change(observed, "alarm", putAlarm(name, observed, before))
        .verifiedBy(
            group.account().query(Reads.DESCRIBE_ALARMS, read -> read.alarmNames(name)),
            "/MetricAlarms/0/AlarmActions",
            "/MetricAlarms/0/MetricName",
            "/MetricAlarms/0/Threshold")
        .putOver(before, Note.of("alarm", name, AlertTopic.NAME));
  }

  /** A put replaces the whole alarm, so that the actions of one that is there are kept. */
  private PutMetricAlarmRequest.Builder putAlarm(
      String name, ObservedMonitor observed, Optional<MetricAlarm> before) {
    Stream<String> kept = before.stream().flatMap(alarm -> alarm.alarmActions().stream());
    return PutMetricAlarmRequest.builder()
        .alarmName(name)
        .alarmDescription("firstday: " + observed.monitor().id())
        .actionsEnabled(true)
        .alarmActions(Stream.concat(kept, Stream.of(group.topic().arn())).distinct().toList())
        .okActions(before.map(MetricAlarm::okActions).orElse(null))
        .namespace(observed.metric().namespace())
        .metricName(observed.metric().name())
        .statistic(Statistic.SUM)
        .period(FIVE_MINUTES)
        .evaluationPeriods(1)
        .datapointsToAlarm(1)
        .threshold((double) observed.threshold())
        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
        .treatMissingData("notBreaching")
        .tags(Tag.builder().key("CreatedBy").value("firstday").build());
  }
}
