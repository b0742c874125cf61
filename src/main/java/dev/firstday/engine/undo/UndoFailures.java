package dev.firstday.engine.undo;

import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.FieldHistory;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What failed in an undo, and what stays as it is because that needs it. */
final class UndoFailures {
  private final JournalHistory journalHistory;
  private final Function<String, List<String>> after;
  private final Assessor assessor;
  private final Supplier<List<AppliedChange>> ahead;
  private final List<Outcome.Failure> failures = new ArrayList<>();

  /** Changes that stay applied, with the step in which that began. */
  private final Map<AppliedChange, String> staying = new LinkedHashMap<>();

  /** What the steps of these changes show now, by their ids. */
  private final Map<String, Assessment> seen = new HashMap<>();

  /**
   * Nothing yet.
   *
   * @param after the ids of the steps that a step needs
   * @param assessor tells what a step uses that stays
   * @param ahead what is not taken back yet
   */
  UndoFailures(
      JournalHistory journalHistory,
      Function<String, List<String>> after,
      Assessor assessor,
      Supplier<List<AppliedChange>> ahead) {
    this.journalHistory = journalHistory;
    this.after = after;
    this.assessor = assessor;
    this.ahead = ahead;
  }

  /** Everything is stopped. */
  void add(Problem problem) {
    failures.add(new Outcome.Failure("", Optional.empty(), problem));
  }

  /** A change could not be undone. */
  void add(Plan.Planned planned, AppliedChange applied, Problem problem) {
    String step = planned.steps().getFirst();
    failures.add(new Outcome.Failure(step, Optional.of(planned), problem));
    staying.put(applied, step);
    if (!problem.kind().concernsAll()) {
      keepWhatIsNeeded();
    }
  }

  /** All of it at once: what is needed may be taken back before that which needs it. */
  private void keepWhatIsNeeded() {
    int before;
    do {
      before = staying.size();
      for (AppliedChange applied : ahead.get()) {
        if (!staying.containsKey(applied)) {
          staying.entrySet().stream()
              .filter(stays -> needs(stays.getKey(), applied))
              .findFirst()
              .ifPresent(stays -> staying.put(applied, stays.getValue()));
        }
      }
    } while (staying.size() > before);
  }

  List<Outcome.Failure> all() {
    return List.copyOf(failures);
  }

  /** Whether every other call would meet what failed last. */
  boolean concernsAll() {
    return failures.getLast().problem().kind().concernsAll();
  }

  /** Whether a change stays: its undo failed, or that of something that needs it. */
  boolean keep(AppliedChange applied) {
    return staying.containsKey(applied);
  }

  /** The failed step that a change was left for; empty if it was not. */
  Optional<String> cause(AppliedChange applied) {
    return Optional.ofNullable(staying.get(applied));
  }

  private boolean needs(AppliedChange stays, AppliedChange applied) {
    String id = applied.change().id();
    return stays.equals(applied)
        || shared(stays.steps(), applied.steps())
        || stays.steps().stream().anyMatch(step -> shared(after.apply(step), applied.steps()))
        || journalHistory.references(stays).contains(id)
        || stays.change().id().startsWith(id + "/")
        || shared(FieldHistory.names(stays.change()), FieldHistory.names(applied.change()))
        || stays.steps().stream().anyMatch(step -> uses(step, id));
  }

  /** What can't be seen is not taken for unused. */
  private boolean uses(String step, String change) {
    if (!seen.containsKey(step)) {
      assessor.invalidate();
      seen.put(step, assessor.assess(step));
    }
    Assessment now = seen.get(step);
    return now.problem().isPresent() || now.uses().contains(change);
  }

  private static boolean shared(Collection<String> some, Collection<String> others) {
    return !Collections.disjoint(new HashSet<>(some), Set.copyOf(others));
  }
}
