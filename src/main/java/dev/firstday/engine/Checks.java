package dev.firstday.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Looks at steps, and keeps what the latest look at each has shown; for use by several threads. */
final class Checks {
  private final Map<String, Session.BoundStep> steps;
  private final Function<String, Answers> answers;
  private final Notes notes;
  private final Session.Forgetting lookAgain;
  private final Consumer<String> changed;

  private final Map<String, Assessment> assessments = new ConcurrentHashMap<>();
  private final Map<String, List<Evidence>> evidence = new ConcurrentHashMap<>();
  private final Map<String, Integer> checking = new ConcurrentHashMap<>();

  /**
   * Checks of an account on which nothing has been looked at yet.
   *
   * @param steps the steps that can be looked at, by their ids
   * @param answers the answers that a step uses now
   * @param lookAgain called before each look
   * @param changed hears the id of each step whose look begins or ends
   */
  Checks(
      Map<String, Session.BoundStep> steps,
      Function<String, Answers> answers,
      Notes notes,
      Session.Forgetting lookAgain,
      Consumer<String> changed) {
    this.steps = steps;
    this.answers = answers;
    this.notes = notes;
    this.lookAgain = lookAgain;
    this.changed = changed;
  }

  /** What the latest looks have shown, by the steps' ids. */
  Map<String, Assessment> assessments() {
    return assessments;
  }

  /** What the latest look at a step has shown; empty if nobody has looked yet. */
  Optional<Assessment> assessment(String id) {
    return Optional.ofNullable(assessments.get(id));
  }

  /** What the latest look at a step rests on. */
  List<Evidence> evidence(String id) {
    return evidence.getOrDefault(id, List.of());
  }

  /** Whether a step is being looked at. */
  boolean running(String id) {
    return checking.containsKey(id);
  }

  /**
   * Looks at some steps at the same time, and returns when all were looked at.
   *
   * @param afresh whether also what AWS takes money for is read again
   */
  void check(Collection<String> ids, boolean afresh) {
    lookAgain.forget(afresh);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> looks = new ArrayList<>();
      for (String id : ids) {
        checking.merge(id, 1, Integer::sum);
        changed.accept(id);
        looks.add(threads.submit(() -> look(id)));
      }
      for (Future<?> look : looks) {
        look.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RecordFailed failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  /** Looks at a step. */
  void look(String id) {
    try {
      assessments.put(id, assess(id));
    } finally {
      checking.computeIfPresent(id, (key, count) -> count == 1 ? null : count - 1);
      changed.accept(id);
    }
  }

  private Assessment assess(String id) {
    Queue<Evidence> seen = new ConcurrentLinkedQueue<>();
    Assessment assessment = assess(id, seen::add);
    evidence.put(id, seen.stream().distinct().sorted(Evidence.ORDER).toList());
    return assessment;
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
    }
  }

  /** Where AWS shows nothing, a person's word counts; where it shows something, AWS does. */
  private Assessment attested(Assessment seen, String id) {
    return Optional.ofNullable(notes.attestations().get(id))
        .map(word -> seen.with(Verdict.ATTESTED, Note.of(Finding.ATTESTED, word.by(), word.at())))
        .orElseGet(() -> seen.with(Verdict.UNATTESTED, Note.of("unattested")));
  }

  /** Looks at a step as it is at this moment. */
  Assessment fresh(String id) {
    lookAgain.forget(true);
    look(id);
    return assessments.get(id);
  }
}
