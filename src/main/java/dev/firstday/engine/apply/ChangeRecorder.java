package dev.firstday.engine.apply;

import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.journal.ObservedState;
import dev.firstday.engine.plan.ChangeData;
import dev.firstday.engine.plan.Plan;
import java.util.Map;
import java.util.Optional;

/** Writes into the journal what becomes of each change of a plan, and of each undo. */
public final class ChangeRecorder {
  private final Job job;
  private final String planId;

  public ChangeRecorder(Job job) {
    this.job = job;
    this.planId = job.plan().id();
  }

  /** The call is about to be made; when this returns, that is on disk. */
  void started(Plan.Planned planned, Optional<ObservedState> before) {
    Map<String, Object> data = of(planned);
    data.put("change", ChangeData.of(planned.change()));
    before.ifPresent(state -> data.put("before", state.data()));
    append(JournalHistory.STARTED, data);
  }

  /**
   * The change is made.
   *
   * @param values what an undo or a read needs of the response
   * @param ours whether we may have made it
   */
  void done(Plan.Planned planned, String requestId, Map<String, Object> values, boolean ours) {
    Map<String, Object> data = of(planned);
    data.put("requestId", requestId);
    data.put("values", values);
    if (!ours) {
      data.put(JournalHistory.ALREADY_THERE, true);
    }
    append(JournalHistory.DONE, data);
  }

  void failed(Plan.Planned planned, CallFailed failure) {
    Map<String, Object> data = of(planned);
    put(failure.problem(), data);
    if (failure.unanswered()) {
      data.put(JournalHistory.UNANSWERED, true);
    }
    append(JournalHistory.FAILED, data);
  }

  /** How the reads of a change show it after its step. */
  void left(Plan.Planned planned, ObservedState state) {
    Map<String, Object> data = of(planned);
    data.put("left", state.data());
    append(JournalHistory.LEFT, data);
  }

  /** The call of an undo is about to be made; when this returns, that is on disk. */
  public void undoing(Plan.Planned planned, AppliedChange applied) {
    Map<String, Object> data = of(planned, applied);
    data.put("change", ChangeData.of(planned.change()));
    append(JournalHistory.UNDOING, data);
  }

  public void undone(
      Plan.Planned planned, AppliedChange applied, String requestId, Optional<ObservedState> left) {
    Map<String, Object> data = of(planned, applied);
    data.put("requestId", requestId);
    left.ifPresent(state -> data.put("left", state.data()));
    append(JournalHistory.UNDONE, data);
  }

  public void undoFailed(Plan.Planned planned, AppliedChange applied, Problem problem) {
    Map<String, Object> data = of(planned, applied);
    put(problem, data);
    append(JournalHistory.UNDO_FAILED, data);
  }

  private Map<String, Object> of(Plan.Planned planned) {
    return ChangeData.ordered(
        "plan", planId, "id", planned.change().id(), "steps", planned.steps());
  }

  private Map<String, Object> of(Plan.Planned planned, AppliedChange applied) {
    String id = AppliedChange.journalId(planned.change());
    return ChangeData.ordered(
        "plan", planId, "id", id, "of", applied.name(), "steps", planned.steps());
  }

  private static void put(Problem problem, Map<String, Object> data) {
    data.put("kind", problem.kind().name());
    data.put("code", problem.code());
  }

  private void append(String event, Map<String, Object> data) {
    job.journal().append(new Journal.Entry(job.clock().instant(), event, data));
  }
}
