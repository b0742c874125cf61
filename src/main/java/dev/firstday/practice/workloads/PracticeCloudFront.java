package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.Workload;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigRequest;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.InvalidArgumentException;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsResponse;
import software.amazon.awssdk.services.cloudfront.model.NoSuchDistributionException;

/** CloudFront: the same in every Region. */
public final class PracticeCloudFront implements CloudFrontClient {
  private final PracticeCall practiceCall;

  public PracticeCloudFront(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public ListDistributionsResponse listDistributions(ListDistributionsRequest request) {
    return practiceCall.answer(
        "ListDistributions",
        request,
        model -> {
          List<DistributionSummary> all =
              model.workloads.distributions.entrySet().stream()
                  .map(
                      one ->
                          DistributionSummary.builder()
                              .id(one.getKey())
                              .arn(Workload.distributionArn(one.getKey()))
                              .enabled(one.getValue().enabled())
                              .build())
                  .toList();
          PagedItems<DistributionSummary> page =
              PagedItems.of(all, null, request.marker(), this::invalidToken);
          return ListDistributionsResponse.builder()
              .distributionList(
                  list ->
                      list.items(page.items())
                          .quantity(page.items().size())
                          .isTruncated(!page.last())
                          .nextMarker(page.next()));
        });
  }

  @Override
  public GetDistributionConfigResponse getDistributionConfig(GetDistributionConfigRequest request) {
    return practiceCall.answer(
        "GetDistributionConfig",
        request,
        model ->
            GetDistributionConfigResponse.builder()
                .distributionConfig(
                    Optional.ofNullable(model.workloads.distributions.get(request.id()))
                        .orElseThrow(
                            () ->
                                practiceCall.error(
                                    NoSuchDistributionException.builder(),
                                    404,
                                    "NoSuchDistribution",
                                    "The specified distribution does not exist."))));
  }

  private AwsServiceException invalidToken() {
    return practiceCall.error(
        InvalidArgumentException.builder(), 400, "InvalidArgument", "Invalid marker");
  }
}
