package dev.firstday.steps.resources;

import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.ObservedBucket.MissingSetting;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** The public access block, the default encryption and the versioning of a log bucket. */
record LogBucketProtection(ObservedBucket bucket) {
  Optional<MissingSetting> publicAccess() throws CallFailed {
    GetPublicAccessBlockRequest read =
        GetPublicAccessBlockRequest.builder().bucket(bucket.name()).build();
    Optional<PublicAccessBlockConfiguration> before =
        bucket
            .find(
                Reads.GET_BUCKET_PUBLIC_ACCESS_BLOCK, read, "NoSuchPublicAccessBlockConfiguration")
            .map(GetPublicAccessBlockResponse::publicAccessBlockConfiguration);
    if (before.filter(LogBucket::blocksAll).isPresent()) {
      return Optional.empty();
    }
    AwsRequest undo =
        before
            .<AwsRequest>map(this::block)
            .orElseGet(
                () -> DeletePublicAccessBlockRequest.builder().bucket(bucket.name()).build());
    return bucket.lacks(
        "bucket-public-access",
        bucket
            .change("public-access", block(LogBucket.ALL_BLOCKED), undo)
            .verifiedBy(
                Reads.GET_BUCKET_PUBLIC_ACCESS_BLOCK, read, "/PublicAccessBlockConfiguration"));
  }

  private PutPublicAccessBlockRequest block(PublicAccessBlockConfiguration block) {
    return PutPublicAccessBlockRequest.builder()
        .bucket(bucket.name())
        .publicAccessBlockConfiguration(block)
        .build();
  }

  Optional<MissingSetting> encryption() throws CallFailed {
    GetBucketEncryptionRequest read =
        GetBucketEncryptionRequest.builder().bucket(bucket.name()).build();
    if (bucket
        .find(Reads.GET_BUCKET_ENCRYPTION, read, "ServerSideEncryptionConfigurationNotFoundError")
        .isPresent()) {
      return Optional.empty();
    }
    return bucket.lacks(
        "bucket-encryption",
        bucket
            .change("encryption", encryptByDefault())
            .verifiedBy(Reads.GET_BUCKET_ENCRYPTION, read, "/ServerSideEncryptionConfiguration"));
  }

  private PutBucketEncryptionRequest encryptByDefault() {
    ServerSideEncryptionRule rule =
        ServerSideEncryptionRule.builder()
            .applyServerSideEncryptionByDefault(by -> by.sseAlgorithm(ServerSideEncryption.AES256))
            .build();
    return PutBucketEncryptionRequest.builder()
        .bucket(bucket.name())
        .serverSideEncryptionConfiguration(encryption -> encryption.rules(rule))
        .build();
  }

  Optional<MissingSetting> versioning() throws CallFailed {
    GetBucketVersioningRequest read =
        GetBucketVersioningRequest.builder().bucket(bucket.name()).build();
    if (bucket.present()
        && bucket.account().read(Reads.GET_BUCKET_VERSIONING, read, bucket.region()).status()
            == BucketVersioningStatus.ENABLED) {
      return Optional.empty();
    }
    return bucket.lacks(
        "bucket-versioning",
        // There is no way back to "never versioned".
        bucket
            .change(
                "versioning",
                versioning(BucketVersioningStatus.ENABLED),
                versioning(BucketVersioningStatus.SUSPENDED))
            .verifiedBy(Reads.GET_BUCKET_VERSIONING, read, "/Status"));
  }

  private PutBucketVersioningRequest versioning(BucketVersioningStatus status) {
    return PutBucketVersioningRequest.builder()
        .bucket(bucket.name())
        .versioningConfiguration(versioning -> versioning.status(status))
        .build();
  }
}
