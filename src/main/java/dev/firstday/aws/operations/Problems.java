package dev.firstday.aws.operations;

import dev.firstday.aws.signin.network.ProxyFailed;
import dev.firstday.aws.signin.settings.SignInException;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.Problem.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What an SDK exception means for the person. */
public final class Problems {
  // A thousand characters that only a call to AWS makes readable.
  static final Pattern ENCODED = Pattern.compile("\\s*Encoded authorization failure message: \\S*");

  // AWS takes signatures that are up to five minutes off.
  private static final Duration TOLERANCE = Duration.ofMinutes(4);

  private Problems() {}

  /**
   * What it means.
   *
   * @param at the time of this machine when it came
   */
  public static Problem of(SdkException e, Operation<?, ?> operation, String region, Instant at) {
    return causes(e)
        .filter(SignInException.class::isInstance)
        .findFirst()
        .map(cause -> ofSignIn((SignInException) cause, operation, region, at))
        .orElseGet(() -> ofCall(e, operation, region, at));
  }

  private static Problem ofCall(
      SdkException e, Operation<?, ?> operation, String region, Instant at) {
    AwsServiceException answer = e instanceof AwsServiceException service ? service : null;
    AwsErrorDetails details = answer == null ? null : answer.awsErrorDetails();
    String code = details == null ? "" : text(details.errorCode());
    String message = details == null ? untold(e) : text(details.errorMessage());
    Optional<Duration> skew = details == null ? Optional.empty() : skew(details, at);
    Kind kind =
        answer == null
            ? FailureKind.withoutAnswer(e, message)
            : FailureKind.ofAnswer(answer, code, message, skew);
    return new Problem(
        kind,
        operation.service().cli(),
        operation.name(),
        region,
        code,
        shown(kind, message, skew),
        answer == null ? "" : text(answer.requestId()),
        kind == Kind.DENIED ? Optional.of(AccessDenial.of(message)) : Optional.empty(),
        kind == Kind.DENIED
            ? AccessDenial.refusedFirst(operation.actions(), message)
            : operation.actions());
  }

  private static Stream<Throwable> causes(SdkException e) {
    return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause);
  }

  private static String shown(Kind kind, String message, Optional<Duration> skew) {
    return switch (kind) {
      case CLOCK -> skew.map(Problems::clock).orElse(oneLine(message));
      case UNREADABLE -> "";
      default -> oneLine(message);
    };
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
    return Problem.ofSignIn(
        e.kind(), e.note(), operation.service().cli(), operation.name(), region);
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

  /** A failure that came in an answer that looks like a success. */
  public static Problem inAnswer(String failure, Operation<?, ?> operation, String region) {
    return new Problem(
        Kind.INVALID,
        operation.service().cli(),
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
        operation.service().cli(),
        operation.name(),
        "",
        "",
        "",
        "",
        Optional.empty(),
        operation.actions());
  }

  /** What is said of a call without an answer; the SDK's words hide which proxy was in the way. */
  private static String untold(SdkException e) {
    return causes(e)
        .filter(ProxyFailed.class::isInstance)
        .findFirst()
        .map(failed -> text(failed.getMessage()))
        .orElseGet(() -> text(e.getMessage()));
  }

  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** A message fit for one line of a screen: an HTML page or a stack of causes is not. */
  private static String oneLine(String message) {
    String line = ENCODED.matcher(message).replaceAll("").lines().findFirst().orElse("").strip();
    return line.length() <= 500 ? line : line.substring(0, 500) + "...";
  }
}
