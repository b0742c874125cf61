package dev.firstday.aws;

import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.Problem.Denial.By;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can go wrong on the wire, and what it must come to. */
public enum Misbehaviour {
  THROTTLED_TWICE(400, "ThrottlingException", "Rate exceeded"),
  FAULT_TWICE(500, "InternalFailure", "We had a fault"),
  TIMEOUT(0, "", ""),
  RESET(0, "", ""),
  GARBAGE(200, "", ""),
  /** It is done, and tried again because nobody heard of it. */
  ANSWER_LOST(0, "", ""),
  DENIED(403, "AccessDenied", denied("because no identity-based policy allows the action")),
  DENIED_BY_ORGANIZATION(
      403, "AccessDeniedException", denied("with an explicit deny in a service control policy")),
  EXPIRED(403, "ExpiredToken", "The security token included in the request is expired");

  static final String PRINCIPAL = "arn:aws:iam::123456789012:user/aoi";

  /** How services write their errors. */
  private static final Set<String> XML =
      Set.of(
          "cloudformation",
          "cloudfront",
          "cloudwatch",
          "elb",
          "elbv2",
          "iam",
          "rds",
          "s3control",
          "sns",
          "sts");

  private final int status;
  private final String code;
  private final String message;

  Misbehaviour(int status, String code, String message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  private static String denied(String reason) {
    return "User: arn:aws:iam::123456789012:user/aoi is not authorized to perform: x:Y " + reason;
  }

  /** An answer on the wire. */
  public record Answer(int status, String code, String body) {}

  /**
   * What comes instead of an answer.
   *
   * @param attempt which attempt this is, from 1
   * @return empty if the answer comes after all
   */
  public Optional<Answer> instead(String service, int attempt) throws IOException {
    return switch (this) {
      case TIMEOUT -> throw new SocketTimeoutException("Read timed out");
      case RESET -> throw new SocketException("Connection reset");
      case GARBAGE -> Optional.of(new Answer(status, "", "\u0000<<{\"not\": an answer"));
      case ANSWER_LOST -> Optional.empty();
      case THROTTLED_TWICE, FAULT_TWICE ->
          attempt > 2 ? Optional.empty() : Optional.of(error(service));
      case DENIED, DENIED_BY_ORGANIZATION, EXPIRED -> Optional.of(error(service));
    };
  }

  /** Whether the answer to this attempt, from 1, does not arrive. */
  boolean loses(int attempt) {
    return this == ANSWER_LOST && attempt == 1;
  }

  private Answer error(String service) {
    return new Answer(status, code, body(service));
  }

  private String body(String service) {
    String error = "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
    if (service.equals("ec2")) {
      return "<Response><Errors>" + error + "</Errors><RequestID>r</RequestID></Response>";
    } else if (service.equals("s3api")) {
      return error;
    } else if (XML.contains(service)) {
      return "<ErrorResponse>" + error + "<RequestId>r</RequestId></ErrorResponse>";
    }
    return "{\"__type\": \"aws#" + code + "\", \"message\": \"" + message + "\"}";
  }

  /** A success without anything in it. */
  static Answer nothing(String service, String operation) {
    if (service.equals("ec2") || service.equals("s3api")) {
      return new Answer(200, "", "<" + operation + "Response/>");
    } else if (XML.contains(service)) {
      return new Answer(
          200,
          "",
          "<" + operation + "Response><" + operation + "Result/></" + operation + "Response>");
    }
    return new Answer(200, "", "{}");
  }

  /** Whether the SDK gets over it by itself. */
  public boolean passes() {
    return attempts() > 1;
  }

  /** How often the SDK tries until it is over it; 1 where that does not help. */
  public int attempts() {
    return switch (this) {
      case THROTTLED_TWICE, FAULT_TWICE -> 3;
      case ANSWER_LOST -> 2;
      case TIMEOUT, RESET, GARBAGE, DENIED, DENIED_BY_ORGANIZATION, EXPIRED -> 1;
    };
  }

  /** The kinds of trouble that it may be told as. */
  public List<Problem.Kind> kinds() {
    return switch (this) {
      case THROTTLED_TWICE, FAULT_TWICE, ANSWER_LOST -> List.of();
      case TIMEOUT -> List.of(Problem.Kind.TIMEOUT);
      case RESET -> List.of(Problem.Kind.OFFLINE);
      case GARBAGE -> List.of(Problem.Kind.UNREADABLE, Problem.Kind.UNSUPPORTED);
      case DENIED, DENIED_BY_ORGANIZATION -> List.of(Problem.Kind.DENIED);
      case EXPIRED -> List.of(Problem.Kind.EXPIRED);
    };
  }

  /** Who denied. */
  public Optional<Problem.Denial> denial() {
    return switch (this) {
      case DENIED -> Optional.of(new Problem.Denial(PRINCIPAL, By.NO_IDENTITY_POLICY));
      case DENIED_BY_ORGANIZATION ->
          Optional.of(new Problem.Denial(PRINCIPAL, By.SERVICE_CONTROL_POLICY));
      default -> Optional.empty();
    };
  }
}
