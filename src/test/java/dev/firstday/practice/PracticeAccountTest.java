package dev.firstday.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Writes;
import dev.firstday.practice.model.WriteLog;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.account.model.AccessDeniedException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.sns.SnsClient;

@Timeout(30)
class PracticeAccountTest {
  private static Clients of(PracticeAccount account) {
    return Clients.in(account, "ap-northeast-1");
  }

  private static boolean rootHasMfa(PracticeAccount account) {
    return of(account).iam().getAccountSummary().summaryMapAsStrings().get("AccountMFAEnabled")
        == 1;
  }

  /** A log in memory. */
  private static final class Memory implements WriteLog {
    private final List<LoggedWrite> entries = new ArrayList<>();

    @Override
    public List<LoggedWrite> load() {
      return List.copyOf(entries);
    }

    @Override
    public void append(LoggedWrite entry) {
      entries.add(entry);
    }

    PracticeAccount account(Scenario scenario) {
      return new PracticeAccount(
          scenario, this, CallListener.NONE, Duration.ZERO, Clock.systemUTC(), false);
    }
  }

  @Test
  void a_scenario_has_a_name() {
    List<String> names = Stream.of(Scenario.values()).map(Scenario::id).toList();
    assertEquals(List.of("new", "half-done", "denied", "throttled", "offline", "slow"), names);
    names.forEach(name -> assertEquals(name, Scenario.of(name).orElseThrow().id()));
    assertEquals(Optional.empty(), Scenario.of("HALF_DONE"));
  }

  @Test
  void every_response_has_a_request_id_and_a_status() {
    AwsResponse response = of(new PracticeAccount(Scenario.NEW)).iam().getAccountSummary();
    assertEquals(36, response.responseMetadata().requestId().length());
    assertTrue(response.sdkHttpResponse().isSuccessful());
  }

  @Test
  void an_operation_that_is_on_no_list_is_not_answered() {
    IamClient iam = of(new PracticeAccount(Scenario.NEW)).iam();
    assertThrows(UnsupportedOperationException.class, iam::listGroups);
  }

  @Test
  void every_operation_of_the_lists_is_answered() {
    Clients clients = of(new PracticeAccount(Scenario.NEW));
    Stream.concat(Reads.ALL.stream(), Writes.ALL.stream())
        .forEach(
            operation -> {
              try {
                clients.call(operation, Map.of());
              } catch (UnsupportedOperationException e) {
                throw new AssertionError(operation.key(), e);
              } catch (RuntimeException e) {
                return; // An empty request is of no use to most.
              }
            });
  }

  @Test
  void what_was_written_outlives_the_process() {
    Memory log = new Memory();
    PracticeAccount first = log.account(Scenario.NEW);
    of(first).iam().updateAccountPasswordPolicy(r -> r.minimumPasswordLength(14));
    first.assignRootMfa();
    assertEquals(
        new WriteLog.LoggedWrite(
            "iam",
            "UpdateAccountPasswordPolicy",
            "ap-northeast-1",
            Map.of("MinimumPasswordLength", 14)),
        log.entries.get(1));

    PracticeAccount second = log.account(Scenario.NEW);
    var policy = of(second).iam().getAccountPasswordPolicy().passwordPolicy();
    assertEquals(14, policy.minimumPasswordLength());
    assertTrue(rootHasMfa(second));
    assertEquals(3, log.entries.size(), "replaying writes nothing new");
  }

  @Test
  void what_failed_is_not_kept() {
    Memory log = new Memory();
    IamClient iam = of(log.account(Scenario.NEW)).iam();
    assertThrows(IamException.class, iam::deleteAccountPasswordPolicy);
    assertEquals(List.of(), log.entries);
  }

  @Test
  void an_entry_that_does_not_fit_any_more_is_left_out() {
    Memory log = new Memory();
    log.append(new WriteLog.LoggedWrite("iam", "DeleteAccountPasswordPolicy", "", Map.of()));
    log.append(new WriteLog.LoggedWrite("iam", "MakeCoffee", "", Map.of()));
    log.append(
        new WriteLog.LoggedWrite("iam", "UpdateAccountPasswordPolicy", "", Map.of("Size", 1)));
    log.append(
        new WriteLog.LoggedWrite(
            "iam", "UpdateAccountPasswordPolicy", "", Map.of("MinimumPasswordLength", 20)));
    var policy = of(log.account(Scenario.NEW)).iam().getAccountPasswordPolicy().passwordPolicy();
    assertEquals(20, policy.minimumPasswordLength());
  }

  @Test
  void what_is_denied_now_does_not_undo_what_was_written_before() {
    Memory log = new Memory();
    log.append(
        new WriteLog.LoggedWrite(
            "iam", "UpdateAccountPasswordPolicy", "", Map.of("MinimumPasswordLength", 20)));
    IamClient iam = of(log.account(Scenario.DENIED)).iam();
    assertEquals(20, iam.getAccountPasswordPolicy().passwordPolicy().minimumPasswordLength());
    IamException e = assertThrows(IamException.class, iam::updateAccountPasswordPolicy);
    assertEquals("AccessDenied", e.awsErrorDetails().errorCode());
    assertTrue(
        e.awsErrorDetails()
            .errorMessage()
            .endsWith("with an explicit deny in a service control policy"));
  }

