package dev.firstday.engine;

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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Writes what was confirmed, and nothing else.
 *
 * <p>Each step is assessed right before it is applied; where its changes are no longer among the
 * confirmed ones nothing more is written. Each change is in the journal, on disk, before its call
 * is made. After the last change of a step it is assessed again: that is the verification.
 */
final class Applier {
  // IAM is eventually consistent: what was written may be missing from a read for some seconds.
  private static final Duration SETTLE = Duration.ofSeconds(15);

  private final Caller caller;
  private final Journal journal;
  private final Clock clock;
  private final Pause pause;
  private final Assessor assessor;

  /** Assesses a step of the live account; never throws. */
  @FunctionalInterface
  interface Assessor {
    Assessment assess(String step);
  }

  Applier(Caller caller, Journal journal, Clock clock, Pause pause, Assessor assessor) {
    this.caller = caller;
    this.journal = journal;
    this.clock = clock;
    this.pause = pause;
    this.assessor = assessor;
  }

  /**
   * Applies a plan.
   *
   * @param order ids of the steps, in the order of an apply
   * @param person whoever can be asked; without one, what needs a person is left
   * @param stop asked before each call
   */
  Outcome apply(
      Plan.Confirmed confirmed,
      List<String> order,
      Optional<Person> person,
      Consumer<ApplyEvent> events,
      BooleanSupplier stop) {
    Run run = new Run(confirmed.plan(), person, events, stop);
    try {
      return run.apply(order);
    } finally {
      run.responses.values().forEach(Placeholders::wipe);
    }
  }

  /** What became of a change. */
  private enum Made {
    YES,
    FAILED,
    /** A person would not have it, and the step goes on without it. */
    SKIPPED,
    /** A person gave it up, and with it what comes behind it in the step. */
    GIVEN_UP
  }

  /** One apply: what it has done so far. */
  private final class Run {
    private final Plan plan;
    private final Optional<Person> person;
    private final Consumer<ApplyEvent> events;
    private final BooleanSupplier stop;
    private final List<Plan.Planned> done = new ArrayList<>();
    private final Map<String, Map<String, Object>> responses = new HashMap<>();
    private final Looks looks = new Looks(caller);
    private final Map<String, Sight> before = new HashMap<>();
    private final Map<String, Assessment> after = new LinkedHashMap<>();
    private Optional<Plan.Planned> failed = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private Optional<String> moved = Optional.empty();

    Run(Plan plan, Optional<Person> person, Consumer<ApplyEvent> events, BooleanSupplier stop) {
      this.plan = plan;
      this.person = person;
      this.events = events;
      this.stop = stop;
    }

    Outcome apply(List<String> order) {
      Outcome.Ending ending = Outcome.Ending.COMPLETED;
      List<String> owners =
          order.stream()
              .filter(id -> plan.changes().stream().anyMatch(p -> p.steps().contains(id)))
              .toList();
      try {
        for (String step : owners) {
          // Credentials may change under way: a profile is switched, a session is renewed.
          if (!caller.accountId().equals(plan.accountId())) {
            return outcome(Outcome.Ending.OTHER_ACCOUNT);
          }
          Outcome.Ending end = step(step);
          switch (end) {
            case COMPLETED -> {}
            case UNVERIFIED -> ending = end;
            case GIVEN_UP -> ending = ending == Outcome.Ending.COMPLETED ? end : ending;
            case FAILED, STOPPED, MOVED, OTHER_ACCOUNT -> {
              return outcome(end);
            }
          }
        }
        return outcome(ending);
      } catch (CallFailed e) {
        problem = Optional.of(e.problem());
        return outcome(Outcome.Ending.FAILED);
      } catch (RecordFailed e) {
        problem = Optional.of(Problem.of(e));
        return outcome(Outcome.Ending.FAILED);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return outcome(Outcome.Ending.STOPPED);
      }
    }

