package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** The application, network and gateway load balancers of a Region. */
final class LoadBalancers {
  private static final DescribeLoadBalancersRequest ALL =
      DescribeLoadBalancersRequest.builder().build();

  private LoadBalancers() {}

  /** Begins to read them. */
  static void prefetch(Account account, String region) {
    account.prefetch(Reads.DESCRIBE_LOAD_BALANCERS, ALL, region);
  }

  static List<LoadBalancer> all(Account account, String region) throws CallFailed {
    List<LoadBalancer> all =
        account.pages(Reads.DESCRIBE_LOAD_BALANCERS, ALL, region).stream()
            .flatMap(page -> page.loadBalancers().stream())
            .toList();
    return Account.requiredInEach(
        Reads.DESCRIBE_LOAD_BALANCERS, all, LoadBalancer::loadBalancerArn);
  }

  /** Whether an attribute of a load balancer is {@code true}. */
  static boolean on(Account account, String region, LoadBalancer one, String attribute)
      throws CallFailed {
    return account
        .read(Reads.DESCRIBE_LOAD_BALANCER_ATTRIBUTES, attributes(one), region)
        .attributes()
        .stream()
        .anyMatch(set -> attribute.equals(set.key()) && "true".equals(set.value()));
  }

  static DescribeLoadBalancerAttributesRequest attributes(LoadBalancer one) {
    return DescribeLoadBalancerAttributesRequest.builder()
        .loadBalancerArn(one.loadBalancerArn())
        .build();
  }
}
