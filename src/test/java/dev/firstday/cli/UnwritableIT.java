package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firstday.aws.operations.CallListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A state folder that can't be written any more in the middle of an apply. */
class UnwritableIT {
  private static final String[] STEPS = {
    "--step=alternate-contacts", "--step=budget", "--step=password-policy"
  };

  private final Trial firstday;
  private final Path journal;

  UnwritableIT(@TempDir Path home) {
    firstday = new Trial(home);
    journal = firstday.state("new").resolve("journal.jsonl");
  }

  /** When this operation is called, the journal can't be written any more, by root neither. */
  private CallListener breaking(String victim) {
    return (service, operation, region) -> {
      if (operation.equals(victim) && Files.isRegularFile(journal)) {
        try {
          Files.move(journal, journal.resolveSibling("kept"));
          Files.createDirectory(journal);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private void mend() throws IOException {
    Files.delete(journal);
    Files.move(journal.resolveSibling("kept"), journal);
    firstday.failing(CallListener.NONE);
  }

  private static String[] apply() {
    List<String> words = new ArrayList<>(List.of("apply", "--practice", "--yes"));
    words.addAll(List.of(STEPS));
    return words.toArray(String[]::new);
  }

  @Test
  void the_run_ends_with_what_was_done_and_what_was_not_and_the_next_completes_it()
      throws IOException {
    Trial.Result apply = firstday.failing(breaking("CreateBudget")).answered(apply());
    assertEquals(4, apply.code(), apply.all());
    assertTrue(apply.err().contains(journal.toString()), apply.err());
    List<String> lists = apply.err().lines().dropWhile(line -> !line.startsWith("Done:")).toList();
    assertEquals("Done: 4", lists.getFirst());
    assertTrue(lists.contains("Not tried: 1"), lists.toString());
    assertFalse(apply.err().contains("\tat "), apply.err());
    assertEquals(4, firstday.writes().size(), "nothing was written behind it");

    mend();
    assertEquals(0, firstday.answered(apply()).code());
    assertEquals(List.of("UpdateAccountPasswordPolicy"), firstday.writes());
  }

  @Test
  void the_wizard_in_lines_goes_on_and_says_what_is_wrong() throws IOException {
    String script = Files.readString(Path.of("examples/first-day.txt"));
    Trial.Result run =
        firstday
            .piping(script)
            .failing(breaking("CreateBudget"))
            .run("--practice", "--accessible", "--lang", "en");
    assertTrue(List.of(0, 130).contains(run.code()), run.code() + run.err());
    assertEquals("", run.err());
    String told = run.out().substring(run.out().indexOf("Done 5 of")).replaceAll("\\s+", "");
    assertTrue(told.contains("Error."), run.out());
    assertTrue(told.contains(journal.toString()), run.out());
    assertEquals(5, firstday.writes().size(), "nothing was written behind it");
  }

  @Test
  @Tag("binary")
  @DisabledOnOs(OS.WINDOWS)
  void a_file_that_may_not_grow_any_more_leaves_half_a_line_and_the_next_run_completes(
      @TempDir Path home) throws Exception {
    List<String> small = List.of("sh", "-c", "ulimit -f 16 && exec \"$@\"", "sh");
    outOfRoom(new Program(home, "http://127.0.0.1:1"), small, home.resolve("state"));
  }

  @Test
  @Tag("binary")
  @DisabledOnOs(OS.WINDOWS)
  void a_full_disk_leaves_the_account_consistent_and_the_next_run_completes(@TempDir Path home)
      throws Exception {
    Path disk = Files.createDirectory(home.resolve("state"));
    Program program = new Program(home, "http://127.0.0.1:1");
    Program.Ended mounted =
        program.run(
            List.of("mount", "-t", "tmpfs", "-o", "size=24k,mode=700", "tmpfs", disk.toString()));
    assumeTrue(mounted.code() == 0, "only root may mount: " + mounted.err());
    try {
      outOfRoom(program, List.of(), disk);
    } finally {
      program.run(List.of("umount", disk.toString()));
    }
  }

  /** Applies where there is little room, and then where there is enough. */
  private static void outOfRoom(Program program, List<String> wrapper, Path state)
      throws Exception {
    List<String> command =
        Program.firstday(
            "apply",
            "--practice",
            "--yes",
            "--step=trail",
            "--step=budget",
            "--set=email=alerts@example.com",
            "--state-dir=" + state);
    List<String> small = new ArrayList<>(wrapper);
    small.addAll(command);
    Program.Ended full = program.run(small);
    assertEquals(4, full.code(), full.err());
    assertTrue(full.err().contains("can't be written"), full.err());
    assertTrue(full.err().contains("Done: "), full.err());
    assertTrue(full.err().contains("Not tried: "), full.err());
    assertFalse(full.err().contains("\tat "), full.err());

    Path roomy = Files.createTempDirectory(state.getParent(), "roomy");
    program.run(List.of("cp", "-a", state + "/.", roomy.toString()));
    List<String> there = new ArrayList<>(command);
    there.set(there.size() - 1, "--state-dir=" + roomy);
    Program.Ended next = program.run(there);
    assertEquals(0, next.code(), next.err());
  }
}
