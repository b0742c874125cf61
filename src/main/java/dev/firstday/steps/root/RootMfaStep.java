package dev.firstday.steps.root;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
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
    // As strings: an emulator may leave keys out, and AWS may add some that the SDK does not know.
    Map<String, Integer> summary =
        account
            .read(Reads.GET_ACCOUNT_SUMMARY, GetAccountSummaryRequest.builder().build())
            .summaryMapAsStrings();
    Assessment.Builder found = Assessment.builder();
    if (summary.getOrDefault("AccountMFAEnabled", 0) == 1) {
      kind(account, found.ok(Note.of("has-mfa")).fact("mfa", true));
    } else if (summary.getOrDefault("AccountPasswordPresent", 1) == 0) {
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
      List<User> owners =
          account
              .pages(
                  Reads.LIST_VIRTUAL_MFA_DEVICES,
                  ListVirtualMfaDevicesRequest.builder()
                      .assignmentStatus(AssignmentStatusType.ASSIGNED)
                      .build())
              .stream()
              .flatMap(page -> page.virtualMFADevices().stream())
              .flatMap(device -> Stream.ofNullable(device.user()))
              .toList();
      boolean virtual =
          Account.requiredInEach(Reads.LIST_VIRTUAL_MFA_DEVICES, owners, User::arn).stream()
              .anyMatch(owner -> owner.arn().endsWith(":root"));
      found.info(Note.of(virtual ? "virtual" : "passkey")).fact("hardware-mfa", !virtual);
    } catch (CallFailed e) {
      found.info(Note.of("kind-unseen", e.problem().action()));
    }
  }
}
