package dev.firstday.aws.signin.settings;

import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.Problem;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Nobody could be signed in; the note is a text of the messages that says why. */
public final class SignInException extends SdkClientException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  private final transient Problem.Kind kind;
  private final transient Note note;

  private SignInException(Problem.Kind kind, Note note, @Nullable Throwable cause) {
    super(SdkClientException.builder().message(note.toString()).cause(cause));
    this.kind = kind;
    this.note = note;
  }

  /** There are no credentials where the settings lead to. */
  public static SignInException of(String code, Object... values) {
    return new SignInException(Problem.Kind.CREDENTIALS, Note.of("signin." + code, values), null);
  }

  /** The settings can't be read. */
  public static SignInException of(InvalidSettings settings) {
    return new SignInException(Problem.Kind.CREDENTIALS, settings.notes().getFirst(), settings);
  }

  /** No client can be made with the settings of this machine. */
  public static SignInException unusable(RuntimeException e) {
    return of("client", reason(e)).after(e);
  }

  /** The credentials have expired; the note says what renews them. */
  public static SignInException expired(String code, Object... values) {
    return new SignInException(Problem.Kind.EXPIRED, Note.of("signin." + code, values), null);
  }

  /** The same, after a call or a read that failed. */
  public SignInException after(Throwable cause) {
    return new SignInException(kind, note, cause);
  }

  /** Whether credentials have expired, or there are none. */
  public Problem.Kind kind() {
    return kind;
  }

  /** What to tell the person. */
  public Note note() {
    return note;
  }

  /** What an exception says, in one line without control characters. */
  public static String reason(Throwable e) {
    Throwable last = e;
    while (last.getCause() != null && !(last instanceof AwsServiceException)) {
      last = last.getCause();
    }
    if (last instanceof AwsServiceException answer) {
      return line(told(answer));
    }
    String name = last instanceof SdkException ? "" : last.getClass().getSimpleName() + ": ";
    return line(name + last.getMessage());
  }

  /** What the answer has: that of a server that isn't AWS may have neither code nor message. */
  private static String told(AwsServiceException answer) {
    String told =
        Stream.of(errorCode(answer), errorMessage(answer))
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(": "));
    return told.isEmpty() ? "HTTP " + answer.statusCode() : told;
  }

  /** The error code of AWS's answer; empty if it has none, or nobody answered. */
  public static String errorCode(SdkException e) {
    return details(e).map(AwsErrorDetails::errorCode).orElse("");
  }

  /** The message of AWS's answer; empty if it has none, or nobody answered. */
  public static String errorMessage(SdkException e) {
    return details(e).map(AwsErrorDetails::errorMessage).orElse("");
  }

  private static Optional<AwsErrorDetails> details(SdkException e) {
    return e instanceof AwsServiceException answer
        ? Optional.ofNullable(answer.awsErrorDetails())
        : Optional.empty();
  }

  /** The first line of a text that says something, without control characters. */
  public static String line(String text) {
    String line =
        text.lines()
            .map(some -> some.replaceAll("[\\p{Cc}\\p{Cf}]", " ").strip())
            .filter(some -> !some.isEmpty())
            .findFirst()
            .orElse("-");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
