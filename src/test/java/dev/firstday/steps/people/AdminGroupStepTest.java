package dev.firstday.steps.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.RecoveryPrompt;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.Typist;
import dev.firstday.steps.Bench;
import dev.firstday.steps.OneStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

@Timeout(60)
class AdminGroupStepTest {
  private static final String STEP = "admin-group";
  private static final String POLICY = "arn:aws:iam::aws:policy/AdministratorAccess";

  private PracticeAccount practice;

  private Bench bench(String... answers) {
    return new Bench(
        listener -> {
          practice = Bench.practice(Scenario.NEW, listener);
          return practice;
        },
        answers.length == 0 ? Map.of("admin-group.user", "mio") : Bench.answers(answers));
  }

  private static IamClient iam(Bench bench) {
    return bench.clients().iam();
  }

  /** A group with AdministratorAccess and these members. */
  private static void group(Bench bench, String name, String... members) {
    iam(bench).createGroup(r -> r.groupName(name));
    iam(bench).attachGroupPolicy(r -> r.groupName(name).policyArn(POLICY));
    for (String member : members) {
      iam(bench).addUserToGroup(r -> r.groupName(name).userName(member));
    }
  }

  private static Outcome applyAlone(Bench bench) {
    bench.assess(STEP);
    Plan plan = bench.session().plan(List.of(STEP)).unattended();
    return bench
        .session()
        .apply(
            plan.confirm(bench.session().identity().lastFour()).orElseThrow(),
            Optional.empty(),
            event -> {},
            () -> false,
            RecoveryPrompt.NONE);
  }

  @Test
  void a_new_account_gets_group_user_password_and_mfa() {
    Bench bench = bench();
    Assessment before = bench.assess(STEP);
    assertEquals(Verdict.TODO, before.verdict());
    assertEquals(List.of("no-group", "user-missing", "no-password", "no-mfa"), Bench.codes(before));
    assertEquals(
        List.of(
            "admin-group/group/Administrators",
            "admin-group/policy/Administrators",
            "admin-group/user/mio",
            "admin-group/member/Administrators/mio",
            "admin-group/device/mio",
            "admin-group/enable/mio",
            "admin-group/password/mio"),
        Bench.ids(before));
    assertEquals(Outcome.Ending.COMPLETED, bench.apply(STEP).ending());
    Assessment after = bench.assess(STEP);
    assertEquals(Verdict.DONE, after.verdict());
    assertEquals(List.of("administrator"), Bench.codes(after));
    assertEquals(
        List.of("mio https://123456789012.signin.aws.amazon.com/console"),
        bench.person().passwords);
    assertTrue(
        iam(bench).getLoginProfile(r -> r.userName("mio")).loginProfile().passwordResetRequired());
    assertEquals(
        "CreatedBy", iam(bench).getUser(r -> r.userName("mio")).user().tags().getFirst().key());
  }

  @Test
  void the_requests_have_names_in_the_place_of_secrets() {
    Map<String, Change> changes = new java.util.HashMap<>();
    bench().assess(STEP).changes().forEach(change -> changes.put(change.id(), change));
    assertEquals(
        Map.of(
            "UserName",
            "mio",
            "PasswordResetRequired",
            true,
            "Password",
            Map.of("$secret", "one-time-password")),
        changes.get("admin-group/password/mio").request());
    assertEquals(
        Map.of(
            "UserName", "mio",
            "SerialNumber", Map.of("$ref", "admin-group/device/mio#/VirtualMFADevice/SerialNumber"),
            "AuthenticationCode1", Map.of("$ask", "first-code"),
            "AuthenticationCode2", Map.of("$ask", "second-code")),
        changes.get("admin-group/enable/mio").request());
  }

  @Test
  void no_secret_is_journalled() {
    Bench bench = bench();
    bench.apply(STEP);
    String journal = bench.session().journal().entries().toString();
    assertEquals(2, bench.person().secrets.size(), "a password and a seed");
    bench.person().secrets.forEach(secret -> assertFalse(journal.contains(secret)));
    assertTrue(journal.contains("$secret=one-time-password"));
  }

