package dev.firstday.aws.operations;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * How a call ended: what AWS Support would ask for, and nothing of what was said in it.
 *
 * @param status the HTTP status of the last answer; empty if none came
 * @param error the error code, or what kept the answer away; empty if all went well
 * @param took how long it took, with all its attempts
 * @param attempts how often it was tried
 * @param requestId the request id; empty if none came
 */
public record CallEnd(
    Optional<Integer> status, String error, Duration took, int attempts, String requestId) {

  /** The end of a call that was answered. */
  public static CallEnd answered(int status, AwsResponse response, Duration took, int attempts) {
    return new CallEnd(
        Optional.of(status),
        "",
        took,
        attempts,
        Optional.ofNullable(response.responseMetadata())
            .map(known -> known.requestId())
            .orElse(""));
  }

  /** The end of a call that failed. */
  public static CallEnd failed(Throwable failure, Duration took, int attempts) {
    Optional<AwsServiceException> answer =
        failure instanceof AwsServiceException told ? Optional.of(told) : Optional.empty();
    return new CallEnd(
        answer.map(AwsServiceException::statusCode),
        answer
            .map(AwsServiceException::awsErrorDetails)
            .map(details -> details.errorCode())
            .orElseGet(() -> innermost(failure).getClass().getSimpleName()),
        took,
        attempts,
        answer.map(AwsServiceException::requestId).orElse(""));
  }

  /** The end in one line, with the call that it is the end of. */
  public String line(String service, String operation, String region) {
    return String.join(
        " ",
        service.replace(" ", "") + ":" + operation,
        region,
        status.map(String::valueOf).orElse("-"),
        error.isEmpty() ? "OK" : error,
        took.toMillis() + "ms",
        "attempts=" + attempts,
        "request=" + (requestId.isEmpty() ? "-" : requestId));
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
