package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
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
  /** The error code for what is not there. */
  static final String GONE = "NoSuchEntity";

  static AdminGroupUser read(Account account, String name) throws CallFailed {
    account.prefetch(Reads.GET_USER, user(name));
    Set<String> loose =
        account.pages(Reads.LIST_VIRTUAL_MFA_DEVICES, looseDevices()).stream()
            .flatMap(page -> page.virtualMFADevices().stream())
            .map(VirtualMFADevice::serialNumber)
            .collect(Collectors.toSet());
    Optional<GetUserResponse> user = account.find(Reads.GET_USER, user(name), GONE);
    if (user.isEmpty()) {
      return new AdminGroupUser(name, false, false, false, false, loose);
    }
    account.prefetch(Reads.LIST_MFA_DEVICES, devices(name));
    Optional<GetLoginProfileResponse> profile =
        account.find(Reads.GET_LOGIN_PROFILE, profile(name), GONE);
    boolean untouched =
        user.get().user().passwordLastUsed() == null
            && profile
                .map(it -> Boolean.TRUE.equals(it.loginProfile().passwordResetRequired()))
                .orElse(false);
    return new AdminGroupUser(
        name, true, profile.isPresent(), untouched, hasMfa(account, name), loose);
  }

  static boolean hasMfa(Account account, String name) throws CallFailed {
    return account
        .find(Reads.LIST_MFA_DEVICES, devices(name), GONE)
        .map(devices -> !devices.mfaDevices().isEmpty())
        .orElse(false);
  }

  static GetUserRequest user(String name) {
    return GetUserRequest.builder().userName(name).build();
  }

  static GetLoginProfileRequest profile(String name) {
    return GetLoginProfileRequest.builder().userName(name).build();
  }

  static ListMfaDevicesRequest devices(String name) {
    return ListMfaDevicesRequest.builder().userName(name).build();
  }

  static ListVirtualMfaDevicesRequest looseDevices() {
    return ListVirtualMfaDevicesRequest.builder()
        .assignmentStatus(AssignmentStatusType.UNASSIGNED)
        .build();
  }
}
