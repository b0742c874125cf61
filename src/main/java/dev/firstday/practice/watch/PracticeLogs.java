package dev.firstday.practice.watch;

import dev.firstday.practice.model.LogGroups;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliveriesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliveriesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliverySourcesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliverySourcesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LimitExceededException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupClass;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** CloudWatch Logs. */
public final class PracticeLogs implements CloudWatchLogsClient {
  private static final Set<Integer> RETENTIONS =
      Set.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  /** Metric filters that a log group may have. */
  private static final int FILTERS = 100;

  private final PracticeCall practiceCall;

  public PracticeLogs(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public DescribeDeliveriesResponse describeDeliveries(DescribeDeliveriesRequest request) {
    return practiceCall.answer(
        "DescribeDeliveries",
        request,
        model ->
            DescribeDeliveriesResponse.builder()
                .deliveries(model.workloads.in(practiceCall.region()).deliveries));
  }

  @Override
  public DescribeDeliverySourcesResponse describeDeliverySources(
      DescribeDeliverySourcesRequest request) {
    return practiceCall.answer(
        "DescribeDeliverySources",
        request,
        model ->
            DescribeDeliverySourcesResponse.builder()
                .deliverySources(model.workloads.in(practiceCall.region()).deliverySources));
  }

  @Override
  public CreateLogGroupResponse createLogGroup(CreateLogGroupRequest request) {
    return practiceCall.answer(
        "CreateLogGroup",
        request,
        model -> {
          String name = request.logGroupName();
          if (model.logGroups.find(practiceCall.region(), name).isPresent()) {
            throw practiceCall.error(
                ResourceAlreadyExistsException.builder(),
                400,
                "ResourceAlreadyExistsException",
                "The specified log group already exists");
          }
          String arn = LogGroups.arn(practiceCall.region(), name);
          model.logGroups.put(
              practiceCall.region(),
              LogGroup.builder()
                  .logGroupName(name)
                  .logGroupArn(arn)
                  .arn(arn + ":*")
                  .creationTime(model.opened.toEpochMilli())
                  .logGroupClass(
                      request.logGroupClass() == null
                          ? LogGroupClass.STANDARD
                          : request.logGroupClass())
                  .kmsKeyId(request.kmsKeyId())
                  .storedBytes(0L)
                  .build());
          return CreateLogGroupResponse.builder();
        });
  }

  @Override
  public DeleteLogGroupResponse deleteLogGroup(DeleteLogGroupRequest request) {
    return practiceCall.answer(
        "DeleteLogGroup",
        request,
        model -> {
          group(model, request.logGroupName());
          model.logGroups.remove(practiceCall.region(), request.logGroupName());
          return DeleteLogGroupResponse.builder();
        });
  }

  @Override
  public DescribeLogGroupsResponse describeLogGroups(DescribeLogGroupsRequest request) {
    return practiceCall.answer(
        "DescribeLogGroups",
        request,
        model -> {
          String prefix = request.logGroupNamePrefix() == null ? "" : request.logGroupNamePrefix();
          List<LogGroup> groups =
              model.logGroups.all(practiceCall.region()).stream()
                  .map(kept -> kept.group)
                  .filter(group -> group.logGroupName().startsWith(prefix))
                  .toList();
          PagedItems<LogGroup> page = page(groups, request.limit(), request.nextToken());
          return DescribeLogGroupsResponse.builder().logGroups(page.items()).nextToken(page.next());
        });
  }

  @Override
  public PutRetentionPolicyResponse putRetentionPolicy(PutRetentionPolicyRequest request) {
    return practiceCall.answer(
        "PutRetentionPolicy",
        request,
        model -> {
          if (!RETENTIONS.contains(request.retentionInDays())) {
            throw invalid("Invalid retention value: " + request.retentionInDays());
          }
          LogGroups.LogGroupRecord kept = group(model, request.logGroupName());
          kept.group = kept.group.toBuilder().retentionInDays(request.retentionInDays()).build();
          return PutRetentionPolicyResponse.builder();
        });
  }

  @Override
  public DeleteRetentionPolicyResponse deleteRetentionPolicy(DeleteRetentionPolicyRequest request) {
    return practiceCall.answer(
        "DeleteRetentionPolicy",
        request,
        model -> {
          LogGroups.LogGroupRecord kept = group(model, request.logGroupName());
          kept.group = kept.group.toBuilder().retentionInDays(null).build();
          return DeleteRetentionPolicyResponse.builder();
        });
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
          if (!request.filterName().matches("[^:*]{1,512}")
              || request.filterPattern().length() > 1024
              || request.metricTransformations().size() != 1) {
            throw invalid("Invalid metric filter " + request.filterName());
          }
          if (kept.filters.size() >= FILTERS && !kept.filters.containsKey(request.filterName())) {
            throw practiceCall.error(
                LimitExceededException.builder(),
                400,
                "LimitExceededException",
                "Resource limit exceeded.");
          }
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

  private LogGroups.LogGroupRecord group(PracticeState model, String name) {
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

  private <T> PagedItems<T> page(List<T> all, Integer size, String token) {
    return PagedItems.of(
        all, size == null ? 50 : size, token, () -> invalid("The specified nextToken is invalid."));
  }

  private AwsServiceException invalid(String message) {
    return practiceCall.error(
        InvalidParameterException.builder(), 400, "InvalidParameterException", message);
  }
}
