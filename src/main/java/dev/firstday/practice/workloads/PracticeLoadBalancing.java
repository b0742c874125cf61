package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesResponse;

/** Application, network and gateway load balancers. */
public final class PracticeLoadBalancing implements ElasticLoadBalancingV2Client {
  private final PracticeCall practiceCall;

  public PracticeLoadBalancing(PracticeCall practiceCall) {
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
          PagedItems<LoadBalancer> page =
              PagedItems.of(
                  List.copyOf(practiceCall.workload(model).balancers.values()),
                  request.pageSize(),
                  request.marker(),
                  () ->
                      practiceCall.error(
                          ElasticLoadBalancingV2Exception.builder(),
                          400,
                          "ValidationError",
                          "Invalid marker"));
          return DescribeLoadBalancersResponse.builder()
              .loadBalancers(page.items())
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
                .attributes(attributes(model, request.loadBalancerArn())));
  }

  @Override
  public ModifyLoadBalancerAttributesResponse modifyLoadBalancerAttributes(
      ModifyLoadBalancerAttributesRequest request) {
    return practiceCall.answer(
        "ModifyLoadBalancerAttributes",
        request,
        model -> {
          attributes(model, request.loadBalancerArn());
          Map<String, String> set =
              practiceCall
                  .workload(model)
                  .balancerAttributes
                  .computeIfAbsent(request.loadBalancerArn(), arn -> new TreeMap<>());
          request.attributes().forEach(one -> set.put(one.key(), one.value()));
          return ModifyLoadBalancerAttributesResponse.builder()
              .attributes(attributes(model, request.loadBalancerArn()));
        });
  }

  private List<LoadBalancerAttribute> attributes(PracticeState model, String arn) {
    if (!practiceCall.workload(model).balancers.containsKey(arn)) {
      throw practiceCall.error(
          LoadBalancerNotFoundException.builder(),
          400,
          "LoadBalancerNotFound",
          "Load balancer '%s' not found".formatted(arn));
    }
    Map<String, String> all =
        new TreeMap<>(
            Map.of("access_logs.s3.enabled", "false", "deletion_protection.enabled", "false"));
    all.putAll(practiceCall.workload(model).balancerAttributes.getOrDefault(arn, Map.of()));
    return all.entrySet().stream()
        .map(one -> LoadBalancerAttribute.builder().key(one.getKey()).value(one.getValue()).build())
        .toList();
  }
}
