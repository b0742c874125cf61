package dev.firstday.steps.root;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.util.Map;

/**
 * What IAM's account summary tells of the root user, as it is now.
 *
 * @param password whether it has a password
 * @param mfa whether it has MFA
 * @param keys whether it has access keys, active or not
 * @param certificates whether it has signing certificates
 */
public record RootUser(boolean password, boolean mfa, boolean keys, boolean certificates) {

  public static RootUser read(Account account) throws CallFailed {
    // As strings: an emulator may leave keys out, and AWS may add some that the SDK does not know.
    Map<String, Integer> summary =
        account.query(Reads.GET_ACCOUNT_SUMMARY).read().summaryMapAsStrings();
    return new RootUser(
        summary.getOrDefault("AccountPasswordPresent", 1) > 0,
        summary.getOrDefault("AccountMFAEnabled", 0) > 0,
        summary.getOrDefault("AccountAccessKeysPresent", 0) > 0,
        summary.getOrDefault("AccountSigningCertificatesPresent", 0) > 0);
  }
}
