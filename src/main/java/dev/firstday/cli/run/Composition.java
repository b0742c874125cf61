package dev.firstday.cli.run;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Language;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.account.Delays;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.report.Report;
import dev.firstday.report.ReportWriter;
import dev.firstday.state.FaultFile;
import dev.firstday.state.PreferencesFile;
import dev.firstday.state.RunLog;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The parts of a run, put together: from options to what opens a session.
 *
 * @param log the log of the calls of this run
 * @param faults where our own faults are written down
 * @param delays where to hear of calls that AWS makes us wait for
 * @param files the files that options name
 */
public record Composition(
    RunSettings settings,
    RunLog log,
    FaultLog faults,
    Delays delays,
    InputFiles files,
    CommandLineAnswers answers,
    RunSignIn signIn,
    SessionFactory sessions) {
  /**
   * What a run works with.
   *
   * @param given the answers of the command line and of the answers file
   */
  public record RunInput(Catalog catalog, Map<String, String> given) {}

  /**
   * Puts them together.
   *
   * @throws Exit if the options name no language of ours
   */
  public static Composition of(Options options, RunEnvironment world) {
    RunSettings settings = new RunSettings(options, world);
    RunLog log = new RunLog(() -> settings.stateFolder().within("logs"), world.clock());
    FaultFile faultFile = new FaultFile(settings::rootFolder, world.clock());
    FaultLog faults = (where, fault) -> faultFile.add(where, StackTraces.printable(fault));
    Delays delays = new Delays();
    InputFiles files = new InputFiles(settings);
    CommandLineAnswers answers = new CommandLineAnswers(settings, files);
    RunSignIn signIn = new RunSignIn(settings, new RunListener(world.listener(), delays, log));
    return new Composition(
        settings,
        log,
        faults,
        delays,
        files,
        answers,
        signIn,
        new SessionFactory(settings, files, answers, signIn, delays, faults));
  }

  /** The report on steps that were checked. */
  public Report report(Session session, Language language, List<StepView> steps) {
    return new ReportWriter(session, language)
        .report(steps, settings.world().clock().instant(), Version.number());
  }

  /** The catalogue that holds for this run. */
  public Catalog catalog() {
    return files.catalog();
  }

  /**
   * How the wizard speaks with whoever is there.
   *
   * @param lines whether lines were asked for
   * @param accessible whether they were asked for without control characters
   */
  public Mode mode(boolean lines, boolean accessible) {
    RunEnvironment world = settings.world();
    boolean kept =
        new PreferencesFile(settings.rootFolder())
            .kept()
            .map(PreferencesFile.SavedPreferences::lines)
            .orElse(false);
    return new Mode.Situation(
            lines,
            accessible,
            kept,
            world.environment(),
            world.ends().typedAt().getAsBoolean(),
            world.ends().shownAt().getAsBoolean())
        .mode();
  }

  /**
   * What a wizard works with. Where files or answers were named they are read now, so that what is
   * wrong with them is said before the screen is taken; the built-in catalogue alone is right, and
   * read when it is needed: parsing it takes longer than the first frame.
   */
  public Supplier<RunInput> input() {
    if (settings.options().steps.isPresent() || settings.options().namesAnswers()) {
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
