package dev.firstday.engine.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Note;
import dev.firstday.engine.Changes;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Read;
import dev.firstday.engine.plan.Secret;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What a person can clear away is waited for, and then it goes on. */
class RetryingCallerTest {
  private static final Caller.Receipt DONE = new Caller.Receipt("request-1", Map.of());

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final Deque<Problem.Kind> troubles = new ConcurrentLinkedDeque<>();
  private final Deque<Problem.Kind> troublesAfterwards = new ArrayDeque<>();
  private final Deque<Boolean> words = new ArrayDeque<>();
  private final Deque<Assessment> looks = new ArrayDeque<>();
  private final Deque<Optional<Secret>> codes = new ArrayDeque<>();
  private Optional<Secret> given = Optional.empty();
  private String account = "111111111111";
  private int forgotten;
  private CyclicBarrier together = new CyclicBarrier(1);

  private final Caller aws =
      new Caller() {
        @Override
        public String accountId() throws CallFailed {
          seen.add("account");
          fail(troublesAfterwards);
          return account;
        }

        @Override
        public boolean wantsCode(Problem obstacle) {
          return !codes.isEmpty() && obstacle.kind() == Problem.Kind.EXPIRED;
        }

        @Override
        public String accountId(Secret code) throws CallFailed {
          given = Optional.of(code);
          seen.add(code.text());
          return accountId();
        }

        @Override
        public Optional<Map<String, Object>> read(Read read) {
          return Optional.empty();
        }

        @Override
        public Receipt write(Change change, Map<String, Object> request) throws CallFailed {
          seen.add("write");
          fail(troubles);
          if (fault.isPresent()) {
            throw fault.get();
          }
          return DONE;
        }
      };

  private Optional<RuntimeException> fault = Optional.empty();

  private final RetryingCaller caller =
      new RetryingCaller(
          aws,
          new Assessor() {
            @Override
            public void invalidate() {
              forgotten++;
            }

            @Override
            public Assessment assess(String step) {
              return looks.removeFirst();
            }
          },
          "111111111111",
          event -> {
            switch (event) {
              case ApplyEvent.Paused paused -> seen.add("paused " + paused.remedy().code());
              case ApplyEvent.Resumed resumed -> seen.add("resumed");
              default -> seen.add(event.toString());
            }
          },
          new RecoveryPrompt() {
            @Override
            public boolean goOn(Problem problem, Note remedy) {
              return words.removeFirst();
            }

            @Override
            public Optional<Secret> code(Problem problem) {
              return codes.removeFirst();
            }
          },
          (where, fault) -> Optional.of("fault.log"));

  private void fail(Deque<Problem.Kind> troubles) throws CallFailed {
    Problem.Kind next = troubles.pollFirst();
    if (next != null) {
      await(together);
      throw new CallFailed(problem(next), null);
    }
  }

