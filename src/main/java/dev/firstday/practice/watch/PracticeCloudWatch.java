package dev.firstday.practice.watch;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.aws.operations.SdkJson;
import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** CloudWatch. */
public final class PracticeCloudWatch {
  private PracticeCloudWatch() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(DescribeAlarmsRequest.class, PracticeCloudWatch::describe)
        .on(PutMetricAlarmRequest.class, PutMetricAlarmResponse::builder, PracticeCloudWatch::put)
        .on(DeleteAlarmsRequest.class, DeleteAlarmsResponse::builder, PracticeCloudWatch::delete);
  }

  private static Map<String, MetricAlarm> alarms(PracticeState model, String region) {
    return model.alarms.computeIfAbsent(region, key -> new TreeMap<>());
  }

  private static AwsResponse.Builder describe(
      PracticeState model, String region, DescribeAlarmsRequest request) {
    PagedItems<MetricAlarm> page =
        PagedItems.of(
            alarms(model, region).values().stream()
                .filter(
                    alarm ->
                        !request.hasAlarmNames()
                            || request.alarmNames().contains(alarm.alarmName()))
                .toList(),
            request.maxRecords() == null ? 50 : request.maxRecords(),
            request.nextToken(),
            () -> error(400, "InvalidNextToken", "NextToken"));
    return DescribeAlarmsResponse.builder().metricAlarms(page.items()).nextToken(page.next());
  }

  private static void put(PracticeState model, String region, PutMetricAlarmRequest request) {
    // An alarm can act on what is in its own Region only.
    if (request.alarmActions().stream().anyMatch(action -> !action.contains(":" + region + ":"))) {
      throw error(
          400,
          "ValidationError",
          "Invalid region specified in AlarmActions. Only %s is supported.",
          region);
    }
    // Puts the whole alarm: what is left out is not kept.
    alarms(model, region).put(request.alarmName(), alarm(region, request));
  }

  private static MetricAlarm alarm(String region, PutMetricAlarmRequest request) {
    return SdkJson.copy(request, MetricAlarm.builder())
        .alarmArn(
            "arn:aws:cloudwatch:%s:%s:alarm:%s"
                .formatted(region, PracticeState.ACCOUNT_ID, request.alarmName()))
        .actionsEnabled(!Boolean.FALSE.equals(request.actionsEnabled()))
        // A copy, for AWS tells of what is empty as well.
        .alarmActions(List.copyOf(request.alarmActions()))
        .okActions(List.copyOf(request.okActions()))
        .insufficientDataActions(List.copyOf(request.insufficientDataActions()))
        .dimensions(List.copyOf(request.dimensions()))
        .stateValue(StateValue.INSUFFICIENT_DATA)
        .build();
  }

  private static void delete(PracticeState model, String region, DeleteAlarmsRequest request) {
    if (!alarms(model, region).keySet().containsAll(request.alarmNames())) {
      throw error(404, "ResourceNotFound", "Unknown alarm names");
    }
    alarms(model, region).keySet().removeAll(request.alarmNames());
  }
}
