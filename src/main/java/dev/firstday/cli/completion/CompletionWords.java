package dev.firstday.cli.completion;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.failure.FailureId;
import dev.firstday.practice.Scenario;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What can stand where on the command line, for a shell to propose: read off the commands
 * themselves and the catalogue. Profiles are read off the AWS configuration each time anew; where
 * {@code --steps} names a file, the script asks the program for what that file holds.
 */
public record CompletionWords(CommandSpec root, Catalog catalog) {
  /** What a file of steps decides. */
  public enum Kind {
    steps,
    settings,
    presets
  }

  /** As many values of a setting are proposed at once as can be read at a glance. */
  private static final int FEW = 4;

  /** Of both files of the AWS CLI; a shell puts in where they are. */
  static final String PROFILES =
      "{ sed -n 's/^\\[profile \\([^]]*\\)\\].*/\\1/p; s/^\\[\\(default\\)\\].*/\\1/p' %s;"
          + " sed -n 's/^\\[\\([^]]*\\)\\].*/\\1/p' %s; } 2>/dev/null | sort -u";

  /** The program itself, and its commands. */
  List<CommandSpec> rootAndCommands() {
    return Stream.concat(Stream.of(root), commands().stream()).toList();
  }

  /** The commands that help shows. */
  List<CommandSpec> commands() {
    return root.subcommands().values().stream()
        .map(line -> line.getCommandSpec())
        .filter(command -> !command.usageMessage().hidden())
        .distinct()
        .toList();
  }

  static List<OptionSpec> options(CommandSpec command) {
    return command.options().stream().filter(option -> !option.hidden()).toList();
  }

  static String words(Stream<String> words) {
    return words.collect(Collectors.joining(" "));
  }

  /** All names of the options of a command. */
  static String names(CommandSpec command) {
    return words(options(command).stream().flatMap(option -> Stream.of(option.names())));
  }

  String commandNames() {
    return words(commands().stream().map(CommandSpec::name));
  }

  /** What may stand behind a command itself. */
  List<String> arguments(CommandSpec command) {
    return command.name().equals("explain") ? topics() : choices(command);
  }

  private static List<String> choices(CommandSpec command) {
    return command.positionalParameters().stream()
        .flatMap(parameter -> choices(parameter).stream())
        .flatMap(List::stream)
        .toList();
  }

  private static Optional<List<String>> choices(ArgSpec arg) {
    Object[] constants = arg.type().getEnumConstants();
    return constants == null
        ? Optional.empty()
        : Optional.of(Stream.of(constants).map(String::valueOf).toList());
  }

  /** How the value of an option is found; empty if it has none. */
  Optional<OptionValues> values(OptionSpec option) {
    if (option.arity().max() == 0) {
      return Optional.empty();
    }
    OptionValues values =
        switch (option.longestName()) {
          case "--step", "--except" -> new OptionValues.OfCatalog(Kind.steps);
          case "--set" -> new OptionValues.OfCatalog(Kind.settings);
          case "--profile" -> new OptionValues.Profiles();
          case "--lang" -> new OptionValues.WordList(List.of("en", "ja"));
          case "--preset" -> new OptionValues.OfCatalog(Kind.presets);
          case "--practice" ->
              new OptionValues.WordList(Stream.of(Scenario.values()).map(Scenario::id).toList());
          default ->
              choices(option)
                  .<OptionValues>map(OptionValues.WordList::new)
                  .orElseGet(
                      () ->
                          isFile(option)
                              ? new OptionValues.FilePath()
                              : new OptionValues.Anything());
        };
    return Optional.of(values);
  }

  private static boolean isFile(OptionSpec option) {
    return option.type() == Path.class
        || option.type() == File.class
        || Stream.of(option.auxiliaryTypes()).anyMatch(type -> type == Path.class);
  }

  /** The words of a kind, as the catalogue has them. */
  public List<String> words(Kind kind) {
    return switch (kind) {
      case steps -> catalog.steps().stream().map(StepEntry::id).toList();
      case settings -> settings();
      case presets -> catalog.presets().stream().map(preset -> preset.id()).toList();
    };
  }

  /** What can be explained: failures, steps and settings. */
  public List<String> topics() {
    return Stream.of(
            Stream.of(FailureId.values()).map(FailureId::text),
            words(Kind.steps).stream(),
            settings().stream().map(setting -> setting.substring(0, setting.indexOf('='))))
        .flatMap(some -> some)
        .distinct()
        .toList();
  }

  private List<String> settings() {
    return Stream.concat(
            catalog.shared().stream().flatMap(setting -> given(setting.key(), setting)),
            catalog.steps().stream()
                .flatMap(
                    step ->
                        step.settings().stream()
                            .flatMap(setting -> given(step.id() + "." + setting.key(), setting))))
        .toList();
  }

  /** A setting with each of its values, where they are few, else up to the value. */
  private static Stream<String> given(String key, Setting setting) {
    List<String> values =
        setting.type() == Setting.Type.BOOLEAN ? List.of("true", "false") : setting.choices();
    return values.isEmpty() || values.size() > FEW || setting.type().isList()
        ? Stream.of(key + "=")
        : values.stream().map(value -> key + "=" + value);
  }

  /** The options to be told of at a command: those that every command has are told at the root. */
  @SuppressWarnings("ReferenceEquality") // A command is the one object.
  List<OptionSpec> ownOptions(CommandSpec command) {
    return options(command).stream()
        .filter(option -> command == root || root.findOption(option.longestName()) == null)
        .toList();
  }

  /** Whether the word behind an option is its value; if it may lack one, only what follows "=". */
  static boolean takesNext(OptionSpec option) {
    return option.arity().min() > 0;
  }

  /** A line of a script for each kind of words. */
  String everyKind(String line) {
    return Stream.of(Kind.values())
        .map(kind -> line.formatted(kind, String.join(" ", words(kind))))
        .collect(Collectors.joining());
  }
}