  private static void await(CyclicBarrier others) {
    try {
      others.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private static Problem problem(Problem.Kind kind) {
    return new Problem(
        kind, "iam", "CreateGroup", "us-east-1", "", "", "", Optional.empty(), List.of());
  }

  private Caller.Receipt write() throws CallFailed {
    return caller.write(Changes.of("one"), Map.of());
  }

  @Test
  void expired_credentials_pause_and_the_call_is_made_again_for_the_same_account()
      throws CallFailed {
    troubles.add(Problem.Kind.EXPIRED);
    words.add(true);
    assertEquals(DONE, write());
    assertEquals(List.of("write", "paused remedy.EXPIRED", "account", "resumed", "write"), seen);
  }

  @Test
  void what_is_still_in_the_way_pauses_again() throws CallFailed {
    troubles.add(Problem.Kind.OFFLINE);
    troublesAfterwards.add(Problem.Kind.EXPIRED);
    words.addAll(List.of(true, true));
    assertEquals(DONE, write());
    assertEquals(
        List.of(
            "write",
            "paused remedy.OFFLINE",
            "account",
            "paused remedy.EXPIRED",
            "account",
            "resumed",
            "write"),
        seen);
  }

  @Test
  void a_session_that_a_code_renews_is_asked_for_it_until_it_is_taken_and_the_code_is_wiped()
      throws CallFailed {
    troubles.add(Problem.Kind.EXPIRED);
    troublesAfterwards.add(Problem.Kind.EXPIRED);
    codes.add(Optional.of(Secret.of("123456")));
    codes.add(Optional.of(Secret.of("654321")));
    assertEquals(DONE, write());
    assertEquals(
        List.of(
            "write",
            "paused remedy.EXPIRED",
            "123456",
            "account",
            "paused remedy.EXPIRED",
            "654321",
            "account",
            "resumed",
            "write"),
        seen);
    assertThrows(IllegalStateException.class, () -> given.orElseThrow().text());
  }

  @Test
  void whoever_gives_no_code_gets_the_failure() {
    troubles.add(Problem.Kind.EXPIRED);
    codes.add(Optional.empty());
    assertEquals(
        Problem.Kind.EXPIRED, assertThrows(CallFailed.class, this::write).problem().kind());
    assertEquals(List.of("write", "paused remedy.EXPIRED"), seen);
  }

  @Test
  void nothing_is_written_with_another_accounts_credentials() {
    troubles.add(Problem.Kind.EXPIRED);
    words.add(true);
    account = "222222222222";
    Problem problem = assertThrows(CallFailed.class, this::write).problem();
    assertEquals(Problem.Kind.OTHER_ACCOUNT, problem.kind());
    assertEquals("222222222222", problem.message());
    assertEquals(List.of("write", "paused remedy.EXPIRED", "account"), seen);
  }

  @Test
  void whoever_does_not_want_to_wait_gets_the_failure() {
    troubles.add(Problem.Kind.CLOCK);
    words.add(false);
    assertEquals(Problem.Kind.CLOCK, assertThrows(CallFailed.class, this::write).problem().kind());
    assertEquals(List.of("write", "paused remedy.CLOCK"), seen);
  }

  @Test
  void a_refusal_is_no_pause() {
    troubles.add(Problem.Kind.DENIED);
    assertEquals(Problem.Kind.DENIED, assertThrows(CallFailed.class, this::write).problem().kind());
    assertEquals(List.of("write"), seen);
  }

  @Test
  void a_look_that_is_kept_from_seeing_is_had_again() {
    words.add(true);
    looks.add(Assessment.unseen(problem(Problem.Kind.OFFLINE)));
    looks.add(Assessment.builder().ok(Note.of("fine")).build());
    assertEquals(Verdict.DONE, caller.assess("step").verdict());
    assertEquals(List.of("paused remedy.OFFLINE", "account", "resumed"), seen);
    assertEquals(1, forgotten, "also what could not be read is remembered");
  }

  @Test
  void a_look_that_nobody_waits_for_stays_unseen() {
    words.add(false);
    Assessment unseen = Assessment.unseen(problem(Problem.Kind.OFFLINE));
    looks.add(unseen);
    assertEquals(unseen, caller.assess("step"));
  }

  /** Two threads write, and neither gets its answer before the other has asked. */
  private List<Future<Caller.Receipt>> writeTwice() throws InterruptedException {
    together = new CyclicBarrier(2);
    Callable<Caller.Receipt> write = this::write;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(List.of(write, write));
    }
  }

  @Test
  void calls_that_meet_the_same_obstacle_wait_together() throws InterruptedException {
    troubles.addAll(List.of(Problem.Kind.EXPIRED, Problem.Kind.EXPIRED));
    words.add(true);
    assertEquals(List.of(DONE, DONE), writeTwice().stream().map(Future::resultNow).toList());
    assertEquals(1, seen.stream().filter("paused remedy.EXPIRED"::equals).count());
    assertEquals(1, seen.stream().filter("resumed"::equals).count());
  }

  @Test
  void one_no_holds_for_all_calls_that_meet_the_same_obstacle() throws InterruptedException {
    troubles.addAll(List.of(Problem.Kind.OFFLINE, Problem.Kind.OFFLINE));
    words.add(false);
    writeTwice().forEach(one -> assertEquals(CallFailed.class, one.exceptionNow().getClass()));
    assertEquals(1, seen.stream().filter("paused remedy.OFFLINE"::equals).count());
  }

  @Test
  void a_fault_of_ours_in_a_call_is_a_call_that_failed_and_may_have_been_carried_out() {
    fault = Optional.of(new IllegalStateException("odd"));
    CallFailed failure = assertThrows(CallFailed.class, this::write);
    assertEquals(Problem.Kind.FAULT, failure.problem().kind());
    assertEquals("IllegalStateException, fault.log", failure.problem().message());
    assertTrue(failure.unanswered());
  }

  @Test
  void no_call_follows_in_another_account() {
    troubles.add(Problem.Kind.EXPIRED);
    words.add(true);
    account = "222222222222";
    assertThrows(CallFailed.class, this::write);
    account = "111111111111";
    assertEquals(
        Problem.Kind.OTHER_ACCOUNT, assertThrows(CallFailed.class, this::write).problem().kind());
    assertEquals(1, seen.stream().filter("write"::equals).count());
  }
}
