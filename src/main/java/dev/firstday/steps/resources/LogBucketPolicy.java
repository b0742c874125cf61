package dev.firstday.steps.resources;

import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.ObservedBucket.MissingSetting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;

/** The policy of a log bucket: the service may write its logs, and nobody comes without TLS. */
record LogBucketPolicy(ObservedBucket bucket) {
  Optional<MissingSetting> policy() throws CallFailed {
    GetBucketPolicyRequest read = GetBucketPolicyRequest.builder().bucket(bucket.name()).build();
    Optional<String> before =
        bucket
            .find(Reads.GET_BUCKET_POLICY, read, "NoSuchBucketPolicy")
            .map(GetBucketPolicyResponse::policy);
    Policies.Present policy = Policies.read(before);
    List<IamStatement> lacking = lacking(policy);
    if (lacking.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> after = policy.with(lacking);
    if (after.isEmpty()) {
      Note byHand = Note.of("bucket-policy-by-hand", bucket.name());
      return Optional.of(new MissingSetting(byHand, byHand, Optional.empty()));
    }
    AwsRequest undo =
        before
            .<AwsRequest>map(this::put)
            .orElseGet(() -> DeleteBucketPolicyRequest.builder().bucket(bucket.name()).build());
    return bucket.lacks(
        "bucket-policy",
        bucket
            .change("policy", put(after.get()), undo)
            .verifiedBy(Reads.GET_BUCKET_POLICY, read, "/Policy"));
  }

  private List<IamStatement> lacking(Policies.Present policy) {
    IamStatement tlsOnly = Policies.tlsOnly(LogBucket.arn(bucket.account(), bucket.name()));
    return Stream.concat(bucket.wanted().statements().stream(), Stream.of(tlsOnly))
        .filter(statement -> !policy.covers(statement))
        .toList();
  }

  private PutBucketPolicyRequest put(String policy) {
    return PutBucketPolicyRequest.builder().bucket(bucket.name()).policy(policy).build();
  }
}
