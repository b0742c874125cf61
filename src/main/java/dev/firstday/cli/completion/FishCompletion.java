package dev.firstday.cli.completion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The script for fish. */
public record FishCompletion(CompletionWords words) {
  @SuppressWarnings("InlineFormatString") // A script is read by itself.
  private static final String FUNCTIONS =
      """
      # Completion of firstday for fish; made by: firstday completion fish
      function __firstday_profiles
        set -l config ~/.aws/config
        set -q AWS_CONFIG_FILE; and set config $AWS_CONFIG_FILE
        set -l credentials ~/.aws/credentials
        set -q AWS_SHARED_CREDENTIALS_FILE; and set credentials $AWS_SHARED_CREDENTIALS_FILE
        %s
      end
      # The words of a kind: this version's, or those of the file after --steps.
      function __firstday_words
        set -l file (string replace -rf -- '.*--steps[= ](\\S+).*' '$1' (commandline -cp))
        if test -n "$file"
          set -l typed (commandline -opc)
          $typed[1] completion fish --words $argv[1] --steps $file 2>/dev/null </dev/null
          return
        end
        switch $argv[1]
      """;

  public String fish() {
    StringBuilder script =
        new StringBuilder(FUNCTIONS.formatted(profiles()))
            .append(words.everyKind("    case %s; string split ' ' '%s'\n"))
            .append("  end\nend\n")
            .append("complete -c firstday -f\n");
    words.commands().forEach(command -> script.append(name(command)));
    words.rootAndCommands().forEach(command -> script.append(argumentsAndOptions(command)));
    return script.toString();
  }

  private static String profiles() {
    return CompletionWords.PROFILES
        .formatted("$config", "$credentials")
        .replace("{ ", "begin; ")
        .replace("; }", "; end");
  }

  private static String name(CommandSpec command) {
    return "complete -c firstday -n __fish_use_subcommand -a %s -d %s\n"
        .formatted(command.name(), quoted(about(command)));
  }

  @SuppressWarnings("ReferenceEquality") // A command is the one object.
  private String argumentsAndOptions(CommandSpec command) {
    String when =
        command == words.root() ? "" : " -n '__fish_seen_subcommand_from " + command.name() + "'";
    List<String> arguments = words.arguments(command);
    String first =
        arguments.isEmpty()
            ? ""
            : "complete -c firstday%s -a '%s'\n".formatted(when, String.join(" ", arguments));
    return words.ownOptions(command).stream()
        .map(option -> option(when, option))
        .collect(Collectors.joining("", first, ""));
  }

  private String option(String when, OptionSpec option) {
    String names =
        Stream.of(option.names())
            .map(
                name ->
                    name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
            .collect(Collectors.joining());
    String value =
        words
            .values(option)
            .filter(
                values -> option.arity().min() > 0 || !(values instanceof OptionValues.Anything))
            .map(values -> value(option, values))
            .orElse("");
    return "complete -c firstday" + when + names + value + "\n";
  }

  private static String value(OptionSpec option, OptionValues values) {
    return switch (values) {
      case OptionValues.WordList some ->
          (CompletionWords.takesNext(option) ? " -x" : " -f")
              + " -a '%s'".formatted(String.join(" ", some.words()));
      case OptionValues.OfCatalog of -> " -x -a '(__firstday_words " + of.kind() + ")'";
      case OptionValues.FilePath files -> " -r -F";
      case OptionValues.Profiles profiles -> " -x -a '(__firstday_profiles)'";
      case OptionValues.Anything anything -> " -x";
    };
  }

  private static String about(CommandSpec command) {
    return String.join(" ", command.usageMessage().header());
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
