package dev.firstday.practice.watch;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Buckets;
import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.Tag;

/** S3: the buckets themselves; of objects it is only known whether a service wrote some. */
public final class PracticeS3 {
  private PracticeS3() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    PracticeBucketAccess.handlers(handlers);
    PracticeBucketSettings.handlers(handlers);
    handlers
        .on(CreateBucketRequest.class, PracticeS3::create)
        .on(DeleteBucketRequest.class, DeleteBucketResponse::builder, PracticeS3::delete)
        .on(ListObjectVersionsRequest.class, PracticeS3::listVersions)
        .on(ListBucketsRequest.class, PracticeS3::list);
  }

  /** A bucket of this Region. */
  static Buckets.BucketRecord bucket(PracticeState model, String region, String name) {
    Buckets.BucketRecord kept =
        model
            .buckets
            .find(name)
            .orElseThrow(() -> error(404, "NoSuchBucket", "The specified bucket does not exist"));
    if (!kept.region.equals(region)) {
      throw error(
          301,
          "PermanentRedirect",
          "The bucket you are attempting to access must be addressed using the specified"
              + " endpoint.");
    }
    return kept;
  }

  private static AwsResponse.Builder create(
      PracticeState model, String region, CreateBucketRequest request) {
    if (model.buckets.find(request.bucket()).isPresent()) {
      throw error(
          409,
          "BucketAlreadyOwnedByYou",
          "Your previous request to create the named bucket succeeded and you already own it.");
    }
    CreateBucketConfiguration wanted = request.createBucketConfiguration();
    requireHere(region, wanted == null ? null : wanted.locationConstraintAsString());
    List<Tag> tags = wanted == null ? List.of() : wanted.tags();
    model.buckets.put(request.bucket(), region, model.opened, tags);
    return CreateBucketResponse.builder().location("/" + request.bucket());
  }

  private static void requireHere(String region, @Nullable String location) {
    if (!region.equals(location == null ? "us-east-1" : location)) {
      throw error(
          400,
          "IllegalLocationConstraintException",
          "The %s location constraint is incompatible for the region specific endpoint this"
              + " request was sent to.",
          location == null ? "unspecified" : location);
    }
  }

  private static void delete(PracticeState model, String region, DeleteBucketRequest request) {
    if (bucket(model, region, request.bucket()).written) {
      throw error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
    }
    model.buckets.remove(request.bucket());
  }

  private static AwsResponse.Builder listVersions(
      PracticeState model, String region, ListObjectVersionsRequest request) {
    Buckets.BucketRecord kept = bucket(model, region, request.bucket());
    ListObjectVersionsResponse.Builder answer =
        ListObjectVersionsResponse.builder().name(kept.name).isTruncated(false);
    return kept.written
        ? answer.versions(
            ObjectVersion.builder().key("AWSLogs/" + PracticeState.ACCOUNT_ID + "/").build())
        : answer;
  }

  private static AwsResponse.Builder list(PracticeState model, ListBucketsRequest request) {
    String prefix = request.prefix() == null ? "" : request.prefix();
    PagedItems<Bucket> page =
        PagedItems.of(
            model.buckets.all().stream()
                .filter(kept -> kept.name.startsWith(prefix))
                .map(PracticeS3::listed)
                .toList(),
            request.maxBuckets(),
            request.continuationToken(),
            () -> error(400, "InvalidArgument", "The continuation token is not valid"));
    return ListBucketsResponse.builder()
        .buckets(page.items())
        .prefix(request.prefix())
        .continuationToken(page.next());
  }

  private static Bucket listed(Buckets.BucketRecord kept) {
    return Bucket.builder()
        .name(kept.name)
        .bucketRegion(kept.region)
        .creationDate(kept.created)
        .build();
  }
}
