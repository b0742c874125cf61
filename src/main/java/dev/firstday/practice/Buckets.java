package dev.firstday.practice;

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
final class Buckets {
  private final Map<String, Kept> byName = new TreeMap<>();

  /** A bucket; a new one is as AWS makes them since April 2023. */
  static final class Kept {
    final String name;
    final String region;
    final Instant created;
    final List<Tag> tags;
    Optional<PublicAccessBlockConfiguration> publicAccess =
        Optional.of(
            PublicAccessBlockConfiguration.builder()
                .blockPublicAcls(true)
                .ignorePublicAcls(true)
                .blockPublicPolicy(true)
                .restrictPublicBuckets(true)
                .build());
    ServerSideEncryptionConfiguration encryption =
        ServerSideEncryptionConfiguration.builder()
            .rules(
                ServerSideEncryptionRule.builder()
                    .applyServerSideEncryptionByDefault(
                        by -> by.sseAlgorithm(ServerSideEncryption.AES256))
                    .bucketKeyEnabled(false)
                    .build())
            .build();
    Optional<BucketVersioningStatus> versioning = Optional.empty();
    Optional<String> policy = Optional.empty();
    List<LifecycleRule> rules = List.of();
    Optional<LoggingEnabled> logging = Optional.empty();

    /** Whether a service has written something into it. */
    boolean written;

    private Kept(String name, String region, Instant created, List<Tag> tags) {
      this.name = name;
      this.region = region;
      this.created = created;
      this.tags = List.copyOf(tags);
    }
  }

  Kept put(String name, String region, Instant created, List<Tag> tags) {
    Kept kept = new Kept(name, region, created, tags);
    byName.put(name, kept);
    return kept;
  }

  Collection<Kept> all() {
    return byName.values();
  }

  Optional<Kept> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  void remove(String name) {
    byName.remove(name);
  }

  /** A service writes something into a bucket. */
  void write(String name) {
    find(name).ifPresent(kept -> kept.written = true);
  }

  /** Whether a service may write to a bucket, as far as its policy names the service. */
  boolean lets(String service, String name) {
    return find(name)
        .flatMap(kept -> kept.policy)
        .filter(text -> text.contains(service))
        .isPresent();
  }
}
