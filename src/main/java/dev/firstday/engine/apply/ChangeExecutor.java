package dev.firstday.engine.apply;

import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Pause;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.Faults;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.journal.ObservedState;
import dev.firstday.engine.journal.StateReader;
import dev.firstday.engine.plan.Ask;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the changes of one apply, and remembers what became of them. Each is in the journal, on
 * disk, before its call is made.
 */
final class ChangeExecutor implements AutoCloseable {
  /**
   * What is to be made.
   *
   * @param plan what was confirmed
   * @param person whoever can be asked; without one, what needs a person is left
   * @param events hears what happens
   * @param stop asked before each call
   * @param faults where it is written down that a call has met a fault of ours
   */
  record Job(
      Plan plan,
      Optional<Person> person,
      Consumer<ApplyEvent> events,
      Cancellation stop,
      FaultLog faults) {}

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

  private final Clock clock;
  private final Pause pause;
  private final Optional<Person> person;
  private final Consumer<ApplyEvent> events;
  private final Cancellation stop;
  private final FaultLog faults;
  private final StateReader states;
  private final ChangeRecorder recorder;
  private final ResponseValues responses;
  private final ChangeWriter writer;
  private final List<Plan.Planned> done = new ArrayList<>();
  private Optional<Plan.Planned> failed = Optional.empty();
  private Optional<Problem> problem = Optional.empty();

  ChangeExecutor(Caller caller, Journal journal, Clock clock, Pause pause, Job job) {
    this.clock = clock;
    this.pause = pause;
    this.person = job.person();
    this.events = job.events();
    this.stop = job.stop();
    this.faults = job.faults();
    this.states = new StateReader(caller::share, faults);
    this.recorder = new ChangeRecorder(journal, clock, job.plan());
    this.responses = new ResponseValues(job.plan());
    this.writer = new ChangeWriter(caller, journal, responses, faults);
  }

  /** What is made so far. */
  List<Plan.Planned> done() {
    return List.copyOf(done);
  }

  /** What could not be made. */
  Optional<Plan.Planned> failed() {
    return failed;
  }

  /** Why that could not be made. */
  Optional<Problem> problem() {
    return problem;
  }

  /**
   * Makes a change, or leaves it where a person would not have it.
   *
   * @param before what its read showed before its step; empty if that could not be seen
   */
  ChangeResult make(Plan.Planned planned, Optional<ObservedState> before)
      throws InterruptedException {
    try (RequestResolver request =
        new RequestResolver(planned.change(), person, responses::require, faults)) {
      return make(planned, before, request);
    } catch (CallFailed e) {
      return notMade(planned, e.problem());
    }
  }

  private ChangeResult make(
      Plan.Planned planned, Optional<ObservedState> before, RequestResolver request)
      throws CallFailed, InterruptedException {
    if (!request.agreed(planned)) {
      boolean optional = planned.change().asks().contains(new Ask.Consent(true));
      events.accept(new ApplyEvent.ChangeLeft(planned));
      return optional ? ChangeResult.SKIPPED : ChangeResult.GIVEN_UP;
    }
    if (!request.prepare(Optional.empty())) {
      events.accept(new ApplyEvent.ChangeLeft(planned));
      return ChangeResult.GIVEN_UP;
    }
    // What can't be asked for at all is not begun.
    Faults.caught(faults, planned.change().id(), false, request::filled);
    recorder.started(planned, before);
    events.accept(new ApplyEvent.ChangeStarted(planned));
    ChangeResult made = call(planned, request);
    if (made == ChangeResult.YES) {
      request.reveal();
    }
    return made;
  }

  private ChangeResult call(Plan.Planned planned, RequestResolver request)
      throws CallFailed, InterruptedException {
    Change change = planned.change();
    Instant start = clock.instant();
    Duration wait = Duration.ofSeconds(1);
    while (true) {
      CallFailed failure;
      try {
        return made(planned, writer.write(change, request), start);
      } catch (CallFailed e) {
        failure = e;
      }
      Problem why = failure.problem();
      if (!stop.getAsBoolean() && request.worthAnother(why)) {
        if (!request.prepare(Optional.of(why))) {
          return leftAfter(planned, failure);
        }
        start = clock.instant();
      } else if (mayRetry(change, why, start)) {
        events.accept(new ApplyEvent.ChangeWaiting(planned, why, wait));
        pause.sleep(wait);
        wait = longer(wait);
      } else {
        return failed(planned, failure);
      }
    }
  }

  private ChangeResult leftAfter(Plan.Planned planned, CallFailed failure) {
    recorder.failed(planned, failure);
    events.accept(new ApplyEvent.ChangeLeft(planned));
    return ChangeResult.GIVEN_UP;
  }

  private ChangeResult failed(Plan.Planned planned, CallFailed failure) {
    ChangeResult result = notMade(planned, failure.problem());
    recorder.failed(planned, failure);
    return result;
  }

  private static Duration longer(Duration wait) {
    Duration twice = wait.multipliedBy(2);
    return twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
  }

  private ChangeResult made(Plan.Planned planned, ChangeWriter.WriteResult written, Instant start) {
    Caller.Receipt receipt = written.receipt();
    responses.put(planned.change(), receipt.response());
    done.add(planned);
    Duration took = Duration.between(start, clock.instant());
    events.accept(new ApplyEvent.ChangeDone(planned, receipt.requestId(), took));
    recorder.done(planned, receipt.requestId(), written.values(), written.ours());
    return ChangeResult.YES;
  }

  private ChangeResult notMade(Plan.Planned planned, Problem why) {
    failed = Optional.of(planned);
    problem = Optional.of(why);
    events.accept(new ApplyEvent.ChangeFailed(planned, why));
    return ChangeResult.FAILED;
  }

  private boolean mayRetry(Change change, Problem trouble, Instant start) {
    return !stop.getAsBoolean()
        && change
            .waitFor()
            .filter(wait -> wait.codes().contains(trouble.code()))
            .filter(wait -> clock.instant().isBefore(start.plus(wait.atMost())))
            .isPresent();
  }

  /** What the reads of changes show now, by the changes' ids; without what can't be seen. */
  Map<String, ObservedState> sights(List<Change> changes) throws InterruptedException {
    Map<String, Read> reads = new LinkedHashMap<>();
    changes.forEach(
        change ->
            change
                .shows()
                .map(responses::resolved)
                .filter(read -> Placeholders.allReferences(read.request()).isEmpty())
                .ifPresent(read -> reads.put(change.id(), read)));
    Map<Read, StateReader.StateResult> seen = states.at(reads.values());
    Map<String, ObservedState> sights = new LinkedHashMap<>();
    reads.forEach(
        (id, read) ->
            Objects.requireNonNull(seen.get(read))
                .sight()
                .ifPresent(sight -> sights.put(id, sight)));
    return sights;
  }

  /**
   * Keeps how things were left: an undo takes back only what still is as it was left here.
   *
   * @param made what was made
   * @param left what its reads show since, by the changes' ids
   */
  void keepHowItWasLeft(List<Plan.Planned> made, Map<String, ObservedState> left) {
    for (Plan.Planned planned : made) {
      ObservedState sight = left.get(planned.change().id());
      if (sight != null) {
        recorder.left(planned, sight);
      }
    }
  }

  /** Wipes the secrets that AWS has told. */
  @Override
  public void close() {
    responses.wipe();
  }
}
