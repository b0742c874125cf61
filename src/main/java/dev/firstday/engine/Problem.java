package dev.firstday.engine;

import java.util.List;
import java.util.Optional;

/**
 * Why a call did not do what it should.
 *
 * @param kind what kind of trouble it is
 * @param service the AWS CLI's name of the service
 * @param operation the API's name of the operation
 * @param region the Region the call went to
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

  /** Kinds of trouble, by what a person can do about them. */
  public enum Kind {
    /** Not allowed to. */
    DENIED,
    /** The credentials have expired. */
    EXPIRED,
    /** There are no credentials, or AWS does not know them. */
    CREDENTIALS,
    /** AWS asked for fewer calls, and went on asking. */
    THROTTLED,
    /** No answer: no network, no such host, connection lost. */
    OFFLINE,
    /** No answer in time. */
    TIMEOUT,
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
    /** The credentials belong to another account now. */
    OTHER_ACCOUNT,
    /** Everything else. */
    OTHER;

    /**
     * Whether a person can clear it away while we wait, and every call would meet it until then.
     */
    public boolean pauses() {
      return this == EXPIRED || this == OFFLINE || this == CLOCK;
    }
  }

  /**
   * Who denied, as far as the message tells.
   *
   * @param principal the ARN that was refused; empty if the message does not name it
   * @param by which policy refused
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

  /** The same problem with another message. */
  public Problem saying(String other) {
    return new Problem(kind, service, operation, region, code, other, requestId, denial, actions);
  }

  /** The call by its service and operation. */
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
        && denial
            .filter(
                d -> d.by() == Denial.By.EXPLICIT_DENY || d.by() == Denial.By.VPC_ENDPOINT_POLICY)
            .isEmpty();
  }

  /** Whether an organization's policy refused, which nobody in this account can change. */
  public boolean deniedByOrganization() {
    return denial
        .map(
            d ->
                d.by() == Denial.By.SERVICE_CONTROL_POLICY
                    || d.by() == Denial.By.RESOURCE_CONTROL_POLICY)
        .orElse(false);
  }
}
