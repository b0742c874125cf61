package dev.firstday.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Note;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.practice.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the journal tells, what of it can be taken back, and taking it back. */
class UndoTest {
  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:00Z"));
  private final Things things = new Things(clock, clock::pass);

  private static List<String> ids(Plan plan) {
    return plan.changes().stream().map(planned -> planned.change().id()).toList();
  }

  /** Why something stays, as {@code change code value…}. */
  private static List<String> kept(UndoPlan plan) {
    return plan.kept().stream()
        .map(
            kept ->
                String.join(
                    " ",
                    Stream.concat(
                            Stream.of(kept.change().id(), kept.why().code()),
                            kept.why().values().stream())
                        .toList()))
        .toList();
  }

  /** Two steps: one makes two things, the other gives a thing that was there another value. */
  private void apply() {
    things.there.put("policy", "short");
    things.steps.put("a", List.of(Things.made("one", "1"), Things.made("two", "2")));
    things.steps.put("b", List.of(Things.set("longer", "policy", "short", "long")));
    assertEquals(Outcome.Ending.COMPLETED, things.apply("a", "b").ending());
    assertEquals(Map.of("one", "1", "two", "2", "policy", "long"), things.there);
    clock.pass(Duration.ofMinutes(1));
  }

  @Test
  void what_came_last_goes_first_and_an_old_value_is_restored() {
    apply();
    Outcome outcome = things.undo("a", "b");
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(List.of("longer/undo", "two/undo", "one/undo"), things.calls);
    assertEquals(Map.of("policy", "short"), things.there);
    assertEquals(Set.of("a", "b"), outcome.after().keySet());
    assertEquals(List.of(), outcome.notTried());
  }

  @Test
  void each_call_is_in_the_journal_before_it_is_made() {
    apply();
    things.beforeCall =
        () -> assertTrue(things.journal.events().getLast().startsWith("undoing "), "before it");
    int before = things.journal.events().size();
    things.undo("a");
    assertEquals(
        List.of("undoing two/undo", "undone two/undo", "undoing one/undo", "undone one/undo"),
        things.journal.events().subList(before, before + 4));
  }

  @Test
  void only_the_chosen_steps_are_taken_back() {
    apply();
    assertEquals(List.of("longer/undo"), ids(things.undoPlan("b").plan()));
    things.undo("b");
    assertEquals(Map.of("one", "1", "two", "2", "policy", "short"), things.there);
    assertEquals(List.of("two/undo", "one/undo"), ids(things.undoPlan("a", "b").plan()));
  }

  @Test
  void nothing_is_offered_twice() {
    apply();
    things.undo("a", "b");
    UndoPlan again = things.undoPlan("a", "b");
    assertTrue(again.plan().isEmpty());
    assertEquals(List.of(), again.kept());
    assertTrue(
        things.journalHistory().appliedChanges().stream()
            .allMatch(applied -> applied.takenBack().isPresent()),
        "the history says so");
  }

  @Test
  void what_was_made_again_after_an_undo_can_be_taken_back_again() {
    apply();
    things.undo("a", "b");
    clock.pass(Duration.ofMinutes(1));
    things.apply("a", "b");
    assertEquals(3, things.undo("a", "b").done().size());
    assertEquals(Map.of("policy", "short"), things.there);
    assertEquals(6, things.journalHistory().appliedChanges().size());
  }

  @Test
  void what_somebody_changed_since_stays_and_it_is_said_what_differs() {
    apply();
    things.there.put("policy", "longest");
    UndoPlan plan = things.undoPlan("a", "b");
    assertEquals(List.of("longer kept.changed /Value: long -> longest"), kept(plan));
    assertEquals(List.of("two/undo", "one/undo"), ids(plan.plan()));
    things.undo(plan.plan(), () -> false);
    assertEquals(Map.of("policy", "longest"), things.there);
  }

  @Test
  void what_changes_between_the_plan_and_its_turn_stops_the_undo() {
    apply();
    Plan plan = things.undoPlan("a", "b").plan();
    things.there.put("two", "of somebody else");
    Outcome outcome = things.undo(plan, () -> false);
    assertEquals(Outcome.Ending.MOVED, outcome.ending());
    assertEquals(Optional.of("a"), outcome.moved());
    assertEquals(List.of("longer/undo"), things.calls);
    assertEquals(2, outcome.notTried().size());
    assertEquals("of somebody else", things.there.get("two"));
  }

  @Test
  void what_is_gone_already_is_left_alone() {
    apply();
    things.there.remove("two");
    things.there.put("policy", "short");
    UndoPlan plan = things.undoPlan("a", "b");
    assertEquals(List.of("longer kept.gone", "two kept.gone"), kept(plan));
    assertEquals(List.of("one/undo"), ids(plan.plan()));
  }

