package dev.firstday.practice.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LoggingEnabled;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;

/** The buckets of the practice account. */
public final class Buckets {
  private final Map<String, BucketRecord> byName = new TreeMap<>();

  /** A bucket; a new one is as AWS makes them since April 2023. */
  public static final class BucketRecord {
    public final String name;
    public final String region;
    public final Instant created;
    final List<Tag> tags;
    public Optional<PublicAccessBlockConfiguration> publicAccess =
        Optional.of(
            PublicAccessBlockConfiguration.builder()
                .blockPublicAcls(true)
                .ignorePublicAcls(true)
                .blockPublicPolicy(true)
                .restrictPublicBuckets(true)
                .build());
    public ServerSideEncryptionConfiguration encryption =
        ServerSideEncryptionConfiguration.builder()
            .rules(
                ServerSideEncryptionRule.builder()
                    .applyServerSideEncryptionByDefault(
                        by -> by.sseAlgorithm(ServerSideEncryption.AES256))
                    .bucketKeyEnabled(false)
                    .build())
            .build();
    public Optional<BucketVersioningStatus> versioning = Optional.empty();
    public Optional<String> policy = Optional.empty();
    public List<LifecycleRule> rules = List.of();
    public Optional<LoggingEnabled> logging = Optional.empty();

    /** Whether a service has written something into it. */
    public boolean written;

    private BucketRecord(String name, String region, Instant created, List<Tag> tags) {
      this.name = name;
      this.region = region;
      this.created = created;
      this.tags = List.copyOf(tags);
    }
  }

  public BucketRecord put(String name, String region, Instant created, List<Tag> tags) {
    BucketRecord kept = new BucketRecord(name, region, created, tags);
    byName.put(name, kept);
    return kept;
  }

  public Collection<BucketRecord> all() {
    return byName.values();
  }

  public Optional<BucketRecord> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public void remove(String name) {
    byName.remove(name);
  }

  /** A service writes something into a bucket. */
  public void write(String name) {
    find(name).ifPresent(kept -> kept.written = true);
  }

  /** Whether a service may write to a bucket, as far as its policy names the service. */
  public boolean lets(String service, String name) {
    return find(name)
        .flatMap(kept -> kept.policy)
        .filter(text -> text.contains(service))
        .isPresent();
  }
}
