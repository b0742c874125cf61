package dev.firstday.cli.output;

import dev.firstday.cli.run.Mode;
import dev.firstday.cli.run.RunEnvironment;
import dev.firstday.cli.run.RunSettings;
import dev.firstday.terminal.Colours;
import dev.firstday.terminal.Terminals;
import dev.firstday.text.PrintableWriter;
import dev.firstday.text.StyledLine;
import java.io.PrintWriter;

/** Where a command prints: its result, talk, documents, and on a terminal how far it is. */
public final class CommandOutput {
  private final RunEnvironment world;
  private final boolean coloured;
  private final boolean quiet;
  private final ProgressLine progress;

  /**
   * An output to which nothing was printed yet.
   *
   * @param quiet whether lines and progress are kept back; documents never are
   */
  public CommandOutput(RunSettings run, boolean quiet) {
    this.world = run.world();
    this.quiet = quiet;
    boolean terminal =
        world.ends().shownAt().getAsBoolean()
            && Terminals.capable(world.environment())
            && !Mode.accessible(world.environment());
    this.coloured = Colours.wanted(run.options().noColor(), world.environment(), terminal);
    this.progress = new ProgressLine(PrintableWriter.to(world.out()), terminal && !quiet);
  }

  /** A line of the result. */
  public void print(StyledLine line) {
    say(world.out(), line);
  }

  /** A line of talk. */
  public void talk(StyledLine line) {
    say(world.err(), line);
  }

  /** What a program reads, or what is kept in a file. */
  public void document(String text) {
    progress.erase();
    world.documents().println(text);
    world.documents().flush();
  }

  /** How far the command is; gone when something is printed. */
  public void progress(String text) {
    progress.show(text);
  }

  public void endProgress() {
    progress.erase();
  }

  private void say(PrintWriter to, StyledLine line) {
    if (quiet) {
      return;
    }
    progress.erase();
    if (coloured) {
      PrintableWriter.to(to).println(line);
    } else {
      to.println(line.plain());
    }
    to.flush();
  }
}
