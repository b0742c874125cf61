package dev.firstday.steps.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Practised;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;

class ServiceRoleTest {
  private static final String WRONG =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":\
      {"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}\
      """;
  private static final String LITTLE =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListAllMyBuckets",\
      "Resource":"*"}]}\
      """;

  private static Practised with(String role, String trust) {
    Practised account = new Practised(Scenario.NEW).answer("email", "ren@example.com");
    IamClient iam = Clients.in(account.practice, Practised.HOME).iam();
    iam.createRole(r -> r.roleName(role).assumeRolePolicyDocument(trust));
    iam.putRolePolicy(r -> r.roleName(role).policyName(role).policyDocument(LITTLE));
    return account;
  }

  private static String trust(Practised account, String role) {
    return URLDecoder.decode(
        Clients.in(account.practice, Practised.HOME)
            .iam()
            .getRole(r -> r.roleName(role))
            .role()
            .assumeRolePolicyDocument(),
        StandardCharsets.UTF_8);
  }

  private static String policy(Practised account, String role) {
    return URLDecoder.decode(
        Clients.in(account.practice, Practised.HOME)
            .iam()
            .getRolePolicy(r -> r.roleName(role).policyName(role))
            .policyDocument(),
        StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "trail, trail/role, firstday-trail, cloudtrail.amazonaws.com",
    "service-logs, service-logs/role, firstday-flow-logs, vpc-flow-logs.amazonaws.com",
    "health-events, events/role, firstday-events, events.amazonaws.com",
  })
  void a_role_that_is_there_is_completed_and_put_back(
      String step, String id, String role, String service) {
    Practised account = with(role, WRONG);
    Assessment found = account.assess(step);
    List<String> said = Practised.said(found);
    assertTrue(said.contains("role-trust " + role + " " + service), said.toString());
    assertTrue(said.contains("role-policy-missing " + role), said.toString());
    assertTrue(said.contains("role-trusts-others " + role + " lambda.amazonaws.com"));
    assertFalse(Practised.ids(found).contains(id), "it is not made again");
    for (String part : List.of("/trust", "/policy")) {
      Change change =
          found.changes().stream().filter(c -> c.id().equals(id + part)).findFirst().orElseThrow();
      assertEquals(Effect.CHANGE, change.effect());
      assertEquals(change.operation(), change.undo().getFirst().operation());
    }
    List<Change> undo = account.apply(step);
    assertTrue(trust(account, role).contains(service));
    assertTrue(policy(account, role).contains("s3:ListAllMyBuckets"), "what it had it keeps");
    account.undo(undo.stream().filter(change -> change.id().startsWith(id)).toList());
    assertEquals(WRONG, trust(account, role));
    assertEquals(LITTLE, policy(account, role));
  }
}
