package dev.firstday.aws.operations;

import dev.firstday.engine.failure.Problem.Denial;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the message of an access denied error tells: who was refused what, and by which policy. */
final class AccessDenial {
  private static final Pattern PRINCIPAL = Pattern.compile("User: (arn:\\S+)");
  private static final Pattern ACTION =
      Pattern.compile("not authorized to perform: ([a-z0-9-]+:[A-Za-z0-9]+)");

  private AccessDenial() {}

  /** The actions, the one that was refused first: a call may need several. */
  static List<String> refusedFirst(List<String> actions, String message) {
    Matcher refused = ACTION.matcher(message);
    return refused.find()
        ? Stream.concat(Stream.of(refused.group(1)), actions.stream()).distinct().toList()
        : actions;
  }

  /** Who denied. The texts are AWS's documented ones for access denied errors. */
  static Denial of(String message) {
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
    return Problems.ENCODED.matcher(message).find() ? Denial.By.ENCODED : Denial.By.UNKNOWN;
  }
}
