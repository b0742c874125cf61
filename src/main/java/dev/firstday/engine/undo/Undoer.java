package dev.firstday.engine.undo;

import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Pause;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Cancellation;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.plan.Plan;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes back what was confirmed, and nothing else: right before each call a look shows whether the
 * thing still is as we left it. Each call is in the journal before it is made.
 *
 * <p>What could not be taken back stays with all that it needs; the rest goes on, unless every call
 * would meet the same trouble.
 */
public final class Undoer {
  private final Caller caller;
  private final Journal journal;
  private final Clock clock;
  private final Pause pause;
  private final Assessor assessor;
  private final Function<String, List<String>> after;

  /**
   * An undoer of one account.
   *
   * @param after the ids of the steps that a step needs
   */
  public Undoer(
      Caller caller,
      Journal journal,
      Clock clock,
      Pause pause,
      Assessor assessor,
      Function<String, List<String>> after) {
    this.caller = caller;
    this.journal = journal;
    this.clock = clock;
    this.pause = pause;
    this.assessor = assessor;
    this.after = after;
  }

  /**
   * Undoes.
   *
   * @param stop asked before each call
   */
  public Outcome undo(Plan.Confirmed confirmed, Consumer<ApplyEvent> events, Cancellation stop) {
    JournalHistory journalHistory;
    try {
      journalHistory = JournalHistory.of(journal.entries());
    } catch (RecordFailed e) {
      return Outcome.refused(confirmed.plan(), Problem.of(e));
    }
    UndoExecutor.UndoJob job =
        new UndoExecutor.UndoJob(confirmed.plan(), journalHistory, events, stop);
    UndoExecutor executor = new UndoExecutor(caller, journal, clock, pause, job, assessor, after);
    return new UndoRun(caller, assessor, job, executor).undo();
  }
}
