package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.moto.MotoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two real processes on one account at once. */
@Tag("binary")
@DisabledOnOs(OS.WINDOWS)
class TwoProcessesIT {
  private static final String[] APPLY = {"apply", "--yes", "--step=password-policy"};

  @TempDir private Path home;

  @Test
  void the_second_is_told_who_writes_and_writes_nothing_until_the_first_is_gone() throws Exception {
    URI moto = MotoServer.quick();
    Program second = new Program(home, moto.toString());
    CompletableFuture<Process> first = new CompletableFuture<>();
    CountDownLatch halted = new CountDownLatch(1);
    try (Gate gate =
        new Gate(
            moto,
            second.journal(),
            1,
            false,
            held -> {
              signal("STOP", first.join());
              halted.countDown();
            })) {
      first.complete(new Program(home, gate.endpoint().toString()).start(APPLY));
      assertTrue(halted.await(2, TimeUnit.MINUTES), "the first never wrote");
      String before = Files.readString(second.journal());

      Program.Ended told = second.run(APPLY);
      assertEquals(2, told.code(), told.err());
      assertTrue(told.err().contains("process " + first.join().pid() + " on "), told.err());
      assertEquals(before, Files.readString(second.journal()));
      assertEquals(1, second.run("check", "--step=password-policy").code());
    } finally {
      first.join().destroyForcibly().waitFor();
    }
    assertEquals(0, second.run(APPLY).code());
    assertEquals(0, second.run("check", "--step=password-policy").code());
  }

  /** Halts a process where it is, so that nothing depends on how fast the other one is. */
  private static void signal(String name, Process process) {
    try {
      new ProcessBuilder(List.of("kill", "-" + name, Long.toString(process.pid())))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
