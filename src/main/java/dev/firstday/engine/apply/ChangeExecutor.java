package dev.firstday.engine.apply;

import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Pause;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.Faults;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.journal.ObservedState;
import dev.firstday.engine.journal.StateReader;
import dev.firstday.engine.plan.Ask;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.ChangeData;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import dev.firstday.engine.plan.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Makes the changes of one apply, and remembers what became of them. Each is in the journal, on
 * disk, before its call is made.
 */
final class ChangeExecutor implements AutoCloseable {
  /** What became of a change. */
  enum ChangeResult {
    YES,
    FAILED,
    /** A person would not have it, and the step goes on without it. */
    SKIPPED,
    /** A person gave it up, and with it what comes behind it in the step. */
    GIVEN_UP
  }

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

  private final Caller caller;
  private final Journal journal;
  private final Clock clock;
  private final Pause pause;
  private final Plan plan;
  private final String planId;
  private final Optional<Person> person;
  private final Consumer<ApplyEvent> events;
  private final Cancellation stop;
  private final FaultLog faults;
  private final StateReader looks;
  private final List<Plan.Planned> done = new ArrayList<>();
  private final Map<String, Map<String, Object>> responses = new HashMap<>();
  private Optional<Plan.Planned> failed = Optional.empty();
  private Optional<Problem> problem = Optional.empty();

  ChangeExecutor(Caller caller, Journal journal, Clock clock, Pause pause, Job job) {
    this.caller = caller;
    this.journal = journal;
    this.clock = clock;
    this.pause = pause;
    this.plan = job.plan();
    planId = plan.id();
    this.person = job.person();
    this.events = job.events();
    this.stop = job.stop();
    this.faults = job.faults();
    this.looks = new StateReader(caller::share, faults);
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
        new RequestResolver(planned.change(), person, this::valueOfEarlierResponse, faults)) {
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
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("change", ChangeData.of(planned.change()));
    before.ifPresent(sight -> data.put("before", sight.data()));
    record(JournalHistory.STARTED, planned, data);
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
      try {
        WriteResult written = write(change, request);
        Caller.Receipt receipt = written.receipt();
        responses.put(change.id(), receipt.response());
        done.add(planned);
        Duration took = Duration.between(start, clock.instant());
        events.accept(new ApplyEvent.ChangeDone(planned, receipt.requestId(), took));
        Map<String, Object> end = new LinkedHashMap<>();
        end.put("requestId", receipt.requestId());
        end.put("values", written.values());
        if (!written.ours()) {
          end.put(JournalHistory.ALREADY_THERE, true);
        }
        record(JournalHistory.DONE, planned, end);
        return ChangeResult.YES;
      } catch (CallFailed e) {
        if (!stop.getAsBoolean() && request.worthAnother(e.problem())) {
          if (!request.prepare(Optional.of(e.problem()))) {
            failed(planned, e);
            events.accept(new ApplyEvent.ChangeLeft(planned));
            return ChangeResult.GIVEN_UP;
          }
          start = clock.instant();
          continue;
        }
        if (!mayRetry(change, e.problem(), start)) {
          ChangeResult made = notMade(planned, e.problem());
          failed(planned, e);
          return made;
        }
        events.accept(new ApplyEvent.ChangeWaiting(planned, e.problem(), wait));
        pause.sleep(wait);
        wait =
            wait.multipliedBy(2).compareTo(Duration.ofSeconds(8)) < 0
                ? wait.multipliedBy(2)
                : Duration.ofSeconds(8);
      }
    }
  }

  private ChangeResult notMade(Plan.Planned planned, Problem why) {
    failed = Optional.of(planned);
    problem = Optional.of(why);
    events.accept(new ApplyEvent.ChangeFailed(planned, why));
    return ChangeResult.FAILED;
  }

  /**
   * A write after which the thing is there.
   *
   * @param ours whether we may have made it
   * @param values what an undo or a look needs of the response
   */
  private record WriteResult(Caller.Receipt receipt, boolean ours, Map<String, Object> values) {}

  private WriteResult write(Change change, RequestResolver request) throws CallFailed {
    try {
      return Faults.caught(
          faults,
          change.id(),
          true,
          () -> {
            Caller.Receipt receipt = caller.write(change, request.filled());
            return new WriteResult(receipt, true, needed(change, receipt.response()));
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
        && change.asks().stream().noneMatch(Ask.Password.class::isInstance)
        && neededPaths(change).isEmpty();
  }

  private void failed(Plan.Planned planned, CallFailed failure) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kind", failure.problem().kind().name());
    data.put("code", failure.problem().code());
    if (failure.unanswered()) {
      data.put(JournalHistory.UNANSWERED, true);
    }
    record(JournalHistory.FAILED, planned, data);
  }

  private boolean mayRetry(Change change, Problem trouble, Instant start) {
    return !stop.getAsBoolean()
        && change
            .waitFor()
            .filter(wait -> wait.codes().contains(trouble.code()))
            .filter(wait -> clock.instant().isBefore(start.plus(wait.atMost())))
            .isPresent();
  }

  private Object earlier(String reference) {
    int hash = reference.lastIndexOf('#');
    Map<String, Object> response = responses.get(reference.substring(0, hash));
    return response == null ? null : Placeholders.at(response, reference.substring(hash + 1));
  }

  private Object valueOfEarlierResponse(String reference) {
    Object value = earlier(reference);
    if (value == null) {
      throw new IllegalStateException("no earlier response gives " + reference);
    }
    return value;
  }

  /** What the reads of changes show now, by the changes' ids; without what can't be seen. */
  Map<String, ObservedState> sights(List<Change> changes) throws InterruptedException {
    Map<String, Read> reads = new LinkedHashMap<>();
    changes.forEach(
        change ->
            change
                .shows()
                .map(this::resolved)
                .filter(read -> Placeholders.allReferences(read.request()).isEmpty())
                .ifPresent(read -> reads.put(change.id(), read)));
    Map<Read, StateReader.StateResult> seen = looks.at(reads.values());
    Map<String, ObservedState> sights = new LinkedHashMap<>();
    reads.forEach((id, read) -> seen.get(read).sight().ifPresent(sight -> sights.put(id, sight)));
    return sights;
  }

  private Read resolved(Read read) {
    return read.with(
        reference -> {
          Object value = earlier(reference);
          return value == null ? Map.of(Placeholders.REF, reference) : value;
        });
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
        record(JournalHistory.LEFT, planned, Map.of("left", sight.data()));
      }
    }
  }

  /** What an undo or a look needs of a response; the rest of it is nobody's business. */
  private Map<String, Object> needed(Change change, Map<String, Object> response) {
    Map<String, Object> values = new TreeMap<>();
    neededPaths(change).forEach(path -> values.put(path, Placeholders.at(response, path)));
    values.values().removeIf(value -> value == null || value instanceof Secret);
    return values;
  }

  private List<String> neededPaths(Change change) {
    return plan.changes().stream()
        .flatMap(planned -> Placeholders.allReferences(ChangeData.of(planned.change())).stream())
        .filter(reference -> reference.startsWith(change.id() + "#"))
        .map(reference -> reference.substring(change.id().length() + 1))
        .toList();
  }

  private void record(String event, Plan.Planned planned, Map<String, Object> more) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("plan", planId);
    data.put("id", planned.change().id());
    data.put("steps", planned.steps());
    data.putAll(more);
    journal.append(new Journal.Entry(clock.instant(), event, data));
  }

  /** Wipes the secrets that AWS has told. */
  @Override
  public void close() {
    responses.values().forEach(Placeholders::wipe);
  }
}
