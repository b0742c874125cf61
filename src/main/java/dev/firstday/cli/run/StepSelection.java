package dev.firstday.cli.run;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.Session;
import java.util.List;

/** The steps that a command is about: those that its options name, or all of them. */
public final class StepSelection {
  private final RunContext run;

  StepSelection(RunContext run) {
    this.run = run;
  }

  /** The ids of the chosen steps, in their order; all of them where none was chosen. */
  public List<String> ids(Session session, StepOptions steps) {
    return ids(session, steps.steps(), steps.except());
  }

  /** The ids of these steps but some, in their order; of all of them where none is named. */
  public List<String> ids(Session session, List<String> ids, List<String> except) {
    session.include(ids);
    return ids(session.catalog(), ids, except);
  }

  /** The same of a catalogue alone. */
  public List<String> ids(Catalog catalog, List<String> ids, List<String> except) {
    List<String> known = catalog.steps().stream().map(StepEntry::id).toList();
    requireKnown("--step", ids, known);
    requireKnown("--except", except, known);
    List<String> chosen =
        known.stream()
            .filter(id -> ids.isEmpty() || ids.contains(id))
            .filter(id -> !except.contains(id))
            .toList();
    if (chosen.isEmpty() && !except.isEmpty()) {
      throw run.badInput("cli.no-step-left");
    }
    return chosen;
  }

  private void requireKnown(String option, List<String> ids, List<String> known) {
    ids.stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw run.badInput("cli.unknown-step", option + " " + id, String.join(", ", known));
            });
  }
}
