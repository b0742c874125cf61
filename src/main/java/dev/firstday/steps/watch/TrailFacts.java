package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.LogBucket;
import dev.firstday.steps.resources.Policies;
import dev.firstday.steps.watch.Trails.ObservedTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;

/** What auditors ask of trails: most of it of every trail, not only of the one that records all. */
record TrailFacts(Account account, Assessment.Builder found) {
  private static final List<String> OF_BUCKETS =
      List.of("bucket-private", "bucket-tls", "bucket-access-logged");

  void state(List<ObservedTrail> observed) {
    found.fact("records", any(observed, ObservedTrail::records));
    found.fact("logging", any(observed, ObservedTrail::logging));
    // Only the buckets of trails are looked at.
    found.fact("other-buckets-tls", Judgement.NOT_JUDGED);
    List<Trail> trails = withOtherRegions(observed);
    found.fact("validation", all(trails, t -> Boolean.TRUE.equals(t.logFileValidationEnabled())));
    found.fact("kms", all(trails, trail -> Trails.isSet(trail.kmsKeyId())));
    boolean toLogs = all(trails, trail -> Trails.isSet(trail.cloudWatchLogsLogGroupArn()));
    found.fact("to-logs", toLogs);
    // When it wrote last is not told reliably enough to say that it was within a day.
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
  private List<Trail> withOtherRegions(List<ObservedTrail> observed) {
    List<Trail> trails = new ArrayList<>(observed.stream().map(ObservedTrail::trail).toList());
    try {
      trails.addAll(Trails.elsewhere(account, trails));
    } catch (CallFailed e) {
      Stream.concat(Stream.of("validation", "kms", "to-logs", "delivered"), OF_BUCKETS.stream())
          .forEach(code -> found.fact(code, Judgement.NOT_JUDGED));
    }
    return trails;
  }

  private static Judgement any(List<ObservedTrail> trails, Predicate<ObservedTrail> holds) {
    boolean unseen = trails.stream().anyMatch(observed -> observed.problem().isPresent());
    boolean any = trails.stream().anyMatch(holds);
    return !any && unseen ? Judgement.NOT_JUDGED : Judgement.of(any);
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
        .query(Reads.GET_BUCKET_PUBLIC_ACCESS_BLOCK, read -> read.bucket(bucket))
        .in(region)
        .find("NoSuchPublicAccessBlockConfiguration")
        .map(GetPublicAccessBlockResponse::publicAccessBlockConfiguration)
        .filter(LogBucket::blocksAll)
        .map(all -> Judgement.MET)
        .orElse(Judgement.NOT_JUDGED);
  }

  private Judgement isTlsOnly(String bucket, String region) throws CallFailed {
    Policies.Present policy =
        Policies.read(
            account
                .query(Reads.GET_BUCKET_POLICY, read -> read.bucket(bucket))
                .in(region)
                .find("NoSuchBucketPolicy")
                .map(GetBucketPolicyResponse::policy));
    return policy.whole()
        ? Judgement.of(policy.covers(Policies.tlsOnly(LogBucket.arn(account, bucket))))
        : Judgement.NOT_JUDGED;
  }

  private Judgement isLogged(String bucket, String region) throws CallFailed {
    var logging = account.query(Reads.GET_BUCKET_LOGGING, read -> read.bucket(bucket)).in(region);
    return Judgement.of(logging.read().loggingEnabled() != null);
  }
}