    private Outcome.Ending step(String step) throws CallFailed, InterruptedException {
      events.accept(new ApplyEvent.StepStarted(step));
      Assessment assessed = assessor.assess(step);
      if (assessed.problem().isPresent() && assessed.ready().isEmpty() && !allMade(step)) {
        problem = assessed.problem();
        return Outcome.Ending.FAILED;
      }
      List<Change> possible = possible(assessed);
      if (!plan.covers(possible)) {
        moved = Optional.of(step);
        return Outcome.Ending.MOVED;
      }
      List<Plan.Planned> left =
          plan.changes().stream()
              .filter(planned -> assessed.changes().contains(planned.change()))
              .filter(planned -> !possible.contains(planned.change()))
              .toList();
      left.forEach(planned -> events.accept(new ApplyEvent.ChangeLeft(planned)));
      int already = done.size();
      before.putAll(sights(possible));
      Outcome.Ending end = makeAll(step, possible, left.isEmpty());
      keepHowItWasLeft(done.subList(already, done.size()));
      boolean cut = end == Outcome.Ending.FAILED || end == Outcome.Ending.STOPPED;
      if (cut && done.size() > already) {
        // The next plan is made from the latest look: what is there already must not be in it.
        assessor.assess(step);
      }
      return end;
    }

    /**
     * Makes a step's changes and looks at it again.
     *
     * @param all whether they are all that it lacks
     */
    private Outcome.Ending makeAll(String step, List<Change> changes, boolean all)
        throws InterruptedException {
      boolean whole = all;
      for (Change change : changes) {
        if (stop.getAsBoolean()) {
          return Outcome.Ending.STOPPED;
        }
        Plan.Planned planned =
            plan.changes().stream().filter(p -> p.change().equals(change)).findFirst().get();
        Made made = make(planned);
        if (made == Made.FAILED) {
          return Outcome.Ending.FAILED;
        } else if (made == Made.GIVEN_UP) {
          return verify(step, false);
        }
        whole &= made == Made.YES;
      }
      return verify(step, whole);
    }

