package dev.firstday.cli.output;

import dev.firstday.catalog.Catalog;
import dev.firstday.engine.Texts;
import dev.firstday.engine.plan.Plan;
import dev.firstday.text.StyledLine;
import dev.firstday.text.StyledLine.Emphasis;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells how far the writing of a plan is: on a terminal by the numbers of step and change in place,
 * and everywhere by a line for each step that is written.
 */
public final class WriteProgress {
  private final CommandOutput output;
  private final Texts wording;
  private final Catalog catalog;
  private final boolean full;
  private final int changes;

  /** How many changes each step has, by its id, in the order of the plan. */
  private final Map<String, Integer> steps = new LinkedHashMap<>();

  private final Map<String, Integer> done = new LinkedHashMap<>();

  /**
   * The progress of a plan of which nothing is written yet.
   *
   * @param full whether each change is told
   */
  public WriteProgress(
      Plan plan, Catalog catalog, Texts wording, CommandOutput output, boolean full) {
    this.output = output;
    this.wording = wording;
    this.catalog = catalog;
    this.full = full;
    this.changes = plan.changes().size();
    plan.changes().forEach(change -> steps.merge(step(change), 1, Integer::sum));
  }

  private static String step(Plan.Planned change) {
    return change.steps().getFirst();
  }

  private String title(String step) {
    return catalog.step(step).map(entry -> wording.of(entry.title())).orElse(step);
  }

  /** A change is about to be made. */
  public synchronized void started(Plan.Planned change) {
    int written = done.values().stream().mapToInt(Integer::intValue).sum();
    int step = steps.keySet().stream().toList().indexOf(step(change)) + 1;
    output.progress(
        wording.say(
            "progress.write", step, steps.size(), written + 1, changes, title(step(change))));
  }

  /** A change was made. */
  public synchronized void done(Plan.Planned change) {
    String step = step(change);
    int written = done.merge(step, 1, Integer::sum);
    int all = steps.getOrDefault(step, 1);
    if (full || all == 1) {
      tell(wording.say("cli.change-done", wording.change(change, catalog)));
    } else if (written == all) {
      tell(wording.say("cli.change-done", wording.say("cli.step-changes", title(step), all)));
    }
  }

  /** Nothing more is made; tells of the steps that were written in part. */
  public synchronized void end() {
    output.endProgress();
    done.forEach(
        (step, written) -> {
          int all = steps.getOrDefault(step, written);
          if (!full && written < all) {
            tell(
                wording.say(
                    "cli.change-done", wording.say("cli.step-part", title(step), written, all)));
          }
        });
  }

  private void tell(String line) {
    output.talk(StyledLine.of(Emphasis.DONE, line));
  }
}