  @Test
  void what_goes_between_the_plan_and_its_turn_counts_as_taken_back() {
    apply();
    Plan plan = things.undoPlan("a").plan();
    things.there.remove("two");
    assertEquals(Outcome.Ending.COMPLETED, things.undo(plan, () -> false).ending());
    assertEquals(List.of("one/undo"), things.calls);
    assertTrue(things.undoPlan("a").kept().isEmpty());
  }

  @Test
  void an_answer_that_there_is_no_such_thing_is_as_good_as_done() {
    apply();
    things.failures.put("two/undo", Problems.failure("NoSuchThing"));
    things.beforeCall = () -> things.there.remove("two");
    assertEquals(Outcome.Ending.COMPLETED, things.undo("a").ending());
    assertEquals(Map.of("policy", "long"), things.there);
  }

  @Test
  void what_holds_data_stays_with_the_command_that_removes_it() {
    things.steps.put("a", List.of(Things.store("logs", "rm logs")));
    things.apply("a");
    things.data.put("logs", 3);
    UndoPlan plan = things.undoPlan("a");
    assertEquals(List.of("logs kept.data rm logs"), kept(plan));
    assertTrue(plan.plan().isEmpty());
    things.data.put("logs", 0);
    assertEquals(List.of("logs/undo"), ids(things.undoPlan("a").plan()));
  }

  @Test
  void data_that_comes_between_the_plan_and_its_turn_is_not_lost() {
    things.steps.put("a", List.of(Things.store("logs", "rm logs")));
    things.apply("a");
    Plan plan = things.undoPlan("a").plan();
    things.data.put("logs", 1);
    assertEquals(Outcome.Ending.MOVED, things.undo(plan, () -> false).ending());
    assertEquals(List.of(), things.calls);
  }

  @Test
  void what_can_not_be_looked_at_stays() {
    apply();
    things.unreadable.add("two");
    UndoPlan plan = things.undoPlan("a");
    assertEquals(List.of("two kept.unseen iam:CreateGroup"), kept(plan));
    assertEquals(List.of("one/undo"), ids(plan.plan()));
  }

  @Test
  void what_has_no_way_back_stays() {
    things.steps.put("a", List.of(Things.forGood("word")));
    things.apply("a");
    assertEquals(List.of("word kept.no-way-back"), kept(things.undoPlan("a")));
  }

  @Test
  void a_shared_thing_goes_with_the_last_of_its_owners() {
    Change shared = Things.made("topic", "t");
    things.steps.put("a", List.of(shared, Things.made("one", "1")));
    things.steps.put("b", List.of(shared, Things.made("two", "2")));
    things.apply("a", "b");
    UndoPlan first = things.undoPlan(things.others("a"), "a");
    assertEquals(List.of("one/undo"), ids(first.plan()));
    assertEquals(List.of("topic kept.used b"), kept(first));
    things.undo(first.plan(), () -> false);
    UndoPlan last = things.undoPlan(things.others("b"), "b");
    assertEquals(List.of("two/undo", "topic/undo"), ids(last.plan()));
    things.undo(last.plan(), () -> false);
    assertEquals(Map.of(), things.there);
  }

  @Test
  void two_owners_that_leave_together_take_it_with_them_once() {
    Change shared = Things.made("topic", "t");
    things.steps.put("a", List.of(shared));
    things.steps.put("b", List.of(shared));
    things.apply("a", "b");
    UndoPlan plan = things.undoPlan(things.others("a", "b"), "a", "b");
    assertEquals(List.of("topic/undo"), ids(plan.plan()));
  }

  @Test
  void a_later_change_of_the_same_field_goes_first_or_keeps_the_earlier() {
    things.there.put("policy", "short");
    things.steps.put("a", List.of(Things.set("long", "policy", "short", "long")));
    things.steps.put("b", List.of(Things.set("longer", "policy", "long", "longer")));
    things.apply("a");
    clock.pass(Duration.ofMinutes(1));
    things.apply("b");
    assertEquals(List.of("long kept.used b"), kept(things.undoPlan("a")));
    assertEquals(List.of("longer/undo", "long/undo"), ids(things.undoPlan("a", "b").plan()));
    assertEquals(Outcome.Ending.COMPLETED, things.undo("a", "b").ending());
    assertEquals(Map.of("policy", "short"), things.there);
  }

