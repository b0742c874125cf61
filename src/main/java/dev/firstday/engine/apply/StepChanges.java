package dev.firstday.engine.apply;

import dev.firstday.engine.account.Parallel;
import dev.firstday.engine.journal.ObservedState;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Makes the changes of a step, beside those of other steps. */
final class StepChanges {
  private final Job job;
  private final Schedule schedule;
  private final ChangeExecutor executor;

  /** Of which each write in flight holds one. */
  private final Semaphore permits;

  /** Told of what must end everything: nothing more is begun after that. */
  private final Runnable broken;

  StepChanges(Job job, Schedule schedule, ChangeExecutor executor, Runnable broken) {
    this.job = job;
    this.schedule = schedule;
    this.executor = executor;
    this.permits = new Semaphore(schedule.order().width(), true);
    this.broken = broken;
  }

  /** How it ended, and which changes were made. */
  record StepEnd(Outcome.Ending ending, List<Plan.Planned> made) {}

  /** A step whose changes are being made. */
  private static final class StepRun {
    private final String step;

    /** How things are before the first write, by the changes' ids. */
    private final Map<String, ObservedState> before;

    private final List<Plan.Planned> made = Collections.synchronizedList(new ArrayList<>());

    /** Whether none of its changes is begun any more. */
    private volatile boolean over;

    StepRun(String step, Map<String, ObservedState> before) {
      this.step = step;
      this.before = before;
    }
  }

  /**
   * Makes a step's changes.
   *
   * @param before how things are before that, by the changes' ids
   * @param all whether they are all that it lacks
   */
  StepEnd makeAll(String step, List<Change> changes, Map<String, ObservedState> before, boolean all)
      throws InterruptedException {
    StepRun run = new StepRun(step, before);
    Map<Change, FutureTask<ChangeExecutor.ChangeResult>> tasks = new LinkedHashMap<>();
    changes.forEach(change -> tasks.put(change, new FutureTask<>(() -> inTurn(run, change))));
    Parallel.ordered(tasks, schedule.changes(changes));
    Set<ChangeExecutor.ChangeResult> results =
        tasks.values().stream().map(Parallel::seen).collect(Collectors.toSet());
    return new StepEnd(ending(results, all), List.copyOf(run.made));
  }

  private static Outcome.Ending ending(Set<ChangeExecutor.ChangeResult> results, boolean all) {
    if (results.contains(ChangeExecutor.ChangeResult.FAILED)) {
      return Outcome.Ending.FAILED;
    }
    if (results.contains(ChangeExecutor.ChangeResult.GIVEN_UP)) {
      return Outcome.Ending.GIVEN_UP;
    }
    if (results.contains(ChangeExecutor.ChangeResult.NOT_BEGUN)) {
      return Outcome.Ending.STOPPED;
    }
    return all && !results.contains(ChangeExecutor.ChangeResult.SKIPPED)
        ? Outcome.Ending.COMPLETED
        : Outcome.Ending.GIVEN_UP;
  }

  /** Makes a change once there is room for it. */
  private ChangeExecutor.ChangeResult inTurn(StepRun run, Change change)
      throws InterruptedException {
    permits.acquire();
    try {
      return made(run, change);
    } catch (RuntimeException | Error | InterruptedException e) {
      run.over = true;
      broken.run();
      throw e;
    } finally {
      if (Thread.currentThread().isInterrupted()) {
        // Whoever gets the permit next may not have been interrupted yet.
        broken.run();
      }
      permits.release();
    }
  }

  /** Makes a change, unless its step or everything is over. */
  private ChangeExecutor.ChangeResult made(StepRun run, Change change) throws InterruptedException {
    if (run.over || job.stopped()) {
      return ChangeExecutor.ChangeResult.NOT_BEGUN;
    }
    Plan.Planned planned =
        job.plan().changes().stream().filter(p -> p.change().equals(change)).findFirst().get();
    ChangeExecutor.ChangeResult result =
        executor.make(run.step, planned, Optional.ofNullable(run.before.get(change.id())));
    switch (result) {
      case MADE -> run.made.add(planned);
      case FAILED, GIVEN_UP -> run.over = true;
      case SKIPPED, NOT_BEGUN -> {}
    }
    return result;
  }
}
