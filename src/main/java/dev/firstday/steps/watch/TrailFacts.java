package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.LogBucket;
import dev.firstday.steps.resources.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;

/** What auditors ask of trails: most of it of every trail, not only of the one that records all. */
final class TrailFacts {
  private static final List<String> OF_BUCKETS =
      List.of("bucket-private", "bucket-tls", "bucket-access-logged");

  private final Account account;
  private final Assessment.Builder found;

  private TrailFacts(Account account, Assessment.Builder found) {
    this.account = account;
    this.found = found;
  }

  static void state(
      Account account, List<Trails.ObservedTrail> observedTrails, Assessment.Builder found) {
    new TrailFacts(account, found).state(observedTrails);
  }

  private void state(List<Trails.ObservedTrail> observedTrails) {
    found.fact("records", any(observedTrails, Trails.ObservedTrail::records));
    found.fact("logging", any(observedTrails, Trails.ObservedTrail::logging));
    // Only the buckets of trails are looked at.
    found.fact("other-buckets-tls", Judgement.NOT_JUDGED);
    List<Trail> trails = withOtherRegions(observedTrails);
    every(trails, "validation", trail -> Boolean.TRUE.equals(trail.logFileValidationEnabled()));
    every(trails, "kms", trail -> isSet(trail.kmsKeyId()));
    every(trails, "to-logs", trail -> isSet(trail.cloudWatchLogsLogGroupArn()));
    // When it wrote last is not told reliably enough to say that it was within a day.
    boolean toLogs = all(trails, trail -> isSet(trail.cloudWatchLogsLogGroupArn()));
    found.fact("delivered", toLogs ? Judgement.NOT_JUDGED : Judgement.NOT_MET);
    trails.stream()
        .map(trail -> trail.s3BucketName() == null ? "" : trail.s3BucketName())
        .distinct()
        .forEach(this::bucket);
    if (trails.isEmpty()) {
      OF_BUCKETS.forEach(code -> found.fact(code, false));
    }
  }

  /** All trails; where those of other Regions can't be seen, nothing is known of every trail. */
  private List<Trail> withOtherRegions(List<Trails.ObservedTrail> observedTrails) {
    List<Trail> trails =
        new ArrayList<>(observedTrails.stream().map(Trails.ObservedTrail::trail).toList());
    try {
      trails.addAll(Trails.elsewhere(account, trails));
    } catch (CallFailed e) {
      Stream.concat(Stream.of("validation", "kms", "to-logs", "delivered"), OF_BUCKETS.stream())
          .forEach(code -> found.fact(code, Judgement.NOT_JUDGED));
    }
    return trails;
  }

  private static boolean isSet(String text) {
    return text != null && !text.isEmpty();
  }

  private static Judgement any(
      List<Trails.ObservedTrail> observedTrails, Predicate<Trails.ObservedTrail> holds) {
    if (observedTrails.stream().anyMatch(holds)) {
      return Judgement.MET;
    }
    return observedTrails.stream().anyMatch(observed -> observed.problem().isPresent())
        ? Judgement.NOT_JUDGED
        : Judgement.NOT_MET;
  }

  private void every(List<Trail> trails, String code, Predicate<Trail> holds) {
    found.fact(code, all(trails, holds));
  }

  private static boolean all(List<Trail> trails, Predicate<Trail> holds) {
    return !trails.isEmpty() && trails.stream().allMatch(holds);
  }

  /** What is so of a bucket. */
  private interface BucketFact {
    Judgement look(String bucket, String region) throws CallFailed;
  }

  private void bucket(String name) {
    Optional<Bucket> bucket;
    try {
      bucket = name.isEmpty() ? Optional.empty() : LogBucket.find(account, name);
    } catch (CallFailed e) {
      bucket = Optional.empty();
    }
    // That of another account is not looked at.
    String region = bucket.map(Bucket::bucketRegion).orElse("");
    part("bucket-private", this::isPrivate, name, region);
    part("bucket-tls", this::isTlsOnly, name, region);
    part("bucket-access-logged", this::isLogged, name, region);
  }

  private void part(String code, BucketFact part, String bucket, String region) {
    try {
      found.fact(code, region.isEmpty() ? Judgement.NOT_JUDGED : part.look(bucket, region));
    } catch (CallFailed e) {
      found.fact(code, Judgement.NOT_JUDGED);
    }
  }

  /** One that blocks less may still not be public: its policy and its lists would tell. */
  private Judgement isPrivate(String bucket, String region) throws CallFailed {
    return account
        .find(
            Reads.GET_BUCKET_PUBLIC_ACCESS_BLOCK,
            GetPublicAccessBlockRequest.builder().bucket(bucket).build(),
            region,
            "NoSuchPublicAccessBlockConfiguration")
        .map(GetPublicAccessBlockResponse::publicAccessBlockConfiguration)
        .filter(LogBucket::blocksAll)
        .map(all -> Judgement.MET)
        .orElse(Judgement.NOT_JUDGED);
  }

  private Judgement isTlsOnly(String bucket, String region) throws CallFailed {
    Policies.Present policy =
        Policies.read(
            account
                .find(
                    Reads.GET_BUCKET_POLICY,
                    GetBucketPolicyRequest.builder().bucket(bucket).build(),
                    region,
                    "NoSuchBucketPolicy")
                .map(GetBucketPolicyResponse::policy));
    if (!policy.whole()) {
      return Judgement.NOT_JUDGED;
    }
    return policy.covers(Policies.tlsOnly(LogBucket.arn(account, bucket)))
        ? Judgement.MET
        : Judgement.NOT_MET;
  }

  private Judgement isLogged(String bucket, String region) throws CallFailed {
    GetBucketLoggingRequest read = GetBucketLoggingRequest.builder().bucket(bucket).build();
    return account.read(Reads.GET_BUCKET_LOGGING, read, region).loggingEnabled() == null
        ? Judgement.NOT_MET
        : Judgement.MET;
  }
}
