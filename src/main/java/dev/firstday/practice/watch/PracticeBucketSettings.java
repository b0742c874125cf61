package dev.firstday.practice.watch;

import static dev.firstday.practice.model.Errors.error;
import static dev.firstday.practice.watch.PracticeS3.bucket;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
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
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/**
 * The part of S3 that is about how a bucket keeps its objects: encryption, versions, lifecycle,
 * logs.
 */
final class PracticeBucketSettings {
  private PracticeBucketSettings() {}

  static void handlers(Handlers handlers) {
    encryptionAndVersions(handlers);
    handlers
        .on(GetBucketLifecycleConfigurationRequest.class, PracticeBucketSettings::lifecycle)
        .on(
            PutBucketLifecycleConfigurationRequest.class,
            PutBucketLifecycleConfigurationResponse::builder,
            (model, region, request) ->
                bucket(model, region, request.bucket()).rules =
                    request.lifecycleConfiguration().rules())
        .on(
            DeleteBucketLifecycleRequest.class,
            DeleteBucketLifecycleResponse::builder,
            (model, region, request) -> bucket(model, region, request.bucket()).rules = List.of())
        .on(
            GetBucketLoggingRequest.class,
            (model, region, request) ->
                GetBucketLoggingResponse.builder()
                    .loggingEnabled(bucket(model, region, request.bucket()).logging.orElse(null)))
        .on(
            PutBucketLoggingRequest.class,
            PutBucketLoggingResponse::builder,
            (model, region, request) ->
                bucket(model, region, request.bucket()).logging =
                    Optional.ofNullable(request.bucketLoggingStatus().loggingEnabled()));
  }

  private static void encryptionAndVersions(Handlers handlers) {
    handlers
        .on(
            GetBucketEncryptionRequest.class,
            (model, region, request) ->
                GetBucketEncryptionResponse.builder()
                    .serverSideEncryptionConfiguration(
                        bucket(model, region, request.bucket()).encryption))
        .on(
            PutBucketEncryptionRequest.class,
            PutBucketEncryptionResponse::builder,
            (model, region, request) ->
                bucket(model, region, request.bucket()).encryption =
                    whole(request.serverSideEncryptionConfiguration()))
        .on(
            GetBucketVersioningRequest.class,
            (model, region, request) ->
                GetBucketVersioningResponse.builder()
                    .status(bucket(model, region, request.bucket()).versioning.orElse(null)))
        .on(
            PutBucketVersioningRequest.class,
            PutBucketVersioningResponse::builder,
            (model, region, request) ->
                bucket(model, region, request.bucket()).versioning =
                    Optional.of(request.versioningConfiguration().status()));
  }

  /** Without a word on bucket keys there are none. */
  private static ServerSideEncryptionConfiguration whole(ServerSideEncryptionConfiguration put) {
    List<ServerSideEncryptionRule> rules =
        put.rules().stream()
            .map(
                rule ->
                    rule.copy(
                        one -> one.bucketKeyEnabled(Boolean.TRUE.equals(rule.bucketKeyEnabled()))))
            .toList();
    return put.copy(all -> all.rules(rules));
  }

  private static AwsResponse.Builder lifecycle(
      PracticeState model, String region, GetBucketLifecycleConfigurationRequest request) {
    List<LifecycleRule> rules = bucket(model, region, request.bucket()).rules;
    if (rules.isEmpty()) {
      throw error(
          404, "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist");
    }
    return GetBucketLifecycleConfigurationResponse.builder().rules(rules);
  }
}
