package dev.firstday.engine.undo;

import dev.firstday.engine.apply.Job;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.FieldHistory;
import dev.firstday.engine.journal.JournalHistory;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes that stay as they are because their undo failed, or that of something that needs them.
 */
final class StayingChanges {
  private final Job job;
  private final JournalHistory history;

  /** These changes, with the step in which that began. */
  private final Map<AppliedChange, String> staying = new LinkedHashMap<>();

  /** What the steps of these changes show now, by their ids. */
  private final Map<String, Assessment> seen = new HashMap<>();

  StayingChanges(Job job, JournalHistory history) {
    this.job = job;
    this.history = history;
  }

  /**
   * The undo of a change failed. What it needs stays all at once: that may be taken back before
   * what needs it.
   *
   * @param ahead what is not taken back yet
   */
  void add(AppliedChange failed, String step, Problem problem, List<AppliedChange> ahead) {
    staying.put(failed, step);
    int before = problem.kind().concernsAll() ? staying.size() : 0;
    while (staying.size() > before) {
      before = staying.size();
      for (AppliedChange applied : ahead) {
        if (!staying.containsKey(applied)) {
          staying.entrySet().stream()
              .filter(stays -> needs(stays.getKey(), applied))
              .findFirst()
              .ifPresent(stays -> staying.put(applied, stays.getValue()));
        }
      }
    }
  }

  /** The failed step that a change was left for; empty if it was not. */
  Optional<String> cause(AppliedChange applied) {
    return Optional.ofNullable(staying.get(applied));
  }

  private boolean needs(AppliedChange stays, AppliedChange applied) {
    String id = applied.change().id();
    return stays.equals(applied)
        || shared(stays.steps(), applied.steps())
        || stays.steps().stream().anyMatch(step -> shared(job.after().apply(step), applied.steps()))
        || history.references(stays).contains(id)
        || stays.change().id().startsWith(id + "/")
        || shared(FieldHistory.names(stays.change()), FieldHistory.names(applied.change()))
        || stays.steps().stream().anyMatch(step -> uses(step, id));
  }

  /** What can't be seen is not taken for unused. */
  private boolean uses(String step, String change) {
    if (!seen.containsKey(step)) {
      job.assessor().invalidate();
      seen.put(step, job.assessor().assess(step));
    }
    Assessment now = seen.get(step);
    return now.problem().isPresent() || now.uses().contains(change);
  }

  private static boolean shared(Collection<String> some, Collection<String> others) {
    return !Collections.disjoint(some, others);
  }
}
