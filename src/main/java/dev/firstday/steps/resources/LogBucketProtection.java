package dev.firstday.steps.resources;

import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.ObservedBucket.MissingSetting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/**
 * What protects a log bucket: its public access block, default encryption and versioning, and a
 * policy by which the service may write its logs and nobody comes without TLS.
 */
record LogBucketProtection(ObservedBucket bucket) {
  Optional<MissingSetting> publicAccess() throws CallFailed {
    Optional<PublicAccessBlockConfiguration> before =
        bucket
            .find(bucket.publicAccess(), "NoSuchPublicAccessBlockConfiguration")
            .map(GetPublicAccessBlockResponse::publicAccessBlockConfiguration);
    if (before.filter(LogBucket::blocksAll).isPresent()) {
      return Optional.empty();
    }
    return bucket.lacks(
        "bucket-public-access",
        bucket.change(
            "public-access",
            block(LogBucket.ALL_BLOCKED),
            bucket.publicAccess(),
            "/PublicAccessBlockConfiguration",
            before
                .<AwsRequest.Builder>map(this::block)
                .or(() -> Optional.of(DeletePublicAccessBlockRequest.builder().bucket(name())))));
  }

  private String name() {
    return bucket.name();
  }

  private PutPublicAccessBlockRequest.Builder block(PublicAccessBlockConfiguration block) {
    return PutPublicAccessBlockRequest.builder()
        .bucket(name())
        .publicAccessBlockConfiguration(block);
  }

  Optional<MissingSetting> encryption() throws CallFailed {
    if (bucket
        .find(bucket.encryption(), "ServerSideEncryptionConfigurationNotFoundError")
        .isPresent()) {
      return Optional.empty();
    }
    ServerSideEncryptionRule rule =
        ServerSideEncryptionRule.builder()
            .applyServerSideEncryptionByDefault(by -> by.sseAlgorithm(ServerSideEncryption.AES256))
            .build();
    return bucket.lacks(
        "bucket-encryption",
        bucket.change(
            "encryption",
            PutBucketEncryptionRequest.builder()
                .bucket(name())
                .serverSideEncryptionConfiguration(encryption -> encryption.rules(rule)),
            bucket.encryption(),
            "/ServerSideEncryptionConfiguration",
            Optional.empty()));
  }

  Optional<MissingSetting> versioning() throws CallFailed {
    if (bucket.present() && bucket.versioning().read().status() == BucketVersioningStatus.ENABLED) {
      return Optional.empty();
    }
    return bucket.lacks(
        "bucket-versioning",
        bucket.change(
            "versioning",
            versioning(BucketVersioningStatus.ENABLED),
            bucket.versioning(),
            "/Status",
            // There is no way back to "never versioned".
            Optional.of(versioning(BucketVersioningStatus.SUSPENDED))));
  }

  private PutBucketVersioningRequest.Builder versioning(BucketVersioningStatus status) {
    return PutBucketVersioningRequest.builder()
        .bucket(name())
        .versioningConfiguration(versioning -> versioning.status(status));
  }

  Optional<MissingSetting> policy() throws CallFailed {
    Optional<String> before =
        bucket.find(bucket.policy(), "NoSuchBucketPolicy").map(GetBucketPolicyResponse::policy);
    IamStatement tlsOnly = Policies.tlsOnly(LogBucket.arn(bucket.account(), name()));
    Policies.Present policy = Policies.read(before);
    List<IamStatement> lacking =
        policy.lacking(
            Stream.concat(bucket.wanted().statements().stream(), Stream.of(tlsOnly)).toList());
    if (lacking.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> after = policy.with(lacking);
    if (after.isEmpty()) {
      Note byHand = Note.of("bucket-policy-by-hand", name());
      return Optional.of(new MissingSetting(byHand, byHand, Optional.empty()));
    }
    Optional<AwsRequest.Builder> undo =
        before
            .<AwsRequest.Builder>map(this::put)
            .or(() -> Optional.of(DeleteBucketPolicyRequest.builder().bucket(name())));
    return bucket.lacks(
        "bucket-policy",
        bucket.change("policy", put(after.get()), bucket.policy(), "/Policy", undo));
  }

  private PutBucketPolicyRequest.Builder put(String policy) {
    return PutBucketPolicyRequest.builder().bucket(name()).policy(policy);
  }
}
