package dev.firstday.practice.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.practice.Authenticator;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.TestClock;
import dev.firstday.practice.model.WriteLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.InvalidAuthenticationCodeException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** Virtual MFA devices, and the writes that make an administrator of a user. */
class PracticeMfaTest {
  /** The seed of RFC 6238's test vectors: 12345678901234567890. */
  private static final String RFC_SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:10Z"));
  private final List<WriteLog.LoggedWrite> log = new ArrayList<>();
  private final WriteLog kept =
      new WriteLog() {
        @Override
        public List<LoggedWrite> load() {
          return List.copyOf(log);
        }

        @Override
        public void append(LoggedWrite entry) {
          log.add(entry);
        }
      };
  private final IamClient iam = iam();

  private IamClient iam() {
    return Clients.in(
            new PracticeAccount(Scenario.NEW, kept, CallListener.NONE, Duration.ZERO, clock, false),
            "us-east-1")
        .iam();
  }

  private VirtualMFADevice device() {
    return iam.createVirtualMFADevice(r -> r.virtualMFADeviceName("x")).virtualMFADevice();
  }

  private void enable(VirtualMFADevice device, String first, String second) {
    iam.enableMFADevice(
        r ->
            r.userName("aoi")
                .serialNumber(device.serialNumber())
                .authenticationCode1(first)
                .authenticationCode2(second));
  }

  private static Authenticator app(VirtualMFADevice device) {
    return new Authenticator(device.base32StringSeed().asUtf8String());
  }

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void the_app_gives_the_codes_of_the_rfc(long time, String code) {
    assertEquals(code, new Authenticator(RFC_SEED).code(time / 30, 8));
  }

  @ParameterizedTest
  @CsvSource({"59", "1111111109", "1111111111", "1234567890", "2000000000", "20000000000"})
  void the_account_takes_the_codes_of_the_rfc(long time) {
    Authenticator app = new Authenticator(RFC_SEED);
    byte[] seed = "12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertEquals(RFC_SEED, Totp.base32(seed));
    assertTrue(
        Totp.follow(
            seed, app.code(time / 30, 6), app.code(time / 30 + 1, 6), Instant.ofEpochSecond(time)));
    assertFalse(
        Totp.follow(
            seed, app.code(time / 30, 6), app.code(time / 30 + 2, 6), Instant.ofEpochSecond(time)));
  }

  @Test
  void a_device_is_enabled_by_two_codes_that_follow_each_other() {
    VirtualMFADevice device = device();
    assertEquals(64, device.base32StringSeed().asUtf8String().length());
    enable(device, app(device).code(clock, 0), app(device).code(clock, 1));
    assertEquals(1, iam.listMFADevices(r -> r.userName("aoi")).mfaDevices().size());
    assertEquals(
        List.of(),
        iam.listVirtualMFADevices(r -> r.assignmentStatus(AssignmentStatusType.UNASSIGNED))
            .virtualMFADevices());
  }

  @Test
  void codes_in_the_wrong_order_of_the_same_window_or_too_old_are_not_taken() {
    VirtualMFADevice device = device();
    Authenticator app = app(device);
    List<List<String>> wrong =
        List.of(
            List.of(app.code(clock, 1), app.code(clock, 0)),
            List.of(app.code(clock, 0), app.code(clock, 0)),
            List.of(app.code(clock, -10), app.code(clock, -9)),
            List.of("000000", "000001"));
    for (List<String> codes : wrong) {
      var e =
          assertThrows(
              InvalidAuthenticationCodeException.class,
              () -> enable(device, codes.get(0), codes.get(1)));
      assertEquals("InvalidAuthenticationCode", e.awsErrorDetails().errorCode());
    }
    clock.pass(Duration.ofMinutes(3));
    enable(device, app.code(clock, 0), app.code(clock, 1));
  }

  @Test
  void a_device_goes_only_once_it_is_nobodys() {
    VirtualMFADevice device = device();
    assertThrows(EntityAlreadyExistsException.class, this::device);
    enable(device, app(device).code(clock, 0), app(device).code(clock, 1));
    String serial = device.serialNumber();
    assertThrows(
        DeleteConflictException.class,
        () -> iam.deleteVirtualMFADevice(r -> r.serialNumber(serial)));
    iam.deactivateMFADevice(r -> r.userName("aoi").serialNumber(serial));
    iam.deleteVirtualMFADevice(r -> r.serialNumber(serial));
    assertThrows(
        NoSuchEntityException.class, () -> iam.deleteVirtualMFADevice(r -> r.serialNumber(serial)));
  }

  @Test
  void secrets_are_not_kept_and_an_enabled_device_survives() {
    VirtualMFADevice device = device();
    String code = app(device).code(clock, 0);
    enable(device, code, app(device).code(clock, 1));
    iam.createUser(r -> r.userName("mio"));
    iam.createLoginProfile(
        r -> r.userName("mio").password("marker-Never-shown-1").passwordResetRequired(true));
    assertFalse(log.toString().contains("marker"), log.toString());
    assertFalse(log.toString().contains(code), log.toString());
    IamClient again = iam();
    assertEquals(1, again.listMFADevices(r -> r.userName("aoi")).mfaDevices().size());
    assertTrue(
        again.getLoginProfile(r -> r.userName("mio")).loginProfile().passwordResetRequired());
  }

  @Test
  void a_weak_password_is_refused() {
    iam.updateAccountPasswordPolicy(
        r -> r.minimumPasswordLength(14).requireSymbols(true).requireNumbers(true));
    iam.createUser(r -> r.userName("mio"));
    for (String weak : List.of("short1!", "no-digit-in-here", "noSymbolInHere12")) {
      var e =
          assertThrows(
              AwsServiceException.class,
              () -> iam.createLoginProfile(r -> r.userName("mio").password(weak)));
      assertEquals("PasswordPolicyViolation", e.awsErrorDetails().errorCode());
    }
  }

  @Test
  void a_user_goes_last() {
    iam.createUser(r -> r.userName("mio"));
    iam.createGroup(r -> r.groupName("team"));
    iam.addUserToGroup(r -> r.groupName("team").userName("mio"));
    iam.createLoginProfile(r -> r.userName("mio").password("long-enough"));
    Runnable delete = () -> iam.deleteUser(r -> r.userName("mio"));
    assertThrows(DeleteConflictException.class, delete::run);
    iam.deleteLoginProfile(r -> r.userName("mio"));
    assertThrows(DeleteConflictException.class, delete::run);
    assertThrows(DeleteConflictException.class, () -> iam.deleteGroup(r -> r.groupName("team")));
    iam.removeUserFromGroup(r -> r.groupName("team").userName("mio"));
    delete.run();
    iam.deleteGroup(r -> r.groupName("team"));
    assertThrows(NoSuchEntityException.class, () -> iam.getUser(r -> r.userName("mio")));
  }

  @Test
  void names_that_differ_in_case_only_are_the_same() {
    assertThrows(EntityAlreadyExistsException.class, () -> iam.createUser(r -> r.userName("AOI")));
  }
}
