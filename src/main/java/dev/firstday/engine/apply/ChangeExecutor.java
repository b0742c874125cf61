package dev.firstday.engine.apply;

import dev.firstday.engine.account.Caller;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.journal.ObservedState;
import dev.firstday.engine.plan.Ask;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the changes of one apply. Each is in the journal, on disk, before its call is made. */
record ChangeExecutor(
    Job job, RunResults results, ChangeRecorder recorder, ResponseValues responses) {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

  enum ChangeResult {
    MADE,
    FAILED,
    /** A person would not have it, and the step goes on without it. */
    SKIPPED,
    /** A person gave it up, and with it what comes behind it in the step. */
    GIVEN_UP,
    /** It was not begun, as its step or everything was over. */
    NOT_BEGUN
  }

  /**
   * A write after which the thing is there.
   *
   * @param ours whether we may have made it
   * @param values what an undo or a look needs of the response
   */
  private record WriteResult(Caller.Receipt receipt, boolean ours, Map<String, Object> values) {}

  /**
   * Makes a change, or leaves it where a person would not have it.
   *
   * @param before what its read showed before its step; empty if that could not be seen
   */
  ChangeResult make(String step, Plan.Planned planned, Optional<ObservedState> before)
      throws InterruptedException {
    try (RequestResolver request = new RequestResolver(planned.change(), job, responses::require)) {
      if (!request.agreed(planned)) {
        boolean optional = planned.change().asks().contains(new Ask.Consent(true));
        return left(planned, optional ? ChangeResult.SKIPPED : ChangeResult.GIVEN_UP);
      }
      if (!request.prepare(Optional.empty())) {
        return left(planned, ChangeResult.GIVEN_UP);
      }
      // What can't be asked for at all is not begun.
      job.faults().caught(planned.change().id(), false, request::filled);
      recorder.started(planned, before);
      job.tell(new ApplyEvent.ChangeStarted(planned));
      return call(step, planned, request);
    } catch (CallFailed e) {
      return failed(step, planned, e.problem(), () -> {});
    }
  }

  private ChangeResult call(String step, Plan.Planned planned, RequestResolver request)
      throws CallFailed, InterruptedException {
    Instant start = job.clock().instant();
    Duration wait = Duration.ofSeconds(1);
    while (true) {
      CallFailed failure;
      try {
        made(planned, write(planned.change(), request), start);
        request.reveal();
        return ChangeResult.MADE;
      } catch (CallFailed e) {
        failure = e;
      }
      Problem why = failure.problem();
      if (!job.stopped() && request.worthAnother(why)) {
        if (!request.prepare(Optional.of(why))) {
          recorder.failed(planned, failure);
          return left(planned, ChangeResult.GIVEN_UP);
        }
        start = job.clock().instant();
      } else if (mayRetry(planned.change(), why, start)) {
        wait = waited(planned, why, wait);
      } else {
        return failed(step, planned, why, () -> recorder.failed(planned, failure));
      }
    }
  }

  /** Waits for AWS to be ready; gives how long to wait the next time. */
  private Duration waited(Plan.Planned planned, Problem why, Duration wait)
      throws InterruptedException {
    job.tell(new ApplyEvent.ChangeWaiting(planned, why, wait));
    job.pause().sleep(wait);
    return Collections.min(List.of(wait.multipliedBy(2), LONGEST_WAIT));
  }

  /** Makes the call; where the thing is there already, that may be enough. */
  private WriteResult write(Change change, RequestResolver request) throws CallFailed {
    try {
      return job.faults()
          .caught(
              change.id(),
              true,
              () -> {
                Caller.Receipt receipt = job.caller().write(change, request.filled());
                return new WriteResult(receipt, true, responses.needed(change, receipt.response()));
              });
    } catch (CallFailed e) {
      if (!enough(change, e.problem())) {
        throw e;
      }
      boolean ours = e.unanswered() || JournalHistory.of(job.journal().entries()).mayBeMade(change);
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

  private void made(Plan.Planned planned, WriteResult written, Instant start) {
    Caller.Receipt receipt = written.receipt();
    responses.put(planned.change(), receipt.response());
    results.done(planned, receipt.requestId(), start);
    recorder.done(planned, receipt.requestId(), written.values(), written.ours());
  }

  private ChangeResult left(Plan.Planned planned, ChangeResult result) {
    job.tell(new ApplyEvent.ChangeLeft(planned));
    return result;
  }

  private ChangeResult failed(String step, Plan.Planned planned, Problem why, Runnable record) {
    job.tell(new ApplyEvent.ChangeFailed(planned, why));
    record.run();
    results.fail(step, Optional.of(planned), why);
    return ChangeResult.FAILED;
  }

  private boolean mayRetry(Change change, Problem trouble, Instant start) {
    return !job.stopped()
        && change
            .waitFor()
            .filter(wait -> wait.codes().contains(trouble.code()))
            .filter(wait -> job.clock().instant().isBefore(start.plus(wait.atMost())))
            .isPresent();
  }
}
