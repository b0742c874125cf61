package dev.firstday.engine;

import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Assessor;
import dev.firstday.engine.assess.BoundStep;
import dev.firstday.engine.assess.Evidence;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
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

/** Looks at steps, and keeps what the latest look at each has shown; for use by several threads. */
final class AssessmentRunner implements Assessor {
  private final SessionParts parts;
  private final AnswerEditor editor;
  private final SessionListeners listeners;
  private final Map<String, LookResult> kept = new ConcurrentHashMap<>();
  private final AtomicLong begun = new AtomicLong();
  private final Set<PendingAssessment> looks = ConcurrentHashMap.newKeySet();

  AssessmentRunner(SessionParts parts, AnswerEditor editor, SessionListeners listeners) {
    this.parts = parts;
    this.editor = editor;
    this.listeners = listeners;
  }

  Map<String, Assessment> assessments() {
    Map<String, Assessment> assessments = new HashMap<>();
    kept.forEach((id, look) -> assessments.put(id, look.assessment()));
    return assessments;
  }

  Optional<Assessment> assessment(String id) {
    return Optional.ofNullable(kept.get(id)).map(LookResult::assessment);
  }

  List<Evidence> evidence(String id) {
    return Optional.ofNullable(kept.get(id)).map(LookResult::evidence).orElse(List.of());
  }

  /** Since when a step is being looked at; empty if it is not. */
  Optional<Instant> since(String id) {
    return looks.stream()
        .filter(look -> look.id.equals(id))
        .map(look -> look.since)
        .min(Comparator.naturalOrder());
  }

  /**
   * What a look has shown, and what that rests on: the later a look has begun, the more it counts.
   */
  private record LookResult(long number, Assessment assessment, List<Evidence> evidence) {
    LookResult orNewer(LookResult other) {
      return other.number > number ? other : this;
    }
  }

  /** A look at a step that is under way. One that is given up has seen nothing. */
  private final class PendingAssessment extends FutureTask<LookResult> {
    private final String id;
    private final boolean mayBeLeft;
    private final long number;
    private final Instant since = parts.clock().instant();

    PendingAssessment(String id, boolean mayBeLeft, long number) {
      super(() -> see(id, number));
      this.id = id;
      this.mayBeLeft = mayBeLeft;
      this.number = number;
    }

    @Override
    protected void done() {
      switch (state()) {
        case SUCCESS -> keep(resultNow());
        case CANCELLED ->
            keep(new LookResult(number, Assessment.unseen(Problem.left()), List.of()));
        case FAILED, RUNNING -> {}
      }
      looks.remove(this);
      listeners.changed(id);
    }

    private void keep(LookResult seen) {
      kept.merge(id, seen, LookResult::orNewer);
    }
  }

  private PendingAssessment begin(String id, boolean mayBeLeft) {
    PendingAssessment look = new PendingAssessment(id, mayBeLeft, begun.incrementAndGet());
    looks.add(look);
    listeners.changed(id);
    return look;
  }

  /** Looks at some steps at the same time, and returns when all were looked at or left. */
  void look(Collection<String> ids) {
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
  void leave(Collection<String> ids) {
    looks.stream()
        .filter(look -> look.mayBeLeft && ids.contains(look.id))
        .forEach(look -> look.cancel(true));
  }

  /** Looks at a step in the middle of something that has to know, and so is not left. */
  @Override
  public Assessment assess(String id) {
    PendingAssessment look = begin(id, false);
    look.run();
    await(look);
    return look.resultNow().assessment();
  }

  @Override
  public void invalidate() {
    parts.invalidate().forget(true);
  }

  private LookResult see(String id, long number) {
    Queue<Evidence> seen = new ConcurrentLinkedQueue<>();
    Assessment assessment = assess(id, seen::add);
    return new LookResult(
        number, assessment, seen.stream().distinct().sorted(Evidence.ORDER).toList());
  }

  private Assessment assess(String id, Consumer<Evidence> witness) {
    FaultLog faults = listeners::fault;
    try {
      return faults.caught(
          id,
          false,
          () -> {
            BoundStep step = parts.steps().get(id);
            Assessment seen =
                step == null ? Assessment.unattested() : step.assess(editor.answers(id), witness);
            return seen.verdict() == Verdict.UNATTESTED ? attested(seen, id) : seen;
          });
    } catch (CallFailed e) {
      return Assessment.unseen(e.problem());
    }
  }

  /** Where AWS shows nothing, what a person attests counts; where it shows something, AWS does. */
  private Assessment attested(Assessment seen, String id) {
    return Optional.ofNullable(parts.notes().attestations().get(id))
        .map(by -> seen.as(Verdict.ATTESTED, Note.of(Finding.ATTESTED, by.by(), by.at())))
        .orElseGet(() -> seen.as(Verdict.UNATTESTED, Note.of("unattested")));
  }
}
