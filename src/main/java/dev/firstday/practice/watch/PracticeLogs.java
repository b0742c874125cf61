package dev.firstday.practice.watch;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.LogGroups;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliveriesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliveriesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliverySourcesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliverySourcesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupClass;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyResponse;

/** CloudWatch Logs: log groups, how long they keep, and deliveries. */
public final class PracticeLogs {
  private static final Set<Integer> RETENTIONS =
      Set.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  private PracticeLogs() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    PracticeMetricFilters.handlers(handlers);
    handlers
        .on(
            DescribeDeliveriesRequest.class,
            (model, region, request) ->
                DescribeDeliveriesResponse.builder()
                    .deliveries(model.workloads.in(region).deliveries))
        .on(
            DescribeDeliverySourcesRequest.class,
            (model, region, request) ->
                DescribeDeliverySourcesResponse.builder()
                    .deliverySources(model.workloads.in(region).deliverySources))
        .on(DescribeLogGroupsRequest.class, PracticeLogs::describe)
        .on(CreateLogGroupRequest.class, CreateLogGroupResponse::builder, PracticeLogs::create)
        .on(DeleteLogGroupRequest.class, DeleteLogGroupResponse::builder, PracticeLogs::delete)
        .on(
            PutRetentionPolicyRequest.class,
            PutRetentionPolicyResponse::builder,
            PracticeLogs::retain)
        .on(
            DeleteRetentionPolicyRequest.class,
            DeleteRetentionPolicyResponse::builder,
            (model, region, request) -> keep(group(model, region, request.logGroupName()), null));
  }

  private static AwsResponse.Builder describe(
      PracticeState model, String region, DescribeLogGroupsRequest request) {
    String prefix = request.logGroupNamePrefix() == null ? "" : request.logGroupNamePrefix();
    List<LogGroup> groups =
        model.logGroups.all(region).stream()
            .map(kept -> kept.group)
            .filter(group -> group.logGroupName().startsWith(prefix))
            .toList();
    PagedItems<LogGroup> page = page(groups, request.limit(), request.nextToken());
    return DescribeLogGroupsResponse.builder().logGroups(page.items()).nextToken(page.next());
  }

  private static void create(PracticeState model, String region, CreateLogGroupRequest request) {
    String name = request.logGroupName();
    if (model.logGroups.find(region, name).isPresent()) {
      throw error(400, "ResourceAlreadyExistsException", "The specified log group already exists");
    }
    String arn = LogGroups.arn(region, name);
    model.logGroups.put(
        region,
        LogGroup.builder()
            .logGroupName(name)
            .logGroupArn(arn)
            .arn(arn + ":*")
            .creationTime(model.opened.toEpochMilli())
            .logGroupClass(
                request.logGroupClass() == null ? LogGroupClass.STANDARD : request.logGroupClass())
            .kmsKeyId(request.kmsKeyId())
            .storedBytes(0L)
            .build());
  }

  private static void delete(PracticeState model, String region, DeleteLogGroupRequest request) {
    group(model, region, request.logGroupName());
    model.logGroups.remove(region, request.logGroupName());
  }

  private static void retain(
      PracticeState model, String region, PutRetentionPolicyRequest request) {
    if (!RETENTIONS.contains(request.retentionInDays())) {
      throw invalid("Invalid retention value: " + request.retentionInDays());
    }
    keep(group(model, region, request.logGroupName()), request.retentionInDays());
  }

  private static void keep(LogGroups.LogGroupRecord kept, @Nullable Integer days) {
    kept.group = kept.group.copy(group -> group.retentionInDays(days));
  }

  static LogGroups.LogGroupRecord group(PracticeState model, String region, String name) {
    return model
        .logGroups
        .find(region, name)
        .orElseThrow(
            () ->
                error(400, "ResourceNotFoundException", "The specified log group does not exist."));
  }

  static <T> PagedItems<T> page(List<T> all, @Nullable Integer size, @Nullable String token) {
    return PagedItems.of(
        all, size == null ? 50 : size, token, () -> invalid("The specified nextToken is invalid."));
  }

  static AwsServiceException invalid(String message) {
    return error(400, "InvalidParameterException", message);
  }
}
