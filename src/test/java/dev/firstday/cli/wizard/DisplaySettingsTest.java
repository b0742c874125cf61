package dev.firstday.cli.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.cli.Cli;
import dev.firstday.cli.Trial;
import dev.firstday.cli.commands.Firstday;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What options and variables make of the screens. */
class DisplaySettingsTest {
  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({
    "--practice, TERM=xterm, false",
    "--no-motion, TERM=xterm, true",
    "--practice, NO_MOTION=1, true",
    "--practice, REDUCED_MOTION=1, true",
    "--practice, REDUCED_MOTION=, false",
  })
  void nothing_moves_where_that_is_asked_for(String option, String variable, boolean still) {
    String[] pair = variable.split("=", 2);
    Trial trial = new Trial(home).with(pair[0], pair[1]);
    CommandLine line = Cli.commandLine(trial.world(new StringWriter(), new StringWriter()));
    line.parseArgs(option);
    Firstday root = line.getCommand();
    assertEquals(still, new DisplaySettings(root.composition().settings()).preferences().still());
  }
}
