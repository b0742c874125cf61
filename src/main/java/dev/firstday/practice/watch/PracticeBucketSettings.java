package dev.firstday.practice.watch;

import dev.firstday.practice.model.PracticeCall;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;

/**
 * The part of S3 that is about how a bucket keeps its objects: encryption, versions, lifecycle,
 * logs.
 */
abstract class PracticeBucketSettings extends PracticeBucketAccess {
  PracticeBucketSettings(PracticeCall practiceCall) {
    super(practiceCall);
  }

  @Override
  public GetBucketEncryptionResponse getBucketEncryption(GetBucketEncryptionRequest request) {
    return practiceCall.answer(
        "GetBucketEncryption",
        request,
        model ->
            GetBucketEncryptionResponse.builder()
                .serverSideEncryptionConfiguration(bucket(model, request.bucket()).encryption));
  }

  @Override
  public PutBucketEncryptionResponse putBucketEncryption(PutBucketEncryptionRequest request) {
    return practiceCall.answer(
        "PutBucketEncryption",
        request,
        model -> {
          bucket(model, request.bucket()).encryption =
              whole(request.serverSideEncryptionConfiguration());
          return PutBucketEncryptionResponse.builder();
        });
  }

  /** Without a word on bucket keys there are none. */
  private static ServerSideEncryptionConfiguration whole(ServerSideEncryptionConfiguration put) {
    return put.copy(
        all ->
            all.rules(
                put.rules().stream()
                    .map(
                        rule ->
                            rule.copy(
                                one ->
                                    one.bucketKeyEnabled(
                                        Boolean.TRUE.equals(rule.bucketKeyEnabled()))))
                    .toList()));
  }

  @Override
  public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
    return practiceCall.answer(
        "GetBucketVersioning",
        request,
        model ->
            GetBucketVersioningResponse.builder()
                .status(bucket(model, request.bucket()).versioning.orElse(null)));
  }

  @Override
  public PutBucketVersioningResponse putBucketVersioning(PutBucketVersioningRequest request) {
    return practiceCall.answer(
        "PutBucketVersioning",
        request,
        model -> {
          bucket(model, request.bucket()).versioning =
              Optional.of(request.versioningConfiguration().status());
          return PutBucketVersioningResponse.builder();
        });
  }

  @Override
  public GetBucketLifecycleConfigurationResponse getBucketLifecycleConfiguration(
      GetBucketLifecycleConfigurationRequest request) {
    return practiceCall.answer(
        "GetBucketLifecycleConfiguration",
        request,
        model -> {
          List<LifecycleRule> rules = bucket(model, request.bucket()).rules;
          if (rules.isEmpty()) {
            throw error(
                404, "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist");
          }
          return GetBucketLifecycleConfigurationResponse.builder().rules(rules);
        });
  }

  @Override
  public PutBucketLifecycleConfigurationResponse putBucketLifecycleConfiguration(
      PutBucketLifecycleConfigurationRequest request) {
    return practiceCall.answer(
        "PutBucketLifecycleConfiguration",
        request,
        model -> {
          bucket(model, request.bucket()).rules = request.lifecycleConfiguration().rules();
          return PutBucketLifecycleConfigurationResponse.builder();
        });
  }

  @Override
  public DeleteBucketLifecycleResponse deleteBucketLifecycle(DeleteBucketLifecycleRequest request) {
    return practiceCall.answer(
        "DeleteBucketLifecycle",
        request,
        model -> {
          bucket(model, request.bucket()).rules = List.of();
          return DeleteBucketLifecycleResponse.builder();
        });
  }

  @Override
  public GetBucketLoggingResponse getBucketLogging(GetBucketLoggingRequest request) {
    return practiceCall.answer(
        "GetBucketLogging",
        request,
        model ->
            GetBucketLoggingResponse.builder()
                .loggingEnabled(bucket(model, request.bucket()).logging.orElse(null)));
  }

  @Override
  public PutBucketLoggingResponse putBucketLogging(PutBucketLoggingRequest request) {
    return practiceCall.answer(
        "PutBucketLogging",
        request,
        model -> {
          bucket(model, request.bucket()).logging =
              Optional.ofNullable(request.bucketLoggingStatus().loggingEnabled());
          return PutBucketLoggingResponse.builder();
        });
  }
}
