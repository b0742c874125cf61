package dev.firstday.cli.run;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Note;
import dev.firstday.engine.account.Delays;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.state.FaultFile;
import dev.firstday.state.PreferencesFile;
import dev.firstday.state.RunLog;
import dev.firstday.state.StateFolder;
import java.util.function.Supplier;

/** Puts the parts of a run together: from options to what opens a session. */
public final class Composition {
  private final RunContext run;
  private final Delays delays = new Delays();
  private final RunLog log;
  private final FaultLog faults;
  private final InputFiles files;
  private final RunSettings settings;
  private final CommandLineAnswers answers;
  private final RunSignIn signIn;
  private final SessionFactory sessions;
  private final StepSelection selection;

  /**
   * @throws Exit if the options name no language of ours
   */
  public Composition(Options options, RunEnvironment world) {
    this.run = new RunContext(options, world);
    this.log = new RunLog(() -> stateFolder().within("logs"), world.clock());
    FaultFile faultFile = new FaultFile(this::rootFolder, world.clock());
    this.faults = (where, fault) -> faultFile.add(where, StackTraces.printable(fault));
    this.files = new InputFiles(run);
    this.settings = new RunSettings(run);
    this.answers = new CommandLineAnswers(run, files, settings);
    this.signIn = new RunSignIn(run, settings, new RunListener(world.listener(), delays, log));
    this.sessions = new SessionFactory(run, files, settings, answers, signIn, delays, faults);
    this.selection = new StepSelection(run);
  }

  public RunEnvironment world() {
    return run.world();
  }

  public Options options() {
    return run.options();
  }

  /** The language of documents, which may be read elsewhere. */
  public Language wanted() {
    return run.wanted();
  }

  /** The language that is spoken. */
  public Language language() {
    return run.language();
  }

  public Messages messages() {
    return run.messages();
  }

  /** A note of the messages as a text. */
  public String text(Note note) {
    return run.text(note);
  }

  /** The folder for what is kept of a person, whatever the account. */
  public StateFolder rootFolder() {
    return run.rootFolder();
  }

  /** The folder for everything that is kept. */
  public StateFolder stateFolder() {
    return run.stateFolder();
  }

  /** The log of the calls of this run. */
  public RunLog log() {
    return log;
  }

  /** Where our own faults are written down. */
  public FaultLog faults() {
    return faults;
  }

  /** Where to hear of calls that AWS makes us wait for. */
  public Delays delays() {
    return delays;
  }

  /** The files that options name. */
  public InputFiles files() {
    return files;
  }

  /** The catalogue that holds for this run. */
  public Catalog catalog() {
    return files.catalog();
  }

  /** The Region, and how AWS is reached. */
  public RunSettings settings() {
    return settings;
  }

  /** The answers of the command line and of the answers file. */
  public CommandLineAnswers answers() {
    return answers;
  }

  /** Who is signed in, and how. */
  public RunSignIn signIn() {
    return signIn;
  }

  /** What opens sessions. */
  public SessionFactory sessions() {
    return sessions;
  }

  /** The steps that a command is about. */
  public StepSelection selection() {
    return selection;
  }

  /**
   * How the wizard speaks with whoever is there.
   *
   * @param lines whether lines were asked for
   * @param accessible whether they were asked for without control characters
   */
  public Mode mode(boolean lines, boolean accessible) {
    boolean kept =
        new PreferencesFile(rootFolder())
            .kept()
            .map(PreferencesFile.SavedPreferences::lines)
            .orElse(false);
    return new Mode.Situation(
            lines,
            accessible,
            kept,
            world().environment(),
            world().ends().typedAt().getAsBoolean(),
            world().ends().shownAt().getAsBoolean())
        .mode();
  }

  /**
   * What a wizard works with. Where files or answers were named they are read now, so that what is
   * wrong with them is said before the screen is taken; the built-in catalogue alone is right, and
   * read when it is needed: parsing it takes longer than the first frame.
   */
  public Supplier<RunInput> input() {
    if (options().steps().isPresent() || options().namesAnswers()) {
      RunInput input = readInput();
      return () -> input;
    }
    return this::readInput;
  }

  private RunInput readInput() {
    Catalog catalog = catalog();
    return new RunInput(catalog, answers.require(catalog));
  }
}
