package dev.firstday.cli.commands;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what {@code --help} shows, for those who look for it under this name. */
@CommandLine.Command(helpCommand = true, hidden = true)
final class HelpCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", descriptionKey = "help-command")
  private String command;

  @Override
  public Integer call() {
    CommandLine root = spec.parent().commandLine();
    CommandLine wanted = command == null ? root : root.getSubcommands().get(command);
    if (wanted == null) {
      throw new CommandLine.UnmatchedArgumentException(root, List.of(command));
    }
    wanted.usage(world().out());
    return 0;
  }
}
