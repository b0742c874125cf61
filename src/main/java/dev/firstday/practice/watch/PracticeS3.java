package dev.firstday.practice.watch;

import dev.firstday.practice.model.Buckets;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
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
public final class PracticeS3 extends PracticeBucketSettings {
  public PracticeS3(PracticeCall practiceCall) {
    super(practiceCall);
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
          if (model.buckets.find(request.bucket()).isPresent()) {
            throw practiceCall.error(
                BucketAlreadyOwnedByYouException.builder(),
                409,
                "BucketAlreadyOwnedByYou",
                "Your previous request to create the named bucket succeeded and you already own"
                    + " it.");
          }
          CreateBucketConfiguration wanted = request.createBucketConfiguration();
          String location = wanted == null ? null : wanted.locationConstraintAsString();
          requireHere(location);
          List<Tag> tags = wanted == null ? List.of() : wanted.tags();
          model.buckets.put(request.bucket(), practiceCall.region(), model.opened, tags);
          return CreateBucketResponse.builder().location("/" + request.bucket());
        });
  }

  private void requireHere(@Nullable String location) {
    if (!practiceCall.region().equals(location == null ? "us-east-1" : location)) {
      throw error(
          400,
          "IllegalLocationConstraintException",
          ("The %s location constraint is incompatible for the region specific endpoint this"
                  + " request was sent to.")
              .formatted(location == null ? "unspecified" : location));
    }
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
                  .map(PracticeS3::listed)
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

  private static Bucket listed(Buckets.BucketRecord kept) {
    return Bucket.builder()
        .name(kept.name)
        .bucketRegion(kept.region)
        .creationDate(kept.created)
        .build();
  }
}
