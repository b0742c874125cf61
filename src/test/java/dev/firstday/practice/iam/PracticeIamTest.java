package dev.firstday.practice.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.firstday.aws.Clients;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

class PracticeIamTest {
  private final IamClient iam = Clients.in(new PracticeAccount(Scenario.NEW), "us-east-1").iam();

  @Test
  void a_new_account_has_no_password_policy() {
    var e = assertThrows(NoSuchEntityException.class, iam::getAccountPasswordPolicy);
    assertEquals(404, e.statusCode());
    assertEquals("NoSuchEntity", e.awsErrorDetails().errorCode());
    assertThrows(NoSuchEntityException.class, iam::deleteAccountPasswordPolicy);
  }

  @Test
  void what_an_update_leaves_out_falls_back_to_weak_defaults() {
    iam.updateAccountPasswordPolicy(
        r -> r.minimumPasswordLength(20).requireSymbols(true).maxPasswordAge(90));
    iam.updateAccountPasswordPolicy(r -> r.passwordReusePrevention(24));
    PasswordPolicy policy = iam.getAccountPasswordPolicy().passwordPolicy();
    assertEquals(6, policy.minimumPasswordLength());
    assertEquals(24, policy.passwordReusePrevention());
    assertFalse(policy.requireSymbols());
    assertFalse(policy.allowUsersToChangePassword());
    assertFalse(policy.expirePasswords());
    assertNull(policy.maxPasswordAge());
  }

  @ParameterizedTest
  @CsvSource({"5, 90, 24", "129, 90, 24", "14, 0, 24", "14, 1096, 24", "14, 90, 0", "14, 90, 25"})
  void what_is_out_of_range_is_refused(int length, int age, int reuse) {
    var e =
        assertThrows(
            IamException.class,
            () ->
                iam.updateAccountPasswordPolicy(
                    r ->
                        r.minimumPasswordLength(length)
                            .maxPasswordAge(age)
                            .passwordReusePrevention(reuse)));
    assertEquals("ValidationError", e.awsErrorDetails().errorCode());
    assertThrows(NoSuchEntityException.class, iam::getAccountPasswordPolicy);
  }

  @Test
  void a_virtual_device_of_the_root_user_is_listed() {
    IamClient halfDone = Clients.in(new PracticeAccount(Scenario.HALF_DONE), "us-east-1").iam();
    List<VirtualMFADevice> devices =
        halfDone.listVirtualMFADevices(r -> r.assignmentStatus("Assigned")).virtualMFADevices();
    assertEquals("arn:aws:iam::123456789012:root", devices.getFirst().user().arn());
    assertEquals(
        List.of(),
        halfDone.listVirtualMFADevices(r -> r.assignmentStatus("Unassigned")).virtualMFADevices());
  }

  @Test
  void a_marker_that_is_none_is_refused() {
    var e = assertThrows(IamException.class, () -> iam.listAccountAliases(r -> r.marker("x")));
    assertEquals("ValidationError", e.awsErrorDetails().errorCode());
  }
}
