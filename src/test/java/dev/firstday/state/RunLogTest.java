package dev.firstday.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  @TempDir private Path home;

  private Path logs() {
    return home.resolve("logs");
  }

  private RunLog at(Instant now) {
    return new RunLog(() -> new StateFolder(logs()), Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void a_run_that_calls_nothing_leaves_no_file() {
    RunLog log = at(NOW);
    assertEquals(Optional.empty(), log.file());
    assertFalse(Files.exists(logs()));
  }

  @Test
  void each_line_has_the_time_and_is_one_line_whatever_is_in_it() throws IOException {
    RunLog log = at(NOW);
    log.add("one");
    log.add("two\nthree \u001b[2J");
    assertEquals(
        List.of("2026-11-22T09:00:00Z one", "2026-11-22T09:00:00Z two?three ?[2J"),
        Files.readAllLines(log.file().orElseThrow()));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobody_else_may_read_it() throws IOException {
    RunLog log = at(NOW);
    log.add("one");
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(log.file().orElseThrow())));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(logs())));
  }

  @Test
  void the_latest_runs_are_kept() throws IOException {
    for (int run = 0; run < RunLog.KEPT + 3; run++) {
      at(NOW.plusSeconds(run)).add("run " + run);
    }
    try (Stream<Path> files = Files.list(logs())) {
      List<Path> kept = files.sorted().toList();
      assertEquals(RunLog.KEPT, kept.size());
      assertTrue(Files.readString(kept.getFirst()).endsWith("run 3\n"));
    }
  }

  @Test
  void a_log_that_cannot_be_written_stops_nothing() throws IOException {
    Files.writeString(logs(), "a file where the folder should be");
    RunLog log = at(NOW);
    log.add("one");
    log.add("two");
    assertEquals(Optional.empty(), log.file());
  }
}
