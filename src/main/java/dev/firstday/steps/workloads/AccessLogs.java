package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigRequest;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.Delivery;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliveriesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliverySourcesRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.AccessLog;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersRequest;
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

  private static final DescribeLoadBalancersRequest CLASSIC =
      DescribeLoadBalancersRequest.builder().build();

  private AccessLogs() {}

  /** What was seen of one thing. */
  record LogFinding(Finding.Kind kind, Note note) {
    void say(Assessment.Builder found) {
      switch (kind) {
        case OK -> found.ok(note);
        case MISSING -> found.missing(note);
        case INFO -> found.info(note);
        case UNSEEN -> throw new IllegalStateException("a line is seen");
      }
    }

    static LogFinding of(Finding.Kind kind, String code, Object... values) {
      return new LogFinding(kind, Note.of(code, values));
    }

    static LogFinding logged(boolean logged, String name) {
      return logged
          ? of(Finding.Kind.OK, "access-logs", name)
          : of(Finding.Kind.MISSING, "no-access-logs", name);
    }
  }

  /** Begins to read what is there. */
  static void prefetch(Account account, List<String> regions) {
    for (String region : regions) {
      LoadBalancers.prefetch(account, region);
      account.prefetch(Reads.DESCRIBE_CLASSIC_LOAD_BALANCERS, CLASSIC, region);
    }
    account.prefetch(Reads.LIST_DISTRIBUTIONS, ListDistributionsRequest.builder().build());
  }

  /** The load balancers of a Region. */
  static List<LogFinding> ofLoadBalancers(Account account, String region) throws CallFailed {
    List<LogFinding> lines = new ArrayList<>();
    for (LoadBalancer one : LoadBalancers.all(account, region)) {
      // A gateway load balancer has no access logs.
      if (one.type() != LoadBalancerTypeEnum.GATEWAY) {
        lines.add(line(account, region, one));
      }
    }
    for (LoadBalancerDescription one : classic(account, region)) {
      lines.add(LogFinding.logged(logged(account, region, one), "elb:" + one.loadBalancerName()));
    }
    return lines.isEmpty() ? List.of(LogFinding.of(Finding.Kind.OK, "no-balancers")) : lines;
  }

  private static boolean logged(Account account, String region, LoadBalancerDescription one)
      throws CallFailed {
    DescribeLoadBalancerAttributesRequest read =
        DescribeLoadBalancerAttributesRequest.builder()
            .loadBalancerName(one.loadBalancerName())
            .build();
    AccessLog log =
        account
            .read(Reads.DESCRIBE_CLASSIC_LOAD_BALANCER_ATTRIBUTES, read, region)
            .loadBalancerAttributes()
            .accessLog();
    return log != null && Boolean.TRUE.equals(log.enabled());
  }

  /** Whether every classic load balancer of a Region has access logs. */
  static boolean classicLogged(Account account, String region) throws CallFailed {
    for (LoadBalancerDescription one : classic(account, region)) {
      if (!logged(account, region, one)) {
        return false;
      }
    }
    return true;
  }

  private static List<LoadBalancerDescription> classic(Account account, String region)
      throws CallFailed {
    return account.pages(Reads.DESCRIBE_CLASSIC_LOAD_BALANCERS, CLASSIC, region).stream()
        .flatMap(page -> page.loadBalancerDescriptions().stream())
        .toList();
  }

  private static LogFinding line(Account account, String region, LoadBalancer one)
      throws CallFailed {
    String name = "elb:" + one.loadBalancerName();
    boolean logged =
        LoadBalancers.on(account, region, one, TO_BUCKET)
            || delivered(account, region).contains(one.loadBalancerArn());
    // A network load balancer writes of its TLS listeners only, and most have none.
    return !logged && one.type() == LoadBalancerTypeEnum.NETWORK
        ? LogFinding.of(Finding.Kind.INFO, "network-balancer", name)
        : LogFinding.logged(logged, name);
  }

  /** The distributions, which belong to no Region. */
  static List<LogFinding> ofDistributions(Account account) throws CallFailed {
    List<LogFinding> lines = new ArrayList<>();
    if (!Partition.hasCloudFront(account)) {
      return lines;
    }
    for (ListDistributionsResponse page :
        account.pages(Reads.LIST_DISTRIBUTIONS, ListDistributionsRequest.builder().build())) {
      for (DistributionSummary one :
          Account.required(Reads.LIST_DISTRIBUTIONS, page.distributionList()).items()) {
        lines.add(
            LogFinding.logged(
                toBucket(account, one.id())
                    || delivered(account, Partition.globalRegion(account)).contains(one.arn()),
                "cloudfront:" + one.id()));
      }
    }
    return lines.isEmpty() ? List.of(LogFinding.of(Finding.Kind.OK, "no-distributions")) : lines;
  }

  /**
   * Whether every distribution has access logs.
   *
   * @param standard whether only those count that it writes to a bucket itself
   */
  static boolean distributionsLogged(Account account, boolean standard) throws CallFailed {
    for (ListDistributionsResponse page :
        account.pages(Reads.LIST_DISTRIBUTIONS, ListDistributionsRequest.builder().build())) {
      for (DistributionSummary one :
          Account.required(Reads.LIST_DISTRIBUTIONS, page.distributionList()).items()) {
        boolean logged =
            standard
                ? standard(config(account, one.id()))
                : toBucket(account, one.id())
                    || delivered(account, "us-east-1").contains(one.arn());
        if (!logged) {
          return false;
        }
      }
    }
    return true;
  }

  private static DistributionConfig config(Account account, String id) throws CallFailed {
    return account
        .read(Reads.GET_DISTRIBUTION_CONFIG, GetDistributionConfigRequest.builder().id(id).build())
        .distributionConfig();
  }

  private static boolean standard(DistributionConfig config) {
    return config.logging() != null && Boolean.TRUE.equals(config.logging().enabled());
  }

  private static boolean toBucket(Account account, String id) throws CallFailed {
    DistributionConfig config = config(account, id);
    boolean realTime =
        config.defaultCacheBehavior() != null
            && config.defaultCacheBehavior().realtimeLogConfigArn() != null;
    return realTime || standard(config);
  }

  /** The ARNs of what logs through a delivery; a source without a delivery logs nothing. */
  private static Set<String> delivered(Account account, String region) throws CallFailed {
    Set<String> sources =
        account
            .pages(Reads.DESCRIBE_DELIVERIES, DescribeDeliveriesRequest.builder().build(), region)
            .stream()
            .flatMap(page -> page.deliveries().stream())
            .map(Delivery::deliverySourceName)
            .collect(Collectors.toSet());
    return account
        .pages(
            Reads.DESCRIBE_DELIVERY_SOURCES,
            DescribeDeliverySourcesRequest.builder().build(),
            region)
        .stream()
        .flatMap(page -> page.deliverySources().stream())
        .filter(source -> sources.contains(source.name()))
        .flatMap(source -> source.resourceArns().stream())
        .collect(Collectors.toSet());
  }
}
