package dev.firstday.engine.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Note;
import dev.firstday.engine.MemoryJournal;
import dev.firstday.engine.Things;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import dev.firstday.practice.TestClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Between the last write of a step and the first of the next all looks are had at the same time.
 */
@Timeout(60)
class StepTransitionTest {
  private static final String ACCOUNT = "123456780042";

  private final MemoryJournal journal = new MemoryJournal();
  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:00Z"));
  private final Map<String, List<Change>> missing = new LinkedHashMap<>();
  private final Set<String> written = ConcurrentHashMap.newKeySet();

  /** Everything that is told, looked at and called, in order. */
  private final List<String> seen = new CopyOnWriteArrayList<>();

  /** What becomes of a look at a step, or at one of its things. */
  private UnaryOperator<Assessment> onA = seen -> seen;

  private UnaryOperator<Assessment> onB = seen -> seen;
  private Runnable onRead = () -> {};
  private Runnable onAccount = () -> {};
  private Runnable onWrite = () -> {};
  private String account = ACCOUNT;

  private final Caller aws =
      new Caller() {
        @Override
        public String accountId() {
          seen.add("account");
          onAccount.run();
          return account;
        }

        @Override
        public Optional<Map<String, Object>> read(Read read) {
          seen.add("read " + read.request().get("Thing"));
          onRead.run();
          return Optional.empty();
        }

        @Override
        public Receipt write(Change change, Map<String, Object> request) {
          seen.add("write " + change.id());
          written.add(change.id());
          onWrite.run();
          return new Receipt("request-" + change.id(), Map.of());
        }
      };

  private final Assessor assessor =
      new Assessor() {
        @Override
        public void invalidate() {
          seen.add("forget");
        }

        @Override
        public Assessment assess(String step) {
          return StepTransitionTest.this.assess(step);
        }
      };

  @BeforeEach
  void two_steps_miss_something() {
    missing.put("a", List.of(Things.made("one", "1"), Things.made("two", "2")));
    missing.put("b", List.of(Things.made("three", "3")));
  }

  private Assessment assess(String step) {
    seen.add("assess " + step);
    Assessment.Builder found = Assessment.builder();
    missing.get(step).stream()
        .filter(change -> !written.contains(change.id()))
        .forEach(change -> found.missing(Note.of("missing")).change(change));
    return (step.equals("a") ? onA : onB).apply(found.build());
  }

  private Outcome apply(Cancellation stop) {
    Map<String, List<Change>> left = new LinkedHashMap<>();
    missing.forEach(
        (step, changes) ->
            left.put(step, changes.stream().filter(one -> !written.contains(one.id())).toList()));
    return Applier.apply(
        new Job(
            Plan.of(ACCOUNT, left).confirm("0042").orElseThrow(),
            aws,
            assessor,
            journal,
            clock,
            clock::pass,
            step -> List.of(),
            Optional.empty(),
            this::told,
            stop,
            FaultLog.NONE),
        new ApplyOrder(List.of("a", "b"), Set.of(), 1));
  }

  private void told(ApplyEvent event) {
    switch (event) {
      case ApplyEvent.StepStarted(String step) -> seen.add("started " + step);
      case ApplyEvent.StepVerified verified -> seen.add("verified " + verified.step());
      default -> {}
    }
  }

  private boolean aIsWritten() {
    return written.contains("two");
  }

  private long times(String what) {
    return seen.stream().filter(what::equals).count();
  }

  /** What was seen and done from one thing to another. */
  private List<String> from(String first, String last) {
    return seen.subList(seen.indexOf(first), seen.lastIndexOf(last) + 1);
  }

