package dev.firstday.cli.commands;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script with which a shell completes the words of firstday. */
@CommandLine.Command(name = "completion")
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
  private Completion.Kind words;

  @Override
  public Integer call() {
    Completion completion = new Completion(spec.parent(), composition().catalog());
    if (words != null) {
      completion.words(words).forEach(this::document);
      return 0;
    }
    document(
        switch (shell) {
          case bash -> completion.bash().stripTrailing();
          case zsh -> completion.zsh().stripTrailing();
          case fish -> completion.fish().stripTrailing();
        });
    return 0;
  }
}
