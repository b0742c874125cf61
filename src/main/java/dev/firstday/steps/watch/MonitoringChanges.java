package dev.firstday.steps.watch;

import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.steps.resources.AlertTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.Tag;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;

/** What {@link MonitoringStep} would write. */
final class MonitoringChanges {
  /** Begins the names of the filters and alarms we create. */
  static final String NAME = "firstday-";

  /** The namespace that Security Hub's documentation names. */
  static final String NAMESPACE = "LogMetrics";

  private static final int FIVE_MINUTES = 300;

  private final WatchedLogGroup group;

  MonitoringChanges(WatchedLogGroup group) {
    this.group = group;
  }

  /** What a monitor lacks. */
  List<Change> of(ObservedMonitor monitor) {
    List<Change> changes = new ArrayList<>();
    monitor.lacking().forEach(pattern -> changes.add(filter(monitor, pattern)));
    if (monitor.reach() instanceof AlarmReach.None) {
      changes.add(alarm(monitor));
    }
    return changes;
  }

  /** A filter on the metric that the monitor has, or will have. */
  private Change filter(ObservedMonitor observed, String pattern) {
    Monitor monitor = observed.monitor();
    int number = monitor.patterns().indexOf(pattern) + 1;
    String suffix = number == 1 ? "" : "-" + number;
    String name = NAME + monitor.metric() + suffix;
    String logGroup = group.place().logGroup();
    Optional<MetricFilter> before =
        group.filters().stream().filter(filter -> filter.filterName().equals(name)).findFirst();
    AwsRequest undo =
        before.<AwsRequest>map(MonitoringChanges::asItWas).orElseGet(() -> deleteFilter(name));
    return change(monitor, "filter" + suffix, putFilter(name, pattern, observed.metric()))
        .verifiedBy(
            Reads.DESCRIBE_METRIC_FILTERS,
            DescribeMetricFiltersRequest.builder()
                .logGroupName(logGroup)
                .filterNamePrefix(name)
                .build(),
            "/metricFilters/0/filterPattern")
        .undoneBy(before.isPresent() ? Effect.CHANGE : Effect.DELETE, undo)
        // Two updates of a group at once.
        .waitingFor(Duration.ofSeconds(30), "OperationAbortedException")
        .build(
            before.isPresent() ? Effect.CHANGE : Effect.CREATE,
            Note.of("filter", name, logGroup, observed.metric().name()));
  }

  private ChangeBuilder change(Monitor monitor, String part, AwsRequest request) {
    String id = "monitoring/%s/%s".formatted(monitor.id(), part);
    return group.account().change(id, request, group.place().region());
  }

  private PutMetricFilterRequest putFilter(
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
                .build())
        .build();
  }

  private DeleteMetricFilterRequest deleteFilter(String name) {
    return DeleteMetricFilterRequest.builder()
        .logGroupName(group.place().logGroup())
        .filterName(name)
        .build();
  }

  private static PutMetricFilterRequest asItWas(MetricFilter filter) {
    return PutMetricFilterRequest.builder()
        .logGroupName(filter.logGroupName())
        .filterName(filter.filterName())
        .filterPattern(filter.filterPattern())
        .metricTransformations(filter.metricTransformations())
        .build();
  }

  /** An alarm on the metric, to our topic. */
  private Change alarm(ObservedMonitor observed) {
    String name = NAME + observed.monitor().metric();
    Optional<MetricAlarm> before =
        group.alarms().stream().filter(alarm -> alarm.alarmName().equals(name)).findFirst();
    AwsRequest undo =
        before
            .<AwsRequest>map(MonitoringChanges::asItWas)
            .orElseGet(() -> DeleteAlarmsRequest.builder().alarmNames(name).build());
    return change(observed.monitor(), "alarm", putAlarm(name, observed, before))
        .verifiedBy(
            Reads.DESCRIBE_ALARMS,
            DescribeAlarmsRequest.builder().alarmNames(name).build(),
            "/MetricAlarms/0/AlarmActions",
            "/MetricAlarms/0/MetricName",
            "/MetricAlarms/0/Threshold")
        .undoneBy(before.isPresent() ? Effect.CHANGE : Effect.DELETE, undo)
        .build(
            before.isPresent() ? Effect.CHANGE : Effect.CREATE,
            Note.of("alarm", name, AlertTopic.NAME));
  }

  /** A put replaces the whole alarm, so that the actions of one that is there are kept. */
  private PutMetricAlarmRequest putAlarm(
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
        .tags(Tag.builder().key("CreatedBy").value("firstday").build())
        .build();
  }

  private static PutMetricAlarmRequest asItWas(MetricAlarm alarm) {
    return PutMetricAlarmRequest.builder()
        .alarmName(alarm.alarmName())
        .alarmDescription(alarm.alarmDescription())
        .actionsEnabled(alarm.actionsEnabled())
        .alarmActions(alarm.alarmActions())
        .okActions(alarm.okActions())
        .insufficientDataActions(alarm.insufficientDataActions())
        .namespace(alarm.namespace())
        .metricName(alarm.metricName())
        .dimensions(alarm.dimensions())
        .statistic(alarm.statistic())
        .period(alarm.period())
        .unit(alarm.unit())
        .evaluationPeriods(alarm.evaluationPeriods())
        .datapointsToAlarm(alarm.datapointsToAlarm())
        .threshold(alarm.threshold())
        .comparisonOperator(alarm.comparisonOperator())
        .treatMissingData(alarm.treatMissingData())
        .build();
  }
}
