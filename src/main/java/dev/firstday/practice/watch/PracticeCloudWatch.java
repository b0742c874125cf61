package dev.firstday.practice.watch;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** CloudWatch. */
public final class PracticeCloudWatch implements CloudWatchClient {
  private final PracticeCall practiceCall;

  public PracticeCloudWatch(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private Map<String, MetricAlarm> alarms(PracticeState model) {
    return model.alarms.computeIfAbsent(practiceCall.region(), region -> new TreeMap<>());
  }

  @Override
  public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
    return practiceCall.answer(
        "DescribeAlarms",
        request,
        model -> {
          List<MetricAlarm> chosen =
              alarms(model).values().stream()
                  .filter(
                      alarm ->
                          !request.hasAlarmNames()
                              || request.alarmNames().contains(alarm.alarmName()))
                  .toList();
          PagedItems<MetricAlarm> page =
              PagedItems.of(
                  chosen,
                  request.maxRecords() == null ? 50 : request.maxRecords(),
                  request.nextToken(),
                  () ->
                      error(InvalidNextTokenException.builder(), "InvalidNextToken", "NextToken"));
          return DescribeAlarmsResponse.builder().metricAlarms(page.items()).nextToken(page.next());
        });
  }

  @Override
  public PutMetricAlarmResponse putMetricAlarm(PutMetricAlarmRequest request) {
    return practiceCall.answer(
        "PutMetricAlarm",
        request,
        model -> {
          // An alarm can act on what is in its own Region only.
          if (request.alarmActions().stream()
              .anyMatch(action -> !action.contains(":" + practiceCall.region() + ":"))) {
            throw error(
                CloudWatchException.builder(),
                "ValidationError",
                "Invalid region specified in AlarmActions. Only %s is supported."
                    .formatted(practiceCall.region()));
          }
          // Puts the whole alarm: what is left out is not kept.
          alarms(model).put(request.alarmName(), alarm(request));
          return PutMetricAlarmResponse.builder();
        });
  }

  private MetricAlarm alarm(PutMetricAlarmRequest request) {
    return MetricAlarm.builder()
        .alarmName(request.alarmName())
        .alarmArn(
            "arn:aws:cloudwatch:%s:%s:alarm:%s"
                .formatted(practiceCall.region(), PracticeState.ACCOUNT_ID, request.alarmName()))
        .alarmDescription(request.alarmDescription())
        .actionsEnabled(!Boolean.FALSE.equals(request.actionsEnabled()))
        // A copy, for AWS tells of what is empty as well.
        .alarmActions(List.copyOf(request.alarmActions()))
        .okActions(List.copyOf(request.okActions()))
        .insufficientDataActions(List.copyOf(request.insufficientDataActions()))
        .namespace(request.namespace())
        .metricName(request.metricName())
        .dimensions(List.copyOf(request.dimensions()))
        .statistic(request.statistic())
        .period(request.period())
        .unit(request.unit())
        .evaluationPeriods(request.evaluationPeriods())
        .datapointsToAlarm(request.datapointsToAlarm())
        .threshold(request.threshold())
        .comparisonOperator(request.comparisonOperator())
        .treatMissingData(request.treatMissingData())
        .stateValue(StateValue.INSUFFICIENT_DATA)
        .build();
  }

  @Override
  public DeleteAlarmsResponse deleteAlarms(DeleteAlarmsRequest request) {
    return practiceCall.answer(
        "DeleteAlarms",
        request,
        model -> {
          if (!alarms(model).keySet().containsAll(request.alarmNames())) {
            throw error(
                ResourceNotFoundException.builder(), "ResourceNotFound", "Unknown alarm names");
          }
          alarms(model).keySet().removeAll(request.alarmNames());
          return DeleteAlarmsResponse.builder();
        });
  }

  private AwsServiceException error(
      AwsServiceException.Builder builder, String code, String message) {
    return practiceCall.error(builder, code.equals("ResourceNotFound") ? 404 : 400, code, message);
  }
}
