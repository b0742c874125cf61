package dev.firstday.practice.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/** What runs in the practice account, and the guards around it. */
public final class Workloads {
  private final Map<String, Workload> byRegion = new HashMap<>();

  /** What S3 refuses in the whole account; empty if nobody has said. */
  public Optional<PublicAccessBlockConfiguration> publicAccessBlock = Optional.empty();

  /** The CloudFront distributions by id. */
  public final Map<String, DistributionConfig> distributions = new TreeMap<>();

  /** What there is in a Region: at first a default VPC only. */
  public Workload in(String region) {
    return byRegion.computeIfAbsent(region, key -> new Workload(key, distributions));
  }
}
