package dev.firstday.cli.commands;

import picocli.CommandLine;

/** Prints an answers file with every setting and what holds now. */
@CommandLine.Command
final class AnswersCommand extends BaseCommand {
  @Override
  public Integer call() {
    document(composition().sessions().answersFile().stripTrailing());
    return 0;
  }
}
