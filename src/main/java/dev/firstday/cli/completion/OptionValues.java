package dev.firstday.cli.completion;

import java.util.List;

/** How a shell finds the values of an option. */
sealed interface OptionValues {
  /** One of these. */
  record WordList(List<String> words) implements OptionValues {}

  /** What the catalogue holds. */
  record OfCatalog(CompletionWords.Kind kind) implements OptionValues {}

  /** A file or folder. */
  record FilePath() implements OptionValues {}

  /** A profile of the AWS configuration. */
  record Profiles() implements OptionValues {}

  /** Whatever a person types. */
  record Anything() implements OptionValues {}
}
