package dev.firstday.practice.watch;

import dev.firstday.practice.model.LogGroups;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LimitExceededException;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** The part of CloudWatch Logs that is about metric filters. */
abstract class PracticeMetricFilters implements CloudWatchLogsClient {
  /** Metric filters that a log group may have. */
  private static final int FILTERS = 100;

  final PracticeCall practiceCall;

  PracticeMetricFilters(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public DescribeMetricFiltersResponse describeMetricFilters(DescribeMetricFiltersRequest request) {
    return practiceCall.answer(
        "DescribeMetricFilters",
        request,
        model -> {
          String prefix = request.filterNamePrefix() == null ? "" : request.filterNamePrefix();
          List<MetricFilter> filters =
              group(model, request.logGroupName()).filters.values().stream()
                  .filter(filter -> filter.filterName().startsWith(prefix))
                  .toList();
          PagedItems<MetricFilter> page = page(filters, request.limit(), request.nextToken());
          return DescribeMetricFiltersResponse.builder()
              .metricFilters(page.items())
              .nextToken(page.next());
        });
  }

  @Override
  public PutMetricFilterResponse putMetricFilter(PutMetricFilterRequest request) {
    return practiceCall.answer(
        "PutMetricFilter",
        request,
        model -> {
          LogGroups.LogGroupRecord kept = group(model, request.logGroupName());
          requireValid(request);
          requireRoom(kept, request.filterName());
          kept.filters.put(
              request.filterName(),
              MetricFilter.builder()
                  .filterName(request.filterName())
                  .filterPattern(request.filterPattern())
                  .metricTransformations(request.metricTransformations())
                  .logGroupName(request.logGroupName())
                  .creationTime(model.opened.toEpochMilli())
                  .build());
          return PutMetricFilterResponse.builder();
        });
  }

  private void requireValid(PutMetricFilterRequest request) {
    if (!request.filterName().matches("[^:*]{1,512}")
        || request.filterPattern().length() > 1024
        || request.metricTransformations().size() != 1) {
      throw invalid("Invalid metric filter " + request.filterName());
    }
  }

  private void requireRoom(LogGroups.LogGroupRecord kept, String filter) {
    if (kept.filters.size() >= FILTERS && !kept.filters.containsKey(filter)) {
      throw practiceCall.error(
          LimitExceededException.builder(),
          400,
          "LimitExceededException",
          "Resource limit exceeded.");
    }
  }

  @Override
  public DeleteMetricFilterResponse deleteMetricFilter(DeleteMetricFilterRequest request) {
    return practiceCall.answer(
        "DeleteMetricFilter",
        request,
        model -> {
          if (group(model, request.logGroupName()).filters.remove(request.filterName()) == null) {
            throw practiceCall.error(
                ResourceNotFoundException.builder(),
                400,
                "ResourceNotFoundException",
                "The specified metric filter does not exist.");
          }
          return DeleteMetricFilterResponse.builder();
        });
  }

  LogGroups.LogGroupRecord group(PracticeState model, String name) {
    return model
        .logGroups
        .find(practiceCall.region(), name)
        .orElseThrow(
            () ->
                practiceCall.error(
                    ResourceNotFoundException.builder(),
                    400,
                    "ResourceNotFoundException",
                    "The specified log group does not exist."));
  }

  <T> PagedItems<T> page(List<T> all, Integer size, String token) {
    return PagedItems.of(
        all, size == null ? 50 : size, token, () -> invalid("The specified nextToken is invalid."));
  }

  AwsServiceException invalid(String message) {
    return practiceCall.error(
        InvalidParameterException.builder(), 400, "InvalidParameterException", message);
  }
}
