package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.steps.resources.AlertTopic;
import java.time.Duration;
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

  private final Account account;
  private final MonitoringStep.Place place;
  private final List<MetricFilter> filters;
  private final List<MetricAlarm> alarms;
  private final AlertTopic topic;

  MonitoringChanges(
      Account account,
      MonitoringStep.Place place,
      List<MetricFilter> filters,
      List<MetricAlarm> alarms,
      AlertTopic topic) {
    this.account = account;
    this.place = place;
    this.filters = filters;
    this.alarms = alarms;
    this.topic = topic;
  }

  /** A filter on the metric that the monitor has, or will have. */
  Change filter(Monitor monitor, String pattern, MonitoringStep.Metric metric) {
    int number = monitor.patterns().indexOf(pattern) + 1;
    String suffix = number == 1 ? "" : "-" + number;
    String name = NAME + monitor.metric() + suffix;
    PutMetricFilterRequest put =
        PutMetricFilterRequest.builder()
            .logGroupName(place.logGroup())
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
    Optional<MetricFilter> there =
        filters.stream().filter(filter -> filter.filterName().equals(name)).findFirst();
    AwsRequest undo =
        there
            .map(old -> (AwsRequest) asItWas(old))
            .orElse(
                DeleteMetricFilterRequest.builder()
                    .logGroupName(place.logGroup())
                    .filterName(name)
                    .build());
    return account
        .change("monitoring/" + monitor.id() + "/filter" + suffix, put, place.region())
        .verifiedBy(
            Reads.DESCRIBE_METRIC_FILTERS,
            DescribeMetricFiltersRequest.builder()
                .logGroupName(place.logGroup())
                .filterNamePrefix(name)
                .build(),
            "/metricFilters/0/filterPattern")
        .undoneBy(there.isPresent() ? Effect.CHANGE : Effect.DELETE, undo)
        // Two updates of a group at once.
        .waitingFor(Duration.ofSeconds(30), "OperationAbortedException")
        .build(
            there.isPresent() ? Effect.CHANGE : Effect.CREATE,
            Note.of("filter", name, place.logGroup(), metric.name()));
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
  Change alarm(Monitor monitor, MonitoringStep.Metric metric, int threshold) {
    String name = NAME + monitor.metric();
    Optional<MetricAlarm> there =
        alarms.stream().filter(alarm -> alarm.alarmName().equals(name)).findFirst();
    Stream<String> kept = there.stream().flatMap(alarm -> alarm.alarmActions().stream());
    PutMetricAlarmRequest put =
        PutMetricAlarmRequest.builder()
            .alarmName(name)
            .alarmDescription("firstday: " + monitor.id())
            .actionsEnabled(true)
            // A put replaces the whole alarm.
            .alarmActions(Stream.concat(kept, Stream.of(topic.arn())).distinct().toList())
            .okActions(there.map(MetricAlarm::okActions).orElse(null))
            .namespace(metric.namespace())
            .metricName(metric.name())
            .statistic(Statistic.SUM)
            .period(FIVE_MINUTES)
            .evaluationPeriods(1)
            .datapointsToAlarm(1)
            .threshold((double) threshold)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .treatMissingData("notBreaching")
            .tags(Tag.builder().key("CreatedBy").value("firstday").build())
            .build();
    return account
        .change("monitoring/" + monitor.id() + "/alarm", put, place.region())
        .verifiedBy(
            Reads.DESCRIBE_ALARMS,
            DescribeAlarmsRequest.builder().alarmNames(name).build(),
            "/MetricAlarms/0/AlarmActions",
            "/MetricAlarms/0/MetricName",
            "/MetricAlarms/0/Threshold")
        .undoneBy(
            there.isPresent() ? Effect.CHANGE : Effect.DELETE,
            there
                .map(old -> (AwsRequest) asItWas(old))
                .orElse(DeleteAlarmsRequest.builder().alarmNames(name).build()))
        .build(
            there.isPresent() ? Effect.CHANGE : Effect.CREATE,
            Note.of("alarm", name, AlertTopic.NAME));
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
