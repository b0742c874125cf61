package dev.firstday.practice.watch;

import dev.firstday.practice.model.Buckets;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.Tag;

/** S3's buckets; of objects it is only known whether a service wrote some. */
public final class PracticeS3 implements S3Client {
  private final PracticeCall practiceCall;

  public PracticeS3(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public CreateBucketResponse createBucket(CreateBucketRequest request) {
    return practiceCall.answer(
        "CreateBucket",
        request,
        model -> {
          Optional<Buckets.BucketRecord> there = model.buckets.find(request.bucket());
          if (there.isPresent()) {
            throw practiceCall.error(
                BucketAlreadyOwnedByYouException.builder(),
                409,
                "BucketAlreadyOwnedByYou",
                "Your previous request to create the named bucket succeeded and you already own"
                    + " it.");
          }
          CreateBucketConfiguration wanted = request.createBucketConfiguration();
          String location = wanted == null ? null : wanted.locationConstraintAsString();
          if (!practiceCall.region().equals(location == null ? "us-east-1" : location)) {
            throw error(
                400,
                "IllegalLocationConstraintException",
                "The %s location constraint is incompatible for the region specific endpoint this"
                    + " request was sent to."
                        .formatted(location == null ? "unspecified" : location));
          }
          List<Tag> tags = wanted == null ? List.of() : wanted.tags();
          model.buckets.put(request.bucket(), practiceCall.region(), model.opened, tags);
          return CreateBucketResponse.builder().location("/" + request.bucket());
        });
  }

  @Override
  public DeleteBucketResponse deleteBucket(DeleteBucketRequest request) {
    return practiceCall.answer(
        "DeleteBucket",
        request,
        model -> {
          if (bucket(model, request.bucket()).written) {
            throw error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
          }
          model.buckets.remove(request.bucket());
          return DeleteBucketResponse.builder();
        });
  }

  @Override
  public ListObjectVersionsResponse listObjectVersions(ListObjectVersionsRequest request) {
    return practiceCall.answer(
        "ListObjectVersions",
        request,
        model -> {
          Buckets.BucketRecord kept = bucket(model, request.bucket());
          ListObjectVersionsResponse.Builder answer =
              ListObjectVersionsResponse.builder().name(kept.name).isTruncated(false);
          return kept.written
              ? answer.versions(
                  ObjectVersion.builder().key("AWSLogs/" + PracticeState.ACCOUNT_ID + "/").build())
              : answer;
        });
  }

  @Override
  public ListBucketsResponse listBuckets(ListBucketsRequest request) {
    return practiceCall.answer(
        "ListBuckets",
        request,
        model -> {
          String prefix = request.prefix() == null ? "" : request.prefix();
          List<Bucket> buckets =
              model.buckets.all().stream()
                  .filter(kept -> kept.name.startsWith(prefix))
                  .map(
                      kept ->
                          Bucket.builder()
                              .name(kept.name)
                              .bucketRegion(kept.region)
                              .creationDate(kept.created)
                              .build())
                  .toList();
          PagedItems<Bucket> page =
              PagedItems.of(
                  buckets,
                  request.maxBuckets(),
                  request.continuationToken(),
                  () -> error(400, "InvalidArgument", "The continuation token is not valid"));
          return ListBucketsResponse.builder()
              .buckets(page.items())
              .prefix(request.prefix())
              .continuationToken(page.next());
        });
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

  private Buckets.BucketRecord bucket(PracticeState model, String name) {
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

  private AwsServiceException error(int status, String code, String message) {
    return practiceCall.error(S3Exception.builder(), status, code, message);
  }
}
