package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.engine.failure.CallFailed;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.LoginProfile;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/**
 * The user who is to be the administrator, as far as there is one.
 *
 * @param exists whether there is such a user
 * @param password whether there is a password for the console
 * @param untouched whether that password is one-time and was never used
 * @param mfa whether there is an MFA device
 * @param loose serial numbers of the account's virtual devices that were never enabled
 */
record AdminGroupUser(
    String name,
    boolean exists,
    boolean password,
    boolean untouched,
    boolean mfa,
    Set<String> loose) {
  static AdminGroupUser read(Account account, String name) throws CallFailed {
    IamQueries iam = new IamQueries(account);
    iam.user(name).prefetch();
    Set<String> loose =
        iam.looseDevices().all(ListVirtualMfaDevicesResponse::virtualMFADevices).stream()
            .map(VirtualMFADevice::serialNumber)
            .collect(Collectors.toSet());
    Optional<GetUserResponse> user = iam.user(name).find(IamQueries.GONE);
    if (user.isEmpty()) {
      return new AdminGroupUser(name, false, false, false, false, loose);
    }
    iam.devices(name).prefetch();
    Optional<LoginProfile> profile =
        iam.password(name).find(IamQueries.GONE).map(GetLoginProfileResponse::loginProfile);
    boolean untouched =
        user.get().user().passwordLastUsed() == null
            && profile.filter(it -> Boolean.TRUE.equals(it.passwordResetRequired())).isPresent();
    return new AdminGroupUser(name, true, profile.isPresent(), untouched, iam.hasMfa(name), loose);
  }
}
