package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.engine.apply.Outcome;
import dev.firstday.practice.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was cut off anywhere, and a plain one behind it, lead to where one run leads. */
class KillSweepTest {
  private static final List<String> ALL = Steps.ALL.stream().map(Steps.Registered::id).toList();

  @TempDir Path folder;

  private Rig rig(String name) {
    return new Rig(Scenario.NEW, Bench.answers("regions", "home"), folder.resolve(name));
  }

  @Test
  void a_run_that_was_cut_off_is_completed_by_the_next() {
    sweep(29);
  }

  @Test
  @Tag("full")
  void a_run_that_was_cut_off_at_any_write_is_completed_by_the_next() {
    sweep(1);
  }

  private void sweep(int every) {
    Rig whole = rig("whole");
    assertEquals(Outcome.Ending.COMPLETED, whole.apply(ALL).ending());
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
        "kill sweep: %d of %d writes, %d kill points"
            .formatted(points.size(), whole.writes(), points.size() * Rig.Cut.values().length));
  }

  private void cutOff(int point, Rig.Cut cut, List<Object> expected) {
    String where = cut + " " + point;
    Rig rig = rig(where).cutting(point, cut);
    assertThrows(Rig.Killed.class, () -> rig.apply(ALL), where);
    rig.cutting(-1, cut);
    assertEquals(Outcome.Ending.COMPLETED, rig.apply(ALL).ending(), where);
    List<Object> account = rig.account();
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), account.get(i), where);
    }
    assertTrue(readable(folder.resolve(where)), where);
    rig.cutting(-1, cut);
    rig.apply(ALL);
    assertEquals(0, rig.writes(), "nothing is left after " + where);
  }

  /** Whether nothing but half a line is lost. */
  private static boolean readable(Path folder) {
    try {
      return Files.readAllLines(folder.resolve("journal.jsonl")).stream()
              .filter(line -> !line.endsWith("}"))
              .count()
          <= 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
