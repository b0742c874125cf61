package dev.firstday.practice.watch;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.aws.operations.SdkJson;
import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.LogGroups;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterResponse;

/** The part of CloudWatch Logs that is about metric filters. */
final class PracticeMetricFilters {
  /** Metric filters that a log group may have. */
  private static final int FILTERS = 100;

  private PracticeMetricFilters() {}

  static void handlers(Handlers handlers) {
    handlers
        .on(DescribeMetricFiltersRequest.class, PracticeMetricFilters::describe)
        .on(
            PutMetricFilterRequest.class,
            PutMetricFilterResponse::builder,
            PracticeMetricFilters::put)
        .on(
            DeleteMetricFilterRequest.class,
            DeleteMetricFilterResponse::builder,
            PracticeMetricFilters::delete);
  }

  private static AwsResponse.Builder describe(
      PracticeState model, String region, DescribeMetricFiltersRequest request) {
    String prefix = request.filterNamePrefix() == null ? "" : request.filterNamePrefix();
    List<MetricFilter> filters =
        PracticeLogs.group(model, region, request.logGroupName()).filters.values().stream()
            .filter(filter -> filter.filterName().startsWith(prefix))
            .toList();
    PagedItems<MetricFilter> page =
        PracticeLogs.page(filters, request.limit(), request.nextToken());
    return DescribeMetricFiltersResponse.builder()
        .metricFilters(page.items())
        .nextToken(page.next());
  }

  private static void put(PracticeState model, String region, PutMetricFilterRequest request) {
    LogGroups.LogGroupRecord kept = PracticeLogs.group(model, region, request.logGroupName());
    String name = request.filterName();
    if (!name.matches("[^:*]{1,512}")
        || request.filterPattern().length() > 1024
        || request.metricTransformations().size() != 1) {
      throw PracticeLogs.invalid("Invalid metric filter " + name);
    }
    if (kept.filters.size() >= FILTERS && !kept.filters.containsKey(name)) {
      throw error(400, "LimitExceededException", "Resource limit exceeded.");
    }
    kept.filters.put(
        name,
        SdkJson.copy(request, MetricFilter.builder())
            .creationTime(model.opened.toEpochMilli())
            .build());
  }

  private static void delete(
      PracticeState model, String region, DeleteMetricFilterRequest request) {
    LogGroups.LogGroupRecord kept = PracticeLogs.group(model, region, request.logGroupName());
    if (kept.filters.remove(request.filterName()) == null) {
      throw error(400, "ResourceNotFoundException", "The specified metric filter does not exist.");
    }
  }
}
