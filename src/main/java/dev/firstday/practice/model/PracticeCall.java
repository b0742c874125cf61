package dev.firstday.practice.model;

import dev.firstday.aws.operations.CallEnd;
import dev.firstday.aws.operations.Service;
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
 * @param account answers it
 */
public record PracticeCall(Gateway account, Service<?> service, String region) {

  /** What stands behind the clients of the practice account: it does the work of each call. */
  public interface Gateway {
    /** Does the work of a call, or fails as AWS would. */
    <B> B call(
        PracticeCall practiceCall,
        String operation,
        AwsRequest request,
        Function<PracticeState, B> work);

    /** Hears how a call has ended. */
    void ended(PracticeCall practiceCall, String operation, CallEnd end);
  }

  /**
   * Answers a call.
   *
   * @param operation the API's name of the operation
   * @param work makes the response; it holds the model's lock
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // It is that of the operation.
  public <R extends AwsResponse> R answer(
      String operation,
      AwsRequest request,
      Function<PracticeState, ? extends AwsResponse.Builder> work) {
    long began = System.nanoTime();
    try {
      R response = response(operation, request, work);
      account.ended(this, operation, CallEnd.answered(200, response, since(began), 1));
      return response;
    } catch (SdkException e) {
      SdkException failure = e instanceof AwsServiceException answer ? named(answer) : e;
      account.ended(this, operation, CallEnd.failed(failure, since(began), 1));
      throw failure;
    }
  }

  /** The same error, as one of this service. */
  private AwsServiceException named(AwsServiceException e) {
    return Optional.ofNullable(e.awsErrorDetails())
        .filter(details -> details.serviceName() == null)
        .map(details -> details.toBuilder().serviceName(service.sdk()).build())
        .map(details -> e.toBuilder().awsErrorDetails(details).build())
        .orElse(e);
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  // What a handler begins is a response to its request.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private <R extends AwsResponse> R response(
      String operation,
      AwsRequest request,
      Function<PracticeState, ? extends AwsResponse.Builder> work) {
    AwsResponse.Builder builder = account.call(this, operation, request, work);
    String id = UUID.randomUUID().toString();
    // S3 has a header of its own for it.
    builder.responseMetadata(
        DefaultAwsResponseMetadata.create(Map.of("AWS_REQUEST_ID", id, "x-amz-request-id", id)));
    builder.sdkHttpResponse(SdkHttpResponse.builder().statusCode(200).build());
    return ((SdkBuilder<?, R>) builder).build();
  }

  /** A call of this service as an entry of the log; empty if it writes nothing. */
  public Optional<WriteLog.LoggedWrite> written(String operation, AwsRequest request) {
    return Writes.find(service.cli() + ":" + operation)
        .map(write -> write.dataWithoutSecrets(request))
        .map(data -> new WriteLog.LoggedWrite(service.cli(), operation, region, data));
  }
}
