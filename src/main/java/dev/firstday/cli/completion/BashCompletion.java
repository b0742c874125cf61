package dev.firstday.cli.completion;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The script for bash, and for zsh through its bashcompinit. */
public record BashCompletion(CompletionWords words) {
  @SuppressWarnings("InlineFormatString") // A script is read by itself.
  private static final String SCRIPT =
      """
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
      """;

  @SuppressWarnings("InlineFormatString") // A script is read by itself.
  private static final String ZSH =
      """
      #compdef firstday
      # Completion of firstday for zsh; made by: firstday completion zsh
      autoload -U +X bashcompinit && bashcompinit
      %s""";

  /** For bash. */
  public String bash() {
    return SCRIPT.formatted(
        words.everyKind("    %s) echo '%s' ;;\n"),
        CompletionWords.PROFILES.formatted(
            "\"${AWS_CONFIG_FILE:-$HOME/.aws/config}\"",
            "\"${AWS_SHARED_CREDENTIALS_FILE:-$HOME/.aws/credentials}\""),
        words.commandNames().replace(" ", "|"),
        valueCases(),
        commandCases(),
        words.commandNames(),
        CompletionWords.names(words.root()));
  }

  /** For zsh. */
  public String zsh() {
    return ZSH.formatted(bash());
  }

  private String valueCases() {
    StringBuilder cases = new StringBuilder();
    for (CommandSpec command : words.rootAndCommands()) {
      for (OptionSpec option : words.ownOptions(command)) {
        words.values(option).ifPresent(values -> cases.append(valueCase(command, option, values)));
      }
    }
    return cases.toString();
  }

  private String commandCases() {
    return words.commands().stream()
        .map(
            command ->
                "        %s) _firstday_among '%s' ;;\n"
                    .formatted(command.name(), argumentsAndOptions(command)))
        .collect(Collectors.joining());
  }

  private String argumentsAndOptions(CommandSpec command) {
    return CompletionWords.words(
        Stream.concat(
            words.arguments(command).stream(), Stream.of(CompletionWords.names(command))));
  }

  @SuppressWarnings("ReferenceEquality") // A command is the one object.
  private String valueCase(CommandSpec command, OptionSpec option, OptionValues values) {
    String owner = command == words.root() ? "*" : command.name();
    String pattern =
        Stream.of(option.names())
            .flatMap(
                name ->
                    CompletionWords.takesNext(option)
                        ? Stream.of(name, name + "=")
                        : Stream.of(name + "="))
            .map(name -> owner.equals("*") ? "*' " + name + "'" : "'" + owner + " " + name + "'")
            .collect(Collectors.joining("|"));
    return "    %s) %s ;;\n".formatted(pattern, reply(option, values));
  }

  private static String reply(OptionSpec option, OptionValues values) {
    String nospace = option.longestName().equals("--set") ? "compopt -o nospace 2>/dev/null; " : "";
    return switch (values) {
      case OptionValues.WordList words ->
          "_firstday_among '%s'".formatted(String.join(" ", words.words()));
      case OptionValues.OfCatalog of ->
          nospace + "_firstday_among \"$(_firstday_words %s)\"".formatted(of.kind());
      case OptionValues.FilePath files ->
          "compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- \"$value\"))";
      case OptionValues.Profiles profiles -> "_firstday_among \"$(_firstday_profiles)\"";
      case OptionValues.Anything anything -> "";
    };
  }
}
