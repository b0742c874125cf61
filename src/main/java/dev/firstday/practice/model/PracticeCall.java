package dev.firstday.practice.model;

import dev.firstday.aws.operations.CallEnd;
import dev.firstday.aws.operations.Writes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.DefaultAwsResponseMetadata;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * The way into the practice account that every call of a client takes.
 *
 * @param service the AWS CLI's name of the service
 * @param sdkName the SDK's name of the service
 */
public record PracticeCall(PracticeGateway account, String service, String sdkName, String region) {

  /**
   * Answers a call.
   *
   * @param operation the API's name of the operation
   * @param work makes the response; it holds the model's lock
   */
  public <R extends AwsResponse, B extends AwsResponse.Builder & SdkBuilder<B, R>> R answer(
      String operation, AwsRequest request, Function<PracticeState, B> work) {
    long began = System.nanoTime();
    try {
      R response = response(operation, request, work);
      account.ended(this, operation, CallEnd.answered(200, response, since(began), 1));
      return response;
    } catch (SdkException e) {
      account.ended(this, operation, CallEnd.failed(e, since(began), 1));
      throw e;
    }
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private <R extends AwsResponse, B extends AwsResponse.Builder & SdkBuilder<B, R>> R response(
      String operation, AwsRequest request, Function<PracticeState, B> work) {
    B builder = account.call(this, operation, request, work);
    String id = UUID.randomUUID().toString();
    // S3 has a header of its own for it.
    builder.responseMetadata(
        DefaultAwsResponseMetadata.create(Map.of("AWS_REQUEST_ID", id, "x-amz-request-id", id)));
    builder.sdkHttpResponse(SdkHttpResponse.builder().statusCode(200).build());
    return ((SdkBuilder<B, R>) builder).build();
  }

  /** What runs in the Region of the call. */
  public Workload workload(PracticeState model) {
    return model.workloads.in(region);
  }

  /** An error of this service. */
  public AwsServiceException error(
      AwsServiceException.Builder builder, int status, String code, String message) {
    return Errors.of(sdkName, builder, status, code, message);
  }

  /** A call of this service as an entry of the log; empty if it writes nothing. */
  public Optional<WriteLog.LoggedWrite> written(String operation, AwsRequest request) {
    return Writes.find(service + ":" + operation)
        .map(write -> write.dataWithoutSecrets(request))
        .map(data -> new WriteLog.LoggedWrite(service, operation, region, data));
  }
}
