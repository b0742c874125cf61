package dev.firstday.practice.workloads;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.Workload;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;

/** Classic load balancers. */
public final class PracticeClassicLoadBalancing {
  private PracticeClassicLoadBalancing() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .inRegion(DescribeLoadBalancersRequest.class, PracticeClassicLoadBalancing::balancers)
        .inRegion(
            DescribeLoadBalancerAttributesRequest.class, PracticeClassicLoadBalancing::attributes);
  }

  private static AwsResponse.Builder balancers(
      Workload here, DescribeLoadBalancersRequest request) {
    PagedItems<LoadBalancerDescription> page =
        PagedItems.of(
            here.classicBalancers.values(),
            request.pageSize(),
            request.marker(),
            "ValidationError",
            "Invalid marker");
    return DescribeLoadBalancersResponse.builder()
        .loadBalancerDescriptions(page.items())
        .nextMarker(page.next());
  }

  private static AwsResponse.Builder attributes(
      Workload here, DescribeLoadBalancerAttributesRequest request) {
    boolean logged = here.loggedClassicBalancers.contains(request.loadBalancerName());
    return DescribeLoadBalancerAttributesResponse.builder()
        .loadBalancerAttributes(all -> all.accessLog(log -> log.enabled(logged)));
  }
}
