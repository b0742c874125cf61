package dev.firstday.steps.resources;

import dev.firstday.aws.ChangeBuilder;
import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.ObservedBucket.MissingSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleRequest;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;

/** The lifecycle rules of a log bucket: all logs expire, and none too soon. */
record LogBucketLifecycle(ObservedBucket bucket) {
  private static final String RULE = "firstday-expire";

  Optional<MissingSetting> expiry() throws CallFailed {
    List<LifecycleRule> before =
        bucket
            .find(bucket.lifecycle(), "NoSuchLifecycleConfiguration")
            .map(GetBucketLifecycleConfigurationResponse::rules)
            .orElse(List.of());
    boolean tooSoon = before.stream().anyMatch(this::tooSoon);
    if (!tooSoon && before.stream().anyMatch(this::expires)) {
      return Optional.empty();
    }
    AwsRequest.Builder undo =
        before.isEmpty()
            ? DeleteBucketLifecycleRequest.builder().bucket(bucket.name())
            : put(before);
    ChangeBuilder change =
        bucket.change(
            "expiry", put(completed(before)), bucket.lifecycle(), "/Rules", Optional.of(undo));
    String place = prefix().isEmpty() ? bucket.name() : bucket.name() + "/" + prefix();
    Note missing =
        tooSoon
            ? Note.of("bucket-expires-soon", place, LogRetention.DAYS)
            : Note.of("bucket-expiry", place);
    return bucket.lacks(missing, "bucket-expiry", place, change);
  }

  /** Where in the bucket the logs are. */
  private String prefix() {
    return bucket.wanted().prefix();
  }

  /** The rules with none that deletes too soon, and with one by which all logs expire. */
  private List<LifecycleRule> completed(List<LifecycleRule> before) {
    List<LifecycleRule> after = new ArrayList<>();
    before.stream()
        .filter(rule -> !RULE.equals(rule.id()))
        .map(rule -> tooSoon(rule) ? later(rule) : rule)
        .forEach(after::add);
    if (after.stream().noneMatch(this::expires)) {
      after.add(rule());
    }
    return after;
  }

  // A colder storage class would save nothing: objects under 128 KB stay where they are.
  private LifecycleRule rule() {
    return LifecycleRule.builder()
        .id(RULE)
        .status(ExpirationStatus.ENABLED)
        .filter(filter -> filter.prefix(prefix()))
        .expiration(expiration -> expiration.days(bucket.wanted().expireDays()))
        .noncurrentVersionExpiration(expiration -> expiration.noncurrentDays(30))
        .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(7))
        .build();
  }

  /** Whether a rule lets all logs go one day, and not too soon. */
  private boolean expires(LifecycleRule rule) {
    boolean narrowed =
        rule.filter() != null
            && (rule.filter().and() != null
                || rule.filter().tag() != null
                || rule.filter().objectSizeGreaterThan() != null
                || rule.filter().objectSizeLessThan() != null);
    return rule.status() == ExpirationStatus.ENABLED
        && rule.expiration() != null
        && rule.expiration().days() != null
        && !tooSoon(rule)
        && !narrowed
        && prefix().startsWith(prefix(rule));
  }

  /**
   * Whether a rule deletes some of the logs before their time. The first rule to delete wins; a
   * date, once it is over, deletes all that comes. A tag does not matter: no log has one.
   */
  private boolean tooSoon(LifecycleRule rule) {
    boolean tagged =
        rule.filter() != null
            && (rule.filter().tag() != null
                || rule.filter().and() != null && rule.filter().and().hasTags());
    boolean early =
        rule.expiration() != null
            && (rule.expiration().date() != null
                || rule.expiration().days() != null
                    && !LogRetention.enough(rule.expiration().days()));
    return rule.status() == ExpirationStatus.ENABLED
        && early
        && !tagged
        && (prefix().startsWith(prefix(rule)) || prefix(rule).startsWith(prefix()));
  }

  @SuppressWarnings("deprecation") // Old rules still have their prefix outside the filter.
  private static String prefix(LifecycleRule rule) {
    String prefix =
        rule.filter() == null
            ? rule.prefix()
            : rule.filter().and() == null ? rule.filter().prefix() : rule.filter().and().prefix();
    return prefix == null ? "" : prefix;
  }

  /** The same rule, but it deletes when the person wants. */
  private LifecycleRule later(LifecycleRule rule) {
    return rule.toBuilder()
        .expiration(expiration -> expiration.days(bucket.wanted().expireDays()))
        .build();
  }

  private PutBucketLifecycleConfigurationRequest.Builder put(List<LifecycleRule> rules) {
    return PutBucketLifecycleConfigurationRequest.builder()
        .bucket(bucket.name())
        .lifecycleConfiguration(lifecycle -> lifecycle.rules(rules));
  }
}