  @Test
  void without_a_person_there_is_no_password_and_the_step_waits_for_one() {
    Bench bench = bench();
    assertEquals(Outcome.Ending.COMPLETED, applyAlone(bench).ending());
    assertThrows(
        NoSuchEntityException.class, () -> iam(bench).getLoginProfile(r -> r.userName("mio")));
    Assessment after = bench.assess(STEP);
    assertEquals(Verdict.TODO, after.verdict());
    assertEquals("waits-for-person", after.waiting().orElseThrow().reason().code());
    assertEquals(Optional.empty(), after.waiting().orElseThrow().until());
    practice.finishUser("mio");
    assertEquals(Verdict.DONE, bench.assess(STEP).verdict());
  }

  @Test
  void without_a_name_there_is_a_group_and_what_is_missing_is_said() {
    Bench bench = bench("admin-group.user", "");
    bench.apply(STEP);
    Assessment after = bench.assess(STEP);
    assertEquals(Verdict.TODO, after.verdict());
    assertEquals(List.of("group", "no-user"), Bench.codes(after));
    assertEquals(List.of(), after.changes());
  }

  @Test
  void a_user_who_is_there_keeps_the_password() {
    Bench bench = bench("admin-group.user", "aoi");
    assertFalse(Bench.ids(bench.assess(STEP)).toString().contains("password"));
    bench.apply(STEP);
    assertEquals(Verdict.DONE, bench.assess(STEP).verdict());
    assertEquals(List.of(), bench.person().passwords);
  }

  @Test
  void a_group_that_serves_is_adopted_whatever_its_name() {
    Bench bench = bench();
    group(bench, "Ops");
    Assessment found = bench.assess(STEP);
    assertEquals("group [Ops]", OneStep.notes(found).getFirst());
    assertTrue(Bench.ids(found).contains("admin-group/member/Ops/mio"));
    assertFalse(Bench.ids(found).toString().contains("Administrators"));
  }

  @Test
  void the_group_of_the_named_user_comes_first() {
    Bench bench = bench("admin-group.user", "aoi");
    group(bench, "Administrators");
    group(bench, "Zoo", "aoi");
    Assessment found = bench.assess(STEP);
    assertEquals(List.of("admin-group/device/aoi", "admin-group/enable/aoi"), Bench.ids(found));
    assertEquals("waits-for-person", found.waiting().orElseThrow().reason().code());
  }

  @Test
  void somebody_elses_group_is_not_made_one_of_administrators() {
    Bench bench = bench();
    iam(bench).createGroup(r -> r.groupName("Administrators"));
    iam(bench).addUserToGroup(r -> r.groupName("Administrators").userName("aoi"));
    Assessment found = bench.assess(STEP);
    assertEquals(List.of("group-in-use"), Bench.codes(found));
    assertEquals(List.of(), found.changes());
  }

  @Test
  void an_empty_group_gets_the_policy() {
    Bench bench = bench();
    iam(bench).createGroup(r -> r.groupName("Administrators"));
    Assessment found = bench.assess(STEP);
    assertTrue(Bench.codes(found).contains("group-without-policy"));
    assertEquals("admin-group/policy/Administrators", Bench.ids(found).getFirst());
  }

  @Test
  void somebody_with_mfa_outside_of_the_group_is_put_into_it() {
    Bench bench = bench("admin-group.user", "aoi");
    practice.finishUser("aoi");
    group(bench, "Ops");
    Assessment found = bench.assess(STEP);
    assertTrue(Bench.codes(found).contains("not-member"));
    assertEquals(List.of("admin-group/member/Ops/aoi"), Bench.ids(found));
    bench.apply(STEP);
    assertEquals(Verdict.DONE, bench.assess(STEP).verdict());
  }

