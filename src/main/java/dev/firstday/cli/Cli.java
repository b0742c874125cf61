package dev.firstday.cli;

import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.cli.commands.Firstday;
import dev.firstday.cli.commands.Mistake;
import dev.firstday.cli.run.Exit;
import dev.firstday.cli.run.RunEnvironment;
import dev.firstday.cli.run.StackTraces;
import dev.firstday.engine.Texts;
import dev.firstday.engine.failure.FailureId;
import dev.firstday.state.FaultFile;
import dev.firstday.state.StateException;
import dev.firstday.state.StateFolder;
import dev.firstday.text.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** A run of the program: from a command line to an exit code. */
public final class Cli {
  private static final Set<String> HELP = Set.of("--help", "--version");

  private Cli() {}

  /** Runs firstday and returns its exit code. */
  public static int run(RunEnvironment world, String... arguments) {
    int code = ended(world, arguments);
    // Both are asked: what was written last may still be in either.
    boolean unwrittenDocuments = world.documents().checkError();
    boolean unwritten = world.out().checkError() || unwrittenDocuments;
    if (!unwritten) {
      return code;
    }
    Messages messages = Messages.in(world.spoken(wantedLanguage(world, arguments)));
    world.err().println(messages.text("cli.error", messages.text("cli.unwritten")));
    return code == Exit.OK || code == Exit.TO_DO || code == Exit.UNSEEN ? Exit.UNWRITTEN : code;
  }

  private static int ended(RunEnvironment world, String... arguments) {
    Language wanted = wantedLanguage(world, arguments);
    if (world.spoken(wanted) != wanted && world.ends().shownAt().getAsBoolean()) {
      world.err().println(Messages.in(Language.EN).text("only-english"));
    }
    if (arguments.length == 0) {
      return wizard(world);
    }
    CommandLine commandLine = commandLine(world, arguments);
    Firstday root = commandLine.getCommand();
    Messages messages = Messages.in(world.spoken(wanted));
    try {
      return logged(commandLine.execute(arguments), root, world, messages);
    } catch (Error e) {
      // picocli hands over exceptions only.
      return logged(fault(e, stateFolder(root, world), world, messages), root, world, messages);
    }
  }

  /** Says where the calls are logged, where the exit code is that of a failure. */
  private static int logged(int code, Firstday root, RunEnvironment world, Messages messages) {
    if (code == Exit.FAILED || code == Exit.CREDENTIALS || code == Exit.FAULT) {
      root.log().ifPresent(log -> world.err().println(messages.text("run-log", log)));
    }
    return code;
  }

  // There is nothing to parse, and building the commands takes longer than the first frame.
  private static int wizard(RunEnvironment world) {
    Firstday root = new Firstday(world);
    Messages messages = Messages.in(world.spoken(Language.of(world.environment())));
    try {
      return logged(root.call(), root, world, messages);
    } catch (Exception | Error e) {
      int code =
          e instanceof Exception known
              ? failed(known, stateFolder(root, world), world, messages)
              : fault(e, stateFolder(root, world), world, messages);
      return logged(code, root, world, messages);
    }
  }

  /** The commands, in the language that the arguments or the environment ask for. */
  public static CommandLine commandLine(RunEnvironment world, String... arguments) {
    Firstday root = new Firstday(world);
    CommandLine commandLine = root.commandLine(List.of(arguments));
    Messages messages = Messages.in(world.spoken(wantedLanguage(world, arguments)));
    PropertyResourceBundle help = help(messages.language());
    commandLine.getSubcommands().values().forEach(Cli::ownOptionsFirst);
    shorten(commandLine, root::wholeHelp, help.getString("firstday.brief"));
    return commandLine
        .setResourceBundle(help)
        .setOut(world.out())
        .setErr(world.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setUsageHelpWidth(79)
        .setUsageHelpAutoWidth(false)
        .setParameterExceptionHandler((e, args) -> badCommandLine(e, messages))
        .setExecutionExceptionHandler(
            (e, line, result) ->
                failed(e, stateFolder(commandLine.getCommand(), world), world, messages));
  }

  /** Lets help of a command list its own options before those that every command has. */
  private static void ownOptionsFirst(CommandLine command) {
    command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
    command
        .getHelpSectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            help -> {
              PropertyResourceBundle texts = (PropertyResourceBundle) command.getResourceBundle();
              return listed(help, false)
                  + help.createHeading(texts.getString("common"))
                  + listed(help, true);
            });
  }

  private static String listed(CommandLine.Help help, boolean common) {
    return help.optionListExcludingGroups(
        help.commandSpec().options().stream()
            .filter(option -> common == (option.inherited() || HELP.contains(option.longestName())))
            .toList());
  }

  /** Lets help of the program itself be a short text, unless everything is asked for. */
  private static void shorten(CommandLine commandLine, BooleanSupplier whole, String brief) {
    commandLine
        .getHelpSectionMap()
        .replaceAll(
            (section, full) ->
                help ->
                    whole.getAsBoolean()
                        ? full.render(help)
                        : section.equals(UsageMessageSpec.SECTION_KEY_HEADER)
                            ? brief + System.lineSeparator()
                            : "");
  }

  // Help is made before the command line is understood, so its language is looked for by hand.
  private static Language wantedLanguage(RunEnvironment world, String... arguments) {
    List<String> words = List.of(arguments);
    return Stream.of(Language.JA, Language.EN)
        .filter(language -> asksFor(language.tag(), words))
        .findFirst()
        .orElseGet(() -> Language.of(world.environment()));
  }

  private static boolean asksFor(String tag, List<String> words) {
    int option = words.indexOf("--lang");
    return words.contains("--lang=" + tag) || option >= 0 && words.indexOf(tag) == option + 1;
  }

  private static PropertyResourceBundle help(Language language) {
    try (InputStream file =
            Cli.class.getResourceAsStream("help_" + language.tag() + ".properties");
        Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      return new PropertyResourceBundle(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int badCommandLine(CommandLine.ParameterException e, Messages messages) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println(messages.text("cli.error", new Lines(new Mistake(e, messages).text())));
    err.println(messages.text("cli.see-help", e.getCommandLine().getCommandSpec().qualifiedName()));
    err.flush();
    return Exit.BAD_INPUT;
  }

  private static int failed(
      Exception e, StateFolder folder, RunEnvironment world, Messages messages) {
    PrintWriter err = world.err();
    return switch (e) {
      case Exit exit -> {
        err.println(messages.text("cli.error", new Lines(exit.getMessage())));
        yield exit.code();
      }
      case StateException state -> {
        err.println(messages.text("cli.error", new Texts(messages.language()).problem(state)));
        yield Exit.BAD_INPUT;
      }
      default -> fault(e, folder, world, messages);
    };
  }

  private static int fault(
      Throwable e, StateFolder folder, RunEnvironment world, Messages messages) {
    world
        .err()
        .println(
            messages.text(
                "cli.fault",
                e.getClass().getSimpleName(),
                log(e, folder, world).map(Path::toString).orElse("-"),
                FailureId.FAULT.text()));
    return Exit.FAULT;
  }

  private static StateFolder stateFolder(Firstday root, RunEnvironment world) {
    return StateFolder.of(root.stateDir(), world.environment(), world.home());
  }

  /** Writes down what a fault of ours was; on screen it would only frighten. */
  private static Optional<Path> log(Throwable e, StateFolder folder, RunEnvironment world) {
    return new FaultFile(() -> folder, world.clock())
        .add("", StackTraces.printable(e))
        .map(Path::of);
  }
}
