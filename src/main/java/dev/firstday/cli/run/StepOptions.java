package dev.firstday.cli.run;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that choose steps. */
public final class StepOptions {
  @Option(names = "--step", paramLabel = "ID", descriptionKey = "step")
  private List<String> steps = new ArrayList<>();

  @Option(names = "--except", paramLabel = "ID", descriptionKey = "except")
  private List<String> except = new ArrayList<>();

  /** Whether any was given. */
  public boolean given() {
    return !steps.isEmpty() || !except.isEmpty();
  }

  /** The ids of the steps that were named; empty if all are meant. */
  public List<String> steps() {
    return List.copyOf(steps);
  }

  /** The ids of the steps that are left out. */
  public List<String> except() {
    return List.copyOf(except);
  }
}
