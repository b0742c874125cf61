package dev.firstday.engine.failure;

/**
 * The name of a kind of failure: the same in every language and version, so that it can be searched
 * for and spoken. {@code docs/failures.md} says of each what it means and what to do.
 */
public enum FailureId {
  EXPIRED("FD-AUTH-001"),
  CREDENTIALS("FD-AUTH-002"),
  OTHER_ACCOUNT("FD-AUTH-003"),
  NO_IDENTITY_POLICY("FD-DENY-001"),
  EXPLICIT_DENY("FD-DENY-002"),
  SERVICE_CONTROL_POLICY("FD-DENY-003"),
  RESOURCE_CONTROL_POLICY("FD-DENY-004"),
  PERMISSIONS_BOUNDARY("FD-DENY-005"),
  SESSION_POLICY("FD-DENY-006"),
  RESOURCE_POLICY("FD-DENY-007"),
  VPC_ENDPOINT_POLICY("FD-DENY-008"),
  DENIED_IN_CODE("FD-DENY-009"),
  DENIED("FD-DENY-010"),
  OFFLINE("FD-NET-001"),
  TIMEOUT("FD-NET-002"),
  THROTTLED("FD-NET-003"),
  CLOCK("FD-NET-004"),
  LEFT("FD-NET-005"),
  PROXY("FD-NET-006"),
  UNTRUSTED("FD-NET-007"),
  NOT_READY("FD-AWS-001"),
  UNSUPPORTED("FD-AWS-002"),
  INVALID("FD-AWS-003"),
  SERVICE("FD-AWS-004"),
  OTHER("FD-AWS-005"),
  UNREADABLE("FD-AWS-006"),
  MOVED("FD-PLAN-001"),
  UNVERIFIED("FD-PLAN-002"),
  SEEN_NOW("FD-PLAN-003"),
  RECORD("FD-STATE-001"),
  IN_USE("FD-STATE-002"),
  FAULT("FD-BUG-001");

  private final String text;

  FailureId(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** Behind what is said about the failure. */
  public String after(String sentence) {
    return sentence + " (" + text + ")";
  }

  public static FailureId of(Problem problem) {
    return switch (problem.kind()) {
      case DENIED -> problem.denial().map(denial -> of(denial.by())).orElse(DENIED);
      case RECORD -> ofRecord(problem.code());
      default -> valueOf(problem.kind().name());
    };
  }

  private static FailureId of(Problem.Denial.By by) {
    return switch (by) {
      case ENCODED -> DENIED_IN_CODE;
      case UNKNOWN -> DENIED;
      default -> valueOf(by.name());
    };
  }

  /** The kind of a record that can't be kept. */
  public static FailureId of(RecordFailed failure) {
    return ofRecord(failure.note().code());
  }

  private static FailureId ofRecord(String code) {
    return code.equals(RecordFailed.IN_USE) ? IN_USE : RECORD;
  }
}
