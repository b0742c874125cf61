package dev.firstday.engine.apply;

import dev.firstday.engine.account.Caller;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.Faults;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.plan.Ask;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.util.Map;

/** Makes the call of a change, and judges whether the thing is there after it, and ours. */
final class ChangeWriter {
  private final Caller caller;
  private final Journal journal;
  private final ResponseValues responses;
  private final FaultLog faults;

  ChangeWriter(Caller caller, Journal journal, ResponseValues responses, FaultLog faults) {
    this.caller = caller;
    this.journal = journal;
    this.responses = responses;
    this.faults = faults;
  }

  /**
   * A write after which the thing is there.
   *
   * @param ours whether we may have made it
   * @param values what an undo or a look needs of the response
   */
  record WriteResult(Caller.Receipt receipt, boolean ours, Map<String, Object> values) {}

  /** Makes the call; where the thing is there already, that may be enough. */
  WriteResult write(Change change, RequestResolver request) throws CallFailed {
    try {
      return Faults.caught(
          faults,
          change.id(),
          true,
          () -> {
            Caller.Receipt receipt = caller.write(change, request.filled());
            return new WriteResult(receipt, true, responses.needed(change, receipt.response()));
          });
    } catch (CallFailed e) {
      if (!enough(change, e.problem())) {
        throw e;
      }
      boolean ours = e.unanswered() || JournalHistory.of(journal.entries()).mayBeMade(change);
      Caller.Receipt none = new Caller.Receipt(e.problem().requestId(), Map.of());
      return new WriteResult(none, ours, Map.of());
    }
  }

  /**
   * Whether it is enough that a thing is there already. Where its answer is needed, or the password
   * may be that of an earlier run, it is not: the next look finds it.
   */
  private boolean enough(Change change, Problem trouble) {
    return change.effect() == Effect.CREATE
        && trouble.exists()
        && change.asks().stream().noneMatch(Ask.NewUserPassword.class::isInstance)
        && responses.neededPaths(change).isEmpty();
  }
}
