package dev.firstday.aws.operations;

import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * The API of AWS, as an account answers it: AWS itself through the SDK, or the practice account.
 */
public interface AwsApi {
  /**
   * Calls an operation.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if it fails
   */
  <Q extends AwsRequest, R extends AwsResponse> R call(
      Operation<Q, R> operation, Q request, String region);
}