  private static void together(CountDownLatch all) {
    all.countDown();
    try {
      assertTrue(all.await(30, TimeUnit.SECONDS), "the others have not begun");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void every_look_behind_a_step_has_begun_before_any_of_them_ends() {
    // The step and its two things.
    CountDownLatch all = new CountDownLatch(3);
    Runnable look =
        () -> {
          if (aIsWritten() && times("verified a") == 0) {
            together(all);
          }
        };
    onRead = look;
    onA = seen -> beside(seen, look);
    assertEquals(Outcome.Ending.COMPLETED, apply(() -> false).ending());
    assertEquals(
        Set.of("assess a", "read one", "read two"),
        Set.copyOf(seen.subList(seen.indexOf("write two") + 2, seen.indexOf("verified a"))));
  }

  @Test
  void what_was_read_is_forgotten_once_before_the_looks_behind_a_step() {
    apply(() -> false);
    assertEquals(List.of("write two", "forget"), from("write two", "verified a").subList(0, 2));
    assertEquals(1, from("write two", "verified a").stream().filter("forget"::equals).count());
  }

  private static Assessment beside(Assessment seen, Runnable look) {
    look.run();
    return seen;
  }

  @Test
  void nothing_is_told_of_a_step_before_the_one_before_is_verified() {
    apply(() -> false);
    assertEquals(
        List.of("started a", "verified a", "started b", "verified b"),
        seen.stream().filter(one -> one.matches("(started|verified) .")).toList());
  }

  @Test
  void the_journal_is_written_in_the_order_of_the_steps() {
    apply(() -> false);
    assertEquals(
        List.of(
            "started one",
            "done one",
            "started two",
            "done two",
            "left one",
            "left two",
            "started three",
            "done three",
            "left three"),
        journal.events());
    assertTrue(journal.entries().get(6).data().containsKey("before"));
  }

  @Test
  void what_does_not_settle_ends_in_a_look_of_its_own_at_the_next_step() {
    missing.put("a", missing.get("a").subList(1, 2));
    onA = seen -> Assessment.builder().change(missing.get("a").getFirst()).build();
    assertEquals(Outcome.Ending.UNVERIFIED, apply(() -> false).ending());
    assertTrue(from("verified a", "started b").contains("assess b"));
  }

  @Test
  void a_difference_is_looked_at_again() {
    List<Assessment> looks = new ArrayList<>();
    onB =
        seen -> {
          looks.add(seen);
          return looks.size() == 1
              ? Assessment.builder().change(Things.made("three", "other")).build()
              : seen;
        };
    assertEquals(Outcome.Ending.COMPLETED, apply(() -> false).ending());
    assertTrue(from("verified a", "started b").contains("assess b"));
  }

  @Test
  void a_difference_that_is_still_there_ends_it() {
    onB = seen -> Assessment.builder().change(Things.made("three", "other")).build();
    Outcome outcome = apply(() -> false);
    assertEquals(Outcome.Ending.MOVED, outcome.ending());
    assertEquals(Optional.of("b"), outcome.moved());
    assertEquals(Set.of("one", "two"), written);
  }

  @Test
  void behind_a_failure_the_next_step_is_not_looked_at() {
    onWrite =
        () -> {
          if (aIsWritten()) {
            throw new RecordFailed(Note.of("state.unwritable"), null);
          }
        };
    assertEquals(Outcome.Ending.FAILED, apply(() -> false).ending());
    assertEquals(0, times("assess b"));
    assertEquals(0, times("read three"));
  }

  @Test
  void behind_a_stop_the_next_step_is_not_looked_at() {
    assertEquals(Outcome.Ending.STOPPED, apply(() -> written.contains("one")).ending());
    assertEquals(0, times("assess b"));
    assertEquals(0, times("read three"));
    assertEquals("left one", journal.events().getLast());
  }

  @Test
  void a_stop_at_the_last_write_lets_nothing_of_the_next_step_be_seen_before_its_turn() {
    assertEquals(Outcome.Ending.STOPPED, apply(this::aIsWritten).ending());
    assertTrue(seen.indexOf("verified a") < seen.indexOf("assess b"));
    assertFalse(written.contains("three"));
  }

  @Test
  void another_account_ends_it_when_the_step_before_is_told() {
    onAccount =
        () -> {
          if (aIsWritten()) {
            account = Things.OTHER;
          }
        };
    Outcome outcome = apply(() -> false);
    assertEquals(Outcome.Ending.OTHER_ACCOUNT, outcome.ending());
    assertEquals(Set.of("a"), outcome.after().keySet());
    assertEquals("left two", journal.events().getLast());
    assertEquals(0, times("started b"));
    assertEquals(1, times("assess b"));
  }

  @Test
  void whoever_interrupts_it_stops_the_looks_too() throws InterruptedException {
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(1);
    onB =
        seen -> {
          looking.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            left.countDown();
          }
          return seen;
        };
    List<Object> ends = new CopyOnWriteArrayList<>();
    Thread apply =
        Thread.ofVirtual()
            .start(
                () -> {
                  ends.add(apply(() -> false).ending());
                  ends.add(Thread.currentThread().isInterrupted());
                });
    assertTrue(looking.await(30, TimeUnit.SECONDS));
    apply.interrupt();
    apply.join();
    assertTrue(left.await(30, TimeUnit.SECONDS));
    assertEquals(List.of(Outcome.Ending.STOPPED, true), ends);
  }

  @Test
  void a_kill_among_the_looks_leaves_what_the_next_run_completes() {
    onB =
        seen -> {
          throw new Things.Killed();
        };
    onA =
        seen -> {
          if (aIsWritten()) {
            throw new Things.Killed();
          }
          return seen;
        };
    assertThrows(Things.Killed.class, () -> apply(() -> false));
    onA = seen -> seen;
    onB = seen -> seen;
    Outcome outcome = apply(() -> false);
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(1, outcome.done().size());
    assertEquals(
        List.of("three", "two", "one"),
        JournalHistory.of(journal.entries()).live().stream()
            .map(applied -> applied.change().id())
            .toList());
  }
}
