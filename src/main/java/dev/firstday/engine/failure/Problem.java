package dev.firstday.engine.failure;

import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Read;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why a call did not do what it should.
 *
 * @param service the AWS CLI's name of the service
 * @param operation the API's name of the operation
 * @param code the error code, as {@code AccessDenied}; empty if none came
 * @param message what AWS or the machine said
 * @param requestId the request id; empty if none came
 * @param denial who denied, with {@link Kind#DENIED}
 * @param actions the IAM actions that the call needs
 */
public record Problem(
    Kind kind,
    String service,
    String operation,
    String region,
    String code,
    String message,
    String requestId,
    Optional<Denial> denial,
    List<String> actions) {

  // AWS's own codes have no dots.
  private static final Pattern SIGN_IN = Pattern.compile("(signin|settings)\\..*");

  // Every service has its own name for it.
  private static final Pattern ABSENT =
      Pattern.compile(
          "NoSuch\\w*|\\w*\\.?\\w*NotFound\\w*|\\w*(NotExist|DoesNotExist)\\w*"
              + "|Unknown(Monitor|Subscription)Exception");

  // Not BucketAlreadyExists: such a bucket is somebody else's.
  private static final Pattern EXISTS =
      Pattern.compile(
          "(?!Bucket)\\w*AlreadyExists(Exception)?|BucketAlreadyOwnedByYou|DuplicateRecordException");

  // The name is one in all of AWS: what has it already is, as a rule, somebody else's.
  private static final Set<String> NAMING_IN_ALL_OF_AWS = Set.of("CreateAccountAlias");

  private static final Set<String> NOTHING_SET_UP =
      Set.of("signin.nothing", "signin.profile-empty");

  /** Kinds of trouble, by what a person can do about them. */
  public enum Kind {
    DENIED,
    EXPIRED,
    /** There are no credentials, or AWS does not know them. */
    CREDENTIALS,
    /** AWS asked for fewer calls, and went on asking. */
    THROTTLED,
    /** No answer: no network, no such host, connection lost. */
    OFFLINE,
    /** The proxy on the way could not be reached, or let nothing through. */
    PROXY,
    /** Nobody whom this machine trusts has signed the certificate that was shown. */
    UNTRUSTED,
    TIMEOUT,
    /** A person did not wait for the answer any longer. */
    LEFT,
    /** The clock of this machine is off. */
    CLOCK,
    /** The endpoint does not know the operation. */
    UNSUPPORTED,
    /** The service is not open to this account yet. */
    NOT_READY,
    /** AWS found the request wrong. */
    INVALID,
    /** A fault on AWS's side. */
    SERVICE,
    /** The record of what is done can't be kept on this machine. */
    RECORD,
    /** The credentials belong to another account now. */
    OTHER_ACCOUNT,
    /** An answer came that nobody can read. */
    UNREADABLE,
    FAULT,
    OTHER;

    /** Whether every other call would meet it, too: nothing can be done then until it is gone. */
    public boolean concernsAll() {
      return pauses() || this == CREDENTIALS || this == OTHER_ACCOUNT || this == RECORD;
    }

    /**
     * Whether a person can clear it away while we wait, and every call would meet it until then.
     */
    public boolean pauses() {
      return this == EXPIRED || this == OFFLINE || this == PROXY || this == CLOCK;
    }
  }

  /**
   * Who denied, as far as the message tells.
   *
   * @param principal the ARN that was refused; empty if the message does not name it
   */
  public record Denial(String principal, By by) {
    /** The policies that can refuse a call. */
    public enum By {
      NO_IDENTITY_POLICY,
      EXPLICIT_DENY,
      SERVICE_CONTROL_POLICY,
      RESOURCE_CONTROL_POLICY,
      PERMISSIONS_BOUNDARY,
      SESSION_POLICY,
      RESOURCE_POLICY,
      VPC_ENDPOINT_POLICY,
      /** AWS says why in a message that only a call to it decodes. */
      ENCODED,
      UNKNOWN
    }
  }

  /** The same trouble, for which a person has to do something else. */
  public Problem as(Kind other) {
    return new Problem(
        other, service, operation, region, code, message, requestId, Optional.empty(), actions);
  }

  /** The trouble of what a person did not wait for. */
  public static Problem left() {
    return ours(Kind.LEFT, "", "");
  }

  /**
   * The trouble of a step that a fault of ours has cut short.
   *
   * @param log where the fault is written down; empty if that was not possible
   */
  public static Problem fault(Throwable fault, Optional<String> log) {
    String name = fault.getClass().getSimpleName();
    return ours(Kind.FAULT, "", log.map(file -> name + ", " + file).orElse(name));
  }

  public static Problem of(RecordFailed failure) {
    return ours(Kind.RECORD, failure.note().code(), String.join("\n", failure.note().values()));
  }

  private static Problem ours(Kind kind, String code, String message) {
    return unanswered(kind, "", "", "", code, message);
  }

  public static Problem ofSignIn(
      Kind kind, Note note, String service, String operation, String region) {
    String message =
        note.values().stream()
            .map(value -> value.replace('\n', ' '))
            .collect(Collectors.joining("\n"));
    return unanswered(kind, service, operation, region, note.code(), message);
  }

  public static Problem unfit(Read read, String why) {
    return unanswered(Kind.OTHER, read.service(), read.operation(), read.region(), "", why);
  }

  public static Problem unfit(Change change, String why) {
    return unanswered(Kind.OTHER, change.service(), change.operation(), change.region(), "", why);
  }

  /** The same call, now that the credentials belong to another account. */
  public Problem inAccount(String other) {
    return unanswered(Kind.OTHER_ACCOUNT, service, operation, region, "", other);
  }

  private static Problem unanswered(
      Kind kind, String service, String operation, String region, String code, String message) {
    return new Problem(
        kind, service, operation, region, code, message, "", Optional.empty(), List.of());
  }

  /** The text of a trouble that is not AWS's. */
  public Optional<Note> note() {
    boolean signIn = kind == Kind.CREDENTIALS || kind == Kind.EXPIRED;
    return kind == Kind.RECORD || signIn && SIGN_IN.matcher(code).matches()
        ? Optional.of(new Note(code, List.of(message.split("\n", -1))))
        : Optional.empty();
  }

  /** Whether AWS says that what was asked for is not there. */
  public boolean absent() {
    return ABSENT.matcher(code).matches();
  }

  /** Whether AWS says that what was to be created is there already. */
  public boolean exists() {
    // This is how it says so of a service's own role.
    return EXISTS.matcher(code).matches() && !NAMING_IN_ALL_OF_AWS.contains(operation)
        || code.equals("InvalidInput") && message.contains("has been taken");
  }

  public Problem saying(String other) {
    return new Problem(kind, service, operation, region, code, other, requestId, denial, actions);
  }

  /** Whether its text says what to mend to be signed in, so that no other way is needed. */
  public boolean saysHowToSignIn() {
    return note().isPresent() && kind != Kind.RECORD && !NOTHING_SET_UP.contains(code);
  }

  /** Whether AWS was not reached, so that signing in another way would not help. */
  public boolean unreached() {
    return switch (kind) {
      case OFFLINE, PROXY, UNTRUSTED, TIMEOUT -> true;
      default -> false;
    };
  }

  public String call() {
    return service + ":" + operation;
  }

  /** What was not allowed, where that was the trouble: the IAM action; else the call. */
  public String action() {
    return kind == Kind.DENIED && !actions.isEmpty() ? actions.getFirst() : call();
  }

  /** Whether one more policy that allows the call could help: no policy outweighs a deny. */
  public boolean helpedByPolicy() {
    return kind == Kind.DENIED
        && !deniedByOrganization()
        && !deniedBy(Denial.By.EXPLICIT_DENY, Denial.By.VPC_ENDPOINT_POLICY);
  }

  /** Whether an organization's policy refused, which nobody in this account can change. */
  public boolean deniedByOrganization() {
    return deniedBy(Denial.By.SERVICE_CONTROL_POLICY, Denial.By.RESOURCE_CONTROL_POLICY);
  }

  private boolean deniedBy(Denial.By... policies) {
    return denial.filter(one -> List.of(policies).contains(one.by())).isPresent();
  }
}
