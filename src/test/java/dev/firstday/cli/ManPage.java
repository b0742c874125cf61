package dev.firstday.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page, from the commands and their help; picocli's own generator writes AsciiDoc. */
public record ManPage(CommandLine root) {
  public String roff() {
    CommandSpec spec = root.getCommandSpec();
    StringBuilder page = new StringBuilder();
    page.append(".\\\" Made from the commands by CompletionTest; do not edit.\n");
    page.append(".TH FIRSTDAY 1\n.SH NAME\n");
    page.append("firstday \\- ").append(escaped(header(spec))).append('\n');
    page.append(".SH SYNOPSIS\n.B firstday\n[\\fIcommand\\fR] [\\fIoption\\fR]...\n");
    page.append(".SH DESCRIPTION\n");
    text(page, spec.usageMessage().description());
    page.append(".SH COMMANDS\n");
    for (CommandSpec command : commands(spec)) {
      page.append(".SS firstday ").append(command.name());
      command
          .positionalParameters()
          .forEach(parameter -> page.append(' ').append(parameter.paramLabel()));
      page.append('\n');
      text(page, command.usageMessage().header());
      command.options().stream()
          .filter(option -> !option.hidden() && spec.findOption(option.longestName()) == null)
          .forEach(option -> option(page, option));
      page.append(".P\n");
      text(page, command.usageMessage().footer());
    }
    page.append(".SH OPTIONS\nEvery command has these.\n");
    spec.options().stream()
        .filter(option -> !option.hidden())
        .forEach(option -> option(page, option));
    page.append(".SH EXAMPLES AND EXIT STATUS\n.nf\n");
    text(page, spec.usageMessage().footer());
    page.append(".fi\n");
    return page.toString();
  }

  private static List<CommandSpec> commands(CommandSpec spec) {
    return spec.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !command.usageMessage().hidden())
        .distinct()
        .toList();
  }

  private static String header(CommandSpec spec) {
    return String.join(" ", spec.usageMessage().header());
  }

  private static void option(StringBuilder page, OptionSpec option) {
    String names =
        Stream.of(option.names())
            .map(name -> "\\fB" + escaped(name) + "\\fR")
            .collect(Collectors.joining(", "));
    page.append(".TP\n").append(names);
    if (option.arity().max() > 0) {
      page.append(" \\fI").append(escaped(option.paramLabel())).append("\\fR");
    }
    page.append('\n');
    text(page, option.description());
  }

  private static void text(StringBuilder page, String... lines) {
    for (String line : lines) {
      String.format(line)
          .lines()
          .map(ManPage::escaped)
          .forEach(
              part -> page.append(part.startsWith(".") ? "\\&" : "").append(part).append('\n'));
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
  }
}
