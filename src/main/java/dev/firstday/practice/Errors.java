package dev.firstday.practice;

import java.net.UnknownHostException;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.sts.model.StsException;

/** Errors as the SDK would throw them. */
final class Errors {
  private Errors() {}

  /**
   * An error that AWS answered with.
   *
   * @param service the SDK's name of the service
   * @param builder of the exception's class
   */
  static AwsServiceException of(
      String service,
      AwsServiceException.Builder builder,
      int status,
      String code,
      String message) {
    return builder
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .serviceName(service)
                .errorCode(code)
                .errorMessage(message)
                .build())
        .statusCode(status)
        .requestId(UUID.randomUUID().toString())
        .build();
  }

  /**
   * A call that is not allowed, as each service says it.
   *
   * @param service the AWS CLI's name of the service
   */
  static AwsServiceException denied(String service, String message) {
    String code = "AccessDeniedException";
    return switch (service) {
      case "account" ->
          of(
              "Account",
              software.amazon.awssdk.services.account.model.AccessDeniedException.builder(),
              403,
              code,
              message);
      case "budgets" ->
          of(
              "Budgets",
              software.amazon.awssdk.services.budgets.model.AccessDeniedException.builder(),
              400,
              code,
              message);
      case "freetier" ->
          of(
              "FreeTier",
              software.amazon.awssdk.services.freetier.model.AccessDeniedException.builder(),
              400,
              code,
              message);
      case "organizations" ->
          of(
              "Organizations",
              software.amazon.awssdk.services.organizations.model.AccessDeniedException.builder(),
              400,
              code,
              message);
      case "iam" -> of("Iam", IamException.builder(), 403, "AccessDenied", message);
      case "sts" -> of("Sts", StsException.builder(), 403, "AccessDenied", message);
      default -> throw new IllegalArgumentException(service);
    };
  }

  static SdkClientException offline(String service) {
    return SdkClientException.create(
        "Received an UnknownHostException when attempting to interact with a service. See cause for"
            + " the exact endpoint that is failing to resolve.",
        new UnknownHostException(service + ".amazonaws.com"));
  }
}
