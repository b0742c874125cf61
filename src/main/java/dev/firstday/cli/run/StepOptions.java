package dev.firstday.cli.run;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that choose the steps that a command is about. */
public final class StepOptions {
  @Option(names = "--step", paramLabel = "ID")
  private List<String> steps = new ArrayList<>();

  @Option(names = "--except", paramLabel = "ID")
  private List<String> except = new ArrayList<>();

  /** Whether any was given. */
  public boolean given() {
    return !steps.isEmpty() || !except.isEmpty();
  }

  /** The ids of the chosen steps, in their order; all of them where none was chosen. */
  public List<String> ids(Session session, RunSettings run) {
    session.include(steps);
    return ids(session.catalog(), run);
  }

  /** The same of a catalogue alone. */
  public List<String> ids(Catalog catalog, RunSettings run) {
    List<String> known = catalog.steps().stream().map(StepEntry::id).toList();
    requireKnown("--step", steps, known, run);
    requireKnown("--except", except, known, run);
    List<String> chosen =
        known.stream()
            .filter(id -> steps.isEmpty() || steps.contains(id))
            .filter(id -> !except.contains(id))
            .toList();
    if (chosen.isEmpty() && !except.isEmpty()) {
      throw run.badInput("cli.no-step-left");
    }
    return chosen;
  }

  private static void requireKnown(
      String option, List<String> ids, List<String> known, RunSettings run) {
    for (String id : ids) {
      if (!known.contains(id)) {
        throw run.badInput("cli.unknown-step", option + " " + id, known, id);
      }
    }
  }

  /** The options as they were given, for another command. */
  public List<String> words() {
    return Stream.concat(
            steps.stream().flatMap(id -> Stream.of("--step", id)),
            except.stream().flatMap(id -> Stream.of("--except", id)))
        .toList();
  }

  /** Chooses these steps alone. */
  public static StepOptions only(Collection<String> ids) {
    StepOptions only = new StepOptions();
    only.steps.addAll(ids);
    return only;
  }
}
