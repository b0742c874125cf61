package dev.firstday.engine.assess;

import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** Looks at steps, and keeps what the latest look at each has shown; for use by several threads. */
public final class AssessmentRunner implements Assessor {
  private final Map<String, BoundStep> steps;
  private final Function<String, Answers> answers;
  private final Notes notes;
  private final Clock clock;
  private final ReadCache invalidate;
  private final Consumer<String> changed;

  private final FaultLog faults;

  private final Map<String, NumberedAssessment> kept = new ConcurrentHashMap<>();
  private final AtomicLong begun = new AtomicLong();
  private final Set<PendingAssessment> looks = ConcurrentHashMap.newKeySet();

  /**
   * Checks of an account on which nothing has been looked at yet.
   *
   * @param steps the steps that can be looked at, by their ids
   * @param answers the answers that a step uses now
   * @param invalidate called before each look
   * @param faults where it is written down that a look has met a fault of ours
   * @param changed hears the id of each step whose look begins or ends
   */
  public AssessmentRunner(
      Map<String, BoundStep> steps,
      Function<String, Answers> answers,
      Notes notes,
      Clock clock,
      ReadCache invalidate,
      FaultLog faults,
      Consumer<String> changed) {
    this.steps = steps;
    this.answers = answers;
    this.notes = notes;
    this.clock = clock;
    this.invalidate = invalidate;
    this.faults = faults;
    this.changed = changed;
  }

  /** What the latest looks have shown, by the steps' ids. */
  public Map<String, Assessment> assessments() {
    Map<String, Assessment> assessments = new HashMap<>();
    kept.forEach((id, one) -> assessments.put(id, one.seen().assessment()));
    return assessments;
  }

  /** What the latest look at a step has shown; empty if nobody has looked yet. */
  public Optional<Assessment> assessment(String id) {
    return Optional.ofNullable(kept.get(id)).map(one -> one.seen().assessment());
  }

  /** What the latest look at a step rests on. */
  public List<Evidence> evidence(String id) {
    return Optional.ofNullable(kept.get(id)).map(one -> one.seen().evidence()).orElse(List.of());
  }

  /** Since when a step is being looked at; empty if it is not. */
  public Optional<Instant> since(String id) {
    return looks.stream()
        .filter(look -> look.id.equals(id))
        .map(look -> look.since)
        .min(Comparator.naturalOrder());
  }

  /** What a look has shown, and what that rests on. */
  private record AssessmentResult(Assessment assessment, List<Evidence> evidence) {}

  /** What the look with this number has shown: the later a look has begun, the more it counts. */
  private record NumberedAssessment(long number, AssessmentResult seen) {
    NumberedAssessment orNewer(NumberedAssessment other) {
      return other.number > number ? other : this;
    }
  }

  /** A look at a step that is under way. One that is given up has seen nothing. */
  private final class PendingAssessment extends FutureTask<AssessmentResult> {
    private final String id;
    private final boolean mayBeLeft;
    private final long number = begun.incrementAndGet();
    private final Instant since = clock.instant();

    PendingAssessment(String id, boolean mayBeLeft) {
      super(() -> see(id));
      this.id = id;
      this.mayBeLeft = mayBeLeft;
    }

    @Override
    protected void done() {
      switch (state()) {
        case SUCCESS -> keep(resultNow());
        case CANCELLED -> keep(new AssessmentResult(Assessment.unseen(Problem.left()), List.of()));
        case FAILED, RUNNING -> {}
      }
      looks.remove(this);
      changed.accept(id);
    }

    private void keep(AssessmentResult seen) {
      kept.merge(id, new NumberedAssessment(number, seen), NumberedAssessment::orNewer);
    }
  }

  private PendingAssessment begin(String id, boolean mayBeLeft) {
    PendingAssessment look = new PendingAssessment(id, mayBeLeft);
    looks.add(look);
    changed.accept(id);
    return look;
  }

  /**
   * Looks at some steps at the same time, and returns when all were looked at or left.
   *
   * @param afresh whether also what AWS takes money for is read again
   */
  public void check(Collection<String> ids, boolean afresh) {
    invalidate.forget(afresh);
    look(ids);
  }

  /** Looks at some steps, and takes what was read meanwhile for the truth. */
  public void look(Collection<String> ids) {
    List<PendingAssessment> begun = ids.stream().map(id -> begin(id, true)).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      begun.forEach(threads::execute);
      begun.forEach(this::await);
    }
  }

  private void await(PendingAssessment look) {
    try {
      look.get();
    } catch (CancellationException e) {
      // A person has left it.
    } catch (InterruptedException e) {
      leave(List.of(look.id));
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RecordFailed failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  /** Gives up the looks at some steps that nobody wants to wait for any longer. */
  public void leave(Collection<String> ids) {
    looks.stream()
        .filter(look -> look.mayBeLeft && ids.contains(look.id))
        .forEach(look -> look.cancel(true));
  }

  /** Looks at a step in the middle of something that has to know, and so is not left. */
  public Assessment look(String id) {
    PendingAssessment look = begin(id, false);
    look.run();
    await(look);
    return look.resultNow().assessment();
  }

  private AssessmentResult see(String id) {
    Queue<Evidence> seen = new ConcurrentLinkedQueue<>();
    Assessment assessment = assess(id, seen::add);
    return new AssessmentResult(
        assessment, seen.stream().distinct().sorted(Evidence.ORDER).toList());
  }

  private Assessment assess(String id, Consumer<Evidence> witness) {
    try {
      Assessment seen =
          steps.containsKey(id)
              ? steps.get(id).assess(answers.apply(id), witness)
              : Assessment.unattested();
      return seen.verdict() == Verdict.UNATTESTED ? attested(seen, id) : seen;
    } catch (CallFailed e) {
      return Assessment.unseen(e.problem());
    } catch (RecordFailed e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      return Assessment.unseen(
          Thread.currentThread().isInterrupted()
              ? Problem.left()
              : Problem.fault(e, faults.add(id, e)));
    }
  }

  /** Where AWS shows nothing, what a person attests counts; where it shows something, AWS does. */
  private Assessment attested(Assessment seen, String id) {
    return AttestedAssessment.of(seen, Optional.ofNullable(notes.attestations().get(id)));
  }

  @Override
  public void invalidate() {
    invalidate.forget(true);
  }

  @Override
  public Assessment assess(String id) {
    return look(id);
  }
}