  /** Where an undo is cut off, seen from its second call. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void an_undo_that_was_cut_off_goes_on(boolean afterTheCall) {
    apply();
    Runnable cut =
        () -> {
          if (things.calls.size() == (afterTheCall ? 2 : 1)) {
            throw new Things.Killed();
          }
        };
    things.beforeCall = afterTheCall ? () -> {} : cut;
    things.afterCall = afterTheCall ? cut : () -> {};
    assertThrows(Things.Killed.class, () -> things.undo("a", "b"));
    assertEquals("undoing two/undo", things.journal.events().getLast());
    things.beforeCall = () -> {};
    things.afterCall = () -> {};
    clock.pass(Duration.ofMinutes(1));
    assertEquals(Outcome.Ending.COMPLETED, things.undo("a", "b").ending());
    assertFalse(things.calls.contains("longer/undo"), "what was done is not done again");
    assertEquals(Map.of("policy", "short"), things.there);
    assertTrue(things.undoPlan("a", "b").plan().isEmpty());
  }

  @Test
  void a_change_whose_end_nobody_wrote_down_is_taken_back_if_it_was_made() {
    things.steps.put("a", List.of(Things.made("one", "1"), Things.made("two", "2")));
    things.afterCall =
        () -> {
          throw new Things.Killed();
        };
    assertThrows(Things.Killed.class, () -> things.apply("a"));
    things.afterCall = () -> {};
    assertEquals("started one", things.journal.events().getLast());
    assertEquals(
        AppliedChange.ChangeEnding.UNKNOWN,
        things.journalHistory().appliedChanges().getFirst().ending());
    things.undo("a");
    assertEquals(Map.of(), things.there);
  }

  @Test
  void a_change_whose_end_nobody_wrote_down_is_nothing_if_it_was_not_made() {
    things.steps.put("a", List.of(Things.made("one", "1")));
    things.beforeCall =
        () -> {
          throw new Things.Killed();
        };
    assertThrows(Things.Killed.class, () -> things.apply("a"));
    assertEquals(List.of("one kept.gone"), kept(things.undoPlan("a")));
  }

  @Test
  void a_change_that_failed_for_sure_is_not_taken_back() {
    things.steps.put("a", List.of(Things.made("one", "1")));
    things.failures.put(
        "one",
        new CallFailed(
            new Problem(
                Problem.Kind.DENIED,
                "iam",
                "PutThing",
                "us-east-1",
                "AccessDenied",
                "no",
                "",
                Optional.empty(),
                List.of()),
            null));
    assertEquals(Outcome.Ending.FAILED, things.apply("a").ending());
    assertEquals(
        AppliedChange.ChangeEnding.FAILED,
        things.journalHistory().appliedChanges().getFirst().ending());
    // Somebody else makes it.
    things.there.put("one", "1");
    UndoPlan plan = things.undoPlan("a");
    assertTrue(plan.plan().isEmpty());
    assertEquals(List.of(), plan.kept());
  }

  @Test
  void another_account_stops_an_undo_before_its_next_step() {
    apply();
    Plan plan = things.undoPlan("a", "b").plan();
    things.afterCall = () -> things.account = Things.OTHER;
    Outcome outcome = things.undo(plan, () -> false);
    assertEquals(Outcome.Ending.OTHER_ACCOUNT, outcome.ending());
    assertEquals(List.of("longer/undo"), things.calls);
    assertEquals(Map.of(), outcome.after(), "the other account is no business of ours");
    assertEquals(2, outcome.notTried().size());
  }

  @Test
  void another_account_stops_an_apply_before_its_next_step() {
    things.steps.put("a", List.of(Things.made("one", "1")));
    things.steps.put("b", List.of(Things.made("two", "2")));
    things.afterCall = () -> things.account = Things.OTHER;
    Outcome outcome = things.apply("a", "b");
    assertEquals(Outcome.Ending.OTHER_ACCOUNT, outcome.ending());
    assertEquals(List.of("one"), things.calls);
  }

  @Test
  void a_failure_ends_it_and_the_rest_is_offered_again() {
    apply();
    things.failures.put("two/undo", Problems.failure("Broken"));
    Outcome outcome = things.undo("a", "b");
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals("two/undo", outcome.failed().orElseThrow().change().id());
    assertEquals(1, outcome.notTried().size());
    things.failures.clear();
    assertEquals(List.of("two/undo", "one/undo"), ids(things.undoPlan("a", "b").plan()));
    assertEquals(Outcome.Ending.COMPLETED, things.undo("a", "b").ending());
  }

  private static List<String> changes(List<Plan.Planned> planned) {
    return planned.stream().map(one -> one.change().id()).toList();
  }

  /** Steps of one thing each, applied in this order. */
  private void applyOneThingEach(String... ids) {
    for (String id : ids) {
      things.steps.putIfAbsent(id, List.of(Things.made("thing-" + id, id)));
      things.apply(id);
      clock.pass(Duration.ofMinutes(1));
    }
  }

