package dev.firstday.practice.model;

import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Service;
import dev.firstday.aws.operations.Writes;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.DefaultAwsResponseMetadata;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** A call of the practice account. */
public record PracticeCall<Q extends AwsRequest, R extends AwsResponse>(
    Operation<Q, R> operation, Q request, String region) {
  public Service<?> service() {
    return operation.service();
  }

  /** The API's name of the operation. */
  public String name() {
    return operation.name();
  }

  /** The response that a handler has begun, as it comes from AWS. */
  @SuppressWarnings("unchecked") // What a handler begins is a response to its request.
  public R response(AwsResponse.Builder begun) {
    String id = UUID.randomUUID().toString();
    // S3 has a header of its own for it.
    begun.responseMetadata(
        DefaultAwsResponseMetadata.create(Map.of("AWS_REQUEST_ID", id, "x-amz-request-id", id)));
    begun.sdkHttpResponse(SdkHttpResponse.builder().statusCode(200).build());
    return ((SdkBuilder<?, R>) begun).build();
  }

  /** An error that a handler has thrown, as one of this service. */
  public AwsServiceException named(AwsServiceException e) {
    return Optional.ofNullable(e.awsErrorDetails())
        .filter(details -> details.serviceName() == null)
        .map(details -> details.toBuilder().serviceName(service().sdk()).build())
        .map(details -> e.toBuilder().awsErrorDetails(details).build())
        .orElse(e);
  }

  /** The call as an entry of the log; empty if it writes nothing. */
  public Optional<WriteLog.LoggedWrite> written() {
    return Writes.find(operation.key())
        .map(write -> write.dataWithoutSecrets(request))
        .map(data -> new WriteLog.LoggedWrite(service().cli(), name(), region, data));
  }
}
