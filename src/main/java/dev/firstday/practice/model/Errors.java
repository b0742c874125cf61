package dev.firstday.practice.model;

import java.net.UnknownHostException;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Errors as the SDK would throw them. */
public final class Errors {
  private static final String ACCESS_DENIED = "AccessDeniedException";

  /** How a service says that a call is not allowed, where not as most say it. */
  private static final Map<String, DenialText> DENIALS =
      Map.ofEntries(
          Map.entry("account", new DenialText(403, ACCESS_DENIED)),
          Map.entry("cloudformation", new DenialText(403, "AccessDenied")),
          Map.entry("cloudfront", new DenialText(403, "AccessDenied")),
          Map.entry("cloudwatch", new DenialText(403, "AccessDenied")),
          Map.entry("ec2", new DenialText(403, "UnauthorizedOperation")),
          Map.entry("elb", new DenialText(403, "AccessDenied")),
          Map.entry("elbv2", new DenialText(403, "AccessDenied")),
          Map.entry("iam", new DenialText(403, "AccessDenied")),
          Map.entry("rds", new DenialText(403, "AccessDenied")),
          Map.entry("s3api", new DenialText(403, "AccessDenied")),
          Map.entry("s3control", new DenialText(403, "AccessDenied")),
          Map.entry("sns", new DenialText(403, "AuthorizationError")),
          Map.entry("sts", new DenialText(403, "AccessDenied")));

  private record DenialText(int status, String code) {}

  private Errors() {}

  /** An error that AWS answers with; the account adds whose it is. */
  @SuppressWarnings("AnnotateFormatMethod") // A message without values is taken as it is.
  public static AwsServiceException error(
      int status, String code, String message, Object... values) {
    return of(
        AwsServiceException.builder(),
        status,
        code,
        values.length == 0 ? message : message.formatted(values));
  }

  /**
   * The same.
   *
   * @param builder of the exception's class
   */
  public static AwsServiceException of(
      AwsServiceException.Builder builder, int status, String code, String message) {
    return builder
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .statusCode(status)
        .requestId(UUID.randomUUID().toString())
        .build();
  }

  /**
   * A call that is not allowed, as each service says it.
   *
   * @param service the AWS CLI's name of the service
   */
  public static AwsServiceException denied(String service, String message) {
    DenialText denial = DENIALS.getOrDefault(service, new DenialText(400, ACCESS_DENIED));
    return error(denial.status(), denial.code(), message);
  }

  /**
   * A call to a Region that is not switched on: it does not know the account's credentials.
   *
   * @param service the AWS CLI's name of the service
   */
  public static AwsServiceException regionOff(String service) {
    return service.equals("ec2")
        ? error(401, "AuthFailure", "AWS was not able to validate the provided access credentials")
        : error(
            403,
            "UnrecognizedClientException",
            "The security token included in the request is invalid.");
  }

  /** A call too many. */
  public static AwsServiceException throttled() {
    return error(400, "ThrottlingException", "Rate exceeded");
  }

  public static SdkClientException offline(String service) {
    return SdkClientException.create(
        "Received an UnknownHostException when attempting to interact with a service. See cause for"
            + " the exact endpoint that is failing to resolve.",
        new UnknownHostException(service + ".amazonaws.com"));
  }
}
