package dev.firstday.cli.commands;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
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
record Completion(CommandSpec root, Catalog catalog) {
  /** What a file of steps decides. */
  enum Kind {
    steps,
    settings,
    presets
  }

  /** How a shell finds the values of an option. */
  sealed interface Values {
    /** One of these. */
    record Words(List<String> words) implements Values {}

    /** What the catalogue holds. */
    record OfCatalog(Kind kind) implements Values {}

    /** A file or folder. */
    record FilePath() implements Values {}

    /** A profile of the AWS configuration. */
    record Profiles() implements Values {}

    /** Whatever a person types. */
    record Anything() implements Values {}
  }

  /** As many values of a setting are proposed at once as can be read at a glance. */
  private static final int FEW = 4;

  /** Of both files of the AWS CLI; a shell puts in where they are. */
  private static final String PROFILES =
      "{ sed -n 's/^\\[profile \\([^]]*\\)\\].*/\\1/p; s/^\\[\\(default\\)\\].*/\\1/p' %s;"
          + " sed -n 's/^\\[\\([^]]*\\)\\].*/\\1/p' %s; } 2>/dev/null | sort -u";

  private List<CommandSpec> commands() {
    return root.subcommands().values().stream()
        .map(line -> line.getCommandSpec())
        .filter(command -> !command.usageMessage().hidden())
        .distinct()
        .toList();
  }

  private static List<OptionSpec> options(CommandSpec command) {
    return command.options().stream().filter(option -> !option.hidden()).toList();
  }

  private static String words(Stream<String> words) {
    return words.collect(Collectors.joining(" "));
  }

  private static String names(CommandSpec command) {
    return words(options(command).stream().flatMap(option -> Stream.of(option.names())));
  }

  private String commandNames() {
    return words(commands().stream().map(CommandSpec::name));
  }

