package dev.firstday.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.firstday.aws.operations.AwsApi;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

class CallerIdentityTest {
  private static Identity read(AwsApi clients) throws CallFailed {
    return CallerIdentity.read(clients, "ap-northeast-1", Optional.of("new"));
  }

  @Test
  void the_practice_account_is_a_users_on_the_free_plan() throws CallFailed {
    assertEquals(Identities.PRACTICE, read(new PracticeAccount(Scenario.NEW)));
  }

  @Test
  void a_member_of_an_organization_names_its_management_account() throws CallFailed {
    Identity identity = read(new PracticeAccount(Scenario.DENIED));
    assertEquals(Optional.of("210987654321"), identity.organization());
    assertEquals(Optional.of("PAID"), identity.plan());
  }

  @Test
  void what_may_not_be_read_is_left_out() throws CallFailed {
    PracticeAccount practice = new PracticeAccount(Scenario.NEW);
    practice.deny("freetier:GetAccountPlanState", "no");
    practice.deny("iam:ListAccountAliases", "no");
    practice.deny("organizations:DescribeOrganization", "no");
    assertEquals(Optional.empty(), read(practice).plan());
  }

  @Test
  void without_an_answer_nobody_is_known() {
    PracticeAccount offline = new PracticeAccount(Scenario.OFFLINE);
    CallFailed failed = assertThrows(CallFailed.class, () -> read(offline));
    assertEquals(Problem.Kind.OFFLINE, failed.problem().kind());
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::123456789012:root, ROOT, root, aws",
    "arn:aws:sts::123456789012:assumed-root/aoi, ROOT, root, aws",
    "arn:aws:sts::123456789012:assumed-root, ROOT, root, aws",
    "arn:aws:iam::123456789012:user/aoi, USER, aoi, aws",
    "arn:aws:iam::123456789012:user/team/aoi, USER, aoi, aws",
    "arn:aws:sts::123456789012:assumed-role/Deploy/session, ROLE, Deploy, aws",
    "arn:aws-cn:sts::123456789012:assumed-role/AWSReservedSSO_Admin_0a1b/aoi@example.com,"
        + " IDENTITY_CENTER, aoi@example.com, aws-cn",
    "arn:aws:sts::123456789012:federated-user/aoi, FEDERATED, aoi, aws",
    "arn:aws-us-gov:iam::123456789012:user/aoi, USER, aoi, aws-us-gov",
    "urn:new:kind, UNKNOWN, urn:new:kind, aws",
  })
  void an_arn_tells_the_kind_and_the_name(
      String arn, Identity.Kind kind, String name, String partition) throws CallFailed {
    Identity identity = read(signedIn(arn, new PracticeAccount(Scenario.NEW)));
    assertEquals(kind, identity.kind());
    assertEquals(name, identity.name());
    assertEquals(partition, identity.partition());
  }

  /** An account, signed in as somebody else. */
  private static AwsApi signedIn(String arn, AwsApi account) {
    return new AnsweringApi(
        account,
        (request, region, real) ->
            request instanceof GetCallerIdentityRequest
                ? GetCallerIdentityResponse.builder().account("123456789012").arn(arn).build()
                : real.to(request));
  }
}