  @Test
  void a_failure_keeps_its_step_and_the_rest_goes_on() {
    apply();
    applyOneThingEach("c", "d");
    things.failures.put("thing-d/undo", Problems.failure("Broken"));
    things.failures.put("two/undo", Problems.failure("Worse"));
    Outcome outcome = things.undo("a", "b", "c", "d");
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals(List.of("thing-c/undo", "longer/undo"), changes(outcome.done()));
    assertEquals(List.of("thing-d/undo", "two/undo"), changes(outcome.allFailed()));
    assertEquals(
        List.of("Broken", "Worse"), outcome.problems().stream().map(Problem::code).toList());
    assertEquals(List.of("one/undo"), changes(outcome.notTried()));
    assertEquals(Map.of("one/undo", "a"), outcome.behind());
    things.failures.clear();
    assertEquals(Outcome.Ending.COMPLETED, things.undo("a", "b", "c", "d").ending());
    assertEquals(Map.of("policy", "short"), things.there);
  }

  @Test
  void what_a_thing_that_stays_needs_stays_too() {
    Change referring =
        new Change(
            "thing-last",
            Effect.CREATE,
            "iam",
            "PutThing",
            "us-east-1",
            Map.of("Thing", "thing-last", "Value", "x", "Of", Map.of("$ref", "given#/Number")),
            Note.of("why"),
            Things.made("thing-last", "x").shows(),
            List.of(Things.removed("thing-last")),
            Optional.empty());
    things.steps.put("needed", List.of(Things.made("thing-last/inside", "1")));
    things.steps.put("referred", List.of(Things.numbered("given")));
    things.steps.put("last", List.of(referring));
    things.steps.put("holder", List.of(Things.made("box", "1")));
    things.steps.put("held", List.of(Things.made("box/lid", "1")));
    things.after.put("last", List.of("needed"));
    things.uses.put("last", "thing-used");
    applyOneThingEach("free", "used", "below", "needed", "holder", "held");
    things.after.put("used", List.of("below"));
    things.apply("referred", "last");
    things.failures.put("thing-last/undo", Problems.failure("Broken"));
    things.failures.put("box/lid/undo", Problems.failure("Broken"));
    Outcome outcome = things.undo(things.steps.keySet().toArray(String[]::new));
    assertEquals(List.of("thing-free/undo"), changes(outcome.done()));
    assertEquals(
        Map.of(
            "given/undo",
            "last",
            "box/undo",
            "held",
            "thing-last/inside/undo",
            "last",
            "thing-below/undo",
            "last",
            "thing-used/undo",
            "last"),
        outcome.behind());
  }

  @Test
  void what_a_step_that_stays_hides_may_be_all_that_is_left() {
    applyOneThingEach("a", "b");
    things.failures.put("thing-b/undo", Problems.failure("Broken"));
    things.hiding.add("b");
    Outcome outcome = things.undo("a", "b");
    assertEquals(List.of(), outcome.done());
    assertEquals(Map.of("thing-a/undo", "b"), outcome.behind());
  }

  @Test
  void an_earlier_value_is_not_restored_over_a_later_one_that_stays() {
    things.there.put("policy", "short");
    things.steps.put("a", List.of(Things.set("long", "policy", "short", "long")));
    things.steps.put("b", List.of(Things.set("longer", "policy", "long", "longer")));
    applyOneThingEach("a", "b");
    things.failures.put("longer/undo", Problems.failure("Broken"));
    Outcome outcome = things.undo("a", "b");
    assertEquals(List.of("longer/undo"), things.calls);
    assertEquals(Map.of("long/undo", "b"), outcome.behind());
  }

  @ParameterizedTest
  @EnumSource(
      value = Problem.Kind.class,
      names = {"CREDENTIALS", "OFFLINE", "OTHER_ACCOUNT"})
  void a_failure_that_every_call_would_meet_ends_it(Problem.Kind kind) {
    apply();
    things.failures.put("longer/undo", Problems.failure(kind, "Broken"));
    Outcome outcome = things.undo("a", "b");
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals(List.of("longer/undo"), things.calls);
    assertEquals(List.of("two/undo", "one/undo"), changes(outcome.notTried()));
  }

  @Test
  void it_can_be_stopped_between_calls() {
    apply();
    Outcome outcome = things.undo(things.undoPlan("a", "b").plan(), () -> things.calls.size() == 1);
    assertEquals(Outcome.Ending.STOPPED, outcome.ending());
    assertEquals(List.of("longer/undo"), things.calls);
    assertEquals(2, outcome.notTried().size());
  }

