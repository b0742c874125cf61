package dev.firstday.practice.watch;

import dev.firstday.practice.model.LogGroups;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;

/** CloudWatch Logs: log groups, how long they keep, and deliveries. */
public final class PracticeLogs extends PracticeMetricFilters {
  private static final Set<Integer> RETENTIONS =
      Set.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  public PracticeLogs(PracticeCall practiceCall) {
    super(practiceCall);
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
                .deliveries(practiceCall.workload(model).deliveries));
  }

  @Override
  public DescribeDeliverySourcesResponse describeDeliverySources(
      DescribeDeliverySourcesRequest request) {
    return practiceCall.answer(
        "DescribeDeliverySources",
        request,
        model ->
            DescribeDeliverySourcesResponse.builder()
                .deliverySources(practiceCall.workload(model).deliverySources));
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
          model.logGroups.put(practiceCall.region(), created(request, model.opened));
          return CreateLogGroupResponse.builder();
        });
  }

  private LogGroup created(CreateLogGroupRequest request, Instant now) {
    String arn = LogGroups.arn(practiceCall.region(), request.logGroupName());
    return LogGroup.builder()
        .logGroupName(request.logGroupName())
        .logGroupArn(arn)
        .arn(arn + ":*")
        .creationTime(now.toEpochMilli())
        .logGroupClass(
            request.logGroupClass() == null ? LogGroupClass.STANDARD : request.logGroupClass())
        .kmsKeyId(request.kmsKeyId())
        .storedBytes(0L)
        .build();
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
}
