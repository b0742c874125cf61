package dev.firstday.engine.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Note;
import dev.firstday.engine.Changes;
import dev.firstday.engine.MemoryJournal;
import dev.firstday.engine.Problems;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FailureId;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.ChangeData;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import dev.firstday.practice.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplierTest {
  private static final String ACCOUNT = "123456780042";

  private final MemoryJournal journal = new MemoryJournal();
  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:00Z"));
  private final List<ApplyEvent> events = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();

  /** What each step is missing, and what of it was written. */
  private final Map<String, List<Change>> missing = new LinkedHashMap<>();

  private final Set<String> written = new HashSet<>();
  private final Map<String, List<String>> after = new HashMap<>();
  private final FakeAws aws = new FakeAws();

  private boolean forgetful;
  private Optional<Person> person = Optional.empty();

  /** Writes down what it is asked to write. */
  private final class FakeAws implements Caller {
    private final List<String> calls = new ArrayList<>();
    private final Map<String, List<CallFailed>> failures = new LinkedHashMap<>();
    private final Map<String, Throwable> faults = new HashMap<>();
    private String account = ACCOUNT;

    @Override
    public String accountId() {
      meet("account");
      return account;
    }

    private void meet(String where) {
      switch (faults.get(where)) {
        case RuntimeException fault -> throw fault;
        case Error fault -> throw fault;
        case null, default -> {}
      }
    }

    @Override
    public Optional<Map<String, Object>> read(Read read) {
      meet("read");
      return Optional.empty();
    }

    @Override
    public Receipt write(Change change, Map<String, Object> request) throws CallFailed {
      calls.add(change.id() + " " + request);
      assertEquals("started " + change.id(), journal.events().getLast(), "journal before call");
      List<CallFailed> next = failures.getOrDefault(change.id(), List.of());
      if (!next.isEmpty()) {
        failures.put(change.id(), next.subList(1, next.size()));
        throw next.getFirst();
      }
      meet(change.id());
      if (!forgetful) {
        written.add(change.id());
      }
      return new Receipt("request-" + change.id(), Map.of("Arn", "arn:" + change.id()));
    }
  }

  @BeforeEach
  void two_steps_miss_something() {
    missing.put("a", List.of(Changes.of("one"), Changes.of("two")));
    missing.put("b", List.of(Changes.of("three")));
  }

  private Assessment assess(String step) {
    Assessment.Builder found = Assessment.builder();
    missing.get(step).stream()
        .filter(change -> !written.contains(change.id()))
        .forEach(change -> found.missing(Note.of("missing")).change(change));
    return found.build();
  }

  private Plan plan() {
    return Plan.of(ACCOUNT, missing);
  }

  private Outcome apply(Plan plan, Cancellation stop, Assessor assessor) {
    Job job =
        new Job(
            plan.confirm("0042").orElseThrow(),
            aws,
            assessor,
            journal,
            clock,
            time -> {
              pauses.add(time);
              clock.pass(time);
            },
            step -> after.getOrDefault(step, List.of()),
            person,
            events::add,
            stop,
            (where, fault) -> Optional.of("fault.log"));
    return Applier.apply(job, new ApplyOrder(List.copyOf(missing.keySet()), Set.of(), 1));
  }

  private Outcome apply(Plan plan) {
    return apply(plan, () -> false, this::assess);
  }

  private static List<String> ids(List<Plan.Planned> changes) {
    return changes.stream().map(planned -> planned.change().id()).toList();
  }

  @Test
  void changes_are_written_in_order_each_journalled_before_its_call() {
    Outcome outcome = apply(plan());
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(List.of("one", "two", "three"), ids(outcome.done()));
    assertEquals(List.of(), outcome.notTried());
    assertEquals(
        List.of(
            "started one", "done one", "started two", "done two", "started three", "done three"),
        journal.events());
    assertEquals(Set.of("a", "b"), outcome.after().keySet());
    assertEquals("request-one", journal.entries().get(1).data().get("requestId"));
  }

  @Test
  void what_happens_is_told_as_it_happens() {
    apply(Plan.of(ACCOUNT, Map.of("b", missing.get("b"))));
    assertEquals(
        List.of("StepStarted", "ChangeStarted", "ChangeDone", "StepVerified"),
        events.stream().map(event -> event.getClass().getSimpleName()).toList());
  }

  @Test
  void what_is_there_by_now_is_not_written_again() {
    Plan plan = plan();
    written.add("one");
    Outcome outcome = apply(plan);
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(List.of("two", "three"), ids(outcome.done()));
  }

  @Test
  void a_change_of_two_steps_is_written_once() {
    missing.put("b", List.of(Changes.of("one"), Changes.of("three")));
    assertEquals(List.of("one", "two", "three"), ids(apply(plan()).done()));
  }

  @Test
  void an_account_that_has_moved_on_is_left_alone() {
    Plan plan = plan();
    missing.put("a", List.of(Changes.of("one", Map.of("Name", "other"))));
    Outcome outcome = apply(plan);
    assertEquals(Outcome.Ending.MOVED, outcome.ending());
    assertEquals(Optional.of("a"), outcome.moved());
    assertEquals(List.of(), aws.calls);
    assertEquals(List.of(), journal.entries());
    assertEquals(List.of("one", "two", "three"), ids(outcome.notTried()));
  }

  @Test
  void what_could_not_be_seen_before_is_no_account_that_has_moved_on() {
    Plan seen = plan();
    Plan plan = new Plan(seen.accountId(), seen.changes(), List.of("a"));
    missing.put("a", List.of(Changes.of("one"), Changes.of("two"), Changes.of("four")));
    Outcome outcome = apply(plan);
    assertEquals(Outcome.Ending.SEEN_NOW, outcome.ending());
    assertEquals(Optional.of("a"), outcome.moved());
    assertEquals(List.of(), aws.calls);
    missing.put("a", List.of(Changes.of("two"), Changes.of("four")));
    assertEquals(Outcome.Ending.MOVED, apply(plan).ending(), "what was agreed to is gone");
    missing.put("a", List.of(Changes.of("one"), Changes.of("two")));
    missing.put("b", List.of(Changes.of("three"), Changes.of("four")));
    assertEquals(Outcome.Ending.MOVED, apply(plan).ending(), "all of b could be seen");
  }

  @Test
  void another_account_is_left_alone() {
    aws.account = "999999990042";
    Outcome outcome = apply(plan());
    assertEquals(Outcome.Ending.OTHER_ACCOUNT, outcome.ending());
    assertEquals(List.of(), aws.calls);
    assertEquals(List.of(), journal.entries());
  }

  @Test
  void a_failure_stops_its_step_and_the_rest_goes_on() {
    missing.put("a", List.of(Changes.of("one"), Changes.of("two"), Changes.of("four")));
    missing.put("c", List.of(Changes.of("five")));
    aws.failures.put("two", List.of(Problems.failure("Broken")));
    aws.failures.put("five", List.of(Problems.failure("Worse")));
    Outcome outcome = apply(plan());
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals(List.of("one", "three"), ids(outcome.done()));
    assertEquals(List.of("two", "five"), ids(outcome.allFailed()));
    assertEquals(
        List.of("Broken", "Worse"), outcome.problems().stream().map(Problem::code).toList());
    assertEquals(List.of("four"), ids(outcome.notTried()));
    assertEquals(Map.of("four", "a"), outcome.behind());
  }

  @Test
  void what_needs_a_failed_step_is_not_tried_and_says_so() {
    after.put("b", List.of("a"));
    missing.put("c", List.of(Changes.of("four", Map.of("Of", Map.of("$ref", "three#/Arn")))));
    missing.put("d", List.of(Changes.of("one"), Changes.of("five")));
    missing.put("e", List.of(Changes.of("six")));
    aws.failures.put("one", List.of(Problems.failure("Broken")));
    Outcome outcome = apply(plan());
    assertEquals(List.of("six"), ids(outcome.done()));
    assertEquals(List.of("one"), ids(outcome.allFailed()));
    assertEquals(List.of("two", "three", "four", "five"), ids(outcome.notTried()));
    assertEquals(Map.of("two", "a", "three", "a", "four", "a", "five", "a"), outcome.behind());
  }

  @Test
  void a_step_that_hides_a_part_by_now_is_a_failure_and_not_taken_for_done() {
    Plan plan = plan();
    Outcome outcome =
        apply(
            plan,
            () -> false,
            step ->
                step.equals("a")
                    ? Assessment.builder()
                        .missing(Note.of("missing"))
                        .change(Changes.of("one"))
                        .unseen(Problems.of("Denied"))
                        .change(Changes.of("two"))
                        .build()
                    : assess(step));
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals(List.of("three"), ids(outcome.done()));
    assertEquals(List.of("one", "two"), ids(outcome.notTried()));
  }

  @Test
  void the_first_failure_ends_it_where_that_was_asked_for() {
    aws.failures.put("one", List.of(Problems.failure("Broken")));
    Cancellation never = () -> false;
    Outcome outcome = apply(plan(), never.orOnFailure(), this::assess);
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals(List.of("one"), ids(outcome.allFailed()));
    assertEquals(List.of("two", "three"), ids(outcome.notTried()));
    assertEquals(List.of(), outcome.done());
  }

  @Test
  void a_fault_of_ours_in_a_write_fails_its_step_and_the_rest_goes_on() {
    missing.put("c", List.of(Changes.of("four")));
    aws.faults.put("one", new ClassCastException("odd"));
    aws.faults.put("four", new StackOverflowError());
    Outcome outcome = apply(plan());
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals(List.of("three"), ids(outcome.done()));
    assertEquals(List.of("one", "four"), ids(outcome.allFailed()));
    assertEquals(List.of("two"), ids(outcome.notTried()));
    assertEquals(
        List.of("ClassCastException, fault.log", "StackOverflowError, fault.log"),
        outcome.problems().stream().map(Problem::message).toList());
    assertEquals("FD-BUG-001", FailureId.of(outcome.problems().getFirst()).text());
    assertEquals(
        AppliedChange.ChangeEnding.UNKNOWN,
        JournalHistory.of(journal.entries()).appliedChanges().getFirst().ending());
  }

  @Test
  void a_request_that_can_not_be_made_up_fails_its_step_and_is_not_begun() {
    missing.put("a", List.of(Changes.of("one", Map.of("Of", Map.of("$ref", "none#/Arn")))));
    Outcome outcome = apply(plan());
    assertEquals(List.of("one"), ids(outcome.allFailed()));
    assertEquals(List.of("three"), ids(outcome.done()));
    assertEquals(Problem.Kind.FAULT, outcome.problems().getFirst().kind());
    assertEquals(List.of("started three", "done three"), journal.events());
  }

  @Test
  void a_fault_of_ours_in_a_look_around_a_write_is_what_can_not_be_seen() {
    missing.put("a", List.of(Changes.shown("one")));
    aws.faults.put("read", new IllegalArgumentException("odd"));
    Outcome outcome = apply(plan());
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(List.of("one", "three"), ids(outcome.done()));
  }

  @Test
  void a_fault_of_ours_in_the_look_at_the_account_ends_it_as_a_failure() {
    aws.faults.put("account", new IllegalStateException("odd"));
    Outcome outcome = apply(plan());
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals(Problem.Kind.FAULT, outcome.problems().getFirst().kind());
    assertEquals(List.of("one", "two", "three"), ids(outcome.notTried()));
  }

  @Test
  void a_failure_that_every_call_would_meet_ends_it_and_tells_done_failed_and_not_tried() {
    aws.failures.put("two", List.of(Problems.failure(Problem.Kind.CREDENTIALS, "Broken")));
    Outcome outcome = apply(plan());
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals(List.of("one"), ids(outcome.done()));
    assertEquals("two", outcome.failed().orElseThrow().change().id());
    assertEquals("Broken", outcome.problem().orElseThrow().code());
    assertEquals(List.of("three"), ids(outcome.notTried()));
    assertEquals("failed two", journal.events().getLast());
    assertEquals("Broken", journal.entries().getLast().data().get("code"));
  }

  /** An apply in which somebody makes the second change between the look and its call. */
  private Outcome applyWhereTwoIsThere(CallFailed told) {
    aws.failures.put("two", List.of(told));
    written.add("two");
    return apply(
        plan(),
        () -> false,
        step -> {
          Assessment seen = assess(step);
          // The look before the step does not show it yet.
          return aws.calls.isEmpty()
              ? Assessment.builder().change(Changes.of("one")).change(Changes.of("two")).build()
              : seen;
        });
  }

  private AppliedChange.ChangeEnding endingOfTwo() {
    return JournalHistory.of(journal.entries()).appliedChanges().stream()
        .filter(applied -> applied.change().id().equals("two"))
        .reduce((earlier, later) -> later)
        .orElseThrow()
        .ending();
  }

  @Test
  void what_is_there_already_was_made_by_an_attempt_whose_answer_was_lost() {
    Outcome outcome =
        applyWhereTwoIsThere(
            new CallFailed(Problems.refusal("EntityAlreadyExists").problem(), null, true));
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(List.of("one", "two", "three"), ids(outcome.done()));
    assertEquals(AppliedChange.ChangeEnding.DONE, endingOfTwo());
  }

  @Test
  void what_somebody_else_made_between_the_look_and_the_call_is_not_ours_to_take_back() {
    Outcome outcome = applyWhereTwoIsThere(Problems.refusal("EntityAlreadyExists"));
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(List.of("one", "two", "three"), ids(outcome.done()));
    assertEquals(AppliedChange.ChangeEnding.ALREADY_THERE, endingOfTwo());
    assertEquals(
        List.of("three", "one"),
        JournalHistory.of(journal.entries()).live().stream()
            .map(applied -> applied.change().id())
            .toList());
  }

  @Test
  void what_is_there_already_is_ours_where_an_earlier_run_was_cut_off_in_the_same_call() {
    journal.append(
        new Journal.Entry(
            clock.instant(),
            JournalHistory.STARTED,
            Map.of(
                "plan",
                "p",
                "id",
                "two",
                "steps",
                List.of("a"),
                "change",
                ChangeData.of(Changes.of("two")))));
    clock.pass(Duration.ofMinutes(1));
    applyWhereTwoIsThere(Problems.refusal("EntityAlreadyExists"));
    assertEquals(AppliedChange.ChangeEnding.DONE, endingOfTwo());
  }

  @Test
  void an_earlier_failure_that_was_answered_makes_nothing_ours() {
    aws.failures.put("two", List.of(Problems.refusal("Broken")));
    apply(plan());
    clock.pass(Duration.ofMinutes(1));
    aws.calls.clear();
    applyWhereTwoIsThere(Problems.refusal("EntityAlreadyExists"));
    assertEquals(AppliedChange.ChangeEnding.ALREADY_THERE, endingOfTwo());
  }

  @Test
  void what_is_there_already_is_a_failure_of_unknown_end_where_its_answer_was_lost() {
    assertEquals(
        AppliedChange.ChangeEnding.UNKNOWN,
        endingWhereTheAnswerIsNeeded(
            new CallFailed(Problems.refusal("EntityAlreadyExists").problem(), null, true)));
  }

  @Test
  void what_is_there_already_is_a_failure_where_its_answer_is_needed_and_none_was_lost() {
    assertEquals(
        AppliedChange.ChangeEnding.FAILED,
        endingWhereTheAnswerIsNeeded(Problems.refusal("EntityAlreadyExists")));
  }

  private AppliedChange.ChangeEnding endingWhereTheAnswerIsNeeded(CallFailed told) {
    missing.put(
        "a",
        List.of(Changes.of("one"), Changes.of("two", Map.of("Of", Map.of("$ref", "one#/Arn")))));
    aws.failures.put("one", List.of(told));
    assertEquals(Outcome.Ending.FAILED, apply(plan()).ending());
    return JournalHistory.of(journal.entries()).appliedChanges().getFirst().ending();
  }

  @Test
  void a_step_that_can_not_be_seen_any_more_is_a_failure() {
    Outcome outcome = apply(plan(), () -> false, step -> Assessment.unseen(Problems.of("Denied")));
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals("Denied", outcome.problem().orElseThrow().code());
    assertEquals(List.of(), aws.calls);
  }

  @Test
  void what_is_not_propagated_yet_is_tried_again_after_a_while() {
    missing.put("a", List.of(Changes.waiting("one", "NotYet", Duration.ofSeconds(30))));
    CallFailed notYet = Problems.failure("NotYet");
    aws.failures.put("one", List.of(notYet, notYet, notYet, notYet, notYet));
    Outcome outcome = apply(plan());
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(
        List.of(1, 2, 4, 8, 8), pauses.stream().map(pause -> (int) pause.toSeconds()).toList());
    assertEquals(
        List.of("started one", "done one"), journal.events().subList(0, 2), "one entry for all");
  }

  @Test
  void trying_again_has_an_end() {
    missing.put("a", List.of(Changes.waiting("one", "NotYet", Duration.ofSeconds(5))));
    aws.failures.put("one", Collections.nCopies(99, Problems.failure("NotYet")));
    Outcome outcome = apply(plan());
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals(4, aws.calls.stream().filter(call -> call.startsWith("one ")).count());
  }

  @Test
  void another_error_is_not_waited_for() {
    missing.put("a", List.of(Changes.waiting("one", "NotYet", Duration.ofSeconds(30))));
    aws.failures.put("one", List.of(Problems.failure("Broken")));
    assertEquals(Outcome.Ending.FAILED, apply(plan()).ending());
    assertEquals(List.of(), pauses);
  }

  @Test
  void it_can_be_stopped_between_calls() {
    Outcome outcome = apply(plan(), () -> !aws.calls.isEmpty(), this::assess);
    assertEquals(Outcome.Ending.STOPPED, outcome.ending());
    assertEquals(List.of("one"), ids(outcome.done()));
    assertEquals(List.of("two", "three"), ids(outcome.notTried()));
  }

  @Test
  void what_a_second_look_still_misses_is_unverified_and_the_rest_goes_on() {
    forgetful = true;
    Outcome outcome = apply(plan());
    assertEquals(Outcome.Ending.UNVERIFIED, outcome.ending());
    assertEquals(List.of("one", "two", "three"), ids(outcome.done()));
    assertEquals(Verdict.TODO, outcome.after().get("a").verdict());
  }

  @Test
  void a_second_look_waits_for_what_settles_late() {
    int[] looks = {0};
    Outcome outcome =
        apply(
            Plan.of(ACCOUNT, Map.of("b", missing.get("b"))),
            () -> false,
            step -> looks[0]++ > 2 ? Assessment.builder().build() : assessUnwritten(step));
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(List.of(500L, 1000L), pauses.stream().map(Duration::toMillis).toList());
  }

  private Assessment assessUnwritten(String step) {
    written.clear();
    return assess(step);
  }

  @Test
  void a_value_of_an_earlier_response_is_put_in_at_the_call_and_not_before() {
    Change two = Changes.of("two", Map.of("Arn", Map.of("$ref", "one#/Arn")));
    missing.put("a", List.of(Changes.of("one"), two));
    Outcome outcome = apply(plan());
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertTrue(aws.calls.contains("two {Arn=arn:one}"));
    assertTrue(journal.entries().get(2).data().toString().contains("$ref"));
  }

  @Test
  void an_empty_plan_does_nothing() {
    Outcome outcome = apply(Plan.of(ACCOUNT, Map.of()));
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(List.of(), events);
  }
}
