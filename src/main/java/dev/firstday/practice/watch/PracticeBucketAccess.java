package dev.firstday.practice.watch;

import static dev.firstday.practice.model.Errors.error;
import static dev.firstday.practice.watch.PracticeS3.bucket;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PracticeState;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockResponse;

/** The part of S3 that says who gets at a bucket: its policy and its public access block. */
final class PracticeBucketAccess {
  private PracticeBucketAccess() {}

  static void handlers(Handlers handlers) {
    handlers
        .on(GetPublicAccessBlockRequest.class, PracticeBucketAccess::publicAccess)
        .on(
            PutPublicAccessBlockRequest.class,
            PutPublicAccessBlockResponse::builder,
            (model, region, request) ->
                bucket(model, region, request.bucket()).publicAccess =
                    Optional.of(whole(request.publicAccessBlockConfiguration())))
        .on(
            DeletePublicAccessBlockRequest.class,
            DeletePublicAccessBlockResponse::builder,
            (model, region, request) ->
                bucket(model, region, request.bucket()).publicAccess = Optional.empty())
        .on(GetBucketPolicyRequest.class, PracticeBucketAccess::policy)
        .on(
            PutBucketPolicyRequest.class,
            PutBucketPolicyResponse::builder,
            (model, region, request) ->
                bucket(model, region, request.bucket()).policy = Optional.of(request.policy()))
        .on(
            DeleteBucketPolicyRequest.class,
            DeleteBucketPolicyResponse::builder,
            (model, region, request) ->
                bucket(model, region, request.bucket()).policy = Optional.empty());
  }

  private static AwsResponse.Builder publicAccess(
      PracticeState model, String region, GetPublicAccessBlockRequest request) {
    return GetPublicAccessBlockResponse.builder()
        .publicAccessBlockConfiguration(
            bucket(model, region, request.bucket())
                .publicAccess
                .orElseThrow(
                    () ->
                        error(
                            404,
                            "NoSuchPublicAccessBlockConfiguration",
                            "The public access block configuration was not found")));
  }

  private static AwsResponse.Builder policy(
      PracticeState model, String region, GetBucketPolicyRequest request) {
    return GetBucketPolicyResponse.builder()
        .policy(
            bucket(model, region, request.bucket())
                .policy
                .orElseThrow(
                    () -> error(404, "NoSuchBucketPolicy", "The bucket policy does not exist")));
  }

  /** A setting that is not named is off. */
  private static PublicAccessBlockConfiguration whole(PublicAccessBlockConfiguration block) {
    return PublicAccessBlockConfiguration.builder()
        .blockPublicAcls(Boolean.TRUE.equals(block.blockPublicAcls()))
        .ignorePublicAcls(Boolean.TRUE.equals(block.ignorePublicAcls()))
        .blockPublicPolicy(Boolean.TRUE.equals(block.blockPublicPolicy()))
        .restrictPublicBuckets(Boolean.TRUE.equals(block.restrictPublicBuckets()))
        .build();
  }
}
