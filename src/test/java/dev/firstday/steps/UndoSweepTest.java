package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.engine.Session;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.practice.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.model.Bucket;

/** What all steps wrote together is taken back, but for what is documented as kept. */
class UndoSweepTest {
  private static final List<String> ALL = Steps.ALL.stream().map(Steps.Registered::id).toList();

  @TempDir Path folder;

  private Rig rig(Scenario scenario, String name) {
    return new Rig(scenario, Bench.answers("regions", "home"), folder.resolve(name));
  }

  /** What an undo of everything leaves, by the ids of the changes. */
  private static Set<String> kept(UndoPlan plan) {
    return plan.kept().stream().map(kept -> kept.change().id()).collect(Collectors.toSet());
  }

  /** By this an undo knows which steps it has to look at. */
  @Test
  void what_steps_share_bears_no_step_s_id() {
    Session session = rig(Scenario.NEW, "all").session();
    session.check(ALL);
    Set<String> shared =
        ALL.stream()
            .flatMap(step -> session.step(step).assessment().orElseThrow().uses().stream())
            .collect(Collectors.toSet());
    assertFalse(shared.isEmpty());
    for (String id : shared) {
      assertTrue(ALL.stream().noneMatch(step -> (id + "/").startsWith(step + "/")), id);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Scenario.class,
      names = {"NEW", "HALF_DONE"})
  void an_undo_of_everything_leaves_only_what_holds_data(Scenario scenario) {
    Rig rig = rig(scenario, "all");
    List<Object> before = rig.account();
    rig.apply(ALL);
    UndoPlan plan = rig.undoPlan(ALL);
    Set<String> documented =
        StepContractTest.KEPT.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    assertTrue(documented.containsAll(kept(plan)), () -> plan.kept().toString());
    assertEquals(Outcome.Ending.COMPLETED, rig.undo(ALL).ending());
    List<Object> after = rig.account();
    for (int i = 0; i < before.size(); i++) {
      int part = i;
      if (!contact(before.get(i))) {
        assertEquals(before.get(i), butOurBuckets(after.get(i)), () -> "part " + part);
      }
    }
    assertTrue(rig.undoPlan(ALL).plan().isEmpty(), "nothing is offered twice");
    System.out.println(
        "undo sweep: %s, %d taken back, kept: %s"
            .formatted(scenario, plan.plan().changes().size(), kept(plan)));
  }

  /** A part of a snapshot without the buckets that an undo leaves because they hold logs. */
  private static Object butOurBuckets(Object part) {
    return part instanceof List<?> list
        ? list.stream()
            .filter(one -> !(one instanceof Bucket bucket && bucket.name().startsWith("firstday-")))
            .filter(
                one ->
                    !(one instanceof Snapshot.Thing thing && thing.name().startsWith("firstday-")))
            .toList()
        : part;
  }

  private static boolean contact(Object part) {
    return part.toString().startsWith("ContactInformation");
  }

  @Test
  void an_undo_that_was_cut_off_goes_on() {
    cutOff(29);
  }

  @Test
  @Tag("full")
  void an_undo_that_was_cut_off_at_any_call_goes_on() {
    cutOff(1);
  }

  private void cutOff(int every) {
    Rig whole = rig(Scenario.NEW, "whole");
    whole.apply(ALL);
    whole.cutting(-1, Rig.Cut.BEFORE_THE_CALL).undo(ALL);
    List<Object> expected = whole.account();
    List<Integer> points =
        IntStream.rangeClosed(1, whole.writes())
            .filter(k -> k % every == 1 % every)
            .boxed()
            .toList();
    Rig.sideBySide(
        points,
        point -> {
          for (Rig.Cut cut : Rig.Cut.values()) {
            cutOff(point, cut, expected);
          }
        });
    System.out.println(
        "undo sweep: %d of %d calls, cut off at %d points"
            .formatted(points.size(), whole.writes(), points.size() * Rig.Cut.values().length));
  }

  private void cutOff(int point, Rig.Cut cut, List<Object> expected) {
    String where = cut + " " + point;
    Rig rig = rig(Scenario.NEW, where);
    rig.apply(ALL);
    rig.cutting(point, cut);
    assertThrows(Rig.Killed.class, () -> rig.undo(ALL), where);
    rig.cutting(-1, cut);
    assertEquals(Outcome.Ending.COMPLETED, rig.undo(ALL).ending(), where);
    List<Object> account = rig.account();
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), account.get(i), where);
    }
    assertTrue(rig.undoPlan(ALL).plan().isEmpty(), where);
  }
}