  @Test
  void a_denied_action_is_denied_to_every_operation_that_needs_it() {
    PracticeAccount account = new PracticeAccount(Scenario.NEW);
    account.deny("account:PutAlternateContact", "no");
    var contacts = of(account).account();
    var e = assertThrows(AccessDeniedException.class, () -> contacts.putAlternateContact(r -> {}));
    assertEquals(403, e.statusCode());
    assertEquals("AccessDeniedException", e.awsErrorDetails().errorCode());
    assertEquals("JP", contacts.getContactInformation(r -> {}).contactInformation().countryCode());
  }

  @Test
  void offline_nothing_is_answered() {
    Clients clients = of(new PracticeAccount(Scenario.OFFLINE));
    Reads.ALL.forEach(
        read -> {
          var e = assertThrows(SdkClientException.class, () -> clients.call(read, Map.of()));
          assertInstanceOf(UnknownHostException.class, e.getCause());
        });
  }

  @Test
  void a_call_can_be_stopped_while_it_takes_its_time() {
    PracticeAccount slow =
        new PracticeAccount(
            Scenario.NEW,
            WriteLog.NONE,
            CallListener.NONE,
            Duration.ofMinutes(1),
            Clock.systemUTC(),
            false);
    IamClient iam = of(slow).iam();
    Thread.currentThread().interrupt();
    assertThrows(AbortedException.class, iam::getAccountSummary);
    assertTrue(Thread.interrupted());
  }

  @Test
  void a_person_in_the_console_gives_root_mfa_half_a_minute_after_the_third_look() {
    TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:00Z"));
    Memory log = new Memory();
    PracticeAccount account =
        new PracticeAccount(Scenario.NEW, log, CallListener.NONE, Duration.ZERO, clock, true);
    for (int look = 1; look <= 3; look++) {
      assertFalse(rootHasMfa(account));
      clock.pass(Duration.ofMinutes(5));
    }
    assertTrue(rootHasMfa(account));
    assertTrue(rootHasMfa(account));
    assertEquals(
        List.of("OpenAccount", "AssignRootMfa"),
        log.entries.stream().map(WriteLog.LoggedWrite::operation).toList());
  }

  @Test
  void a_person_at_the_mailbox_confirms_half_a_minute_after_the_first_look() {
    TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:00Z"));
    PracticeAccount account =
        new PracticeAccount(
            Scenario.NEW, new Memory(), CallListener.NONE, Duration.ZERO, clock, true);
    SnsClient sns = of(account).sns();
    String topic = sns.createTopic(wanted -> wanted.name("alerts")).topicArn();
    assertFalse(confirmed(sns, topic), "there is nothing to confirm yet");
    sns.subscribe(to -> to.topicArn(topic).protocol("email").endpoint("aoi@example.com"));
    clock.pass(Duration.ofMinutes(5));
    assertFalse(confirmed(sns, topic));
    clock.pass(Duration.ofSeconds(30));
    assertTrue(confirmed(sns, topic));
  }

  private static boolean confirmed(SnsClient sns, String topic) {
    return sns.listSubscriptionsByTopic(of -> of.topicArn(topic)).subscriptions().stream()
        .anyMatch(subscription -> subscription.subscriptionArn().startsWith("arn:"));
  }

  @Test
  void a_person_at_the_console_gives_users_mfa() {
    TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:00Z"));
    PracticeAccount account =
        new PracticeAccount(
            Scenario.NEW, new Memory(), CallListener.NONE, Duration.ZERO, clock, true);
    IamClient iam = of(account).iam();
    iam.createUser(user -> user.userName("mio"));
    iam.createLoginProfile(login -> login.userName("mio").password("Aa1-aaaaaaaaaaaaaaaaaaaa"));
    iam.generateCredentialReport();
    // Whoever asks for it first is told that it is not ready.
    assertThrows(IamException.class, iam::getCredentialReport);
    for (int look = 2; look <= 3; look++) {
      iam.getCredentialReport();
      assertEquals(List.of(), iam.listMFADevices(of -> of.userName("mio")).mfaDevices());
    }
    clock.pass(Duration.ofSeconds(30));
    iam.getCredentialReport();
    assertEquals(1, iam.listMFADevices(of -> of.userName("mio")).mfaDevices().size());
  }

  @Test
  void an_account_that_was_written_to_remembers_the_day_it_was_opened() {
    TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:00Z"));
    Memory log = new Memory();
    PracticeAccount first =
        new PracticeAccount(Scenario.NEW, log, CallListener.NONE, Duration.ZERO, clock, false);
    Instant opened = opened(first);
    assertEquals(List.of(), log.entries, "a look is not worth remembering");
    first.assignRootMfa();
    clock.pass(Duration.ofDays(2));
    PracticeAccount later =
        new PracticeAccount(Scenario.NEW, log, CallListener.NONE, Duration.ZERO, clock, false);
    assertEquals(opened, opened(later));
    assertEquals(
        clock.instant(),
        opened(
            new PracticeAccount(
                Scenario.NEW, WriteLog.NONE, CallListener.NONE, Duration.ZERO, clock, false)));
  }

  private static Instant opened(PracticeAccount account) {
    return of(account).account().getAccountInformation(r -> {}).accountCreatedDate();
  }

  @Test
  void nobody_is_in_the_console_unless_asked_for() {
    PracticeAccount account = new PracticeAccount(Scenario.NEW);
    for (int look = 0; look < 5; look++) {
      assertFalse(rootHasMfa(account));
    }
    account.assignRootMfa();
    assertTrue(rootHasMfa(account));
    assertEquals(List.of(), of(account).iam().listVirtualMFADevices().virtualMFADevices());
  }
}
