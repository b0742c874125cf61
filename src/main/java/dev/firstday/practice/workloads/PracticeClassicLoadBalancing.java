package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.ElasticLoadBalancingException;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;

/** Classic load balancers. */
public final class PracticeClassicLoadBalancing implements ElasticLoadBalancingClient {
  private final PracticeCall practiceCall;

  public PracticeClassicLoadBalancing(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public DescribeLoadBalancersResponse describeLoadBalancers(DescribeLoadBalancersRequest request) {
    return practiceCall.answer(
        "DescribeLoadBalancers",
        request,
        model -> {
          PagedItems<LoadBalancerDescription> page =
              PagedItems.of(
                  List.copyOf(practiceCall.workload(model).classicBalancers.values()),
                  request.pageSize(),
                  request.marker(),
                  () ->
                      practiceCall.error(
                          ElasticLoadBalancingException.builder(),
                          400,
                          "ValidationError",
                          "Invalid marker"));
          return DescribeLoadBalancersResponse.builder()
              .loadBalancerDescriptions(page.items())
              .nextMarker(page.next());
        });
  }

  @Override
  public DescribeLoadBalancerAttributesResponse describeLoadBalancerAttributes(
      DescribeLoadBalancerAttributesRequest request) {
    return practiceCall.answer(
        "DescribeLoadBalancerAttributes",
        request,
        model ->
            DescribeLoadBalancerAttributesResponse.builder()
                .loadBalancerAttributes(
                    all ->
                        all.accessLog(
                            log ->
                                log.enabled(
                                    practiceCall
                                        .workload(model)
                                        .loggedClassicBalancers
                                        .contains(request.loadBalancerName())))));
  }
}
