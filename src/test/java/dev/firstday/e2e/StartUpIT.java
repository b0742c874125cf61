package dev.firstday.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firstday.bench.LentTerminal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real process has loaded when its first frame is there. */
class StartUpIT {
  /** The first thing that happens behind the first frame: signing in is sent to the background. */
  private static final String BEHIND = "dev.firstday.tui.BackgroundTasks$$Lambda";

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
          "org.jline.reader.");

  @TempDir private Path home;

  @Test
  void the_first_frame_comes_before_everything_that_it_does_not_show() throws Exception {
    assumeTrue(LentTerminal.available(), "needs script, of util-linux");
    Loaded loaded = new Loaded(home.resolve("loaded.txt"));
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            loaded.option(),
            "-Dfile.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.firstday.cli.Main");
    try (LentTerminal terminal = new LentTerminal(java, home)) {
      terminal.firstFrame();
      terminal.waitFor(() -> loaded.classes().stream().anyMatch(StartUpIT::behind));
    }
    List<String> before = loaded.classes().stream().takeWhile(name -> !behind(name)).toList();
    assertTrue(before.contains("dev.firstday.tui.widgets.Painter"));
    assertEquals(List.of(), before.stream().filter(StartUpIT::later).toList());
    assertEquals(List.of(), before.stream().filter(Loaded::ofNetwork).toList());
  }

  private static boolean behind(String name) {
    return name.startsWith(BEHIND);
  }

  private static boolean later(String name) {
    return LATER.stream().anyMatch(name::startsWith) || name.equals("picocli.CommandLine");
  }
}
