package dev.firstday.cli.commands;

import dev.firstday.cli.completion.BashCompletion;
import dev.firstday.cli.completion.CompletionWords;
import dev.firstday.cli.completion.FishCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script with which a shell completes the words of firstday. */
@CommandLine.Command
final class CompletionCommand extends BaseCommand {
  /** The shells. */
  enum Shell {
    bash,
    zsh,
    fish
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "bash|zsh|fish", descriptionKey = "completion-shell")
  private Shell shell;

  /** The script asks for these itself, where the steps are those of a person's own file. */
  @Option(names = "--words", hidden = true)
  private CompletionWords.Kind words;

  @Override
  public Integer call() {
    CompletionWords completion = new CompletionWords(spec.parent(), composition().catalog());
    if (words != null) {
      completion.words(words).forEach(this::document);
      return 0;
    }
    document(
        switch (shell) {
          case bash -> new BashCompletion(completion).bash().stripTrailing();
          case zsh -> new BashCompletion(completion).zsh().stripTrailing();
          case fish -> new FishCompletion(completion).fish().stripTrailing();
        });
    return 0;
  }
}
