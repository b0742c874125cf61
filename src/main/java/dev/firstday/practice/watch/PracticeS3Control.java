package dev.firstday.practice.watch;

import dev.firstday.practice.model.PracticeCall;
import java.util.Optional;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.DeletePublicAccessBlockResponse;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3control.model.NoSuchPublicAccessBlockConfigurationException;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3control.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.PutPublicAccessBlockResponse;

/** S3's settings of the whole account. */
public final class PracticeS3Control implements S3ControlClient {
  private final PracticeCall practiceCall;

  public PracticeS3Control(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public GetPublicAccessBlockResponse getPublicAccessBlock(GetPublicAccessBlockRequest request) {
    return practiceCall.answer(
        "GetPublicAccessBlock",
        request,
        model ->
            GetPublicAccessBlockResponse.builder()
                .publicAccessBlockConfiguration(
                    model.workloads.publicAccessBlock.orElseThrow(
                        () ->
                            practiceCall.error(
                                NoSuchPublicAccessBlockConfigurationException.builder(),
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
          PublicAccessBlockConfiguration block = request.publicAccessBlockConfiguration();
          // A setting that is not named is off.
          model.workloads.publicAccessBlock =
              Optional.of(
                  PublicAccessBlockConfiguration.builder()
                      .blockPublicAcls(Boolean.TRUE.equals(block.blockPublicAcls()))
                      .ignorePublicAcls(Boolean.TRUE.equals(block.ignorePublicAcls()))
                      .blockPublicPolicy(Boolean.TRUE.equals(block.blockPublicPolicy()))
                      .restrictPublicBuckets(Boolean.TRUE.equals(block.restrictPublicBuckets()))
                      .build());
          return PutPublicAccessBlockResponse.builder();
        });
  }

  @Override
  public DeletePublicAccessBlockResponse deletePublicAccessBlock(
      DeletePublicAccessBlockRequest request) {
    return practiceCall.answer(
        "DeletePublicAccessBlock",
        request,
        model -> {
          model.workloads.publicAccessBlock = Optional.empty();
          return DeletePublicAccessBlockResponse.builder();
        });
  }
}
