package dev.firstday.engine.apply;

import dev.firstday.catalog.Note;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Read;
import dev.firstday.engine.plan.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Makes calls, and where one can't go on without a person waits for the person and makes it again.
 * Calls of several threads that meet the same obstacle wait together: the person is asked once.
 *
 * <p>Nobody knows whose credentials there are after such a wait, so the account is asked for before
 * anything else. Where it is another, or can't be told, no further call is made.
 */
public final class RetryingCaller implements Caller, Assessor {
  private final Caller caller;
  private final Assessor assessor;
  private final String accountId;
  private final Consumer<ApplyEvent> events;
  private final RecoveryPrompt patience;
  private final FaultLog faults;
  private final Lock waiting = new ReentrantLock();
  private volatile EndedWait latest = new EndedWait(true, Optional.empty());

  /**
   * A wait that is over.
   *
   * @param wentOn whether the way was cleared
   * @param lost why it is not known to be our account since
   */
  private record EndedWait(boolean wentOn, Optional<CallFailed> lost) {}

  public RetryingCaller(
      Caller caller,
      Assessor assessor,
      String accountId,
      Consumer<ApplyEvent> events,
      RecoveryPrompt patience,
      FaultLog faults) {
    this.caller = caller;
    this.assessor = assessor;
    this.accountId = accountId;
    this.events = events;
    this.patience = patience;
    this.faults = faults;
  }

  @Override
  public String accountId() throws CallFailed {
    return patiently("account", false, caller::accountId);
  }

  @Override
  public Optional<Map<String, Object>> read(Read read) throws CallFailed {
    return patiently(read.operation(), false, () -> caller.read(read));
  }

  @Override
  public Optional<Map<String, Object>> share(Read read) throws CallFailed {
    return patiently(read.operation(), false, () -> caller.share(read));
  }

  @Override
  public Receipt write(Change change, Map<String, Object> request) throws CallFailed {
    return patiently(change.id(), true, () -> caller.write(change, request));
  }

  @Override
  public Optional<String> foreign(Change change, Change undo) {
    return caller.foreign(change, undo);
  }

  @Override
  public Optional<Read> tag(Change change) {
    return caller.tag(change);
  }

  @Override
  public void invalidate() {
    assessor.invalidate();
  }

  /** Assesses a step, again after each wait; what a person does not wait for is the result. */
  @Override
  public Assessment assess(String step) {
    while (true) {
      EndedWait before = latest;
      Assessment seen = assessor.assess(step);
      Optional<Problem> obstacle = seen.problem().filter(p -> p.kind().pauses());
      try {
        if (obstacle.isEmpty() || !wentOn(obstacle.get(), before)) {
          return seen;
        }
      } catch (CallFailed e) {
        return Assessment.unseen(e.problem());
      }
    }
  }

  private <T> T patiently(String where, boolean writes, FaultLog.FallibleCall<T> call)
      throws CallFailed {
    boolean unanswered = false;
    while (true) {
      EndedWait before = latest;
      inOurAccount(before);
      try {
        return faults.caught(where, writes, call);
      } catch (CallFailed e) {
        if (!wentOn(e.problem(), before)) {
          throw unanswered ? new CallFailed(e.problem(), e, true) : e;
        }
        unanswered |= e.unanswered() || e.problem().kind() == Problem.Kind.OFFLINE;
      }
    }
  }

  private static void inOurAccount(EndedWait wait) throws CallFailed {
    if (wait.lost().isPresent()) {
      throw wait.lost().get();
    }
  }

  /**
   * Waits if waiting can help, unless that was done since the call began.
   *
   * @param before the latest wait when the call began
   * @throws CallFailed if it is not known to be our account since
   */
  @SuppressWarnings("ReferenceEquality") // Two waits may end alike.
  private boolean wentOn(Problem obstacle, EndedWait before) throws CallFailed {
    if (!obstacle.kind().pauses()) {
      return false;
    }
    waiting.lock();
    try {
      if (latest == before) {
        latest = waited(obstacle);
      }
      inOurAccount(latest);
      return latest.wentOn();
    } finally {
      waiting.unlock();
    }
  }

  private EndedWait waited(Problem obstacle) {
    Problem inTheWay = obstacle;
    while (true) {
      try {
        Optional<String> whose = agreed(inTheWay);
        if (whose.isEmpty()) {
          return new EndedWait(false, Optional.empty());
        }
        String now = whose.get();
        if (!now.equals(accountId)) {
          return new EndedWait(false, Optional.of(new CallFailed(obstacle.inAccount(now), null)));
        }
        // What could not be read was remembered, too.
        invalidate();
        events.accept(new ApplyEvent.Resumed());
        return new EndedWait(true, Optional.empty());
      } catch (CallFailed e) {
        if (!e.problem().kind().pauses()) {
          return new EndedWait(false, Optional.of(e));
        }
        inTheWay = e.problem();
      }
    }
  }

  /** Asks the person; the account as it is after that, or nothing if they don't go on. */
  private Optional<String> agreed(Problem obstacle) throws CallFailed {
    Note remedy = caller.remedy(obstacle);
    events.accept(new ApplyEvent.Paused(obstacle, remedy));
    try {
      if (caller.wantsCode(obstacle)) {
        Optional<Secret> code = patience.code(obstacle);
        return code.isEmpty() ? Optional.empty() : Optional.of(renewed(code.get()));
      }
      return patience.goOn(obstacle, remedy) ? Optional.of(caller.accountId()) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private String renewed(Secret code) throws CallFailed {
    try (code) {
      return caller.accountId(code);
    }
  }
}
