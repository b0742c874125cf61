package dev.firstday.aws.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.Problem.Denial.By;
import dev.firstday.engine.failure.Problem.Kind;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.iam.model.IamException;

class ProblemsTest {
  private static Problem of(SdkException e) {
    return Problems.of(e, Reads.GET_ACCOUNT_SUMMARY, "ap-northeast-1", Instant.now());
  }

  private static SdkException answer(int status, String code, String message) {
    return IamException.builder()
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .statusCode(status)
        .requestId("request-1")
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "400, AccessDeniedException, DENIED",
    "403, AccessDenied, DENIED",
    "403, UnauthorizedOperation, DENIED",
    "403, , DENIED",
    "403, 403, DENIED",
    "403, ExpiredToken, EXPIRED",
    "400, ExpiredTokenException, EXPIRED",
    "400, RequestExpired, EXPIRED",
    "403, InvalidClientTokenId, CREDENTIALS",
    "400, UnrecognizedClientException, CREDENTIALS",
    "403, SignatureDoesNotMatch, CREDENTIALS",
    "403, InvalidSignatureException, CREDENTIALS",
    "400, Throttling, THROTTLED",
    "400, ThrottlingException, THROTTLED",
    "429, TooManyRequestsException, THROTTLED",
    "503, SlowDown, THROTTLED",
    "403, RequestTimeTooSkewed, CLOCK",
    "403, RequestInTheFuture, CLOCK",
    "400, SubscriptionRequiredException, NOT_READY",
    "401, OptInRequired, NOT_READY",
    "404, , UNSUPPORTED",
    "500, , UNSUPPORTED",
    "404, UnknownOperationException, UNSUPPORTED",
    "400, UnknownOperation, UNSUPPORTED",
    "400, InvalidAction, UNSUPPORTED",
    "501, NotImplemented, UNSUPPORTED",
    "501, InternalFailure, UNSUPPORTED",
    "400, ValidationError, INVALID",
    "409, EntityAlreadyExists, INVALID",
    "500, InternalFailure, SERVICE",
    "503, ServiceUnavailable, SERVICE",
    "302, Moved, OTHER",
  })
  void what_aws_answers_has_a_kind(int status, String code, Kind kind) {
    Problem problem = of(answer(status, code, "message"));
    assertEquals(kind, problem.kind());
    assertEquals(code == null ? "" : code, problem.code());
    assertEquals("request-1", problem.requestId());
  }

  @ParameterizedTest
  @CsvSource({
    "400, ValidationError, Unknown action DescribeRegions",
    "500, InternalError, The DescribeRegions action has not been implemented",
    "400, InternalFailure, The API action has not yet been emulated",
  })
  void an_endpoint_that_does_not_know_the_operation_refuses_nothing(
      int status, String code, String message) {
    assertEquals(Kind.UNSUPPORTED, of(answer(status, code, message)).kind());
  }

  static Stream<Arguments> withoutAnswer() {
    return Stream.of(
        Arguments.of(caused(new UnknownHostException("iam.amazonaws.com")), Kind.OFFLINE),
        Arguments.of(caused(new ConnectException("Connection refused")), Kind.OFFLINE),
        Arguments.of(caused(new NoRouteToHostException()), Kind.OFFLINE),
        Arguments.of(caused(new SocketException("Connection reset")), Kind.OFFLINE),
        Arguments.of(caused(new SocketTimeoutException("Read timed out")), Kind.TIMEOUT),
        Arguments.of(caused(new SocketTimeoutException("Connect timed out")), Kind.OFFLINE),
        Arguments.of(ApiCallTimeoutException.create(30_000), Kind.TIMEOUT),
        Arguments.of(ApiCallAttemptTimeoutException.create(10_000), Kind.TIMEOUT),
        Arguments.of(
            SdkClientException.create("Unable to load credentials from any of the providers"),
            Kind.CREDENTIALS),
        Arguments.of(SdkClientException.create("Profile 'x' does not exist"), Kind.CREDENTIALS),
        Arguments.of(SdkClientException.create("The SSO session has expired"), Kind.EXPIRED),
        Arguments.of(SdkClientException.create("Please reauthenticate"), Kind.EXPIRED),
        Arguments.of(SdkClientException.create("Unable to unmarshall response"), Kind.UNREADABLE));
  }

  private static SdkException caused(Exception cause) {
    return SdkClientException.create("Unable to execute HTTP request", cause);
  }

  @ParameterizedTest
  @MethodSource
  void withoutAnswer(SdkException e, Kind kind) {
    Problem problem = of(e);
    assertEquals(kind, problem.kind());
    assertEquals("", problem.code());
  }

  // The texts are those of
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "because no identity-based policy allows the codecommit:ListDeployments action |"
            + " NO_IDENTITY_POLICY",
        "with an explicit deny in an identity-based policy | EXPLICIT_DENY",
        "because no service control policy allows the codecommit:ListDeployments action |"
            + " SERVICE_CONTROL_POLICY",
        "with an explicit deny in a service control policy | SERVICE_CONTROL_POLICY",
        "with an explicit deny in a resource control policy | RESOURCE_CONTROL_POLICY",
        "because no permissions boundary allows the codecommit:ListDeployments action |"
            + " PERMISSIONS_BOUNDARY",
        "with an explicit deny in a permissions boundary | PERMISSIONS_BOUNDARY",
        "because no session policy allows the codecommit:ListDeployments action | SESSION_POLICY",
        "with an explicit deny in a session policy | SESSION_POLICY",
        "because no resource-based policy allows the secretsmanager:GetSecretValue action |"
            + " RESOURCE_POLICY",
        "with an explicit deny in a resource-based policy | RESOURCE_POLICY",
        "because no VPC endpoint policy allows the codecommit:ListDeployments action |"
            + " VPC_ENDPOINT_POLICY",
        "with an explicit deny in a VPC endpoint policy | VPC_ENDPOINT_POLICY",
        "with an explicit deny | EXPLICIT_DENY",
        "with an explicit deny in an identity-based policy:"
            + " arn:aws:iam::777788889999:policy/no | EXPLICIT_DENY",
        "Encoded authorization failure message: 4GIOHlTkIaWHQD0Q0m6XSnuUMCm-abc | ENCODED",
        "with an explicit deny in a service control policy. Encoded authorization failure"
            + " message: 4GIOHlTkIaWHQD0Q0m6XSnuUMCm-abc | SERVICE_CONTROL_POLICY",
        "'' | UNKNOWN",
      })
  void who_denied_is_read_from_the_message(String reason, By by) {
    String text =
        "User: arn:aws:iam::777788889999:user/JohnDoe is not authorized to perform:"
            + " codecommit:ListDeployments "
            + reason;
    Problem problem = of(answer(403, "AccessDenied", text.strip()));
    assertEquals(
        Optional.of(new Problem.Denial("arn:aws:iam::777788889999:user/JohnDoe", by)),
        problem.denial());
  }

  @Test
  void a_problem_tells_the_call_and_what_it_needs() {
    Problem problem = of(answer(403, "AccessDenied", "no"));
    assertEquals("iam:GetAccountSummary", problem.service() + ":" + problem.operation());
    assertEquals("ap-northeast-1", problem.region());
    assertEquals("iam:GetAccountSummary", problem.action());
  }

  @Test
  void the_action_that_was_refused_comes_before_the_others_of_its_call() {
    Problem problem =
        Problems.of(
            answer(
                403,
                "AccessDenied",
                "User: arn:aws:iam::777788889999:user/JohnDoe is not authorized to perform:"
                    + " iam:CreateServiceLinkedRole on resource: arn:aws:iam::777788889999:role/x"
                    + " because no identity-based policy allows it"),
            Writes.find("accessanalyzer:CreateAnalyzer").orElseThrow(),
            "ap-northeast-1",
            Instant.now());
    assertEquals("iam:CreateServiceLinkedRole", problem.action());
    assertEquals(3, problem.actions().size());
  }

  @Test
  void a_coded_reason_is_on_no_screen() {
    String coded = "4GIOHlTkIaWHQD0Q0m6XSnuUMCm-" + "x".repeat(600);
    Problem problem =
        of(
            answer(
                403,
                "UnauthorizedOperation",
                "You are not authorized to perform this operation. Encoded authorization failure"
                    + " message: "
                    + coded));
    assertEquals("You are not authorized to perform this operation.", problem.message());
  }

  private static SdkException datedAnswer(Duration ago, String code, String message) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().minus(ago).atOffset(ZoneOffset.UTC));
    return IamException.builder()
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode(code)
                .errorMessage(message)
                .sdkHttpResponse(
                    SdkHttpResponse.builder().statusCode(403).putHeader("Date", date).build())
                .build())
        .statusCode(403)
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "SignatureDoesNotMatch, Signature expired: 20261122T000000Z is now earlier than 2026",
    "SignatureDoesNotMatch, Signature not yet current: 20261122T000000Z is still later than 2026",
    "InvalidSignatureException, Signature expired: 20261122T000000Z is now earlier than 2026",
    "RequestTimeTooSkewed, The difference between the request time and the current time is large",
    "RequestExpired, Request has expired.",
    "AuthFailure, AWS was not able to validate the provided access credentials",
  })
  void a_clock_that_is_off_is_told_with_how_much(String code, String message) {
    Problem ahead = of(datedAnswer(Duration.ofSeconds(903), code, message));
    assertEquals(Kind.CLOCK, ahead.kind());
    assertTrue(ahead.message().matches("\\+00:15:0[34]"), ahead.message());
    Problem behind = of(datedAnswer(Duration.ofHours(-2), code, message));
    assertEquals(Kind.CLOCK, behind.kind());
    assertTrue(behind.message().matches("-0(2:00:00|1:59:59)"), behind.message());
  }

  @Test
  void where_the_clocks_agree_a_bad_signature_means_bad_keys() {
    String message =
        "The request signature we calculated does not match the signature you provided";
    Problem problem = of(datedAnswer(Duration.ZERO, "SignatureDoesNotMatch", message));
    assertEquals(Kind.CREDENTIALS, problem.kind());
    assertEquals(Kind.EXPIRED, of(datedAnswer(Duration.ZERO, "RequestExpired", "expired")).kind());
  }

  @Test
  void a_page_of_html_is_cut_to_one_line() {
    Problem problem = of(answer(500, null, "<!doctype html>\n<html>" + "x".repeat(1000)));
    assertEquals("<!doctype html>", problem.message());
    assertTrue(of(answer(500, null, "x".repeat(1000))).message().length() < 510);
  }
}
