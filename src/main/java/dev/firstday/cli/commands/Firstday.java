package dev.firstday.cli.commands;

import dev.firstday.cli.run.Composition;
import dev.firstday.cli.run.Options;
import dev.firstday.cli.run.RunEnvironment;
import dev.firstday.cli.run.Version;
import dev.firstday.cli.wizard.WizardRun;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    versionProvider = Version.Provider.class)
public final class Firstday implements Callable<Integer> {
  /** The commands by name, in the order in which help lists them. */
  private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("check", CheckCommand.class);
    COMMANDS.put("plan", PlanCommand.class);
    COMMANDS.put("apply", ApplyCommand.class);
    COMMANDS.put("undo", UndoCommand.class);
    COMMANDS.put("history", HistoryCommand.class);
    COMMANDS.put("report", ReportCommand.class);
    COMMANDS.put("answers", AnswersCommand.class);
    COMMANDS.put("export", ExportCommand.class);
    COMMANDS.put("permissions", PermissionsCommand.class);
    COMMANDS.put("steps", StepsCommand.class);
    COMMANDS.put("explain", ExplainCommand.class);
    COMMANDS.put("doctor", DoctorCommand.class);
    COMMANDS.put("completion", CompletionCommand.class);
    COMMANDS.put("help", HelpCommand.class);
  }

  private static final Set<String> VERSION = Set.of("--version", "-V");

  /** Commands that tell of the others. */
  private static final Set<String> OF_ALL = Set.of("completion", "help");

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

  /**
   * The command line for these arguments. Making all commands takes longer than many of them run:
   * only those are made whose names occur, and all where none does or somebody tells of all. Who
   * asks for the version alone needs none.
   */
  public CommandLine commandLine(List<String> arguments) {
    CommandLine line = new CommandLine(this);
    boolean versionAlone = arguments.size() == 1 && VERSION.containsAll(arguments);
    boolean all =
        !versionAlone && arguments.stream().noneMatch(COMMANDS::containsKey)
            || arguments.stream().anyMatch(OF_ALL::contains);
    COMMANDS.forEach(
        (name, command) -> {
          if (all || arguments.contains(name)) {
            line.addSubcommand(name, command);
          }
        });
    return line;
  }

  /** What this run is made of; the options must have been read. */
  public Composition composition() {
    if (composition.isEmpty()) {
      RunEnvironment wanted = noBrowser ? world.with("FIRSTDAY_NO_BROWSER") : world;
      wanted = noMotion ? wanted.with("NO_MOTION") : wanted;
      wanted = options.noInput() ? wanted.withoutInput() : wanted;
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
    if (options.noInput()) {
      throw composition().settings().badInput("cli.no-input");
    }
    WizardRun run = new WizardRun(composition(), smokeFrame);
    // Both together are what an ahead-of-time cache is made from.
    int code = smokeRender ? run.render() : 0;
    return smokeFrame || !smokeRender ? run.run(line, accessible) : code;
  }
}
