package dev.firstday.practice.workloads;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Workload;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigRequest;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsResponse;

/** CloudFront: the same in every Region. */
public final class PracticeCloudFront {
  private PracticeCloudFront() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(ListDistributionsRequest.class, PracticeCloudFront::listDistributions)
        .on(GetDistributionConfigRequest.class, PracticeCloudFront::getDistributionConfig);
  }

  private static AwsResponse.Builder listDistributions(
      PracticeState model, ListDistributionsRequest request) {
    List<DistributionSummary> all =
        model.workloads.distributions.entrySet().stream()
            .map(one -> summary(one.getKey(), one.getValue()))
            .toList();
    PagedItems<DistributionSummary> page =
        PagedItems.of(all, null, request.marker(), "InvalidArgument", "Invalid marker");
    return ListDistributionsResponse.builder()
        .distributionList(
            list ->
                list.items(page.items())
                    .quantity(page.items().size())
                    .isTruncated(!page.last())
                    .nextMarker(page.next()));
  }

  private static DistributionSummary summary(String id, DistributionConfig config) {
    return DistributionSummary.builder()
        .id(id)
        .arn(Workload.distributionArn(id))
        .enabled(config.enabled())
        .build();
  }

  private static AwsResponse.Builder getDistributionConfig(
      PracticeState model, GetDistributionConfigRequest request) {
    return GetDistributionConfigResponse.builder()
        .distributionConfig(
            Optional.ofNullable(model.workloads.distributions.get(request.id()))
                .orElseThrow(
                    () ->
                        error(
                            404,
                            "NoSuchDistribution",
                            "The specified distribution does not exist.")));
  }
}
