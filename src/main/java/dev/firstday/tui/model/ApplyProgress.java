package dev.firstday.tui.model;

import dev.firstday.engine.account.Delay;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.failure.FailureId;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.tui.model.PlanState.Applying;
import dev.firstday.tui.model.PlanState.Applying.ChangeProgress;
import dev.firstday.tui.model.PlanState.Applying.ChangeRow;
import dev.firstday.tui.model.PlanState.Applying.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Follows an apply: each event of the engine moves a row and adds to the log. */
public final class ApplyProgress {
  private static final String RESUMED = "tui.log.resumed";

  private ApplyProgress() {}

  public static Applying start(Plan plan, Optional<UndoPlan> undo, Instant now) {
    List<ChangeRow> rows =
        plan.changes().stream().map(change -> row(change, ChangeProgress.WAITING, now)).toList();
    return new Applying(plan, undo, rows, List.of(), now, Optional.empty());
  }

  private static ChangeRow row(Plan.Planned change, ChangeProgress progress, Instant since) {
    return new ChangeRow(change, progress, since, 0, Optional.empty());
  }

  public static Applying after(Applying state, ApplyEvent event, Instant now) {
    return switch (event) {
      case ApplyEvent.StepStarted(String step) -> state.log(now, "tui.log.step", step);
      case ApplyEvent.ChangeStarted(Plan.Planned change) ->
          state
              .row(row(change, ChangeProgress.RUNNING, now))
              .log(now, "tui.log.started", change.change().call());
      case ApplyEvent.ChangeWaiting waiting -> waiting(state, waiting, now);
      case ApplyEvent.Paused paused -> paused(state, paused, now);
      case ApplyEvent.Resumed resumed -> state.log(now, RESUMED);
      case ApplyEvent.ChangeDone(Plan.Planned change, String requestId, Duration took) ->
          state
              .row(
                  new ChangeRow(
                      change, ChangeProgress.DONE, now, took.toMillis(), Optional.empty()))
              .log(now, "tui.log.done", change.change().call(), requestId);
      case ApplyEvent.ChangeFailed(Plan.Planned change, Problem problem) ->
          state
              .row(row(change, ChangeProgress.FAILED, now))
              .log(failure(now, problem, "tui.log.failed", change.change().call(), problem.code()));
      case ApplyEvent.ChangeLeft(Plan.Planned change) ->
          state
              .row(row(change, ChangeProgress.WAITING, now))
              .log(now, "tui.log.left", change.change().call());
      case ApplyEvent.StepVerified verified -> state.log(now, "tui.log.verified", verified.step());
    };
  }

  private static LogLine failure(Instant at, Problem problem, String key, String... values) {
    return new LogLine(at, key, List.of(values), Optional.of(FailureId.of(problem)));
  }

  /** The row keeps since when it is tried. */
  private static Applying waiting(Applying state, ApplyEvent.ChangeWaiting event, Instant now) {
    Applying logged =
        state.log(
            now,
            "tui.log.waiting",
            event.problem().code(),
            Long.toString(event.next().toSeconds()));
    return state.rows().stream()
        .filter(row -> row.change().equals(event.change()))
        .findFirst()
        .map(row -> row.retrying(now.plus(event.next())))
        .map(logged::row)
        .orElse(logged);
  }

  private static Applying paused(Applying state, ApplyEvent.Paused event, Instant now) {
    Problem problem = event.problem();
    return state
        .log(
            failure(now, problem, "problem." + problem.kind(), problem.action(), problem.message()))
        .log(new LogLine(now, event.remedy().code(), event.remedy().values(), Optional.empty()));
  }

  /** Whether it waits for a person: the log's last word on it is the remedy. */
  public static boolean paused(Applying state) {
    return state.log().stream()
        .map(LogLine::key)
        .filter(key -> key.equals(RESUMED) || key.startsWith("remedy."))
        .reduce((first, second) -> second)
        .filter(key -> !key.equals(RESUMED))
        .isPresent();
  }

  /** A call that AWS makes us wait for; of several in a row the log has the last. */
  public static Applying late(Applying state, Delay delay, Instant now) {
    List<LogLine> log = state.log();
    boolean again = !log.isEmpty() && log.getLast().key().startsWith("delay.");
    return (again ? state.log(log.subList(0, log.size() - 1)) : state)
        .log(
            now,
            delay.attempt() == 1 ? "delay.slow" : "delay.again",
            delay.call(),
            Integer.toString(delay.attempt()),
            Integer.toString(delay.of()));
  }

  public static Applying stopping(Applying state, Instant now) {
    return state.log(now, "tui.log.stopping").stopped(now);
  }
}
