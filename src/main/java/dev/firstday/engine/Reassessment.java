package dev.firstday.engine;

import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.AssessmentRunner;
import dev.firstday.engine.assess.ReadCache;
import dev.firstday.engine.assess.SharedReads;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Looks at steps, and then again at those that a change of verdict concerns: the ones that share a
 * read with it.
 */
final class Reassessment {
  private final AssessmentRunner checks;
  private final ReadCache forgetting;

  /**
   * For these checks.
   *
   * @param forgetting forgets what was read
   */
  Reassessment(AssessmentRunner checks, ReadCache forgetting) {
    this.checks = checks;
    this.forgetting = forgetting;
  }

  /**
   * Looks at some steps, and returns when all were looked at or left.
   *
   * @param afresh whether also what AWS takes money for is read again
   */
  void check(Collection<String> ids, boolean afresh) {
    SharedReads before = reads();
    checks.check(ids, afresh);
    // What was read for these is not read twice.
    follow(before, ids);
  }

  /**
   * Writes, and then looks at the steps that it concerns beside those it was for. What AWS takes
   * money for is not read again for that.
   */
  Outcome after(Supplier<Outcome> writing) {
    SharedReads before = reads();
    Outcome outcome = writing.get();
    if (outcome.letsLook() && !before.changed(checks.assessments()).isEmpty()) {
      forgetting.forget(false);
      follow(before, outcome.after().keySet());
    }
    return outcome;
  }

  private SharedReads reads() {
    return new SharedReads(checks.assessments(), checks::evidence);
  }

  /**
   * Goes on until nothing changes any more, and looks at no step twice.
   *
   * @param seen the steps that were looked at already
   */
  private void follow(SharedReads before, Collection<String> seen) {
    Set<String> looked = new HashSet<>(seen);
    Set<String> next = concerned(before, looked);
    while (!next.isEmpty()) {
      SharedReads earlier = reads();
      checks.look(next);
      looked.addAll(next);
      next = concerned(earlier, looked);
    }
  }

  private Set<String> concerned(SharedReads before, Set<String> looked) {
    Set<String> concerned = reads().with(before.changed(checks.assessments()));
    concerned.removeAll(looked);
    return concerned;
  }
}
