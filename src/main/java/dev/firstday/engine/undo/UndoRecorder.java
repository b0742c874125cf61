package dev.firstday.engine.undo;

import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.journal.ObservedState;
import dev.firstday.engine.plan.ChangeData;
import dev.firstday.engine.plan.Plan;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes into the journal what becomes of each undo of a plan. */
final class UndoRecorder {
  private final Journal journal;
  private final Clock clock;
  private final String planId;

  UndoRecorder(Journal journal, Clock clock, Plan plan) {
    this.journal = journal;
    this.clock = clock;
    this.planId = plan.id();
  }

  /** The call is about to be made; when this returns, that is on disk. */
  void begun(Plan.Planned planned, AppliedChange applied) {
    Map<String, Object> data = Map.of("change", ChangeData.of(planned.change()));
    record(JournalHistory.UNDOING, planned, applied, data);
  }

  /**
   * The change is undone.
   *
   * @param left how the reads of the change show it since; empty if that could not be seen
   */
  void undone(
      Plan.Planned planned, AppliedChange applied, String requestId, Optional<ObservedState> left) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("requestId", requestId);
    left.ifPresent(state -> data.put("left", state.data()));
    record(JournalHistory.UNDONE, planned, applied, data);
  }

  void failed(Plan.Planned planned, AppliedChange applied, Problem problem) {
    Map<String, Object> data = Map.of("kind", problem.kind().name(), "code", problem.code());
    record(JournalHistory.UNDO_FAILED, planned, applied, data);
  }

  private void record(
      String event, Plan.Planned planned, AppliedChange applied, Map<String, Object> more) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("plan", planId);
    data.put("id", UndoChanges.journalId(planned.change()));
    data.put("of", applied.name());
    data.put("steps", planned.steps());
    data.putAll(more);
    journal.append(new Journal.Entry(clock.instant(), event, data));
  }
}