    /** What the reads of changes show now, by the changes' ids; without what can't be seen. */
    private Map<String, Sight> sights(List<Change> changes) throws InterruptedException {
      Map<String, Read> reads = new LinkedHashMap<>();
      changes.forEach(
          change ->
              change
                  .shows()
                  .map(this::resolved)
                  .filter(read -> Placeholders.allReferences(read.request()).isEmpty())
                  .ifPresent(read -> reads.put(change.id(), read)));
      Map<Read, Looks.Seen> seen = looks.at(reads.values());
      Map<String, Sight> sights = new LinkedHashMap<>();
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

    /** An undo takes back only what still is as it was left here. */
    private void keepHowItWasLeft(List<Plan.Planned> made) throws InterruptedException {
      Map<String, Sight> left = sights(made.stream().map(Plan.Planned::change).toList());
      for (Plan.Planned planned : made) {
        Sight sight = left.get(planned.change().id());
        if (sight != null) {
          record(Ledger.LEFT, planned, Map.of("left", sight.data()));
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

    /** What can be done about it, with the person or without. */
    private List<Change> possible(Assessment assessment) {
      return person.isPresent() ? assessment.ready() : Plan.unattended(assessment.ready());
    }

    private boolean allMade(String step) {
      return done.containsAll(
          plan.changes().stream().filter(planned -> planned.steps().contains(step)).toList());
    }

    private Made make(Plan.Planned planned) throws InterruptedException {
      try (Request request = new Request(planned.change(), person, this::valueOfEarlierResponse)) {
        if (!request.agreed(planned)) {
          boolean optional = planned.change().asks().contains(new Ask.Consent(true));
          events.accept(new ApplyEvent.ChangeLeft(planned));
          return optional ? Made.SKIPPED : Made.GIVEN_UP;
        }
        if (!request.prepare(Optional.empty())) {
          events.accept(new ApplyEvent.ChangeLeft(planned));
          return Made.GIVEN_UP;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("change", ChangeData.of(planned.change()));
        if (before.containsKey(planned.change().id())) {
          data.put("before", before.get(planned.change().id()).data());
        }
        record(Ledger.STARTED, planned, data);
        events.accept(new ApplyEvent.ChangeStarted(planned));
        Made made = call(planned, request);
        if (made == Made.YES) {
          request.reveal();
        }
        return made;
      }
    }

    private Made call(Plan.Planned planned, Request request) throws InterruptedException {
      Change change = planned.change();
      Instant start = clock.instant();
      Duration wait = Duration.ofSeconds(1);
      while (true) {
        try {
          Caller.Receipt receipt = write(change, request);
          responses.put(change.id(), receipt.response());
          done.add(planned);
          Duration took = Duration.between(start, clock.instant());
          events.accept(new ApplyEvent.ChangeDone(planned, receipt.requestId(), took));
          Map<String, Object> end = new LinkedHashMap<>();
          end.put("requestId", receipt.requestId());
          end.put("values", needed(change, receipt.response()));
          record(Ledger.DONE, planned, end);
          return Made.YES;
        } catch (CallFailed e) {
          if (!stop.getAsBoolean() && request.worthAnother(e.problem())) {
            if (!request.prepare(Optional.of(e.problem()))) {
              failed(planned, e.problem());
              events.accept(new ApplyEvent.ChangeLeft(planned));
              return Made.GIVEN_UP;
            }
            start = clock.instant();
            continue;
          }
          if (!mayRetry(change, e.problem(), start)) {
            failed = Optional.of(planned);
            problem = Optional.of(e.problem());
            events.accept(new ApplyEvent.ChangeFailed(planned, e.problem()));
            failed(planned, e.problem());
            return Made.FAILED;
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

    private Caller.Receipt write(Change change, Request request) throws CallFailed {
      try {
        return caller.write(change, request.filled());
      } catch (CallFailed e) {
        if (!ours(change, e.problem())) {
          throw e;
        }
        return new Caller.Receipt(e.problem().requestId(), Map.of());
      }
    }

    /**
     * Whether a thing that is there already is what we create: no look just before has shown it, so
     * the answer to an attempt of ours was lost. Where the answer is needed, or what was put in is
     * not known any more, that does not help.
     */
    private boolean ours(Change change, Problem trouble) {
      return change.effect() == Effect.CREATE
          && trouble.exists()
          && change.asks().isEmpty()
          && neededPaths(change).isEmpty();
    }

    private void failed(Plan.Planned planned, Problem trouble) {
      record(Ledger.FAILED, planned, Map.of("kind", trouble.kind().name(), "code", trouble.code()));
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
      int hash = reference.indexOf('#');
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

    /**
     * Looks at a step again.
     *
     * @param whole whether all of its changes were made
     */
    private Outcome.Ending verify(String step, boolean whole) throws InterruptedException {
      Instant start = clock.instant();
      Duration wait = Duration.ofMillis(500);
      Assessment assessment = assessor.assess(step);
      while (whole
          && !possible(assessment).isEmpty()
          && !stop.getAsBoolean()
          && clock.instant().isBefore(start.plus(SETTLE))) {
        pause.sleep(wait);
        wait = wait.plus(wait);
        assessment = assessor.assess(step);
      }
      after.put(step, assessment);
      events.accept(new ApplyEvent.StepVerified(step, assessment));
      if (!whole) {
        return stop.getAsBoolean() ? Outcome.Ending.STOPPED : Outcome.Ending.GIVEN_UP;
      }
      return possible(assessment).isEmpty() ? Outcome.Ending.COMPLETED : Outcome.Ending.UNVERIFIED;
    }

    private void record(String event, Plan.Planned planned, Map<String, Object> more) {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("plan", plan.id());
      data.put("id", planned.change().id());
      data.put("steps", planned.steps());
      data.putAll(more);
      journal.append(new Journal.Entry(clock.instant(), event, data));
    }

    private Outcome outcome(Outcome.Ending ending) {
      List<Plan.Planned> left =
          plan.changes().stream()
              .filter(
                  planned -> !done.contains(planned) && failed.stream().noneMatch(planned::equals))
              .filter(planned -> ending != Outcome.Ending.COMPLETED)
              .toList();
      return new Outcome(
          ending, List.copyOf(done), failed, problem, left, Map.copyOf(after), moved);
    }
  }
}