  @Test
  void names_that_iam_does_not_take_are_said() {
    Assessment found = bench("admin-group.user", "mio tanaka").assess(STEP);
    assertEquals(List.of("bad-name"), Bench.codes(found));
    assertEquals(List.of(), found.changes());
  }

  @Test
  void wrong_codes_are_asked_again() {
    Bench bench = bench();
    bench.person().confused = 2;
    assertEquals(Outcome.Ending.COMPLETED, bench.apply(STEP).ending());
    assertEquals(
        List.of(
            "codes of mio",
            "codes of mio InvalidAuthenticationCode",
            "codes of mio InvalidAuthenticationCode"),
        bench.person().asked);
  }

  @Test
  void a_policy_that_wants_a_very_long_password_gets_one() {
    Bench bench = bench();
    iam(bench).updateAccountPasswordPolicy(r -> r.minimumPasswordLength(100));
    bench.apply(STEP);
    assertTrue(bench.person().secrets.getLast().length() >= 100);
    assertEquals(1, bench.person().passwords.size());
  }

  @Test
  void a_device_that_was_given_up_is_replaced_after_asking() {
    Bench bench = bench();
    Typist person = bench.person();
    person.gone = true;
    assertEquals(Outcome.Ending.GIVEN_UP, bench.apply(STEP).ending());
    person.gone = false;
    Assessment again = bench.assess(STEP);
    assertEquals(
        List.of(
            "admin-group/old-device/mio",
            "admin-group/device/mio",
            "admin-group/enable/mio",
            "admin-group/password/mio"),
        Bench.ids(again));
    assertEquals(Outcome.Ending.COMPLETED, bench.apply(STEP).ending());
    assertTrue(person.asked.contains("admin-group/old-device/mio"));
    assertEquals(Verdict.DONE, bench.assess(STEP).verdict());
    assertEquals(3, person.secrets.stream().distinct().count(), "another seed");
  }

  @Test
  void a_kill_between_device_and_codes_needs_no_repair() {
    Bench bench = bench();
    bench.person().killed = true;
    assertThrows(IllegalStateException.class, () -> bench.apply(STEP));
    assertEquals(
        "done", bench.session().journal().entries().getLast().event(), "the device is there");
    bench.person().killed = false;
    assertEquals(Outcome.Ending.COMPLETED, bench.apply(STEP).ending());
    assertTrue(bench.person().asked.contains("admin-group/old-device/mio"));
    assertEquals(Verdict.DONE, bench.assess(STEP).verdict());
  }

  @Test
  void whoever_wants_to_keep_the_old_device_keeps_it() {
    Bench bench = bench();
    bench.person().gone = true;
    bench.apply(STEP);
    bench.person().agrees = false;
    bench.calls();
    assertEquals(Outcome.Ending.GIVEN_UP, bench.apply(STEP).ending());
    assertEquals(List.of(), bench.writes());
  }

  @Test
  void a_device_that_somebody_else_made_stays() {
    Bench bench = bench();
    iam(bench).createVirtualMFADevice(r -> r.virtualMFADeviceName("firstday-mio"));
    Assessment found = bench.assess(STEP);
    assertTrue(Bench.codes(found).contains("foreign-device"));
    assertFalse(Bench.ids(found).toString().contains("device"));
    assertFalse(Bench.ids(found).toString().contains("password"), "nobody without MFA gets one");
  }

  /** Somebody takes the administrator's device away. */
  private static void withoutMfa(Bench bench) {
    iam(bench)
        .deactivateMFADevice(
            r -> r.userName("mio").serialNumber("arn:aws:iam::123456789012:mfa/firstday-mio"));
  }

  @Test
  void who_stops_before_the_codes_leaves_nobody_who_can_sign_in() {
    Bench bench = bench();
    bench.person().gone = true;
    assertEquals(Outcome.Ending.GIVEN_UP, bench.apply(STEP).ending());
    assertThrows(
        NoSuchEntityException.class, () -> iam(bench).getLoginProfile(r -> r.userName("mio")));
    assertEquals(List.of(), bench.person().passwords);
  }

