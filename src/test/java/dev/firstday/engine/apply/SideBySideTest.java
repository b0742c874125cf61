package dev.firstday.engine.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Note;
import dev.firstday.engine.Changes;
import dev.firstday.engine.MemoryJournal;
import dev.firstday.engine.Problems;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.plan.Ask;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Writes that don't depend on each other are made at the same time. */
class SideBySideTest {
  private static final String ACCOUNT = "123456780042";
  private static final int WIDTH = 8;

  private final Map<String, List<Change>> missing = new LinkedHashMap<>();
  private final Map<String, List<String>> after = new LinkedHashMap<>();
  private final Set<String> written = ConcurrentHashMap.newKeySet();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final MemoryJournal journal = new MemoryJournal();
  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private Consumer<String> call = id -> {};
  private Set<String> last = Set.of();
  private Optional<Person> person = Optional.empty();
  private Map<String, CallFailed> refused = Map.of();

  /** The end of a process: nothing of ours may catch it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final class Aws implements Caller {
    @Override
    public String accountId() {
      return ACCOUNT;
    }

    @Override
    public Optional<Map<String, Object>> read(Read read) {
      return Optional.empty();
    }

    @Override
    public Receipt write(Change change, Map<String, Object> request) throws CallFailed {
      String id = change.id();
      seen.add("begun " + id);
      most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
      call.accept(id);
      inFlight.decrementAndGet();
      if (refused.containsKey(id)) {
        throw refused.get(id);
      }
      written.add(id);
      seen.add("ended " + id);
      return new Receipt("request-" + id, Map.of("Arn", "arn:" + id));
    }
  }

  private final class Steps implements Assessor {
    @Override
    public Assessment assess(String step) {
      Assessment.Builder found = Assessment.builder();
      missing.get(step).stream()
          .filter(change -> !written.contains(change.id()))
          .forEach(change -> found.missing(Note.of("missing")).change(change));
      return found.build();
    }

    @Override
    public void invalidate() {}
  }

  private Job job() {
    return new Job(
        Plan.of(ACCOUNT, missing).confirm("0042").orElseThrow(),
        new Aws(),
        new Steps(),
        journal,
        Clock.systemUTC(),
        time -> {},
        step -> after.getOrDefault(step, List.of()),
        person,
        event -> {},
        stop::get,
        FaultLog.NONE);
  }

  private ApplyOrder order() {
    return new ApplyOrder(List.copyOf(missing.keySet()), last, WIDTH);
  }

  private Outcome apply() {
    return Applier.apply(job(), order());
  }

  private static Change change(String id, String region, Map<String, Object> request) {
    return new Change(
        id,
        Effect.CREATE,
        "events",
        "PutRule",
        region,
        request,
        Note.of("why"),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private void steps(int count) {
    for (int i = 0; i < count; i++) {
      missing.put("step" + i, List.of(Changes.of("thing" + i)));
    }
  }

  private void assertBefore(String first, String second) {
    assertTrue(
        seen.indexOf(first) >= 0 && seen.indexOf(first) < seen.indexOf(second), () -> "" + seen);
  }

  private List<String> waitsFor(String step) {
    return new Schedule(job(), order()).steps(List.copyOf(missing.keySet())).get(step);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS), "the others have not come");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void eight_are_in_flight_and_never_more() {
    steps(30);
    CountDownLatch eight = new CountDownLatch(WIDTH);
    call =
        id -> {
          eight.countDown();
          await(eight);
        };
    assertEquals(Outcome.Ending.COMPLETED, apply().ending());
    assertEquals(WIDTH, most.get());
    assertEquals(30, written.size());
  }

  @Test
  void the_result_is_told_in_the_order_of_the_plan() {
    steps(20);
    assertEquals(Plan.of(ACCOUNT, missing).changes(), apply().done());
  }

  @Test
  void what_refers_to_a_change_of_another_step_waits_for_that_step() {
    missing.put("topic", List.of(Changes.of("topic"), Changes.of("topic/policy")));
    Object arn = Map.of(Placeholders.REF, "topic#/Arn");
    missing.put("alarm", List.of(Changes.of("alarm", Map.of("Topic", arn))));
    assertEquals(List.of("topic"), waitsFor("alarm"));
    assertEquals(Outcome.Ending.COMPLETED, apply().ending());
    assertBefore("ended topic/policy", "begun alarm");
  }

  @Test
  void a_step_waits_for_those_that_it_needs() {
    steps(3);
    after.put("step2", List.of("step0"));
    assertEquals(List.of("step0"), waitsFor("step2"));
    assertEquals(List.of(), waitsFor("step1"));
  }

  @Test
  void the_last_step_waits_for_all() {
    steps(3);
    last = Set.of("step2");
    assertEquals(List.of("step0", "step1"), waitsFor("step2"));
  }

  @Test
  void two_steps_that_share_a_change_follow_each_other() {
    missing.put("one", List.of(Changes.of("shared"), Changes.of("own")));
    missing.put("two", List.of(Changes.of("shared"), Changes.of("other")));
    assertEquals(List.of("one"), waitsFor("two"));
    apply();
    assertEquals(1, seen.stream().filter("begun shared"::equals).count());
  }

  @Test
  void two_steps_that_change_the_same_thing_follow_each_other() {
    Map<String, Object> backups = Map.of("DBInstanceIdentifier", "db1", "Days", 7);
    Map<String, Object> deletion = Map.of("DBInstanceIdentifier", "db1", "Protected", true);
    missing.put("backups", List.of(change("backups/db1", "eu-west-1", backups)));
    missing.put("deletion", List.of(change("deletion/db1", "eu-west-1", deletion)));
    missing.put("elsewhere", List.of(change("elsewhere/db1", "us-east-1", deletion)));
    assertEquals(List.of("backups"), waitsFor("deletion"));
    assertEquals(List.of(), waitsFor("elsewhere"));
  }

  @Test
  void nothing_else_happens_while_a_person_is_asked() {
    steps(3);
    Change asking =
        new Change(
            "user",
            Effect.CREATE,
            "iam",
            "CreateUser",
            "us-east-1",
            Map.of("UserName", "mio"),
            Note.of("why"),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(new Ask.Presence()));
    missing.put("step1", List.of(asking));
    assertEquals(List.of(), waitsFor("step2"), "nobody is there");
    person = Optional.of(new Nobody());
    assertEquals(List.of("step0"), waitsFor("step1"));
    assertEquals(List.of("step1"), waitsFor("step2"));
  }

  @Test
  void a_step_works_in_its_Regions_at_the_same_time_and_in_each_in_order() {
    List<Change> changes = new ArrayList<>();
    changes.add(change("rules/role", "us-east-1", Map.of("RoleName", "r")));
    List<String> regions = List.of("eu-west-1", "us-east-1", "ap-northeast-1");
    for (String region : regions) {
      changes.add(change("rules/" + region + "/rule", region, Map.of("Name", "n")));
      changes.add(change("rules/" + region + "/target", region, Map.of("Rule", "n")));
    }
    changes.add(change("rules/summary", "us-east-1", Map.of()));
    missing.put("rules", changes);
    CountDownLatch all = new CountDownLatch(regions.size());
    call =
        id -> {
          if (id.endsWith("/rule")) {
            all.countDown();
            await(all);
          }
        };
    assertEquals(Outcome.Ending.COMPLETED, apply().ending());
    for (String region : regions) {
      assertBefore("ended rules/role", "begun rules/" + region + "/rule");
      assertBefore("ended rules/" + region + "/rule", "begun rules/" + region + "/target");
      assertBefore("ended rules/" + region + "/target", "begun rules/summary");
    }
  }

  @Test
  void each_is_in_the_journal_before_its_call() {
    steps(20);
    call = id -> assertTrue(journal.events().contains("started " + id), id);
    assertEquals(Outcome.Ending.COMPLETED, apply().ending());
  }

  @Test
  void a_stop_lets_what_is_in_flight_end_and_begins_nothing_more() {
    steps(30);
    CountDownLatch eight = new CountDownLatch(WIDTH);
    call =
        id -> {
          eight.countDown();
          await(eight);
          stop.set(true);
        };
    Outcome outcome = apply();
    assertEquals(Outcome.Ending.STOPPED, outcome.ending());
    assertEquals(WIDTH, written.size());
    assertEquals(WIDTH, outcome.done().size());
    assertEquals(30 - WIDTH, outcome.notTried().size());
  }

  @Test
  void a_crash_leaves_eight_unknown_at_most_and_begins_nothing_more() {
    steps(30);
    CountDownLatch eight = new CountDownLatch(WIDTH);
    call =
        id -> {
          eight.countDown();
          await(eight);
          throw new Killed();
        };
    assertThrows(Killed.class, this::apply);
    assertEquals(WIDTH, seen.stream().filter(one -> one.startsWith("begun ")).count());
    long unknown =
        JournalHistory.of(journal.entries()).appliedChanges().stream()
            .filter(change -> change.ending() == AppliedChange.ChangeEnding.UNKNOWN)
            .count();
    assertEquals(WIDTH, unknown);
    call = id -> {};
    assertEquals(Outcome.Ending.COMPLETED, apply().ending());
    assertEquals(30, written.size());
  }

  @Test
  void where_the_journal_cannot_be_kept_nothing_more_is_begun() {
    steps(30);
    call =
        id -> {
          throw new RecordFailed(Note.of("state.unwritable"), null);
        };
    assertEquals(Outcome.Ending.FAILED, apply().ending());
    assertTrue(seen.stream().filter(one -> one.startsWith("begun ")).count() <= WIDTH);
  }

  @Test
  void what_fails_for_all_ends_all_and_what_fails_alone_does_not() {
    steps(30);
    refused = Map.of("thing0", Problems.failure(Problem.Kind.DENIED, "AccessDenied"));
    assertEquals(Outcome.Ending.FAILED, apply().ending());
    assertEquals(29, written.size());
    written.clear();
    seen.clear();
    refused = Map.of("thing0", Problems.failure(Problem.Kind.EXPIRED, "ExpiredToken"));
    Outcome outcome = apply();
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals(Optional.of(Problem.Kind.EXPIRED), outcome.problem().map(Problem::kind));
  }

  @Test
  void whoever_interrupts_it_ends_what_waits() throws InterruptedException {
    steps(20);
    CountDownLatch begun = new CountDownLatch(WIDTH);
    call =
        id -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
    Thread applying = Thread.ofVirtual().start(() -> outcomes.add(apply()));
    assertTrue(begun.await(30, TimeUnit.SECONDS));
    applying.interrupt();
    applying.join(30_000);
    assertEquals(Outcome.Ending.STOPPED, outcomes.getFirst().ending());
    assertTrue(written.size() <= WIDTH);
  }

  /** Somebody who is never asked. */
  private static final class Nobody implements Person {
    @Override
    public void reveal(NewPassword password) {
      throw new AssertionError();
    }

    @Override
    public Optional<Codes> codes(Enrolment enrolment, Optional<Problem> refusedFor) {
      throw new AssertionError();
    }

    @Override
    public boolean agrees(Plan.Planned change) {
      throw new AssertionError();
    }
  }
}
