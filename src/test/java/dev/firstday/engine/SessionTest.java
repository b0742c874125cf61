package dev.firstday.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Note;
import dev.firstday.catalog.Setting;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.RecoveryPrompt;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.BoundStep;
import dev.firstday.engine.assess.Evidence;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.FailureId;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SessionTest {
  private static final Identity IDENTITY =
      new Identity(
          "123456780042",
          Optional.empty(),
          "arn",
          Identity.Kind.USER,
          "aoi",
          "aws",
          "us-east-1",
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final Catalog CATALOG =
      Entries.catalog(
          Entries.last("last"),
          Entries.step("b", "a"),
          Entries.step("a"),
          Entries.attested("word"),
          Entries.priced("priced"),
          Entries.asking(
              "asking",
              Entries.setting("days", Setting.Type.INTEGER, Optional.of("7"), Optional.empty())));

  private final MemoryJournal journal = new MemoryJournal();
  private final MemoryNotes notes = new MemoryNotes();
  private final Map<String, BoundStep> steps = new HashMap<>();
  private final Set<String> written = new HashSet<>();

  private final Queue<String> looks = new ConcurrentLinkedQueue<>();
  private final List<Boolean> forgotten = Collections.synchronizedList(new ArrayList<>());

  SessionTest() {
    for (String id : List.of("last", "a", "b", "priced", "asking")) {
      steps.put(id, answers -> missing(id));
    }
  }

  /** A step that misses one change, called as itself. */
  private Assessment missing(String id) {
    return written.contains(id)
        ? Assessment.builder().ok(Note.of("ok")).build()
        : Assessment.builder().missing(Note.of("none")).change(Changes.of(id)).build();
  }

  private Session session() {
    Caller caller =
        new Caller() {
          @Override
          public String accountId() {
            return IDENTITY.accountId();
          }

          @Override
          public Optional<Map<String, Object>> read(Read read) {
            return Optional.empty();
          }

          @Override
          public Receipt write(Change change, Map<String, Object> request) {
            assertEquals(1, journal.claims(), "nobody else writes meanwhile");
            written.add(change.id());
            return new Receipt("", Map.of());
          }
        };
    return new Session(
        new SessionParts(
            CATALOG,
            IDENTITY,
            steps,
            new AnswerBook(CATALOG, Map.of(), Map.of()),
            new AnswerRules(Optional::of),
            notes,
            journal,
            caller,
            Clock.systemUTC(),
            null,
            forgotten::add));
  }

  private static Optional<Verdict> verdict(Session session, String step) {
    return session.step(step).verdict();
  }

  @Test
  void nothing_is_known_before_somebody_looks() {
    Session session = session();
    assertEquals(Optional.empty(), verdict(session, "a"));
    assertTrue(session.step("a").open());
    assertTrue(session.plan(List.of("a")).isEmpty());
  }

  @Test
  void steps_are_looked_at_at_the_same_time() {
    CountDownLatch both = new CountDownLatch(2);
    for (String id : List.of("a", "b")) {
      steps.put(
          id,
          answers -> {
            both.countDown();
            try {
              both.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return missing(id);
          });
    }
    Session session = session();
    session.check(List.of("a", "b"));
    assertEquals(Optional.of(Verdict.TODO), verdict(session, "b"));
    assertFalse(session.step("b").checking());
  }

  private List<String> lookedAtForAnUndoOf(String step) {
    List<String> looks = new ArrayList<>();
    steps.forEach(
        (id, bound) ->
            steps.put(
                id,
                answers -> {
                  synchronized (looks) {
                    looks.add(id);
                  }
                  return bound.assess(answers);
                }));
    session().undoPlan(List.of(step));
    return looks.stream().sorted().toList();
  }

  private void apply(String step) {
    Session session = session();
    session.check(List.of(step));
    Plan plan = session.plan(List.of(step));
    session.apply(
        plan.confirm("0042").orElseThrow(),
        Optional.empty(),
        event -> {},
        () -> false,
        RecoveryPrompt.NONE);
  }

  @Test
  void an_undo_looks_at_no_step_that_can_not_use_what_is_taken_back() {
    apply("a");
    assertEquals(List.of("b"), lookedAtForAnUndoOf("a"));
  }

  @Test
  void an_undo_of_one_step_looks_at_none_where_none_stands_on_it() {
    apply("b");
    assertEquals(List.of(), lookedAtForAnUndoOf("b"));
  }

  @Test
  void an_undo_of_what_steps_share_looks_at_all_that_may_use_it() {
    steps.put(
        "b",
        answers ->
            Assessment.builder().missing(Note.of("none")).change(Changes.of("topic")).build());
    apply("b");
    assertEquals(List.of("a", "asking", "last", "priced"), lookedAtForAnUndoOf("b"));
  }

  @Test
  void a_fault_in_one_step_is_written_down_and_costs_that_step_alone() {
    steps.put("a", answers -> List.<Assessment>of().getFirst());
    steps.put("b", answers -> overflow(answers, 0));
    Session session = session();
    List<String> faults = new ArrayList<>();
    session
        .listeners()
        .onFault(
            (where, fault) -> {
              synchronized (faults) {
                faults.add(where + " " + fault.getClass().getSimpleName());
              }
              return Optional.of("/x/fault.log");
            });
    session.check(List.of("a", "b", "last"));
    assertEquals(Optional.of(Verdict.UNSEEN), verdict(session, "a"));
    assertEquals(Optional.of(Verdict.UNSEEN), verdict(session, "b"));
    assertEquals(Optional.of(Verdict.TODO), verdict(session, "last"));
    faults.sort(null);
    assertEquals(List.of("a NoSuchElementException", "b StackOverflowError"), faults);
    Problem problem = session.step("a").assessment().flatMap(Assessment::problem).orElseThrow();
    assertEquals(FailureId.FAULT, FailureId.of(problem));
    assertEquals("NoSuchElementException, /x/fault.log", problem.message());
    assertEquals(List.of("a", "b"), session.plan(List.of("a", "b", "last")).unseen());
  }

  private static Assessment overflow(Answers answers, int depth) {
    return depth < 0 ? Assessment.unattested() : overflow(answers, depth + 1);
  }

  /** A step that reads this, and is done while something holds. */
  private BoundStep reading(String id, String operation, BooleanSupplier done) {
    return new BoundStep() {
      @Override
      public Assessment assess(Answers answers) {
        throw new AssertionError();
      }

      @Override
      public Assessment assess(Answers answers, Consumer<Evidence> witness) {
        looks.add(id);
        for (String one : operation.split(" ")) {
          witness.accept(new Evidence("iam", one, "us-east-1", Optional.empty(), "r" + id));
        }
        return done.getAsBoolean() ? Assessment.builder().ok(Note.of("ok")).build() : missing(id);
      }
    };
  }

  private List<String> looks() {
    List<String> all = looks.stream().sorted().toList();
    looks.clear();
    return all;
  }

  @Test
  void a_verdict_that_changes_has_those_that_share_a_read_looked_at_again() {
    boolean[] mfa = {false};
    steps.put("a", reading("a", "GetAccountSummary", () -> mfa[0]));
    steps.put("b", reading("b", "GetAccountSummary ListUsers", () -> mfa[0]));
    steps.put("priced", reading("priced", "GetAnomalyMonitors", () -> mfa[0]));
    Session session = session();
    List<String> all = List.of("a", "b", "priced");
    session.check(all);
    assertEquals(all, looks(), "a first look is no change");
    session.check(List.of("a"));
    assertEquals(List.of("a"), looks(), "nothing has changed");
    mfa[0] = true;
    session.check(List.of("a"));
    assertEquals(List.of("a", "b"), looks());
    assertEquals(Optional.of(Verdict.DONE), verdict(session, "b"));
    assertEquals(Optional.of(Verdict.TODO), verdict(session, "priced"), "it reads other things");
  }

  @Test
  void steps_whose_verdicts_go_on_changing_are_looked_at_once() {
    boolean[] turn = {false};
    for (String id : List.of("a", "b", "last")) {
      boolean[] mine = {false};
      String reads =
          id.equals("a") ? "ListUsers" : id.equals("b") ? "ListUsers GetUser" : "GetUser";
      steps.put(id, reading(id, reads, () -> turn[0] && (mine[0] = !mine[0])));
    }
    Session session = session();
    session.check(List.of("a", "b", "last"));
    looks();
    turn[0] = true;
    session.check(List.of("a"));
    assertEquals(List.of("a", "b", "last"), looks());
  }

  @Test
  void what_an_apply_changes_has_those_looked_at_again_that_it_did_not_write() {
    for (String id : List.of("a", "b", "last")) {
      steps.put(id, reading(id, "GetAccountSummary", () -> written.contains("a")));
    }
    Session session = session();
    session.check(List.of("a", "b", "last"));
    Plan plan = session.plan(List.of("a"));
    looks();
    forgotten.clear();
    session.apply(
        plan.confirm(IDENTITY.lastFour()).orElseThrow(),
        Optional.empty(),
        event -> {},
        () -> false,
        RecoveryPrompt.NONE);
    assertEquals(List.of("a", "a", "b", "last"), looks(), "before and behind its write, and these");
    assertEquals(Optional.of(Verdict.DONE), verdict(session, "last"));
    assertEquals(false, forgotten.getLast(), "what AWS takes money for is not read again for that");
  }

  @Test
  void a_look_that_began_earlier_does_not_replace_what_a_later_one_has_shown() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch hung = hangs("a", slow);
    BoundStep late = steps.get("a");
    boolean[] first = {true};
    steps.put(
        "a",
        answers -> {
          if (first[0]) {
            first[0] = false;
            late.assess(answers);
            return missing("none");
          }
          return Assessment.builder().ok(Note.of("ok")).build();
        });
    Session session = session();
    Thread check = Thread.ofVirtual().start(() -> session.check(List.of("a")));
    hung.await();
    session.check(List.of("a"));
    slow.countDown();
    check.join();
    assertEquals(Optional.of(Verdict.DONE), verdict(session, "a"));
  }

  @Test
  void whoever_listens_hears_of_every_look() {
    Session session = session();
    List<String> heard = new ArrayList<>();
    session
        .listeners()
        .onChange(
            id ->
                heard.add(id + (session.step(id).checking() ? " is looked at" : " was looked at")));
    session.check(List.of("a"));
    assertEquals(List.of("a is looked at", "a was looked at"), heard);
  }

  /** A step whose look hangs, and tells when it does. */
  private CountDownLatch hangs(String id, CountDownLatch answer) {
    CountDownLatch hung = new CountDownLatch(1);
    steps.put(
        id,
        answers -> {
          hung.countDown();
          try {
            answer.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return missing(id);
        });
    return hung;
  }

  @Test
  void a_look_that_is_left_ends_at_once_and_has_seen_nothing_while_others_go_on() throws Exception {
    CountDownLatch hung = hangs("a", new CountDownLatch(1));
    CountDownLatch answer = new CountDownLatch(1);
    hangs("b", answer);
    Session session = session();
    Thread check = Thread.ofVirtual().start(() -> session.check(List.of("a", "b", "last")));
    hung.await();
    session.leave(List.of("a", "priced"));
    assertEquals(Optional.of(Verdict.UNSEEN), verdict(session, "a"));
    assertEquals(
        Problem.Kind.LEFT,
        session.step("a").assessment().flatMap(Assessment::problem).orElseThrow().kind());
    assertFalse(session.step("a").checking());
    assertTrue(session.step("b").checking());
    answer.countDown();
    check.join();
    assertEquals(Optional.of(Verdict.TODO), verdict(session, "b"));
    assertEquals(Optional.of(Verdict.TODO), verdict(session, "last"));
  }

  @Test
  void what_a_look_sees_after_it_was_left_comes_too_late() throws Exception {
    CountDownLatch hung = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    steps.put(
        "a",
        answers -> {
          hung.countDown();
          while (answer.getCount() > 0) {
            Thread.onSpinWait();
          }
          return missing("a");
        });
    Session session = session();
    Thread check = Thread.ofPlatform().start(() -> session.check(List.of("a")));
    hung.await();
    session.leave(List.of("a"));
    answer.countDown();
    check.join();
    assertEquals(Optional.of(Verdict.UNSEEN), verdict(session, "a"));
    session.check(List.of("a"));
    assertEquals(Optional.of(Verdict.TODO), verdict(session, "a"));
  }

  @Test
  void what_an_apply_looks_at_is_not_left() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    Session planned = session();
    planned.check(List.of("a"));
    Plan.Confirmed plan = planned.plan(List.of("a")).confirm("0042").orElseThrow();
    CountDownLatch hung = hangs("a", answer);
    Session session = session();
    FutureTask<Outcome> apply =
        new FutureTask<>(
            () ->
                session.apply(
                    plan, Optional.empty(), event -> {}, () -> false, RecoveryPrompt.NONE));
    Thread.ofVirtual().start(apply);
    hung.await();
    session.leave(List.of("a"));
    assertTrue(session.step("a").checking());
    answer.countDown();
    assertEquals(Outcome.Ending.COMPLETED, apply.get().ending());
    assertEquals(Set.of("a"), written);
  }

  @Test
  void a_step_that_sees_nothing_is_unseen() {
    steps.put(
        "a",
        answers -> {
          throw Problems.failure("Denied");
        });
    Session session = session();
    session.check(List.of("a"));
    assertEquals(Optional.of(Verdict.UNSEEN), verdict(session, "a"));
  }

  @Test
  void a_plan_keeps_the_order_of_an_apply() {
    Session session = session();
    List<String> all = List.of("last", "b", "a");
    session.check(all);
    assertEquals(
        List.of("a", "b", "last"),
        session.plan(all).changes().stream().map(planned -> planned.change().id()).toList());
    assertEquals(1, session.plan(List.of("b")).changes().size());
  }

  @Test
  void what_is_applied_is_done_and_the_journal_is_free_again() {
    Session session = session();
    session.check(List.of("a", "b"));
    Plan plan = session.plan(List.of("a", "b"));
    Outcome outcome =
        session.apply(
            plan.confirm("0042").orElseThrow(),
            Optional.empty(),
            event -> {},
            () -> false,
            RecoveryPrompt.NONE);
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(Optional.of(Verdict.DONE), verdict(session, "a"));
    assertTrue(session.plan(List.of("a", "b")).isEmpty());
    assertEquals(0, journal.claims());
  }

  @Test
  void a_word_is_taken_and_taken_back() {
    Session session = session();
    session.check(List.of("word"));
    assertEquals(Optional.of(Verdict.UNATTESTED), verdict(session, "word"));
    session.attest("word", Optional.of("Aoi"));
    assertEquals(Optional.of(Verdict.ATTESTED), verdict(session, "word"));
    assertEquals("Aoi", session.step("word").attestation().orElseThrow().by());
    session.attest("word", Optional.empty());
    assertEquals(Optional.of(Verdict.UNATTESTED), verdict(session, "word"));
  }

  @Test
  void a_step_can_be_left_out() {
    Session session = session();
    session.skip("a", Optional.of("later"));
    assertEquals(Optional.of(Note.of("skipped.by-person", "later")), session.step("a").skipped());
    assertFalse(session.step("a").open());
    session.skip("a", Optional.empty());
    assertTrue(session.step("a").open());
  }

  @Test
  void an_answer_is_kept_only_if_it_can_be_used() {
    Session session = session();
    assertEquals(Optional.of("answer.integer"), session.answer("asking.days", "x").map(Note::code));
    assertEquals(Optional.of("7"), session.answer("asking.days"));
    assertEquals(Optional.empty(), session.answer("asking.days", "30"));
    assertEquals(Optional.of("30"), session.answer("asking.days"));
    assertEquals(Map.of("asking.days", "30"), notes.answers());
    session.answer("asking.days", " ");
    assertEquals(Optional.of("7"), session.answer("asking.days"));
    assertEquals(Map.of(), notes.answers());
    assertEquals(Map.of(), notes.drafts());
  }

  @Test
  void what_is_typed_and_no_answer_yet_is_there_in_the_next_run() {
    Session first = session();
    assertTrue(first.answerEditor().typed("asking.days", "x"), "it is to be kept");
    first.answerEditor().save();
    assertEquals(Map.of(), notes.answers());

    Session next = session();
    AnswerEditor.AnswerDraft draft = next.answerEditor().drafts().get("asking.days");
    assertEquals("x", draft.text());
    assertEquals("answer.integer", draft.expected().code());
    assertEquals(Optional.of("7"), next.answer("asking.days"));

    next.answerEditor().typed("asking.days", "30");
    next.answerEditor().save();
    assertEquals(Map.of(), next.answerEditor().drafts());
    assertEquals(Optional.of("30"), next.answer("asking.days"));
    assertEquals(Map.of("asking.days", "30"), notes.answers());
    assertEquals(Map.of(), notes.drafts());
  }

  @Test
  void drafts_of_another_catalogue_are_kept_for_it() {
    Map<String, String> others = Map.of("unknown.days", "x", "asking", "y");
    notes.saveAnswers(Map.of(), others);
    Session session = session();
    assertEquals(Map.of(), session.answerEditor().drafts());
    session.answerEditor().typed("asking.days", "30");
    session.answerEditor().save();
    assertEquals(others, notes.drafts());
  }

  @Test
  void a_price_follows_what_the_step_found() {
    Session session = session();
    assertEquals("3", session.step("priced").monthlyUsd().toString());
    steps.put(
        "priced", answers -> Assessment.builder().quantity("unit", BigDecimal.valueOf(20)).build());
    Session other = session();
    other.check(List.of("priced"));
    assertEquals("20", other.step("priced").monthlyUsd().toString());
  }

  @Test
  void apply_order_puts_what_comes_after_behind_and_the_last_at_the_end() {
    assertEquals(
        List.of("a", "b", "word", "priced", "asking", "last"),
        CATALOG.applyOrder().stream().map(entry -> entry.id()).toList());
  }
}
