package dev.firstday.practice.watch;

import dev.firstday.practice.model.Buckets;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The part of S3 that says who gets at a bucket: its policy and its public access block. */
abstract class PracticeBucketAccess implements S3Client {
  final PracticeCall practiceCall;

  PracticeBucketAccess(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public GetPublicAccessBlockResponse getPublicAccessBlock(GetPublicAccessBlockRequest request) {
    return practiceCall.answer(
        "GetPublicAccessBlock",
        request,
        model ->
            GetPublicAccessBlockResponse.builder()
                .publicAccessBlockConfiguration(
                    bucket(model, request.bucket())
                        .publicAccess
                        .orElseThrow(
                            () ->
                                error(
                                    404,
                                    "NoSuchPublicAccessBlockConfiguration",
                                    "The public access block configuration was not found"))));
  }

  @Override
  public PutPublicAccessBlockResponse putPublicAccessBlock(PutPublicAccessBlockRequest request) {
    return practiceCall.answer(
        "PutPublicAccessBlock",
        request,
        model -> {
          bucket(model, request.bucket()).publicAccess =
              Optional.of(whole(request.publicAccessBlockConfiguration()));
          return PutPublicAccessBlockResponse.builder();
        });
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

  @Override
  public DeletePublicAccessBlockResponse deletePublicAccessBlock(
      DeletePublicAccessBlockRequest request) {
    return practiceCall.answer(
        "DeletePublicAccessBlock",
        request,
        model -> {
          bucket(model, request.bucket()).publicAccess = Optional.empty();
          return DeletePublicAccessBlockResponse.builder();
        });
  }

  @Override
  public GetBucketPolicyResponse getBucketPolicy(GetBucketPolicyRequest request) {
    return practiceCall.answer(
        "GetBucketPolicy",
        request,
        model ->
            GetBucketPolicyResponse.builder()
                .policy(
                    bucket(model, request.bucket())
                        .policy
                        .orElseThrow(
                            () ->
                                error(
                                    404,
                                    "NoSuchBucketPolicy",
                                    "The bucket policy does not exist"))));
  }

  @Override
  public PutBucketPolicyResponse putBucketPolicy(PutBucketPolicyRequest request) {
    return practiceCall.answer(
        "PutBucketPolicy",
        request,
        model -> {
          bucket(model, request.bucket()).policy = Optional.of(request.policy());
          return PutBucketPolicyResponse.builder();
        });
  }

  @Override
  public DeleteBucketPolicyResponse deleteBucketPolicy(DeleteBucketPolicyRequest request) {
    return practiceCall.answer(
        "DeleteBucketPolicy",
        request,
        model -> {
          bucket(model, request.bucket()).policy = Optional.empty();
          return DeleteBucketPolicyResponse.builder();
        });
  }

  /** A bucket of this Region. */
  Buckets.BucketRecord bucket(PracticeState model, String name) {
    Buckets.BucketRecord kept =
        model
            .buckets
            .find(name)
            .orElseThrow(
                () ->
                    practiceCall.error(
                        NoSuchBucketException.builder(),
                        404,
                        "NoSuchBucket",
                        "The specified bucket does not exist"));
    if (!kept.region.equals(practiceCall.region())) {
      throw error(
          301,
          "PermanentRedirect",
          "The bucket you are attempting to access must be addressed using the specified"
              + " endpoint.");
    }
    return kept;
  }

  AwsServiceException error(int status, String code, String message) {
    return practiceCall.error(S3Exception.builder(), status, code, message);
  }
}
