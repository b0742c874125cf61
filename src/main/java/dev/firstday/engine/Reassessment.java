package dev.firstday.engine;

import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Evidence;
import dev.firstday.engine.assess.Verdict;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Looks at steps, and then again at those that a change of verdict concerns: the ones that share a
 * read with it.
 */
record Reassessment(AssessmentRunner checks, SessionParts.ReadCache reads) {
  /**
   * How steps stood at one moment, and on which reads that rested: what one step has seen to be
   * different may be so for all that ask AWS the same.
   */
  private record LookState(
      Map<String, Assessment> assessments, Function<String, List<Evidence>> evidence) {
    /**
     * The steps whose verdict is another one now. A first look changes nothing that anybody has
     * seen, and a look that has seen nothing tells nothing about the account.
     */
    Set<String> changed(Map<String, Assessment> now) {
      Set<String> changed = new HashSet<>();
      now.forEach(
          (id, seen) -> {
            Assessment before = assessments.get(id);
            if (before != null
                && seen.verdict() != Verdict.UNSEEN
                && seen.verdict() != before.verdict()) {
              changed.add(id);
            }
          });
      return changed;
    }

    /** The steps that share a read with one of these, these among them; may be changed. */
    Set<String> with(Set<String> ids) {
      Set<List<String>> calls =
          ids.stream().flatMap(id -> calls(id).stream()).collect(Collectors.toSet());
      return assessments.keySet().stream()
          .filter(id -> !Collections.disjoint(calls, calls(id)))
          .collect(Collectors.toCollection(HashSet::new));
    }

    private List<List<String>> calls(String id) {
      return evidence.apply(id).stream()
          .map(read -> List.of(read.service(), read.operation(), read.region()))
          .toList();
    }
  }

  /**
   * Looks at some steps, and returns when all were looked at or left.
   *
   * @param afresh whether also what AWS takes money for is read again
   */
  void check(Collection<String> ids, boolean afresh) {
    LookState before = state();
    reads.forget(afresh);
    checks.look(ids);
    // What was read for these is not read twice.
    follow(before, ids);
  }

  /**
   * Writes, and then looks at the steps that it concerns beside those it was for. What AWS takes
   * money for is not read again for that.
   */
  Outcome after(Supplier<Outcome> writing) {
    LookState before = state();
    Outcome outcome = writing.get();
    if (outcome.letsLook() && !before.changed(checks.assessments()).isEmpty()) {
      reads.forget(false);
      follow(before, outcome.after().keySet());
    }
    return outcome;
  }

  private LookState state() {
    return new LookState(checks.assessments(), checks::evidence);
  }

  /** Goes on until nothing changes any more, and looks at no step twice. */
  private void follow(LookState before, Collection<String> seen) {
    Set<String> looked = new HashSet<>(seen);
    Set<String> next = concerned(before, looked);
    while (!next.isEmpty()) {
      LookState earlier = state();
      checks.look(next);
      looked.addAll(next);
      next = concerned(earlier, looked);
    }
  }

  private Set<String> concerned(LookState before, Set<String> looked) {
    Set<String> concerned = state().with(before.changed(checks.assessments()));
    concerned.removeAll(looked);
    return concerned;
  }
}
