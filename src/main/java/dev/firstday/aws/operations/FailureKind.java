package dev.firstday.aws.operations;

import dev.firstday.aws.signin.network.ProxyFailed;
import dev.firstday.engine.failure.Problem.Kind;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What kind of failure an SDK exception is, by its code, its message and its causes. */
final class FailureKind {
  private static final Set<String> DENIED =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "UnauthorizedOperation",
          "AuthorizationError",
          "AuthorizationErrorException",
          "UnauthorizedException",
          "Forbidden",
          "403");
  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "ExpiredTokenError");
  private static final Set<String> CREDENTIALS =
      Set.of(
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "InvalidAccessKeyId",
          "AuthFailure",
          "InvalidSignatureException",
          "SignatureDoesNotMatch",
          "MissingAuthenticationToken",
          "IncompleteSignature");
  private static final Set<String> NOT_READY =
      Set.of("SubscriptionRequiredException", "OptInRequired", "PendingVerification");

  /** What AWS and emulators say of an operation that they don't know. */
  private static final Set<String> UNKNOWN_OPERATION =
      Set.of(
          "UnknownOperationException",
          "UnknownOperation",
          "UnknownAction",
          "InvalidAction",
          "NotImplemented",
          "NotImplementedException");

  private static final Pattern UNKNOWN =
      Pattern.compile(
          "(?i)^unknown (action|operation)\\b|has not (yet )?been (implemented|emulated)");
  private static final int NOT_IMPLEMENTED = 501;

  private static final Set<String> SIGNATURE =
      Set.of("SignatureDoesNotMatch", "InvalidSignatureException");

  private FailureKind() {}

  /**
   * The kind of a failure that AWS told.
   *
   * @param skew how far this machine's clock is ahead, where that is more than AWS takes
   */
  static Kind ofAnswer(
      AwsServiceException e, String code, String message, Optional<Duration> skew) {
    return ofSignature(e, code, message, skew).orElseGet(() -> ofCode(e, code, message));
  }

  /** What is wrong with how the call was signed, if that is the trouble. */
  private static Optional<Kind> ofSignature(
      AwsServiceException e, String code, String message, Optional<Duration> skew) {
    // For EC2 a request expires with the credentials, too: then the clocks agree.
    if (code.equals("RequestExpired")) {
      return Optional.of(skew.isPresent() ? Kind.CLOCK : Kind.EXPIRED);
    } else if (CREDENTIALS.contains(code) && skew.isPresent() || untimely(code, message)) {
      return Optional.of(Kind.CLOCK);
    } else if (SIGNATURE.contains(code)) {
      return Optional.of(Kind.CREDENTIALS);
    } else if (e.isClockSkewException()) {
      return Optional.of(Kind.CLOCK);
    } else if (EXPIRED.contains(code)) {
      return Optional.of(Kind.EXPIRED);
    }
    return CREDENTIALS.contains(code) ? Optional.of(Kind.CREDENTIALS) : Optional.empty();
  }

  private static Kind ofCode(AwsServiceException e, String code, String message) {
    if (DENIED.contains(code)) {
      return Kind.DENIED;
    } else if (e.isThrottlingException()) {
      return Kind.THROTTLED;
    } else if (NOT_READY.contains(code)) {
      return Kind.NOT_READY;
    } else if (UNKNOWN_OPERATION.contains(code)
        || e.statusCode() == NOT_IMPLEMENTED
        || UNKNOWN.matcher(message).find()) {
      return Kind.UNSUPPORTED;
    } else if (code.isEmpty()) {
      // AWS always names its errors: an answer without a name came from something else.
      return e.statusCode() == 403 ? Kind.DENIED : Kind.UNSUPPORTED;
    } else if (e.statusCode() >= 500) {
      return Kind.SERVICE;
    }
    return e.statusCode() >= 400 ? Kind.INVALID : Kind.OTHER;
  }

  private static boolean untimely(String code, String message) {
    return code.equals("RequestTimeTooSkewed")
        || SIGNATURE.contains(code)
            && (message.contains("Signature expired") || message.contains("not yet current"));
  }

  /** The kind of a failure of which AWS told nothing. */
  static Kind withoutAnswer(SdkException e, String message) {
    return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
        .flatMap(cause -> ofCause(cause).stream())
        .findFirst()
        .orElseGet(() -> ofMessage(message.toLowerCase(Locale.ROOT)));
  }

  private static Optional<Kind> ofCause(Throwable cause) {
    return switch (cause) {
      case ProxyFailed x -> Optional.of(Kind.PROXY);
      case CertificateException x -> Optional.of(Kind.UNTRUSTED);
      case SSLPeerUnverifiedException x -> Optional.of(Kind.UNTRUSTED);
      case ApiCallTimeoutException x -> Optional.of(Kind.TIMEOUT);
      case ApiCallAttemptTimeoutException x -> Optional.of(Kind.TIMEOUT);
      // Nobody there is another thing than nobody answering.
      case SocketTimeoutException x -> Optional.of(connecting(x) ? Kind.OFFLINE : Kind.TIMEOUT);
      case UnknownHostException x -> Optional.of(Kind.OFFLINE);
      case ConnectException x -> Optional.of(Kind.OFFLINE);
      case NoRouteToHostException x -> Optional.of(Kind.OFFLINE);
      case SocketException x -> Optional.of(Kind.OFFLINE);
      default -> Optional.empty();
    };
  }

  private static boolean connecting(SocketTimeoutException e) {
    return Problems.text(e.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
  }

  private static Kind ofMessage(String lower) {
    if (lower.contains("session has expired")
        || lower.contains("token has expired")
        || lower.contains("token is expired")
        || lower.contains("credentials have expired")
        || lower.contains("reauthenticate")
        || lower.contains("re-authenticate")) {
      return Kind.EXPIRED;
    }
    if (lower.contains("unmarshall") || lower.contains("could not parse")) {
      return Kind.UNREADABLE;
    }
    return lower.contains("credentials") || lower.contains("profile")
        ? Kind.CREDENTIALS
        : Kind.OTHER;
  }
}
