package dev.firstday.cli.wizard;

import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.cli.run.Composition;
import dev.firstday.cli.run.Invocation;
import dev.firstday.cli.run.RunEnvironment;
import dev.firstday.cli.run.RunSettings;
import dev.firstday.cli.run.Version;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.line.LineWizard;
import dev.firstday.line.io.LineIo;
import dev.firstday.line.io.ReaderLineIo;
import dev.firstday.line.io.StreamLineIo;
import dev.firstday.line.model.LineOptions;
import dev.firstday.report.Report;
import dev.firstday.report.ReportHtml;
import dev.firstday.report.ReportJson;
import dev.firstday.report.ReportMarkdown;
import dev.firstday.terminal.Browser;
import dev.firstday.terminal.Charmap;
import dev.firstday.terminal.Console;
import dev.firstday.terminal.Terminals;
import dev.firstday.tui.model.DisplayPreferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Runs the wizard line by line. */
final class LineRun {
  private static final Duration HEARTBEAT = Duration.ofSeconds(30);

  private final Composition composition;
  private final RunSettings run;
  private final DisplayPreferences preferences;
  private final boolean firstRun;
  private final BiConsumer<Language, Boolean> keep;
  private final LineOptions.SessionConnector connector;

  /**
   * @param preferences language and colours as they would be on the full screen
   * @param firstRun whether nobody has chosen yet how firstday speaks
   * @param keep keeps language and mode for the next run
   */
  LineRun(
      Composition composition,
      DisplayPreferences preferences,
      boolean firstRun,
      BiConsumer<Language, Boolean> keep,
      LineOptions.SessionConnector connector) {
    this.composition = composition;
    this.run = composition.settings();
    this.preferences = preferences;
    this.firstRun = firstRun;
    this.keep = keep;
    this.connector = connector;
  }

  /** Plain lines, from a pipe too. */
  int plain() {
    RunEnvironment world = run.world();
    boolean typedAt = world.ends().typedAt().getAsBoolean();
    if (typedAt && !world.ends().shownAt().getAsBoolean()) {
      world.err().println(Messages.in(preferences.language()).text("cli.elsewhere"));
      world.err().flush();
    }
    StreamLineIo talk = new StreamLineIo(world.in(), world.out(), typedAt);
    Terminals.onInterrupt(talk::interrupt);
    return talk(talk, typedAt);
  }

  /** Lines on a terminal that can edit them. */
  int edited(Console console) {
    ReaderLineIo talk =
        new ReaderLineIo(
            console.lineReader(), Charmap.of(run.world().environment()), console.alternateScreen());
    console.onInterrupt(talk::interrupt);
    return talk(talk, true);
  }

  private int talk(LineIo talk, boolean person) {
    RunEnvironment world = run.world();
    LineOptions options =
        new LineOptions(
            connector,
            Version.number(),
            new Invocation(run.options()).wizard("--accessible"),
            preferences.language(),
            preferences.onlyEnglish(),
            person && firstRun,
            keep,
            zoned(world.clock()),
            HEARTBEAT,
            new Browser(world.environment()),
            files());
    return new LineWizard(options, talk).run();
  }

  private static Clock zoned(Clock clock) {
    return clock.withZone(ZoneId.systemDefault());
  }

  private LineOptions.LineFiles files() {
    return new LineOptions.LineFiles() {
      @Override
      public void report(Path file, Session session, Language language) throws IOException {
        Files.writeString(home(file), document(file, session, language));
      }

      @Override
      public void text(Path file, String text) throws IOException {
        Files.writeString(home(file), text);
      }

      @Override
      public Optional<String> log() {
        return composition.log().file().map(Path::toString);
      }
    };
  }

  /** Nothing but a shell knows {@code ~}, but people type it everywhere. */
  private Path home(Path file) {
    return file.startsWith("~")
        ? run.world().home().resolve(file.subpath(0, 1).relativize(file))
        : file;
  }

  private String document(Path file, Session session, Language language) {
    List<StepView> seen =
        session.steps().stream().filter(step -> step.assessment().isPresent()).toList();
    Report report = composition.report(session, language, seen);
    String name = file.getFileName().toString();
    if (name.endsWith(".html")) {
      return ReportHtml.of(report);
    }
    return name.endsWith(".json") ? ReportJson.of(report) + "\n" : ReportMarkdown.of(report);
  }
}
