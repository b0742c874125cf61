package dev.firstday.cli.wizard;

import dev.firstday.cli.run.Composition;
import dev.firstday.cli.run.Exit;
import dev.firstday.cli.run.Invocation;
import dev.firstday.cli.run.Mode;
import dev.firstday.cli.run.RunEnvironment;
import dev.firstday.cli.run.RunSettings;
import dev.firstday.cli.run.Version;
import dev.firstday.engine.Session;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.terminal.Browser;
import dev.firstday.terminal.Console;
import dev.firstday.terminal.FullScreen;
import dev.firstday.terminal.TerminalEvent;
import dev.firstday.tui.Connector;
import dev.firstday.tui.NoRegion;
import dev.firstday.tui.Wizard;
import dev.firstday.tui.WizardOptions;
import dev.firstday.tui.WizardResult;
import dev.firstday.tui.model.DisplayPreferences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs the wizard: on the full screen where that can be, else line by line. */
public final class WizardRun {
  /** What the full screen needs at the start; it can be made smaller later. */
  private static final int COLUMNS = 40;

  private static final int ROWS = 12;

  /** What it takes to edit a line in place. */
  private static final int EDITED = 20;

  private final Composition composition;
  private final RunSettings run;
  private final DisplaySettings display;
  private final boolean once;

  /**
   * A run to come.
   *
   * @param once whether the full screen only paints its first frame, asks nobody for anything, and
   *     is gone again
   */
  public WizardRun(Composition composition, boolean once) {
    this.composition = composition;
    this.run = composition.settings();
    this.display = new DisplaySettings(run);
    this.once = once;
  }

  /**
   * Runs it in the way that fits.
   *
   * @param lines whether lines were asked for
   * @param accessible whether they were asked for without control characters
   */
  public int run(boolean lines, boolean accessible) {
    Mode mode = composition.mode(lines, accessible);
    if (mode == Mode.NONE) {
      throw nobodyThere();
    }
    Supplier<Composition.RunInput> input = composition.input();
    run.require(run.options().namesAnswers() ? input.get().given() : Map.of());
    run.stateFolder().create();
    if (run.asksForCode()) {
      composition.signIn().askForCode(input.get().given());
    }
    LineRun line = lineRun(input);
    return mode == Mode.PLAIN ? line.plain() : onTerminal(mode, line, input);
  }

  private Exit nobodyThere() {
    RunEnvironment.Ends ends = run.world().ends();
    boolean terminal = ends.typedAt().getAsBoolean() && ends.shownAt().getAsBoolean();
    return new Exit(Exit.BAD_INPUT, run.messages().text(terminal ? "cli.ci" : "cli.no-terminal"));
  }

  private LineRun lineRun(Supplier<Composition.RunInput> input) {
    DisplayPreferences preferences = display.preferences();
    return new LineRun(
        composition,
        preferences,
        display.firstRun(),
        (language, inLines) -> display.keep(language, preferences.palette(), inLines),
        () -> lineSession(input.get()));
  }

  /** On a terminal that can be drawn on; where that is too small, lines are still readable. */
  private int onTerminal(Mode mode, LineRun line, Supplier<Composition.RunInput> input) {
    try (Console console = Console.open(run.world().environment())) {
      if (!console.smallerThan(EDITED, 1)) {
        boolean lines = mode == Mode.LINES || console.smallerThan(COLUMNS, ROWS);
        return lines ? line.edited(console) : fullScreen(console, input);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.plain();
  }

  private int fullScreen(Console console, Supplier<Composition.RunInput> input) {
    Wizard wizard = wizard(() -> session(input.get()), console::showAndWait);
    Function<Consumer<TerminalEvent>, FullScreen> opener =
        events -> console.fullScreen(events, display.screenOptions());
    if (once) {
      wizard.paintOnce(opener);
      return 0;
    }
    WizardResult result = wizard.run(opener);
    result.summary().forEach(run.world().out()::println);
    return result.exitCode();
  }

  private Optional<Session> lineSession(Composition.RunInput input) throws CallFailed {
    try {
      return Optional.of(session(input, run.world().ends().typedAt().getAsBoolean()));
    } catch (NoRegion e) {
      return Optional.empty();
    }
  }

  private Session session(Composition.RunInput input) throws CallFailed, NoRegion {
    return session(input, true);
  }

  /** Who has no credentials is told that first: a Region alone would help nobody. */
  private Session session(Composition.RunInput input, boolean personAtWork)
      throws CallFailed, NoRegion {
    if (!run.onPractice() && run.knownRegion(input.given()).isEmpty()) {
      composition.signIn().whoIsSignedIn(input.given());
      throw new NoRegion();
    }
    return composition.sessions().open(input, personAtWork);
  }

  /** Prints one frame as text: the whole program, drawing included, without a terminal. */
  public int render() {
    Supplier<Composition.RunInput> input = composition.input();
    String frame =
        wizard(() -> composition.sessions().open(input.get(), false), text -> {})
            .renderOnce(120, 35);
    run.world().out().print(frame);
    run.world().out().flush();
    return 0;
  }

  private Wizard wizard(Connector connector, Consumer<String> alone) {
    RunEnvironment world = run.world();
    return new Wizard(
        new WizardOptions(
            connector,
            Version.number(),
            new Invocation(run.options()).wizard(),
            display.preferences(),
            display.firstRun(),
            chosen -> display.keep(chosen.language(), chosen.palette(), false),
            world.clock(),
            ZoneId::systemDefault,
            new Browser(world.environment()),
            world.environment(),
            new WizardFiles(composition),
            alone,
            composition.delays()));
  }
}
