package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.PartLook;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Effect;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * A bucket that a service writes logs to: private, encrypted, versioned, open to TLS only, and its
 * objects expire. One that is there gets what it lacks, and keeps what is stricter.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html">
 *     Security best practices for Amazon S3</a>
 */
public final class LogBucket {
  /**
   * The bucket to be.
   *
   * @param id begins the ids of its changes, as {@code trail/bucket}
   * @param name its name; one of ours begins with {@code firstday-}
   * @param region where it is made
   * @param prefix where in it the logs are; empty for everywhere
   * @param statements what its policy has to let the service do
   * @param expireDays when objects expire
   */
  public record Wanted(
      String id,
      String name,
      String region,
      String prefix,
      List<IamStatement> statements,
      int expireDays) {
    boolean ours() {
      return name.startsWith("firstday-");
    }
  }

  static final PublicAccessBlockConfiguration ALL_BLOCKED =
      PublicAccessBlockConfiguration.builder()
          .blockPublicAcls(true)
          .ignorePublicAcls(true)
          .blockPublicPolicy(true)
          .restrictPublicBuckets(true)
          .build();

  private final Account account;
  private final Wanted wanted;
  private final ObservedBucket bucket;
  private final Assessment.Builder found;
  private boolean good = true;
  private boolean lacking;

  private LogBucket(ObservedBucket bucket, Assessment.Builder found) {
    this.account = bucket.account();
    this.wanted = bucket.wanted();
    this.bucket = bucket;
    this.found = found;
  }

  /** The ARN of a bucket. */
  public static String arn(Account account, String name) {
    return "arn:%s:s3:::%s".formatted(account.identity().partition(), name);
  }

  /** A bucket of this account; empty also for one of another account. */
  public static Optional<Bucket> find(Account account, String name) throws CallFailed {
    return list(account, name).all(ListBucketsResponse::buckets).stream()
        .filter(bucket -> name.equals(bucket.name()))
        .findFirst();
  }

  private static Query<ListBucketsResponse> list(Account account, String name) {
    return account.query(Reads.LIST_BUCKETS, buckets -> buckets.prefix(name));
  }

  /**
   * Looks at a bucket, and plans what it lacks: all of it, if it is not there and is ours.
   *
   * @return whether it could be seen if it is there
   */
  public static boolean assess(Account account, Wanted wanted, Assessment.Builder found) {
    return PartLook.at(
        found,
        () -> {
          Optional<Bucket> present = find(account, wanted.name());
          if (present.isEmpty() && !wanted.ours()) {
            found.info(Note.of("bucket-elsewhere", wanted.name()));
            return;
          }
          String region = present.map(Bucket::bucketRegion).orElse(wanted.region());
          new LogBucket(new ObservedBucket(account, wanted, present.isPresent(), region), found)
              .assess();
        });
  }

  /** Whether a bucket can't be opened to the public in any way. */
  public static boolean blocksAll(PublicAccessBlockConfiguration block) {
    return block.equals(ALL_BLOCKED);
  }

  /** A setting of a bucket that is read by itself. */
  private interface BucketSetting {
    Optional<ObservedBucket.MissingSetting> missing() throws CallFailed;
  }

  private void assess() {
    if (bucket.present()) {
      bucket.prefetch();
    } else {
      found.missing(Note.of("bucket-missing", wanted.name()));
      create();
    }
    LogBucketProtection protection = new LogBucketProtection(bucket);
    assess(protection::publicAccess, found.apart());
    assess(protection::encryption, found.apart());
    assess(protection::versioning, found.apart());
    // Whoever is to write here can't before the policy lets it.
    assess(protection::policy, found);
    assess(new LogBucketLifecycle(bucket)::expiry, found.apart());
    if (bucket.present() && good) {
      found.ok(Note.of("bucket-good", wanted.name()));
    }
    if (lacking) {
      LandingZone.keeps(wanted.name(), found);
    }
  }

  private void assess(BucketSetting setting, Assessment.Builder apart) {
    if (!PartLook.at(apart, () -> setting.missing().ifPresent(lack -> add(lack, apart)))) {
      good = false;
    }
  }

  private void add(ObservedBucket.MissingSetting setting, Assessment.Builder apart) {
    good = false;
    if (bucket.present()) {
      apart.missing(setting.missing());
    }
    if (setting.change().isEmpty()) {
      return;
    }
    lacking = true;
    if (LandingZone.of(wanted.name()).isEmpty()) {
      Effect effect = bucket.present() ? Effect.CHANGE : Effect.CREATE;
      apart.change(setting.change().get().build(effect, setting.why()));
    }
  }

  private void create() {
    String name = wanted.name();
    found.change(
        account
            .change(wanted.id(), createRequest(), bucket.region())
            .verifiedBy(list(account, name).in(bucket.region()), "/Buckets/0/Name")
            .undoneUnlessItHoldsData(
                DeleteBucketRequest.builder().bucket(name),
                emptyAndDelete(),
                account
                    .query(Reads.LIST_OBJECT_VERSIONS, objects -> objects.bucket(name).maxKeys(1))
                    .in(bucket.region()),
                "/Versions/0/Key",
                "/DeleteMarkers/0/Key")
            .waitingFor(ObservedBucket.PROPAGATION, "OperationAborted")
            .build(Effect.CREATE, Note.of("bucket", name, bucket.region())));
  }

  private CreateBucketRequest.Builder createRequest() {
    return CreateBucketRequest.builder()
        .bucket(wanted.name())
        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
        .createBucketConfiguration(
            configuration -> {
              configuration.tags(Tag.builder().key("CreatedBy").value("firstday").build());
              // us-east-1 is the one Region that must not be named.
              if (!bucket.region().equals("us-east-1")) {
                configuration.locationConstraint(bucket.region());
              }
            });
  }

  /** One command for all: the console can only empty a bucket first and delete it then. */
  private String emptyAndDelete() {
    return """
        aws s3api list-object-versions --bucket %1$s --region %2$s \
        --query '[Versions,DeleteMarkers][].[Key,VersionId]' --output text \
        | while read -r key version; do aws s3api delete-object --bucket %1$s --region %2$s \
        --key "$key" --version-id "$version"; done; \
        aws s3api delete-bucket --bucket %1$s --region %2$s\
        """
        .formatted(wanted.name(), bucket.region());
  }
}
