package dev.firstday.cli.run;

import static picocli.CommandLine.ScopeType.INHERIT;

import dev.firstday.catalog.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every command has. What each does is in {@code help_en.properties}. */
public final class Options {
  @Option(
      names = "--practice",
      arity = "0..1",
      fallbackValue = "new",
      paramLabel = "SCENARIO",
      scope = INHERIT)
  Optional<String> practice = Optional.empty();

  @Option(names = "--practice-reset", scope = INHERIT)
  boolean practiceReset;

  @Option(names = "--profile", paramLabel = "NAME", scope = INHERIT)
  Optional<String> profile = Optional.empty();

  @Option(names = "--region", paramLabel = "REGION", scope = INHERIT)
  Optional<String> region = Optional.empty();

  @Option(names = "--endpoint-url", paramLabel = "URL", scope = INHERIT)
  Optional<String> endpoint = Optional.empty();

  @Option(names = "--steps", paramLabel = "FILE", scope = INHERIT)
  Optional<Path> steps = Optional.empty();

  @Option(names = "--answers", paramLabel = "FILE", scope = INHERIT)
  Optional<Path> answers = Optional.empty();

  @Option(names = "--preset", paramLabel = "NAME", scope = INHERIT)
  private Optional<String> preset = Optional.empty();

  @Option(names = "--set", paramLabel = "KEY=VALUE", scope = INHERIT)
  List<String> set = new ArrayList<>();

  @Option(names = "--lang", paramLabel = "en|ja", scope = INHERIT)
  private Optional<String> language = Optional.empty();

  @Option(names = "--ascii", scope = INHERIT)
  private boolean ascii;

  @Option(names = "--no-color", scope = INHERIT)
  private boolean noColor;

  @Option(names = "--state-dir", paramLabel = "DIR", scope = INHERIT)
  private Optional<Path> stateDir = Optional.empty();

  @Option(
      names = {"-q", "--quiet"},
      scope = INHERIT)
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = INHERIT)
  private boolean verbose;

  @Option(names = "--no-input", scope = INHERIT)
  private boolean noInput;

  /** Whether any answer was given, in whatever way. */
  public boolean namesAnswers() {
    return answers.isPresent() || preset.isPresent() || !set.isEmpty();
  }

  /** The preset as a pair of key and value; empty if none was named. */
  List<String> preset() {
    return preset.map(id -> Catalog.PRESET + "=" + id).stream().toList();
  }

  /** The id of the preset that was named. */
  Optional<String> presetId() {
    return preset;
  }

  /** Whether only what is wrong is said. */
  public boolean quiet() {
    return quiet;
  }

  /** Whether everything is said, each Region and each call. */
  public boolean verbose() {
    return verbose;
  }

  /** Whether nobody is to be asked anything. */
  public boolean noInput() {
    return noInput;
  }

  /** Whether boxes are drawn in ASCII. */
  public boolean ascii() {
    return ascii;
  }

  public boolean noColor() {
    return noColor;
  }

  public Optional<String> language() {
    return language;
  }

  public Optional<Path> stateDir() {
    return stateDir;
  }
}
