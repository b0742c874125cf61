package dev.firstday.engine;

import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.Dependents;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.engine.undo.UndoPlanner;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Plans an undo. Before that it assesses the steps that may still need what would be taken back,
 * where nobody has yet.
 */
record UndoPreparation(
    SessionParts parts, AssessmentRunner checks, Reassessment reassessment, FaultLog faults) {

  UndoPlan plan(Collection<String> ids) {
    JournalHistory history = JournalHistory.of(parts.journal().entries());
    List<AppliedChange> live = history.live();
    List<String> unknown = notAssessed(live, ids);
    if (!unknown.isEmpty()) {
      reassessment.check(unknown, true);
    }
    Dependents dependents = new Dependents(parts.catalog(), checks.assessments(), live, ids);
    String accountId = parts.identity().accountId();
    try {
      return new UndoPlanner(history, parts.caller(), dependents::of, faults).plan(accountId, ids);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new UndoPlan(new Plan(accountId, List.of()), List.of());
    }
  }

  private List<String> notAssessed(List<AppliedChange> live, Collection<String> ids) {
    List<AppliedChange> leaving =
        live.stream().filter(applied -> applied.steps().stream().anyMatch(ids::contains)).toList();
    return new Dependents(parts.catalog(), Map.of(), live, ids)
        .possible(leaving).stream()
            .filter(id -> parts.steps().containsKey(id) && checks.assessment(id).isEmpty())
            .toList();
  }
}
