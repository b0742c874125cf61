package dev.firstday.cli.commands;

import dev.firstday.cli.run.Composition;
import dev.firstday.cli.run.Options;
import dev.firstday.cli.run.RunEnvironment;
import dev.firstday.cli.run.Version;
import dev.firstday.cli.wizard.WizardRun;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The root command: the wizard. */
@CommandLine.Command(
    name = "firstday",
    mixinStandardHelpOptions = true,
    versionProvider = Version.Provider.class,
    subcommands = {
      CheckCommand.class,
      PlanCommand.class,
      ApplyCommand.class,
      UndoCommand.class,
      HistoryCommand.class,
      ReportCommand.class,
      AnswersCommand.class,
      ExportCommand.class,
      PermissionsCommand.class,
      StepsCommand.class,
      DoctorCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    })
public final class Firstday implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Options options = new Options();

  @Option(names = "--smoke-render", hidden = true)
  private boolean smokeRender;

  @Option(names = "--smoke-frame", hidden = true)
  private boolean smokeFrame;

  @Option(names = "--line")
  private boolean line;

  @Option(names = "--accessible")
  private boolean accessible;

  @Option(names = "--no-browser")
  private boolean noBrowser;

  @Option(names = "--no-motion")
  private boolean noMotion;

  @Option(names = "--help-all")
  private boolean helpAll;

  private final RunEnvironment world;
  private Optional<Composition> composition = Optional.empty();

  public Firstday(RunEnvironment world) {
    this.world = world;
  }

  /** What this run is made of; the options must have been read. */
  public Composition composition() {
    if (composition.isEmpty()) {
      RunEnvironment wanted = noBrowser ? world.with("FIRSTDAY_NO_BROWSER") : world;
      wanted = noMotion ? wanted.with("NO_MOTION") : wanted;
      wanted = accessible ? wanted.with("FIRSTDAY_ACCESSIBLE") : wanted;
      composition = Optional.of(Composition.of(options, wanted));
    }
    return composition.get();
  }

  /** Where the calls of this run are logged; empty if there were none. */
  public Optional<Path> log() {
    return composition.flatMap(run -> run.log().file());
  }

  /** The folder for everything that is kept, where one was chosen. */
  public Optional<Path> stateDir() {
    return options.stateDir();
  }

  /** Whether help about everything was asked for. */
  public boolean wholeHelp() {
    return helpAll;
  }

  @Override
  public Integer call() {
    if (helpAll) {
      spec.commandLine().usage(world.out());
      return 0;
    }
    WizardRun run = new WizardRun(composition(), smokeFrame);
    // Both together are what an ahead-of-time cache is made from.
    int code = smokeRender ? run.render() : 0;
    return smokeFrame || !smokeRender ? run.run(line, accessible) : code;
  }
}