  @Test
  void a_plan_that_is_not_what_the_journal_tells_is_not_carried_out() {
    apply();
    Plan forged =
        new Plan(Things.ACCOUNT, List.of(new Plan.Planned(Things.removed("policy"), List.of("b"))));
    assertEquals(Outcome.Ending.MOVED, things.undo(forged, () -> false).ending());
    assertEquals(List.of(), things.calls);
  }

  @Test
  void a_value_of_the_response_comes_from_the_journal() {
    things.steps.put("a", List.of(Things.numbered("one")));
    things.apply("a");
    Plan plan = things.undoPlan("a").plan();
    assertEquals(Map.of("Number", "number-one"), plan.changes().getFirst().change().request());
    assertEquals(Outcome.Ending.COMPLETED, things.undo(plan, () -> false).ending());
    assertEquals(Map.of(), things.there);
  }

  @Test
  void what_nobody_wrote_down_the_response_of_stays() {
    things.steps.put("a", List.of(Things.numbered("one")));
    things.afterCall =
        () -> {
          throw new Things.Killed();
        };
    assertThrows(Things.Killed.class, () -> things.apply("a"));
    assertEquals(List.of("one kept.cut-off"), kept(things.undoPlan("a")));
  }

  @Test
  void of_a_response_only_what_an_undo_needs_is_written_down_and_no_secret() {
    Change seed =
        Things.change(
            "seeded",
            Effect.CREATE,
            "seeded",
            "x",
            List.of(
                new Change(
                    "seeded/undo",
                    Effect.DELETE,
                    "iam",
                    "DeleteThing",
                    "us-east-1",
                    Map.of("Thing", "seeded", "Seed", Map.of("$ref", "seeded#/Seed")),
                    Note.of(Change.UNDO),
                    Optional.empty(),
                    List.of(),
                    Optional.empty())));
    things.steps.put("a", List.of(Things.numbered("one"), seed));
    things.apply("a");
    List<Object> values =
        things.journal.entries().stream()
            .filter(entry -> entry.event().equals("done"))
            .map(entry -> entry.data().get("values"))
            .toList();
    assertEquals(List.of(Map.of("/Number", "number-one"), Map.of()), values);
    assertFalse(things.journal.entries().toString().contains("marker"));
  }

  /** How many entries there is room for: none, the begin of a call, and its end. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void a_full_disk_stops_an_apply_and_the_next_run_goes_on(int room) {
    things.there.put("policy", "short");
    things.steps.put("a", List.of(Things.made("one", "1"), Things.made("two", "2")));
    things.journal.room(room);
    Outcome outcome = things.apply("a");
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals(Problem.Kind.RECORD, outcome.problem().orElseThrow().kind());
    assertEquals((room + 1) / 2, things.calls.size(), "no call without its entry");
    assertEquals(things.calls, outcome.done().stream().map(one -> one.change().id()).toList());
    things.journal.room(Integer.MAX_VALUE);
    clock.pass(Duration.ofMinutes(1));
    assertEquals(Outcome.Ending.COMPLETED, things.apply("a").ending());
    things.undo("a");
    assertEquals(Map.of("policy", "short"), things.there);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void a_full_disk_stops_an_undo_and_the_next_run_goes_on(int room) {
    apply();
    Plan plan = things.undoPlan("a", "b").plan();
    things.journal.room(things.journal.entries().size() + room);
    Outcome outcome = things.undo(plan, () -> false);
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals(Problem.Kind.RECORD, outcome.problem().orElseThrow().kind());
    assertEquals((room + 1) / 2, things.calls.size(), "no call without its entry");
    things.journal.room(Integer.MAX_VALUE);
    assertEquals(Outcome.Ending.COMPLETED, things.undo("a", "b").ending());
    assertEquals(Map.of("policy", "short"), things.there);
    assertTrue(things.undoPlan("a", "b").plan().isEmpty());
  }

  @Test
  void entries_that_nobody_knows_are_passed_over() {
    apply();
    things.journal.append(
        new Journal.Entry(clock.instant(), "blessed", Map.of("id", "one", "of", 7)));
    things.journal.append(new Journal.Entry(clock.instant(), "started", Map.of("change", "x")));
    things.journal.append(new Journal.Entry(clock.instant(), "undone", Map.of("id", "one/undo")));
    assertEquals(3, things.journalHistory().appliedChanges().size());
    assertEquals(3, things.undo("a", "b").done().size());
  }
}
