package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Effect;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;

/**
 * A log bucket whose settings are read and planned one by one.
 *
 * @param wanted the bucket to be
 * @param present whether it is there
 * @param region where it is, or will be
 */
record ObservedBucket(Account account, LogBucket.Wanted wanted, boolean present, String region) {
  static final Duration PROPAGATION = Duration.ofMinutes(1);

  /**
   * A setting that the bucket lacks.
   *
   * @param missing the finding, where the bucket is there
   * @param why the text of the change
   * @param change sets it; empty if only a person can
   */
  record MissingSetting(Note missing, Note why, Optional<ChangeBuilder> change) {}

  String name() {
    return wanted.name();
  }

  Query<GetPublicAccessBlockResponse> publicAccess() {
    return account.query(Reads.GET_BUCKET_PUBLIC_ACCESS_BLOCK, s3 -> s3.bucket(name())).in(region);
  }

  Query<GetBucketEncryptionResponse> encryption() {
    return account.query(Reads.GET_BUCKET_ENCRYPTION, s3 -> s3.bucket(name())).in(region);
  }

  Query<GetBucketVersioningResponse> versioning() {
    return account.query(Reads.GET_BUCKET_VERSIONING, s3 -> s3.bucket(name())).in(region);
  }

  Query<GetBucketLifecycleConfigurationResponse> lifecycle() {
    return account
        .query(Reads.GET_BUCKET_LIFECYCLE_CONFIGURATION, s3 -> s3.bucket(name()))
        .in(region);
  }

  Query<GetBucketPolicyResponse> policy() {
    return account.query(Reads.GET_BUCKET_POLICY, s3 -> s3.bucket(name())).in(region);
  }

  /** Begins to read the settings. */
  void prefetch() {
    Stream.of(encryption(), versioning(), lifecycle(), policy()).forEach(Query::prefetch);
  }

  /** Reads a setting that may not be there; of a bucket that is not there, none is. */
  <R extends AwsResponse> Optional<R> find(Query<R> read, String absent) throws CallFailed {
    return present ? read.find(absent) : Optional.empty();
  }

  /** The lack of a setting whose finding and change have the same code. */
  Optional<MissingSetting> lacks(String code, ChangeBuilder change) {
    return lacks(Note.of(code, name()), code, name(), change);
  }

  /**
   * The lack of a setting.
   *
   * @param why the code of the change's text
   * @param place the bucket, or the folder in it
   */
  Optional<MissingSetting> lacks(Note missing, String why, String place, ChangeBuilder change) {
    return Optional.of(
        new MissingSetting(missing, Note.of(why, place, wanted.expireDays()), Optional.of(change)));
  }

  /**
   * A change of one setting. With a bucket of ours the settings go when it goes: as long as it
   * holds logs they stay protected.
   *
   * @param field what of the read's answer it decides
   * @param undo takes it back; empty if nothing can
   */
  ChangeBuilder change(
      String setting,
      AwsRequest.Builder request,
      Query<?> read,
      String field,
      Optional<AwsRequest.Builder> undo) {
    ChangeBuilder change =
        read.change(wanted.id() + "/" + setting, request)
            .verifiedBy(read, field)
            .waitingFor(PROPAGATION, "NoSuchBucket", "OperationAborted");
    if (!wanted.ours()) {
      undo.ifPresent(back -> change.undoneBy(Effect.CHANGE, back.build()));
    }
    return change;
  }
}
