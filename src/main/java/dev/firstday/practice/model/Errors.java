package dev.firstday.practice.model;

import java.net.UnknownHostException;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sts.model.StsException;

/** Errors as the SDK would throw them. */
public final class Errors {
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
  public static AwsServiceException denied(String service, String message) {
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
      // Their exception has no class of its own; what counts is the code.
      case "ec2" -> of("Ec2", Ec2Exception.builder(), 403, "UnauthorizedOperation", message);
      case "sns" -> of("Sns", SnsException.builder(), 403, "AuthorizationError", message);
      case "cloudformation",
          "cloudfront",
          "cloudwatch",
          "elb",
          "elbv2",
          "rds",
          "s3api",
          "s3control" ->
          of(service, AwsServiceException.builder(), 403, "AccessDenied", message);
      default -> of(service, AwsServiceException.builder(), 400, code, message);
    };
  }

  /**
   * A call to a Region that is not switched on: it does not know the account's credentials.
   *
   * @param service the AWS CLI's name of the service
   */
  public static AwsServiceException regionOff(String service) {
    return service.equals("ec2")
        ? of(
            "Ec2",
            Ec2Exception.builder(),
            401,
            "AuthFailure",
            "AWS was not able to validate the provided access credentials")
        : of(
            service,
            AwsServiceException.builder(),
            403,
            "UnrecognizedClientException",
            "The security token included in the request is invalid.");
  }

  /**
   * A call too many.
   *
   * @param service the AWS CLI's name of the service
   */
  public static AwsServiceException throttled(String service) {
    return of(service, AwsServiceException.builder(), 400, "ThrottlingException", "Rate exceeded");
  }

  public static SdkClientException offline(String service) {
    return SdkClientException.create(
        "Received an UnknownHostException when attempting to interact with a service. See cause for"
            + " the exact endpoint that is failing to resolve.",
        new UnknownHostException(service + ".amazonaws.com"));
  }
}