  @Test
  void who_stops_before_the_password_is_given_it_the_next_time() {
    Bench bench = bench();
    bench.apply(STEP);
    iam(bench).deleteLoginProfile(r -> r.userName("mio"));
    Assessment found = bench.assess(STEP);
    assertEquals(Verdict.TODO, found.verdict());
    assertTrue(Bench.codes(found).contains("no-password"), Bench.codes(found).toString());
    assertEquals(List.of("admin-group/password/mio"), Bench.ids(found));
    bench.apply(STEP);
    assertEquals(Verdict.DONE, bench.assess(STEP).verdict());
  }

  @Test
  void a_password_that_nobody_used_is_replaced_after_asking() {
    Bench bench = bench();
    bench.apply(STEP);
    withoutMfa(bench);
    assertTrue(Bench.ids(bench.assess(STEP)).contains("admin-group/new-password/mio"));
    assertEquals(Outcome.Ending.COMPLETED, bench.apply(STEP).ending());
    assertTrue(bench.person().asked.contains("admin-group/new-password/mio"));
    assertEquals(2, bench.person().passwords.size());
  }

  @Test
  void a_password_that_is_used_or_not_ours_stays() {
    Bench bench = bench();
    bench.apply(STEP);
    withoutMfa(bench);
    practice.signIn("mio");
    assertFalse(Bench.ids(bench.assess(STEP)).toString().contains("new-password"));
    Bench other = bench();
    iam(other).createUser(r -> r.userName("mio"));
    iam(other)
        .createLoginProfile(
            r -> r.userName("mio").password("by-hand-12").passwordResetRequired(true));
    assertFalse(Bench.ids(other.assess(STEP)).toString().contains("password"));
  }

  @Test
  void identity_center_that_gives_it_to_somebody_is_as_good() {
    for (String region : List.of("us-east-1", "ap-northeast-1")) {
      Bench bench = bench();
      practice.identityCenter(region, true, List.of("aoi-in-the-directory"));
      Assessment found = bench.assess(STEP);
      assertEquals(Verdict.DONE, found.verdict());
      assertEquals(List.of("identity-center"), Bench.codes(found));
      assertTrue(bench.calls().contains("sso-admin:ListAccountAssignments"));
    }
  }

  @Test
  void identity_center_of_another_account_is_as_good() {
    Bench bench = bench();
    practice.identityCenter("us-east-1", false, List.of());
    assertEquals(List.of("identity-center-elsewhere"), Bench.codes(bench.assess(STEP)));
  }

  @Test
  void identity_center_that_gives_it_to_nobody_is_not() {
    Bench bench = bench();
    practice.identityCenter("us-east-1", true, List.of());
    Assessment found = bench.assess(STEP);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals("identity-center-nobody", Bench.codes(found).getFirst());
    assertFalse(found.changes().isEmpty());
  }

  @Test
  void identity_center_that_cannot_be_read_leaves_it_open() {
    Bench bench = bench();
    practice.identityCenter("us-east-1", true, List.of("aoi"));
    practice.deny("sso:ListAccountAssignments", "no");
    Assessment found = bench.assess(STEP);
    assertEquals(Verdict.UNSEEN, found.verdict());
    assertEquals(List.of(), found.changes());
  }

  @Test
  void what_cannot_be_read_is_not_judged() {
    Bench bench = bench();
    group(bench, "Ops", "aoi");
    practice.deny("iam:ListMFADevices", "no");
    assertEquals(Verdict.UNSEEN, bench.assess(STEP).verdict());
    practice.deny("iam:ListEntitiesForPolicy", "no");
    assertEquals(Verdict.UNSEEN, bench.assess(STEP).verdict());
    assertEquals(List.of(), bench.assess(STEP).changes());
  }
}
