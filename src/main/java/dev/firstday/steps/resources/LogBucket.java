package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
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
  private static final Duration A_WHILE = Duration.ofMinutes(1);
  private static final String RULE = "firstday-expire";
  private static final String SOON = "bucket-expires-soon";

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

  private final Account account;
  private final Wanted wanted;
  private Assessment.Builder found;
  private final boolean there;
  private final String region;
  private final boolean landingZone;
  private boolean good = true;
  private boolean lacking;

  private LogBucket(
      Account account, Wanted wanted, Optional<Bucket> present, Assessment.Builder found) {
    this.account = account;
    this.wanted = wanted;
    this.found = found;
    there = present.isPresent();
    region = present.map(Bucket::bucketRegion).orElse(wanted.region());
    landingZone = LandingZone.of(wanted.name()).isPresent();
  }

  /** The ARN of a bucket. */
  public static String arn(Account account, String name) {
    return "arn:%s:s3:::%s".formatted(account.identity().partition(), name);
  }

  /** A bucket of this account; empty also for one of another account. */
  public static Optional<Bucket> find(Account account, String name) throws CallFailed {
    return account.pages(Reads.LIST_BUCKETS, list(name)).stream()
        .flatMap(page -> page.buckets().stream())
        .filter(bucket -> name.equals(bucket.name()))
        .findFirst();
  }

  private static ListBucketsRequest list(String name) {
    return ListBucketsRequest.builder().prefix(name).build();
  }

  /**
   * Looks at a bucket, and plans what it lacks: all of it, if it is not there and is ours.
   *
   * @return whether it could be seen if it is there
   */
  public static boolean assess(Account account, Wanted wanted, Assessment.Builder found) {
    try {
      Optional<Bucket> present = find(account, wanted.name());
      if (present.isEmpty() && !wanted.ours()) {
        found.info(Note.of("bucket-elsewhere", wanted.name()));
        return true;
      }
      new LogBucket(account, wanted, present, found).assess();
      return true;
    } catch (CallFailed e) {
      found.unseen(e.problem());
      return false;
    }
  }

  /** A part of a bucket that is looked at by itself. */
  private interface BucketPart {
    public void assess() throws CallFailed;
  }

  private void assess() {
    if (!there) {
      found.missing(Note.of("bucket-missing", wanted.name()));
      create();
    }
    if (there) {
      prefetch();
    }
    Assessment.Builder whole = found;
    look(this::publicAccess, whole.apart());
    look(this::encryption, whole.apart());
    look(this::versioning, whole.apart());
    // Whoever is to write here can't before the policy lets it.
    look(this::policy, whole);
    look(this::expiry, whole.apart());
    if (there && good) {
      found.ok(Note.of("bucket-good", wanted.name()));
    }
    if (lacking) {
      LandingZone.keeps(wanted.name(), found);
    }
  }

  private void look(BucketPart part, Assessment.Builder found) {
    this.found = found;
    try {
      part.assess();
    } catch (CallFailed e) {
      good = false;
      found.unseen(e.problem());
    }
  }

  /** Begins to read what the parts will want. */
  private void prefetch() {
    String name = wanted.name();
    account.prefetch(
        Reads.GET_BUCKET_ENCRYPTION,
        GetBucketEncryptionRequest.builder().bucket(name).build(),
        region);
    account.prefetch(
        Reads.GET_BUCKET_VERSIONING,
        GetBucketVersioningRequest.builder().bucket(name).build(),
        region);
    account.prefetch(
        Reads.GET_BUCKET_LIFECYCLE_CONFIGURATION,
        GetBucketLifecycleConfigurationRequest.builder().bucket(name).build(),
        region);
    account.prefetch(
        Reads.GET_BUCKET_POLICY, GetBucketPolicyRequest.builder().bucket(name).build(), region);
  }

  private void create() {
    CreateBucketRequest create =
        CreateBucketRequest.builder()
            .bucket(wanted.name())
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .createBucketConfiguration(
                configuration -> {
                  configuration.tags(Tag.builder().key("CreatedBy").value("firstday").build());
                  // us-east-1 is the one Region that must not be named.
                  if (!region.equals("us-east-1")) {
                    configuration.locationConstraint(region);
                  }
                })
            .build();
    found.change(
        account
            .change(wanted.id(), create, region)
            .verifiedBy(Reads.LIST_BUCKETS, list(wanted.name()), "/Buckets/0/Name")
            .undoneUnlessItHoldsData(
                DeleteBucketRequest.builder().bucket(wanted.name()).build(),
                emptyAndDelete(),
                Reads.LIST_OBJECT_VERSIONS,
                ListObjectVersionsRequest.builder().bucket(wanted.name()).maxKeys(1).build(),
                "/Versions/0/Key",
                "/DeleteMarkers/0/Key")
            .waitingFor(A_WHILE, "OperationAborted")
            .build(Effect.CREATE, Note.of("bucket", wanted.name(), region)));
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
        .formatted(wanted.name(), region);
  }

  private void publicAccess() throws CallFailed {
    GetPublicAccessBlockRequest read =
        GetPublicAccessBlockRequest.builder().bucket(wanted.name()).build();
    Optional<PublicAccessBlockConfiguration> before =
        there
            ? account
                .find(
                    Reads.GET_BUCKET_PUBLIC_ACCESS_BLOCK,
                    read,
                    region,
                    "NoSuchPublicAccessBlockConfiguration")
                .map(GetPublicAccessBlockResponse::publicAccessBlockConfiguration)
            : Optional.empty();
    if (before.filter(LogBucket::blocksAll).isPresent()) {
      return;
    }
    AwsRequest undo =
        before
            .<AwsRequest>map(this::block)
            .orElseGet(
                () -> DeletePublicAccessBlockRequest.builder().bucket(wanted.name()).build());
    missing(
        "bucket-public-access",
        part("public-access", block(ALL_BLOCKED), undo)
            .verifiedBy(
                Reads.GET_BUCKET_PUBLIC_ACCESS_BLOCK, read, "/PublicAccessBlockConfiguration"));
  }

  private static final PublicAccessBlockConfiguration ALL_BLOCKED =
      PublicAccessBlockConfiguration.builder()
          .blockPublicAcls(true)
          .ignorePublicAcls(true)
          .blockPublicPolicy(true)
          .restrictPublicBuckets(true)
          .build();

  public static boolean blocksAll(PublicAccessBlockConfiguration block) {
    return block.equals(ALL_BLOCKED);
  }

  private PutPublicAccessBlockRequest block(PublicAccessBlockConfiguration block) {
    return PutPublicAccessBlockRequest.builder()
        .bucket(wanted.name())
        .publicAccessBlockConfiguration(block)
        .build();
  }

  private void encryption() throws CallFailed {
    GetBucketEncryptionRequest read =
        GetBucketEncryptionRequest.builder().bucket(wanted.name()).build();
    boolean encrypted =
        there
            && account
                .find(
                    Reads.GET_BUCKET_ENCRYPTION,
                    read,
                    region,
                    "ServerSideEncryptionConfigurationNotFoundError")
                .isPresent();
    if (encrypted) {
      return;
    }
    PutBucketEncryptionRequest put =
        PutBucketEncryptionRequest.builder()
            .bucket(wanted.name())
            .serverSideEncryptionConfiguration(
                encryption ->
                    encryption.rules(
                        ServerSideEncryptionRule.builder()
                            .applyServerSideEncryptionByDefault(
                                by -> by.sseAlgorithm(ServerSideEncryption.AES256))
                            .build()))
            .build();
    missing(
        "bucket-encryption",
        part("encryption", put)
            .verifiedBy(Reads.GET_BUCKET_ENCRYPTION, read, "/ServerSideEncryptionConfiguration"));
  }

  private void versioning() throws CallFailed {
    GetBucketVersioningRequest read =
        GetBucketVersioningRequest.builder().bucket(wanted.name()).build();
    if (there
        && account.read(Reads.GET_BUCKET_VERSIONING, read, region).status()
            == BucketVersioningStatus.ENABLED) {
      return;
    }
    missing(
        "bucket-versioning",
        // There is no way back to "never versioned".
        part(
                "versioning",
                versioning(BucketVersioningStatus.ENABLED),
                versioning(BucketVersioningStatus.SUSPENDED))
            .verifiedBy(Reads.GET_BUCKET_VERSIONING, read, "/Status"));
  }

  private PutBucketVersioningRequest versioning(BucketVersioningStatus status) {
    return PutBucketVersioningRequest.builder()
        .bucket(wanted.name())
        .versioningConfiguration(versioning -> versioning.status(status))
        .build();
  }

  private void policy() throws CallFailed {
    GetBucketPolicyRequest read = GetBucketPolicyRequest.builder().bucket(wanted.name()).build();
    Optional<String> before =
        there
            ? account
                .find(Reads.GET_BUCKET_POLICY, read, region, "NoSuchBucketPolicy")
                .map(GetBucketPolicyResponse::policy)
            : Optional.empty();
    Policies.Present policy = Policies.read(before);
    List<IamStatement> lacking =
        Stream.concat(
                wanted.statements().stream(),
                Stream.of(Policies.tlsOnly(arn(account, wanted.name()))))
            .filter(statement -> !policy.covers(statement))
            .toList();
    if (lacking.isEmpty()) {
      return;
    }
    Optional<String> after = policy.with(lacking);
    if (after.isEmpty()) {
      good = false;
      found.missing(Note.of("bucket-policy-by-hand", wanted.name()));
      return;
    }
    AwsRequest undo =
        before
            .<AwsRequest>map(this::policy)
            .orElseGet(() -> DeleteBucketPolicyRequest.builder().bucket(wanted.name()).build());
    missing(
        "bucket-policy",
        part("policy", policy(after.get()), undo)
            .verifiedBy(Reads.GET_BUCKET_POLICY, read, "/Policy"));
  }

  private PutBucketPolicyRequest policy(String policy) {
    return PutBucketPolicyRequest.builder().bucket(wanted.name()).policy(policy).build();
  }

  private void expiry() throws CallFailed {
    GetBucketLifecycleConfigurationRequest read =
        GetBucketLifecycleConfigurationRequest.builder().bucket(wanted.name()).build();
    List<LifecycleRule> before =
        there
            ? account
                .find(
                    Reads.GET_BUCKET_LIFECYCLE_CONFIGURATION,
                    read,
                    region,
                    "NoSuchLifecycleConfiguration")
                .map(answer -> answer.rules())
                .orElse(List.of())
            : List.of();
    List<LifecycleRule> soon = before.stream().filter(this::tooSoon).toList();
    if (soon.isEmpty() && before.stream().anyMatch(this::expires)) {
      return;
    }
    List<LifecycleRule> after = new ArrayList<>();
    before.stream()
        .filter(rule -> !RULE.equals(rule.id()))
        .map(rule -> soon.contains(rule) ? later(rule) : rule)
        .forEach(after::add);
    if (after.stream().noneMatch(this::expires)) {
      after.add(rule());
    }
    AwsRequest undo =
        before.isEmpty()
            ? DeleteBucketLifecycleRequest.builder().bucket(wanted.name()).build()
            : lifecycle(before);
    String place =
        wanted.prefix().isEmpty() ? wanted.name() : wanted.name() + "/" + wanted.prefix();
    ChangeBuilder change =
        part("expiry", lifecycle(after), undo)
            .verifiedBy(Reads.GET_BUCKET_LIFECYCLE_CONFIGURATION, read, "/Rules");
    if (soon.isEmpty()) {
      missing("bucket-expiry", place, change);
    } else {
      missing(SOON, "bucket-expiry", place, change);
    }
  }

  // A colder storage class would save nothing: objects under 128 KB stay where they are.
  private LifecycleRule rule() {
    return LifecycleRule.builder()
        .id(RULE)
        .status(ExpirationStatus.ENABLED)
        .filter(filter -> filter.prefix(wanted.prefix()))
        .expiration(expiration -> expiration.days(wanted.expireDays()))
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
        && wanted.prefix().startsWith(prefix(rule));
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
        && (wanted.prefix().startsWith(prefix(rule)) || prefix(rule).startsWith(wanted.prefix()));
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
    return rule.toBuilder().expiration(expiration -> expiration.days(wanted.expireDays())).build();
  }

  private PutBucketLifecycleConfigurationRequest lifecycle(List<LifecycleRule> rules) {
    return PutBucketLifecycleConfigurationRequest.builder()
        .bucket(wanted.name())
        .lifecycleConfiguration(lifecycle -> lifecycle.rules(rules))
        .build();
  }

  private void missing(String code, ChangeBuilder change) {
    missing(code, wanted.name(), change);
  }

  private void missing(String code, String place, ChangeBuilder change) {
    missing(code, code, place, change);
  }

  private void missing(String code, String why, String place, ChangeBuilder change) {
    good = false;
    lacking = true;
    if (there) {
      found.missing(
          code.equals(SOON) ? Note.of(code, place, LogRetention.DAYS) : Note.of(code, place));
    }
    if (landingZone) {
      return;
    }
    found.change(
        change.build(
            there ? Effect.CHANGE : Effect.CREATE, Note.of(why, place, wanted.expireDays())));
  }

  /**
   * A change of a part of the bucket. With a bucket of ours the parts go when it goes: as long as
   * it holds logs they stay protected.
   */
  private ChangeBuilder part(String part, AwsRequest request, AwsRequest... undo) {
    ChangeBuilder change =
        account
            .change(wanted.id() + "/" + part, request, region)
            .waitingFor(A_WHILE, "NoSuchBucket", "OperationAborted");
    if (!wanted.ours()) {
      Stream.of(undo).forEach(back -> change.undoneBy(Effect.CHANGE, back));
    }
    return change;
  }
}
