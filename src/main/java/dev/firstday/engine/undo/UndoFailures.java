package dev.firstday.engine.undo;

import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.AppliedChange;
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
  private final JournalHistory ledger;
  private final Function<String, List<String>> after;
  private final Assessor assessor;
  private final Supplier<List<AppliedChange>> ahead;
  private final List<Outcome.Failure> failures = new ArrayList<>();

  /** Deeds that stay, with the step in which that began. */
  private final Map<AppliedChange, String> staying = new LinkedHashMap<>();

  /** What the steps of these deeds show now, by their ids. */
  private final Map<String, Assessment> seen = new HashMap<>();

  /**
   * Nothing yet.
   *
   * @param after the ids of the steps that a step needs
   * @param assessor tells what a step uses that stays
   * @param ahead what is not taken back yet
   */
  UndoFailures(
      JournalHistory ledger,
      Function<String, List<String>> after,
      Assessor assessor,
      Supplier<List<AppliedChange>> ahead) {
    this.ledger = ledger;
    this.after = after;
    this.assessor = assessor;
    this.ahead = ahead;
  }

  /** Everything is stopped. */
  void add(Problem problem) {
    failures.add(new Outcome.Failure("", Optional.empty(), problem));
  }

  /** A deed could not be taken back. */
  void add(Plan.Planned planned, AppliedChange deed, Problem problem) {
    String step = planned.steps().getFirst();
    failures.add(new Outcome.Failure(step, Optional.of(planned), problem));
    staying.put(deed, step);
    if (!problem.kind().concernsAll()) {
      keepWhatIsNeeded();
    }
  }

  /** All of it at once: what is needed may be taken back before that which needs it. */
  private void keepWhatIsNeeded() {
    int before;
    do {
      before = staying.size();
      for (AppliedChange deed : ahead.get()) {
        if (!staying.containsKey(deed)) {
          staying.entrySet().stream()
              .filter(stays -> needs(stays.getKey(), deed))
              .findFirst()
              .ifPresent(stays -> staying.put(deed, stays.getValue()));
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

  /** Whether a deed stays: it failed, or something that needs it did. */
  boolean keep(AppliedChange deed) {
    return staying.containsKey(deed);
  }

  /** The failed step that a deed was left for; empty if it was not. */
  Optional<String> cause(AppliedChange deed) {
    return Optional.ofNullable(staying.get(deed));
  }

  private boolean needs(AppliedChange stays, AppliedChange deed) {
    String id = deed.change().id();
    return stays.equals(deed)
        || shared(stays.steps(), deed.steps())
        || stays.steps().stream().anyMatch(step -> shared(after.apply(step), deed.steps()))
        || ledger.references(stays).contains(id)
        || stays.change().id().startsWith(id + "/")
        || shared(JournalHistory.fields(stays.change()), JournalHistory.fields(deed.change()))
        || stays.steps().stream().anyMatch(step -> uses(step, id));
  }

  /** What can't be seen is not taken for unused. */
  private boolean uses(String step, String change) {
    if (!seen.containsKey(step)) {
      assessor.lookAgain();
      seen.put(step, assessor.assess(step));
    }
    Assessment now = seen.get(step);
    return now.problem().isPresent() || now.uses().contains(change);
  }

  private static boolean shared(Collection<String> some, Collection<String> others) {
    return !Collections.disjoint(new HashSet<>(some), Set.copyOf(others));
  }
}