  /** What may stand behind a command itself. */
  private static List<String> arguments(CommandSpec command) {
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
  private Optional<Values> values(OptionSpec option) {
    if (option.arity().max() == 0) {
      return Optional.empty();
    }
    Values values =
        switch (option.longestName()) {
          case "--step", "--except" -> new Values.OfCatalog(Kind.steps);
          case "--set" -> new Values.OfCatalog(Kind.settings);
          case "--profile" -> new Values.Profiles();
          case "--lang" -> new Values.Words(List.of("en", "ja"));
          case "--preset" -> new Values.OfCatalog(Kind.presets);
          case "--practice" ->
              new Values.Words(Stream.of(Scenario.values()).map(Scenario::id).toList());
          default ->
              choices(option)
                  .<Values>map(Values.Words::new)
                  .orElseGet(() -> isFile(option) ? new Values.FilePath() : new Values.Anything());
        };
    return Optional.of(values);
  }

  private static boolean isFile(OptionSpec option) {
    return option.type() == Path.class
        || option.type() == File.class
        || Stream.of(option.auxiliaryTypes()).anyMatch(type -> type == Path.class);
  }

  /** The words of a kind, as the catalogue has them. */
  List<String> words(Kind kind) {
    return switch (kind) {
      case steps -> catalog.steps().stream().map(StepEntry::id).toList();
      case settings -> settings();
      case presets -> catalog.presets().stream().map(preset -> preset.id()).toList();
    };
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

  /** For bash, and for zsh through its bashcompinit. */
  String bash() {
    StringBuilder cases = new StringBuilder();
    for (CommandSpec command : Stream.concat(Stream.of(root), commands().stream()).toList()) {
      for (OptionSpec option : options(command)) {
        values(option)
            .filter(values -> command == root || !isInherited(option))
            .ifPresent(values -> cases.append(bashCase(command, option, values)));
      }
    }
    StringBuilder words = new StringBuilder();
    commands()
        .forEach(
            command ->
                words.append(
                    "        %s) _firstday_among '%s' ;;\n"
                        .formatted(
                            command.name(),
                            words(
                                Stream.concat(
                                    arguments(command).stream(), Stream.of(names(command)))))));
    return """
    # Completion of firstday for bash; made by: firstday completion bash
    # The words of a kind: this version's, or those of the file after --steps.
    _firstday_words() {
      local i file=
      for ((i = 1; i < COMP_CWORD - 1; i++)); do
        case "${COMP_WORDS[i]}" in
          --steps) file="${COMP_WORDS[i+1]}" ;;
          --steps=*) file="${COMP_WORDS[i]#*=}" ;;
        esac
        if [[ "$file" == "=" ]]; then file="${COMP_WORDS[i+2]}"; fi
      done
      if [[ -n "$file" ]]; then
        "${COMP_WORDS[0]/#\\~/$HOME}" completion bash --words "$1" --steps "${file/#\\~/$HOME}" 2>/dev/null </dev/null
        return
      fi
      case "$1" in
    %s  esac
    }
    _firstday_profiles() {
      %s
    }
    _firstday_among() {
      COMPREPLY=($(compgen -W "$1" -- "$value"))
    }
    _firstday() {
      local cur= prev= value option lead= broken= command= i word
      # The word at the cursor and the one before it, whole: bash takes them apart at each "=".
      for ((i = 1; i <= COMP_CWORD; i++)); do
        word="${COMP_WORDS[i]}"
        if [[ $i -lt $COMP_CWORD ]]; then
          case "$word" in
            %s) command="${command:-$word}" ;;
          esac
        fi
        if [[ -n "$cur" && ( "$word" == "=" || "${COMP_WORDS[i-1]}" == "=" ) ]]; then
          cur="$cur$word"
        else
          prev="$cur" cur="$word"
        fi
      done
      option="$prev" value="$cur"
      if [[ "$cur" == --*=* ]]; then
        option="${cur%%%%=*}=" lead="${cur%%%%=*}=" value="${cur#*=}"
      fi
      if [[ -z "${ZSH_VERSION:-}" ]]; then broken="${cur%%"${cur##*=}"}"; fi
      COMPREPLY=()
      case "$command $option" in
    %s    *)
          lead= value="$cur"
          case "$command" in
    %s        *) _firstday_among '%s %s' ;;
          esac ;;
      esac
      # What stands before the last "=" is no part of the word for bash.
      COMPREPLY=("${COMPREPLY[@]/#/$lead}")
      COMPREPLY=("${COMPREPLY[@]#"$broken"}")
    }
    complete -F _firstday firstday
    """
        .formatted(
            everyKind("    %s) echo '%s' ;;\n"),
            PROFILES.formatted(
                "\"${AWS_CONFIG_FILE:-$HOME/.aws/config}\"",
                "\"${AWS_SHARED_CREDENTIALS_FILE:-$HOME/.aws/credentials}\""),
            commandNames().replace(" ", "|"),
            cases,
            words,
            commandNames(),
            names(root));
  }

  private String everyKind(String line) {
    return Stream.of(Kind.values())
        .map(kind -> line.formatted(kind, String.join(" ", words(kind))))
        .collect(Collectors.joining());
  }

  // An option that every command has is told of at the root; the command does not matter then.
  private boolean isInherited(OptionSpec option) {
    return root.findOption(option.longestName()) != null;
  }

  private String bashCase(CommandSpec command, OptionSpec option, Values values) {
    String owner = command == root ? "*" : command.name();
    String pattern =
        Stream.of(option.names())
            .flatMap(
                name -> takesNext(option) ? Stream.of(name, name + "=") : Stream.of(name + "="))
            .map(name -> owner.equals("*") ? "*' " + name + "'" : "'" + owner + " " + name + "'")
            .collect(Collectors.joining("|"));
    String nospace = option.longestName().equals("--set") ? "compopt -o nospace 2>/dev/null; " : "";
    String reply =
        switch (values) {
          case Values.Words words ->
              "_firstday_among '%s'".formatted(String.join(" ", words.words()));
          case Values.OfCatalog of ->
              nospace + "_firstday_among \"$(_firstday_words %s)\"".formatted(of.kind());
          case Values.FilePath files ->
              "compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- \"$value\"))";
          case Values.Profiles profiles -> "_firstday_among \"$(_firstday_profiles)\"";
          case Values.Anything anything -> "";
        };
    return "    %s) %s ;;\n".formatted(pattern, reply);
  }

  /** Whether the word behind an option is its value; if it may lack one, only what follows "=". */
  private static boolean takesNext(OptionSpec option) {
    return option.arity().min() > 0;
  }

  /** For zsh. */
  String zsh() {
    return """
    #compdef firstday
    # Completion of firstday for zsh; made by: firstday completion zsh
    autoload -U +X bashcompinit && bashcompinit
    %s"""
        .formatted(bash());
  }

  /** For fish. */
  String fish() {
    StringBuilder script =
        new StringBuilder(
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
            """
                .formatted(
                    PROFILES
                        .formatted("$config", "$credentials")
                        .replace("{ ", "begin; ")
                        .replace("; }", "; end")));
    script.append(everyKind("    case %s; string split ' ' '%s'\n")).append("  end\nend\n");
    script.append("complete -c firstday -f\n");
    commands()
        .forEach(
            command ->
                script.append(
                    "complete -c firstday -n __fish_use_subcommand -a %s -d %s\n"
                        .formatted(command.name(), fishQuoted(about(command)))));
    for (CommandSpec command : Stream.concat(Stream.of(root), commands().stream()).toList()) {
      String when =
          command == root ? "" : " -n '__fish_seen_subcommand_from " + command.name() + "'";
      if (!arguments(command).isEmpty()) {
        script.append(
            "complete -c firstday%s -a '%s'\n"
                .formatted(when, String.join(" ", arguments(command))));
      }
      options(command).stream()
          .filter(option -> command == root || !isInherited(option))
          .forEach(option -> script.append(fishOption(when, option)));
    }
    return script.toString();
  }

  private String fishOption(String when, OptionSpec option) {
    String names =
        Stream.of(option.names())
            .map(
                name ->
                    name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
            .collect(Collectors.joining());
    String value =
        values(option)
            .filter(values -> option.arity().min() > 0 || !(values instanceof Values.Anything))
            .map(
                values ->
                    switch (values) {
                      case Values.Words words ->
                          (takesNext(option) ? " -x" : " -f")
                              + " -a '%s'".formatted(String.join(" ", words.words()));
                      case Values.OfCatalog of -> " -x -a '(__firstday_words " + of.kind() + ")'";
                      case Values.FilePath files -> " -r -F";
                      case Values.Profiles profiles -> " -x -a '(__firstday_profiles)'";
                      case Values.Anything anything -> " -x";
                    })
            .orElse("");
    return "complete -c firstday" + when + names + value + "\n";
  }

  private static String about(CommandSpec command) {
    return String.join(" ", command.usageMessage().header());
  }

  private static String fishQuoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
