package dev.firstday.aws.operations;

import dev.firstday.aws.signin.network.ProxyFailed;
import dev.firstday.aws.signin.settings.SignInException;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.Problem.Denial;
import dev.firstday.engine.failure.Problem.Kind;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What an SDK exception means for the person. */
public final class Problems {
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
  private static final Pattern PRINCIPAL = Pattern.compile("User: (arn:\\S+)");
  private static final Pattern ACTION =
      Pattern.compile("not authorized to perform: ([a-z0-9-]+:[A-Za-z0-9]+)");

  // A thousand characters that only a call to AWS makes readable.
  private static final Pattern ENCODED =
      Pattern.compile("\\s*Encoded authorization failure message: \\S*");

  // AWS takes signatures that are up to five minutes off.
  private static final Duration TOLERANCE = Duration.ofMinutes(4);
  private static final Set<String> SIGNATURE =
      Set.of("SignatureDoesNotMatch", "InvalidSignatureException");

  private Problems() {}

  /**
   * What it means.
   *
   * @param at the time of this machine when it came
   */
  public static Problem of(SdkException e, Operation<?, ?> operation, String region, Instant at) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SignInException failed) {
        return ofSignIn(failed, operation, region, at);
      }
    }
    AwsServiceException answer = e instanceof AwsServiceException service ? service : null;
    boolean told = answer != null && answer.awsErrorDetails() != null;
    String code = told ? text(answer.awsErrorDetails().errorCode()) : "";
    String message = told ? text(answer.awsErrorDetails().errorMessage()) : untold(e);
    Optional<Duration> skew = told ? skew(answer.awsErrorDetails(), at) : Optional.empty();
    Kind kind = answer == null ? withoutAnswer(e, message) : answered(answer, code, message, skew);
    return new Problem(
        kind,
        operation.service(),
        operation.name(),
        region,
        code,
        kind == Kind.CLOCK
            ? skew.map(Problems::clock).orElse(oneLine(message))
            : kind == Kind.UNREADABLE ? "" : oneLine(message),
        answer == null ? "" : text(answer.requestId()),
        kind == Kind.DENIED ? Optional.of(denial(message)) : Optional.empty(),
        kind == Kind.DENIED ? refusedFirst(operation.actions(), message) : operation.actions());
  }

  /** Nobody was signed in; where AWS could not be asked at all, that is the trouble. */
  private static Problem ofSignIn(
      SignInException e, Operation<?, ?> operation, String region, Instant at) {
    if (e.getCause() instanceof SdkException call) {
      Problem behind = of(call, operation, region, at);
      switch (behind.kind()) {
        case OFFLINE, TIMEOUT, CLOCK, THROTTLED, SERVICE -> {
          return behind;
        }
        default -> {}
      }
    }
    return Problem.ofSignIn(e.kind(), e.note(), operation.service(), operation.name(), region);
  }

  /** How far this machine's clock is ahead of AWS's, where that is more than AWS takes. */
  private static Optional<Duration> skew(AwsErrorDetails details, Instant at) {
    return Optional.ofNullable(details.sdkHttpResponse())
        .flatMap(http -> http.firstMatchingHeader("Date"))
        .flatMap(Problems::date)
        .map(aws -> Duration.between(aws, at))
        .filter(ahead -> ahead.abs().compareTo(TOLERANCE) > 0);
  }

  private static Optional<Instant> date(String header) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** {@code +00:15:03}: hours, minutes and seconds that the clock is ahead. */
  private static String clock(Duration ahead) {
    Duration off = ahead.abs();
    return String.format(
        Locale.ROOT,
        "%s%02d:%02d:%02d",
        ahead.isNegative() ? "-" : "+",
        off.toHours(),
        off.toMinutesPart(),
        off.toSecondsPart());
  }

  /** The actions, the one that was refused first: a call may need several. */
  private static List<String> refusedFirst(List<String> actions, String message) {
    Matcher refused = ACTION.matcher(message);
    return refused.find()
        ? Stream.concat(Stream.of(refused.group(1)), actions.stream()).distinct().toList()
        : actions;
  }

  /** A failure that came in an answer that looks like a success. */
  public static Problem inAnswer(String failure, Operation<?, ?> operation, String region) {
    return new Problem(
        Kind.INVALID,
        operation.service(),
        operation.name(),
        region,
        failure,
        oneLine(failure),
        "",
        Optional.empty(),
        operation.actions());
  }

  /** An answer that came, and can't be understood. */
  public static Problem unreadable(Operation<?, ?> operation) {
    return new Problem(
        Kind.UNREADABLE,
        operation.service(),
        operation.name(),
        "",
        "",
        "",
        "",
        Optional.empty(),
        operation.actions());
  }

  private static Kind answered(
      AwsServiceException e, String code, String message, Optional<Duration> skew) {
    // For EC2 a request expires with the credentials, too: then the clocks agree.
    if (code.equals("RequestExpired")) {
      return skew.isPresent() ? Kind.CLOCK : Kind.EXPIRED;
    } else if (CREDENTIALS.contains(code) && skew.isPresent() || untimely(code, message)) {
      return Kind.CLOCK;
    } else if (SIGNATURE.contains(code)) {
      return Kind.CREDENTIALS;
    } else if (e.isClockSkewException()) {
      return Kind.CLOCK;
    } else if (EXPIRED.contains(code)) {
      return Kind.EXPIRED;
    } else if (CREDENTIALS.contains(code)) {
      return Kind.CREDENTIALS;
    } else if (DENIED.contains(code)) {
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

  /** What is said of a call without an answer; the SDK's words hide which proxy was in the way. */
  private static String untold(SdkException e) {
    return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
        .filter(ProxyFailed.class::isInstance)
        .findFirst()
        .map(failed -> text(failed.getMessage()))
        .orElseGet(() -> text(e.getMessage()));
  }

  private static boolean untimely(String code, String message) {
    return code.equals("RequestTimeTooSkewed")
        || SIGNATURE.contains(code)
            && (message.contains("Signature expired") || message.contains("not yet current"));
  }

  private static Kind withoutAnswer(SdkException e, String message) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case ProxyFailed x -> {
          return Kind.PROXY;
        }
        case CertificateException x -> {
          return Kind.UNTRUSTED;
        }
        case SSLPeerUnverifiedException x -> {
          return Kind.UNTRUSTED;
        }
        case ApiCallTimeoutException x -> {
          return Kind.TIMEOUT;
        }
        case ApiCallAttemptTimeoutException x -> {
          return Kind.TIMEOUT;
        }
        case SocketTimeoutException x -> {
          // Nobody there is another thing than nobody answering.
          boolean connecting = text(x.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
          return connecting ? Kind.OFFLINE : Kind.TIMEOUT;
        }
        case UnknownHostException x -> {
          return Kind.OFFLINE;
        }
        case ConnectException x -> {
          return Kind.OFFLINE;
        }
        case NoRouteToHostException x -> {
          return Kind.OFFLINE;
        }
        case SocketException x -> {
          return Kind.OFFLINE;
        }
        default -> {}
      }
    }
    String lower = message.toLowerCase(Locale.ROOT);
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

  /** Who denied. The texts are AWS's documented ones for access denied errors. */
  private static Denial denial(String message) {
    Matcher principal = PRINCIPAL.matcher(message);
    return new Denial(principal.find() ? principal.group(1) : "", by(message));
  }

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
  private static Denial.By by(String message) {
    if (message.contains("service control policy")) {
      return Denial.By.SERVICE_CONTROL_POLICY;
    } else if (message.contains("resource control policy")) {
      return Denial.By.RESOURCE_CONTROL_POLICY;
    } else if (message.contains("permissions boundary")) {
      return Denial.By.PERMISSIONS_BOUNDARY;
    } else if (message.contains("session policy")) {
      return Denial.By.SESSION_POLICY;
    } else if (message.contains("VPC endpoint policy")) {
      return Denial.By.VPC_ENDPOINT_POLICY;
    } else if (message.contains("resource-based policy")) {
      return Denial.By.RESOURCE_POLICY;
    } else if (message.contains("explicit deny")) {
      return Denial.By.EXPLICIT_DENY;
    } else if (message.contains("no identity-based policy")) {
      return Denial.By.NO_IDENTITY_POLICY;
    }
    return ENCODED.matcher(message).find() ? Denial.By.ENCODED : Denial.By.UNKNOWN;
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }

  /** A message fit for one line of a screen: an HTML page or a stack of causes is not. */
  private static String oneLine(String message) {
    String line = ENCODED.matcher(message).replaceAll("").lines().findFirst().orElse("").strip();
    return line.length() <= 500 ? line : line.substring(0, 500) + "...";
  }
}
