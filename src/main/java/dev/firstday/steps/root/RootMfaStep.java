package dev.firstday.steps.root;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.User;

/**
 * The root user has MFA, or no password at all.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html">Multi-factor
 *     authentication for the root user</a>
 */
public final class RootMfaStep implements Step<Account> {
  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    if (account.identity().partition().equals("aws-us-gov")) {
      return Assessment.notApplicable(Note.of("no-root-console"));
    }
    RootUser root = RootUser.read(account);
    Assessment.Builder found = Assessment.builder();
    if (root.mfa()) {
      kind(account, found.ok(Note.of("has-mfa")).fact("mfa", true));
    } else if (!root.password()) {
      found.ok(Note.of("no-password"));
    } else {
      found.missing(Note.of("no-mfa")).info(Note.of("deadline"));
      found.fact("mfa", false).fact("hardware-mfa", false);
    }
    return found.build();
  }

  /** Which kind of device it is: a better one is worth knowing of, but not part of the verdict. */
  private static void kind(Account account, Assessment.Builder found) {
    try {
      boolean virtual =
          account
              .query(
                  Reads.LIST_VIRTUAL_MFA_DEVICES,
                  devices -> devices.assignmentStatus(AssignmentStatusType.ASSIGNED))
              .all(RootMfaStep::owners, User::arn)
              .stream()
              .anyMatch(owner -> owner.arn().endsWith(":root"));
      found.info(Note.of(virtual ? "virtual" : "passkey")).fact("hardware-mfa", !virtual);
    } catch (CallFailed e) {
      found.info(Note.of("kind-unseen", e.problem().action()));
    }
  }

  private static List<User> owners(ListVirtualMfaDevicesResponse page) {
    return page.virtualMFADevices().stream()
        .flatMap(device -> Stream.ofNullable(device.user()))
        .toList();
  }
}
