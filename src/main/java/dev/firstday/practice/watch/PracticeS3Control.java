package dev.firstday.practice.watch;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import java.util.Optional;
import software.amazon.awssdk.services.s3control.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.DeletePublicAccessBlockResponse;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3control.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.PutPublicAccessBlockResponse;

/** S3's settings of the whole account. */
public final class PracticeS3Control {
  private PracticeS3Control() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(
            GetPublicAccessBlockRequest.class,
            (model, request) ->
                GetPublicAccessBlockResponse.builder()
                    .publicAccessBlockConfiguration(
                        model.workloads.publicAccessBlock.orElseThrow(
                            () ->
                                error(
                                    404,
                                    "NoSuchPublicAccessBlockConfiguration",
                                    "The public access block configuration was not found"))))
        .on(
            PutPublicAccessBlockRequest.class,
            PutPublicAccessBlockResponse::builder,
            (model, request) ->
                model.workloads.publicAccessBlock =
                    Optional.of(whole(request.publicAccessBlockConfiguration())))
        .on(
            DeletePublicAccessBlockRequest.class,
            DeletePublicAccessBlockResponse::builder,
            (model, request) -> model.workloads.publicAccessBlock = Optional.empty());
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
