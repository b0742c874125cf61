package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Reads;
import dev.firstday.aws.Writes;
import dev.firstday.engine.Assessment;
import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Change;
import dev.firstday.engine.Outcome;
import dev.firstday.engine.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every step keeps, whatever it is about. */
class StepContractTest {
  static List<Steps.Registered> steps() {
    return Steps.ALL;
  }

  /** Each step in each account where everything can be written. */
  static Stream<Arguments> everywhere() {
    return Steps.ALL.stream()
        .flatMap(step -> Situation.open().stream().map(there -> Arguments.of(step.id(), there)));
  }

  private static String key(Change change) {
    return change.service() + ":" + change.operation();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void it_calls_and_plans_just_what_the_registry_says(Steps.Registered step) {
    Set<String> reads = new TreeSet<>();
    Set<String> writes = new TreeSet<>();
    Stream.concat(Situation.open().stream(), Situation.odd().stream())
        .forEach(
            there -> {
              Bench bench = there.bench();
              Assessment found = bench.assess(step.id());
              reads.addAll(bench.calls());
              for (Change change : found.changes()) {
                writes.add(key(change));
                change.undo().forEach(undo -> writes.add(key(undo)));
              }
            });
    assertEquals(new TreeSet<>(step.reads()), reads);
    assertEquals(new TreeSet<>(step.writes()), writes);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void what_the_registry_says_is_on_the_lists(Steps.Registered step) {
    step.reads().forEach(key -> assertTrue(Reads.find(key).isPresent(), key));
    step.writes().forEach(key -> assertTrue(Writes.find(key).isPresent(), key));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void what_it_has_written_is_done_and_stays_done(String step, Situation there) {
    Bench bench = there.bench();
    boolean todo = !bench.assess(step).changes().isEmpty();
    Outcome outcome = bench.apply(step);
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    Assessment after = bench.assess(step);
    assertEquals(List.of(), after.changes());
    assertEquals(todo ? Verdict.DONE : bench.assess(step).verdict(), after.verdict());
    bench.calls();
    bench.apply(step);
    assertEquals(List.of(), bench.writes(), "a second apply writes nothing");
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void what_it_has_written_can_be_taken_back(String step, Situation there) throws CallFailed {
    Bench bench = there.bench();
    List<Change> changes = bench.assess(step).changes();
    if (changes.stream().anyMatch(change -> change.undo().isEmpty())) {
      return; // AWS itself would not take the old value back.
    }
    List<Object> before = Snapshot.of(bench.clients());
    bench.apply(step);
    for (Change change : changes.reversed()) {
      for (Change undo : change.undo()) {
        bench.caller().write(undo, undo.request());
      }
    }
    assertEquals(before, Snapshot.of(bench.clients()));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void each_change_has_a_name_of_its_own_and_a_read_that_shows_it(String step, Situation there) {
    List<String> ids = new ArrayList<>();
    for (Change change : there.bench().assess(step).changes()) {
      ids.add(change.id());
      assertTrue(change.id().startsWith(step + "/"), change.id());
      assertTrue(change.shows().isPresent(), change.id());
      assertTrue(!change.shows().get().fields().isEmpty(), change.id());
    }
    assertEquals(new HashSet<>(ids).size(), ids.size());
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void two_looks_at_the_same_account_plan_the_same(String step, Situation there) {
    Bench bench = there.bench();
    assertEquals(bench.assess(step), bench.assess(step));
    assertEquals(bench.assess(step).changes(), there.bench().assess(step).changes());
  }
}
