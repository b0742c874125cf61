package dev.firstday.engine.apply;

import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.journal.ObservedState;
import dev.firstday.engine.plan.ChangeData;
import dev.firstday.engine.plan.Plan;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes into the journal what becomes of each change of a plan. */
final class ChangeRecorder {
  private final Journal journal;
  private final Clock clock;
  private final String planId;

  ChangeRecorder(Journal journal, Clock clock, Plan plan) {
    this.journal = journal;
    this.clock = clock;
    this.planId = plan.id();
  }

  /** The call is about to be made; when this returns, that is on disk. */
  void started(Plan.Planned planned, Optional<ObservedState> before) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("change", ChangeData.of(planned.change()));
    before.ifPresent(state -> data.put("before", state.data()));
    record(JournalHistory.STARTED, planned, data);
  }

  /**
   * The change is made.
   *
   * @param values what an undo or a read needs of the response
   * @param ours whether we may have made it
   */
  void done(Plan.Planned planned, String requestId, Map<String, Object> values, boolean ours) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("requestId", requestId);
    data.put("values", values);
    if (!ours) {
      data.put(JournalHistory.ALREADY_THERE, true);
    }
    record(JournalHistory.DONE, planned, data);
  }

  void failed(Plan.Planned planned, CallFailed failure) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kind", failure.problem().kind().name());
    data.put("code", failure.problem().code());
    if (failure.unanswered()) {
      data.put(JournalHistory.UNANSWERED, true);
    }
    record(JournalHistory.FAILED, planned, data);
  }

  /** How the reads of a change show it after its step. */
  void left(Plan.Planned planned, ObservedState state) {
    record(JournalHistory.LEFT, planned, Map.of("left", state.data()));
  }

  private void record(String event, Plan.Planned planned, Map<String, Object> more) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("plan", planId);
    data.put("id", planned.change().id());
    data.put("steps", planned.steps());
    data.putAll(more);
    journal.append(new Journal.Entry(clock.instant(), event, data));
  }
}
