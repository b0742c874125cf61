package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.AccountRegion;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.Partition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionList;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudwatchlogs.model.Delivery;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliveriesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliverySourcesResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.AccessLog;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/**
 * The access logs of load balancers and distributions, of the old kind, which is an attribute of
 * the thing, and of the new one, which is a delivery of CloudWatch Logs.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html">Access
 *     logs</a>
 */
final class AccessLogs {
  static final String TO_BUCKET = "access_logs.s3.enabled";

  private AccessLogs() {}

  /** Begins to read what is there. */
  static void prefetch(Account account, List<String> regions) {
    for (String region : regions) {
      account.query(Reads.DESCRIBE_LOAD_BALANCERS).in(region).prefetch();
      account.query(Reads.DESCRIBE_CLASSIC_LOAD_BALANCERS).in(region).prefetch();
    }
    account.query(Reads.LIST_DISTRIBUTIONS).prefetch();
  }

  /** What is to be said of the load balancers of a Region. */
  static List<Consumer<Assessment.Builder>> ofLoadBalancers(AccountRegion here) throws CallFailed {
    List<Consumer<Assessment.Builder>> all = new ArrayList<>();
    for (LoadBalancer one : LoadBalancers.all(here)) {
      // A gateway load balancer has no access logs.
      if (one.type() != LoadBalancerTypeEnum.GATEWAY) {
        all.add(ofLoadBalancer(here, one));
      }
    }
    all.addAll(
        Account.each(
            classic(here), one -> say("elb:" + one.loadBalancerName(), logged(here, one))));
    return all.isEmpty() ? List.of(found -> found.ok(Note.of("no-balancers"))) : all;
  }

  private static Consumer<Assessment.Builder> say(String name, boolean logged) {
    return found -> {
      if (logged) {
        found.ok(Note.of("access-logs", name));
      } else {
        found.missing(Note.of("no-access-logs", name));
      }
    };
  }

  private static Consumer<Assessment.Builder> ofLoadBalancer(AccountRegion here, LoadBalancer one)
      throws CallFailed {
    String name = "elb:" + one.loadBalancerName();
    boolean logged =
        LoadBalancers.on(here, one, TO_BUCKET) || delivered(here).contains(one.loadBalancerArn());
    // A network load balancer writes of its TLS listeners only, and most have none.
    return !logged && one.type() == LoadBalancerTypeEnum.NETWORK
        ? found -> found.info(Note.of("network-balancer", name))
        : say(name, logged);
  }

  private static List<LoadBalancerDescription> classic(AccountRegion here) throws CallFailed {
    return here.query(Reads.DESCRIBE_CLASSIC_LOAD_BALANCERS)
        .all(DescribeLoadBalancersResponse::loadBalancerDescriptions);
  }

  private static boolean logged(AccountRegion here, LoadBalancerDescription one) throws CallFailed {
    AccessLog log =
        here.query(
                Reads.DESCRIBE_CLASSIC_LOAD_BALANCER_ATTRIBUTES,
                read -> read.loadBalancerName(one.loadBalancerName()))
            .read()
            .loadBalancerAttributes()
            .accessLog();
    return log != null && Boolean.TRUE.equals(log.enabled());
  }

  /** Whether every classic load balancer of a Region has access logs. */
  static boolean classicLogged(AccountRegion here) throws CallFailed {
    return Account.allMatch(classic(here), one -> logged(here, one));
  }

  /** What is to be said of the distributions, which belong to no Region. */
  static List<Consumer<Assessment.Builder>> ofDistributions(Account account) throws CallFailed {
    if (!Partition.hasCloudFront(account)) {
      return List.of();
    }
    List<DistributionSummary> distributions = distributions(account);
    return distributions.isEmpty()
        ? List.of(found -> found.ok(Note.of("no-distributions")))
        : Account.each(distributions, one -> say("cloudfront:" + one.id(), logged(account, one)));
  }

  private static List<DistributionSummary> distributions(Account account) throws CallFailed {
    List<DistributionSummary> all = new ArrayList<>();
    for (DistributionList page :
        account
            .query(Reads.LIST_DISTRIBUTIONS)
            .all(page -> Collections.singletonList(page.distributionList()))) {
      all.addAll(Account.required(Reads.LIST_DISTRIBUTIONS, page).items());
    }
    return all;
  }

  /** Whether every distribution has access logs. */
  static boolean distributionsLogged(Account account) throws CallFailed {
    return Account.allMatch(distributions(account), one -> logged(account, one));
  }

  /** Whether every distribution writes access logs to a bucket itself. */
  static boolean distributionsToBucket(Account account) throws CallFailed {
    return Account.allMatch(distributions(account), one -> standard(config(account, one)));
  }

  private static boolean logged(Account account, DistributionSummary one) throws CallFailed {
    DistributionConfig config = config(account, one);
    boolean realTime =
        config.defaultCacheBehavior() != null
            && config.defaultCacheBehavior().realtimeLogConfigArn() != null;
    return realTime
        || standard(config)
        || delivered(account.in(Partition.globalRegion(account))).contains(one.arn());
  }

  private static DistributionConfig config(Account account, DistributionSummary one)
      throws CallFailed {
    return account
        .query(Reads.GET_DISTRIBUTION_CONFIG, read -> read.id(one.id()))
        .read()
        .distributionConfig();
  }

  private static boolean standard(DistributionConfig config) {
    return config.logging() != null && Boolean.TRUE.equals(config.logging().enabled());
  }

  /** The ARNs of what logs through a delivery; a source without a delivery logs nothing. */
  private static Set<String> delivered(AccountRegion here) throws CallFailed {
    Set<String> sources =
        here.query(Reads.DESCRIBE_DELIVERIES).all(DescribeDeliveriesResponse::deliveries).stream()
            .map(Delivery::deliverySourceName)
            .collect(Collectors.toSet());
    return here
        .query(Reads.DESCRIBE_DELIVERY_SOURCES)
        .all(DescribeDeliverySourcesResponse::deliverySources)
        .stream()
        .filter(source -> sources.contains(source.name()))
        .flatMap(source -> source.resourceArns().stream())
        .collect(Collectors.toSet());
  }
}
