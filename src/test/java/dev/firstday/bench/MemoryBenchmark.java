package dev.firstday.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * How much memory a check takes at most, and the wizard over ten minutes in which somebody looks
 * again and again; {@code -Dbench.minutes=1} makes it shorter.
 */
@Isolated
class MemoryBenchmark {
  private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("bench.minutes", 10));

  @TempDir private Path home;

  /** A line of what Linux tells of a process, in MiB. */
  private static long megabytes(ProcessHandle process, String line) {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
              .filter(text -> text.startsWith(line + ":"))
              .map(text -> text.replaceAll("\\D", ""))
              .mapToLong(Long::parseLong)
              .sum()
          / 1024;
    } catch (IOException e) {
      return 0;
    }
  }

  @BeforeEach
  void something_to_look_at() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs Linux");
    assumeTrue(LentTerminal.available(), "needs script, of util-linux");
  }

  @Test
  @Tag("binary")
  void prints_how_much_memory_a_check_takes() throws Exception {
    long most = 0;
    try (LentTerminal terminal =
        new LentTerminal(
            List.of(Image.firstday().toString(), "check", "--practice", "--set", "regions=enabled"),
            home)) {
      ProcessHandle program = null;
      while (terminal.alive()) {
        if (program == null || !program.isAlive()) {
          program = terminal.running().orElse(null);
        }
        most = Math.max(most, program == null ? 0 : megabytes(program, "VmHWM"));
        LockSupport.parkNanos(1_000_000);
      }
    }
    System.out.printf(Locale.ROOT, "memory: check of 17 Regions, %d MiB at most%n", most);
  }

  @Test
  void prints_how_much_memory_the_wizard_takes() throws Exception {
    try (LentTerminal terminal =
        new LentTerminal(List.of(Image.firstday().toString(), "--practice"), home)) {
      terminal.firstFrame();
      LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
      // Past the pages of a first day, to the list of steps.
      for (String key : List.of("\r", "\r", "\r", "\033", "\033", "\033")) {
        terminal.type(key);
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
      }
      long end = System.nanoTime() + TIME.toNanos();
      int samples = 10;
      for (int i = 0; i < samples; i++) {
        while (System.nanoTime() < end - TIME.toNanos() / samples * (samples - 1 - i)) {
          for (String key : List.of("r", "\033[B", "\r", "\033", "?", "\033")) {
            terminal.type(key);
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
          }
        }
        System.out.printf(
            Locale.ROOT,
            "memory: wizard after %d of %d minutes, %d MiB now, %d MiB at most%n",
            TIME.toMinutes() * (i + 1) / samples,
            TIME.toMinutes(),
            megabytes(terminal.running().orElseThrow(), "VmRSS"),
            megabytes(terminal.running().orElseThrow(), "VmHWM"));
      }
      terminal.type("q");
    }
  }
}
