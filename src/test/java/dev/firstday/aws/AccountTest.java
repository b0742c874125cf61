package dev.firstday.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.firstday.aws.client.RateLimiter;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Writes;
import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Read;
import dev.firstday.practice.Hanging;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.WriteLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.account.model.GetAlternateContactResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;

@Timeout(30)
class AccountTest {
  private static final GetAccountSummaryRequest SUMMARY =
      GetAccountSummaryRequest.builder().build();

  private final List<String> calls = new CopyOnWriteArrayList<>();

  private Account account(Scenario scenario) {
    return account(scenario, (service, operation, region) -> calls.add(operation));
  }

  private static Account account(Scenario scenario, CallListener listener) {
    return new Account(
        Identities.PRACTICE,
        new PracticeAccount(
            scenario, WriteLog.NONE, listener, Duration.ZERO, Clock.systemUTC(), false));
  }

  @Test
  void the_same_read_is_made_once_until_somebody_looks_again() throws CallFailed {
    Account account = account(Scenario.NEW);
    GetAccountSummaryResponse first = account.query(Reads.GET_ACCOUNT_SUMMARY).read();
    assertSame(first, account.query(Reads.GET_ACCOUNT_SUMMARY).read());
    assertEquals(1, calls.size());
    account.invalidate();
    account.query(Reads.GET_ACCOUNT_SUMMARY).read();
    assertEquals(2, calls.size());
  }

  @Test
  void a_caller_shares_what_was_read_only_where_it_is_asked_to() throws CallFailed {
    PracticeAccount practice =
        new PracticeAccount(
            Scenario.NEW,
            WriteLog.NONE,
            (service, operation, region) -> calls.add(operation),
            Duration.ZERO,
            Clock.systemUTC(),
            false);
    Account account = new Account(Identities.PRACTICE, practice);
    SdkCaller caller = new SdkCaller(account, practice);
    Read summary = new Read("iam", "GetAccountSummary", "ap-northeast-1", Map.of(), List.of());
    account.query(Reads.GET_ACCOUNT_SUMMARY).read();
    Optional<Map<String, Object>> shared = caller.share(summary);
    assertEquals(1, calls.size());
    assertEquals(shared, caller.read(summary));
    assertEquals(2, calls.size());
    account.invalidate();
    caller.share(summary);
    assertEquals(3, calls.size());
  }

  @Test
  void what_has_a_price_is_kept_for_a_day_unless_it_is_asked_for_afresh() throws CallFailed {
    SetClock clock = new SetClock(Instant.parse("2026-11-22T00:00:00Z"));
    Account account =
        new Account(
            Identities.PRACTICE,
            new PracticeAccount(
                Scenario.NEW,
                WriteLog.NONE,
                (service, operation, region) -> calls.add(operation),
                Duration.ZERO,
                clock,
                false),
            RateLimiter.NONE,
            time -> {},
            clock);
    account.query(Reads.GET_ANOMALY_MONITORS).read();
    assertEquals(Optional.empty(), account.query(Reads.GET_ANOMALY_MONITORS).keptSince());
    clock.now = clock.now.plus(Duration.ofHours(23));
    account.invalidate(false);
    account.query(Reads.GET_ANOMALY_MONITORS).read();
    account.query(Reads.GET_ACCOUNT_SUMMARY).read();
    assertEquals(
        Optional.of(Instant.parse("2026-11-22T00:00:00Z")),
        account.query(Reads.GET_ANOMALY_MONITORS).keptSince());
    account.invalidate(false);
    account.query(Reads.GET_ACCOUNT_SUMMARY).read();
    assertEquals(List.of("GetAnomalyMonitors", "GetAccountSummary", "GetAccountSummary"), calls);
    account.invalidate();
    account.query(Reads.GET_ANOMALY_MONITORS).read();
    assertEquals(4, calls.size());
    clock.now = clock.now.plus(Duration.ofHours(25));
    account.invalidate(false);
    account.query(Reads.GET_ANOMALY_MONITORS).read();
    assertEquals(5, calls.size());
  }

  /** A clock that stands still unless somebody turns it. */
  private static final class SetClock extends Clock {
    private Instant now;

