package dev.firstday.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firstday.bench.LentTerminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real process has loaded when its first frame is there. */
class StartUpTest {
  /** The first thing that happens behind the first frame: signing in is sent to the background. */
  private static final String BEHIND = "dev.firstday.tui.Errands$$Lambda";

  /** What must wait: it takes longer than the frame, or has nothing to do with it. */
  private static final List<String> LATER =
      List.of(
          "software.amazon.awssdk.",
          "dev.firstday.aws.Sdk",
          "dev.firstday.steps.",
          "dev.firstday.practice.PracticeAccount",
          "dev.firstday.report.",
          "dev.firstday.catalog.Yaml",
          "dev.firstday.catalog.CatalogReader",
          "com.fasterxml.jackson.databind.",
          "com.fasterxml.jackson.dataformat.",
          "com.google.",
          "org.jline.reader.",
          "picocli.CommandLine ");

  /** Classes without which nothing can be looked up over the network. */
  private static final List<String> NETWORK =
      List.of("java.net.Socket ", "java.net.InetAddress ", "sun.nio.ch.SocketChannelImpl ");

  @TempDir private Path home;

  @Test
  void the_first_frame_comes_before_everything_that_it_does_not_show() throws Exception {
    assumeTrue(LentTerminal.available(), "needs script, of util-linux");
    Path log = home.resolve("loaded.txt");
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xlog:class+load:file=" + log,
            "-Dfile.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.firstday.cli.Main");
    try (LentTerminal terminal = new LentTerminal(java, home)) {
      terminal.firstFrame();
      terminal.waitFor(() -> loaded(log).stream().anyMatch(line -> line.contains(BEHIND)));
    }
    List<String> before = loaded(log).stream().takeWhile(line -> !line.contains(BEHIND)).toList();
    assertTrue(before.stream().anyMatch(line -> line.contains("dev.firstday.tui.Painter")));
    assertEquals(List.of(), before.stream().filter(StartUpTest::later).toList());
    assertEquals(List.of(), before.stream().filter(StartUpTest::network).toList());
  }

  private static boolean later(String line) {
    return LATER.stream().anyMatch(name -> line.contains("] " + name));
  }

  // The JDK's own archive of classes brings some along that nobody has asked for.
  private static boolean network(String line) {
    return !line.contains("shared objects file")
        && NETWORK.stream().anyMatch(name -> line.contains("] " + name));
  }

  private static List<String> loaded(Path log) {
    try {
      return Files.readAllLines(log);
    } catch (java.io.IOException e) {
      return List.of();
    }
  }
}
