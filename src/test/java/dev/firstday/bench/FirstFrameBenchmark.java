package dev.firstday.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** From the start of a process to its first whole frame, against a start of the AWS CLI. */
@Tag("binary")
@Isolated
class FirstFrameBenchmark {
  private static final int ROUNDS = 15;

  @TempDir private Path folder;

  @Test
  void prints_how_long_the_first_frame_takes() throws Exception {
    assumeTrue(LentTerminal.available(), "needs script, of util-linux");
    for (List<String> arguments : List.of(List.<String>of(), List.of("--practice"))) {
      List<String> command = new ArrayList<>(List.of(Image.firstday().toString()));
      command.addAll(arguments);
      List<Double> ours = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        Path home = Files.createDirectory(folder.resolve("home" + i + arguments.size()));
        try (LentTerminal terminal = new LentTerminal(command, home)) {
          ours.add(terminal.firstFrame().toNanos() / 1e6);
        }
        try (LentTerminal terminal =
            new LentTerminal(List.of(Image.aws().toString(), "--version"), home)) {
          theirs.add(terminal.end().toNanos() / 1e6);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "first frame: firstday %s %.0f ms, aws --version %.0f ms, %.2f of it%n",
          String.join(" ", arguments),
          Image.median(ours),
          Image.median(theirs),
          Image.median(ours) / Image.median(theirs));
    }
  }
}
