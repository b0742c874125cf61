package dev.firstday.steps.workloads;

import dev.firstday.aws.AccountRegion;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** The application, network and gateway load balancers of a Region. */
final class LoadBalancers {
  private LoadBalancers() {}

  static List<LoadBalancer> all(AccountRegion here) throws CallFailed {
    return here.query(Reads.DESCRIBE_LOAD_BALANCERS)
        .all(DescribeLoadBalancersResponse::loadBalancers, LoadBalancer::loadBalancerArn);
  }

  /** Whether an attribute of a load balancer is {@code true}. */
  static boolean on(AccountRegion here, LoadBalancer one, String attribute) throws CallFailed {
    return attributes(here, one).read().attributes().stream()
        .anyMatch(set -> attribute.equals(set.key()) && "true".equals(set.value()));
  }

  static Query<DescribeLoadBalancerAttributesResponse> attributes(
      AccountRegion here, LoadBalancer one) {
    return here.query(
        Reads.DESCRIBE_LOAD_BALANCER_ATTRIBUTES,
        read -> read.loadBalancerArn(one.loadBalancerArn()));
  }
}