    SetClock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void other_requests_and_other_regions_are_other_reads() throws CallFailed {
    Account account = account(Scenario.HALF_DONE);
    for (AlternateContactType type : AlternateContactType.knownValues()) {
      account
          .query(Reads.GET_ALTERNATE_CONTACT, request -> request.alternateContactType(type))
          .find("ResourceNotFoundException");
    }
    account.read(Reads.GET_ACCOUNT_SUMMARY, SUMMARY, "us-east-1");
    account.read(Reads.GET_ACCOUNT_SUMMARY, SUMMARY, "us-west-2");
    assertEquals(5, calls.size());
  }

  @Test
  void a_failure_is_remembered_too() {
    Account account = account(Scenario.OFFLINE);
    for (int i = 0; i < 2; i++) {
      CallFailed failed =
          assertThrows(CallFailed.class, () -> account.query(Reads.GET_ACCOUNT_SUMMARY).read());
      assertEquals(Problem.Kind.OFFLINE, failed.problem().kind());
    }
    assertEquals(1, calls.size());
  }

  @Test
  void what_is_absent_is_found_empty_and_other_failures_are_not() throws CallFailed {
    Query<GetAlternateContactResponse> query =
        account(Scenario.NEW)
            .query(
                Reads.GET_ALTERNATE_CONTACT,
                request -> request.alternateContactType(AlternateContactType.BILLING));
    assertEquals(Optional.empty(), query.find("ResourceNotFoundException"));
    assertThrows(CallFailed.class, () -> query.find("Other"));
  }

  @Test
  void two_threads_share_one_call() throws Exception {
    CountDownLatch calling = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Account account =
        account(
            Scenario.NEW,
            (service, operation, region) -> {
              calls.add(operation);
              calling.countDown();
              try {
                go.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> first = threads.submit(() -> account.query(Reads.GET_ACCOUNT_SUMMARY).read());
      calling.await();
      Future<?> second = threads.submit(() -> account.query(Reads.GET_ACCOUNT_SUMMARY).read());
      go.countDown();
      assertSame(first.get(), second.get());
    }
    assertEquals(1, calls.size());
  }

  private static void until(BooleanSupplier so) {
    while (!so.getAsBoolean()) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void who_shares_a_call_with_a_look_that_was_left_still_gets_an_answer() throws Exception {
    Hanging aws = new Hanging("GetAccountSummary");
    Account account = account(Scenario.NEW, aws);
    FutureTask<?> left = new FutureTask<>(() -> account.query(Reads.GET_ACCOUNT_SUMMARY).read());
    Thread.ofVirtual().start(left);
    until(() -> aws.hung() == 1);
    FutureTask<?> other = new FutureTask<>(() -> account.query(Reads.GET_ACCOUNT_SUMMARY).read());
    Thread waiting = Thread.ofVirtual().start(other);
    until(() -> waiting.getState() == Thread.State.WAITING);
    left.cancel(true);
    until(() -> aws.hung() == 2);
    aws.answer();
    assertInstanceOf(GetAccountSummaryResponse.class, other.get());
  }

  @Test
  void a_look_at_several_regions_that_is_left_ends_in_all_of_them() throws Exception {
    Hanging aws = new Hanging("GetAccountSummary");
    Account account = account(Scenario.NEW, aws);
    Thread look =
        Thread.ofVirtual()
            .uncaughtExceptionHandler((thread, fault) -> {})
            .start(
                () ->
                    account.inEach(
                        List.of("us-east-1", "us-west-2"),
                        region -> account.read(Reads.GET_ACCOUNT_SUMMARY, SUMMARY, region)));
    until(() -> aws.hung() == 2);
    look.interrupt();
    look.join();
  }

  @Test
  void a_write_can_not_be_read() {
    @SuppressWarnings("unchecked") // It is refused before it is called.
    Operation<UpdateAccountPasswordPolicyRequest, ?> write =
        (Operation<UpdateAccountPasswordPolicyRequest, ?>)
            Writes.find("iam:UpdateAccountPasswordPolicy").orElseThrow();
    var request = UpdateAccountPasswordPolicyRequest.builder().build();
    Account account = account(Scenario.NEW);
    assertThrows(IllegalArgumentException.class, () -> account.read(write, request, "us-east-1"));
    assertEquals(List.of(), calls);
  }

  @Test
  void a_read_can_not_be_planned_as_a_change() {
    Account account = account(Scenario.NEW);
    assertThrows(
        IllegalArgumentException.class,
        () -> account.change("id", SUMMARY).build(Effect.CREATE, Note.of("x")));
  }
}
