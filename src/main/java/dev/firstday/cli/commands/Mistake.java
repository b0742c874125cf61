package dev.firstday.cli.commands;

import dev.firstday.catalog.Messages;
import dev.firstday.engine.answers.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the person's language; picocli says it in English. */
public record Mistake(ParameterException thrown, Messages messages) {
  public String text() {
    return switch (thrown) {
      case UnmatchedArgumentException unmatched -> unknown(unmatched);
      case MissingParameterException missing ->
          messages.text("cli.missing-value", names(missing.getMissing()));
      case OverwrittenOptionException twice when twice.getOverwritten() != null ->
          messages.text("cli.given-twice", name(twice.getOverwritten()));
      case ParameterException other when other.getArgSpec() != null && other.getValue() != null ->
          value(other.getArgSpec(), other.getValue());
      default -> String.valueOf(thrown.getMessage());
    };
  }

  private String unknown(UnmatchedArgumentException unmatched) {
    String word = unmatched.getUnmatched().getFirst();
    String unknown =
        messages.text(word.startsWith("-") ? "cli.unknown-option" : "cli.unknown-word", word);
    return near(word)
        .map(name -> unknown + "\n" + messages.text("cli.did-you-mean", whole(name)))
        .orElse(unknown);
  }

  /** The command or option that was meant; somebody may leave out its dashes. */
  private Optional<String> near(String word) {
    CommandSpec command = thrown.getCommandLine().getCommandSpec();
    Stream<String> options =
        command.options().stream().filter(option -> !option.hidden()).map(OptionSpec::longestName);
    if (word.startsWith("-")) {
      return Nearest.of(word.replaceFirst("=.*", ""), options.toList());
    }
    Map<String, String> names = new LinkedHashMap<>();
    options.forEach(name -> names.put(name.substring(2), name));
    command.subcommands().keySet().forEach(name -> names.put(name, name));
    return Nearest.of(word, names.keySet()).map(names::get);
  }

  private String whole(String word) {
    return word.startsWith("-")
        ? word
        : thrown.getCommandLine().getCommandSpec().qualifiedName() + " " + word;
  }

  private String value(ArgSpec arg, String value) {
    Object[] choices = arg.type().getEnumConstants();
    return choices == null
        ? messages.text("cli.bad-value", name(arg), value)
        : messages.text(
            "cli.bad-choice",
            name(arg),
            value,
            Stream.of(choices).map(String::valueOf).collect(Collectors.joining(", ")));
  }

  private static String names(List<ArgSpec> args) {
    return args.stream().map(Mistake::name).collect(Collectors.joining(", "));
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }
}
