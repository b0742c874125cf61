package dev.firstday.practice.model;

import java.net.UnknownHostException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sts.model.StsException;

/** Errors as the SDK would throw them. */
public final class Errors {
  private static final String ACCESS_DENIED = "AccessDeniedException";

  /** What is not as most services say it. */
  private static final Map<String, DenialText> DENIALS =
      Stream.concat(
              Stream.of(
                  new DenialText(
                      "account",
                      "Account",
                      software.amazon.awssdk.services.account.model.AccessDeniedException::builder,
                      403,
                      ACCESS_DENIED),
                  new DenialText(
                      "budgets",
                      "Budgets",
                      software.amazon.awssdk.services.budgets.model.AccessDeniedException::builder,
                      400,
                      ACCESS_DENIED),
                  new DenialText(
                      "freetier",
                      "FreeTier",
                      software.amazon.awssdk.services.freetier.model.AccessDeniedException::builder,
                      400,
                      ACCESS_DENIED),
                  new DenialText(
                      "organizations",
                      "Organizations",
                      software.amazon.awssdk.services.organizations.model.AccessDeniedException
                          ::builder,
                      400,
                      ACCESS_DENIED),
                  new DenialText("iam", "Iam", IamException::builder, 403, "AccessDenied"),
                  new DenialText("sts", "Sts", StsException::builder, 403, "AccessDenied"),
                  new DenialText("ec2", "Ec2", Ec2Exception::builder, 403, "UnauthorizedOperation"),
                  new DenialText("sns", "Sns", SnsException::builder, 403, "AuthorizationError")),
              Stream.of(
                      "cloudformation",
                      "cloudfront",
                      "cloudwatch",
                      "elb",
                      "elbv2",
                      "rds",
                      "s3api",
                      "s3control")
                  .map(service -> codeAlone(service, 403, "AccessDenied")))
          .collect(Collectors.toMap(DenialText::service, Function.identity()));

  /**
   * How a service says that a call is not allowed.
   *
   * @param service the AWS CLI's name of the service
   * @param sdkName the SDK's
   */
  private record DenialText(
      String service,
      String sdkName,
      Supplier<? extends AwsServiceException.Builder> builder,
      int status,
      String code) {}

  private Errors() {}

  /** Of an exception without a class of its own; what counts is the code. */
  private static DenialText codeAlone(String service, int status, String code) {
    return new DenialText(service, service, AwsServiceException::builder, status, code);
  }

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
    DenialText denial = DENIALS.getOrDefault(service, codeAlone(service, 400, ACCESS_DENIED));
    return of(denial.sdkName(), denial.builder().get(), denial.status(), denial.code(), message);
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
