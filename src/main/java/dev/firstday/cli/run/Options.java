package dev.firstday.cli.run;

import dev.firstday.catalog.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. What each does is in {@code help_en.properties}. */
public final class Options {
  @Option(
      names = "--practice",
      arity = "0..1",
      fallbackValue = "new",
      paramLabel = "SCENARIO",
      descriptionKey = "practice",
      scope = ScopeType.INHERIT)
  private String practice;

  @Option(names = "--practice-reset", descriptionKey = "practice-reset", scope = ScopeType.INHERIT)
  private boolean practiceReset;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      descriptionKey = "profile",
      scope = ScopeType.INHERIT)
  private String profile;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      descriptionKey = "region",
      scope = ScopeType.INHERIT)
  private String region;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      descriptionKey = "endpoint-url",
      scope = ScopeType.INHERIT)
  private String endpoint;

  @Option(
      names = "--steps",
      paramLabel = "FILE",
      descriptionKey = "steps",
      scope = ScopeType.INHERIT)
  private Path steps;

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      descriptionKey = "answers",
      scope = ScopeType.INHERIT)
  private Path answers;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      descriptionKey = "preset",
      scope = ScopeType.INHERIT)
  private String preset;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      descriptionKey = "set",
      scope = ScopeType.INHERIT)
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--lang",
      paramLabel = "en|ja",
      descriptionKey = "lang",
      scope = ScopeType.INHERIT)
  private String language;

  @Option(names = "--ascii", descriptionKey = "ascii", scope = ScopeType.INHERIT)
  private boolean ascii;

  @Option(names = "--no-color", descriptionKey = "no-color", scope = ScopeType.INHERIT)
  private boolean noColor;

  @Option(
      names = "--state-dir",
      paramLabel = "DIR",
      descriptionKey = "state-dir",
      scope = ScopeType.INHERIT)
  private Path stateDir;

  public Optional<String> practice() {
    return Optional.ofNullable(practice);
  }

  /** Whether the practice account is made new again. */
  boolean practiceReset() {
    return practiceReset;
  }

  Optional<String> profile() {
    return Optional.ofNullable(profile);
  }

  Optional<String> region() {
    return Optional.ofNullable(region);
  }

  Optional<String> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  Optional<Path> steps() {
    return Optional.ofNullable(steps);
  }

  /** Whether any answer was given, in whatever way. */
  public boolean namesAnswers() {
    return answers != null || preset != null || !set.isEmpty();
  }

  Optional<Path> answers() {
    return Optional.ofNullable(answers);
  }

  /** The preset as a pair of key and value; empty if none was named. */
  List<String> preset() {
    return preset == null ? List.of() : List.of(Catalog.PRESET + "=" + preset);
  }

  /** The pairs of key and value of {@code --set}. */
  List<String> set() {
    return List.copyOf(set);
  }

  /** Whether boxes are drawn in ASCII. */
  public boolean ascii() {
    return ascii;
  }

  public boolean noColor() {
    return noColor;
  }

  public Optional<String> language() {
    return Optional.ofNullable(language);
  }

  public Optional<Path> stateDir() {
    return Optional.ofNullable(stateDir);
  }
}
