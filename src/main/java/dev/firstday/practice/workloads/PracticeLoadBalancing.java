package dev.firstday.practice.workloads;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesResponse;

/** Application, network and gateway load balancers. */
public final class PracticeLoadBalancing {
  private static final Map<String, String> DEFAULTS =
      Map.of("access_logs.s3.enabled", "false", "deletion_protection.enabled", "false");

  private PracticeLoadBalancing() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .inRegion(DescribeLoadBalancersRequest.class, PracticeLoadBalancing::balancers)
        .inRegion(
            DescribeLoadBalancerAttributesRequest.class,
            (here, request) ->
                DescribeLoadBalancerAttributesResponse.builder()
                    .attributes(attributes(here, request.loadBalancerArn())))
        .inRegion(ModifyLoadBalancerAttributesRequest.class, PracticeLoadBalancing::modify);
  }

  private static AwsResponse.Builder balancers(
      Workload here, DescribeLoadBalancersRequest request) {
    PagedItems<LoadBalancer> page =
        PagedItems.of(
            here.balancers.values(),
            request.pageSize(),
            request.marker(),
            "ValidationError",
            "Invalid marker");
    return DescribeLoadBalancersResponse.builder()
        .loadBalancers(page.items())
        .nextMarker(page.next());
  }

  private static AwsResponse.Builder modify(
      Workload here, ModifyLoadBalancerAttributesRequest request) {
    String arn = request.loadBalancerArn();
    requireBalancer(here, arn);
    Map<String, String> set =
        here.balancerAttributes.computeIfAbsent(arn, balancer -> new TreeMap<>());
    request.attributes().forEach(one -> set.put(one.key(), one.value()));
    return ModifyLoadBalancerAttributesResponse.builder().attributes(attributes(here, arn));
  }

  private static List<LoadBalancerAttribute> attributes(Workload here, String arn) {
    requireBalancer(here, arn);
    Map<String, String> all = new TreeMap<>(DEFAULTS);
    all.putAll(here.balancerAttributes.getOrDefault(arn, Map.of()));
    return all.entrySet().stream()
        .map(one -> LoadBalancerAttribute.builder().key(one.getKey()).value(one.getValue()).build())
        .toList();
  }

  private static void requireBalancer(Workload here, String arn) {
    if (!here.balancers.containsKey(arn)) {
      throw error(400, "LoadBalancerNotFound", "Load balancer '%s' not found", arn);
    }
  }
}
